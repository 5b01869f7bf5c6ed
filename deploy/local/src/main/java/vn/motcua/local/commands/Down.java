package vn.motcua.local.commands;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import vn.motcua.local.RunFiles;

/** {@code deploy/down}: stops a running platform, or what a broken one left behind. */
final class Down {

    private final Path home;

    Down(Path home) {
        this.home = home;
    }

    int run() {
        if (!Files.isDirectory(home.resolve("run"))) {
            System.out.println("nothing runs here");
            return 0;
        }
        RunFiles files = new RunFiles(home);
        files.live(RunFiles.PLATFORM).ifPresent(platform -> {
            System.out.println(
                    "stopping the platform (process " + platform.process().pid() + ")");
            platform.stop();
        });
        List<RunFiles.Live> left = files.live();
        for (RunFiles.Live live : left) {
            System.out.println("stopping " + live.name() + " that was left behind (process "
                    + live.process().pid() + ")");
            live.stop();
            files.forget(live.name());
        }
        System.out.println("stopped");
        return 0;
    }
}
