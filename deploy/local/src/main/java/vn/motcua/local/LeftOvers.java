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
        files.requireNoPlatform();
        files.live().stream()
                .filter(live -> !live.name().equals(RunFiles.PLATFORM))
                .forEach(live -> {
                    progress.say("an earlier run left " + live.name() + " behind (process "
                            + live.process().pid() + "); stopping it");
                    live.stop();
                });
        postgres.orphan().ifPresent(orphan -> {
            progress.say(orphan + "; stopping it");
            orphan.stop();
        });
    }
}
