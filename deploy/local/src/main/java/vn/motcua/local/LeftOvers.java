package vn.motcua.local;

/** What an earlier run that was killed left running on the same home. */
final class LeftOvers {

    private final RunFiles files;
    private final LocalPostgres postgres;
    private final Progress progress;

    LeftOvers(RunFiles files, LocalPostgres postgres, Progress progress) {
        this.files = files;
        this.postgres = postgres;
        this.progress = progress;
    }

    /**
     * Says what it finds and ends it, the database in good order.
     *
     * @throws IllegalStateException when the earlier run is not over
     */
    void end() {
        for (RunFiles.Live live : files.live()) {
            if (live.name().equals(RunFiles.PLATFORM)) {
                if (live.process().pid() != ProcessHandle.current().pid()) {
                    throw new IllegalStateException("a platform runs here already (process "
                            + live.process().pid() + "): deploy/down stops it");
                }
            } else {
                progress.say("an earlier run left " + live.name() + " behind (process "
                        + live.process().pid() + "); stopping it");
                live.stop();
            }
        }
        postgres.orphan().ifPresent(orphan -> {
            progress.say(orphan + "; stopping it");
            orphan.stop();
        });
    }
}
