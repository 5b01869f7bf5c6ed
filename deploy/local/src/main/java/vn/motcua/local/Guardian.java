package vn.motcua.local;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import vn.motcua.local.machine.Children;

/** A shell that waits until this process is gone, however it ended, and then ends what it left behind: a database in good order, the rest by TERM and at last by KILL. */
final class Guardian implements AutoCloseable {

    private static final String OF_A_PLATFORM = """
        platform=$1; run=$2
        while kill -0 "$platform" 2>/dev/null; do sleep 1; done
        # Once, now: a next platform may note its own processes here a second later.
        postgres=; others=
        for f in "$run"/*.pid; do
          [ -f "$f" ] && read -r pid began < "$f" || continue
          case $f in */platform.pid) ;; */postgres.pid) postgres=$pid;; *) others="$others $pid";; esac
        done
        end() { for pid in $postgres; do kill -"$1" "$pid"; done; for pid in $others; do kill -"$2" "$pid"; done; } 2>/dev/null
        end INT TERM; sleep 8; end INT KILL; sleep 5; end QUIT KILL
        """;

    private static final String OF_A_TEMPORARY_SERVER = """
        watched=$1; directory=$2
        while kill -0 "$watched" 2>/dev/null; do sleep 1; done
        pid=$(head -n 1 "$directory/data/postmaster.pid" 2>/dev/null) && kill -INT "$pid" && sleep 3
        case $directory in */motcua-*) rm -rf "$directory";; esac
        """;

    private final Process process;

    private Guardian(Process process) {
        this.process = process;
    }

    /** Watches over all processes that are noted when this one is gone. */
    static Guardian ofPlatform(RunFiles files, Path log) {
        return new Guardian(shell(OF_A_PLATFORM, files.directory(), log));
    }

    /** Watches over a server in a temporary directory, which it deletes. */
    static Guardian ofTemporary(Path directory) {
        return new Guardian(shell(OF_A_TEMPORARY_SERVER, directory, Path.of("/dev/null")));
    }

    private static Process shell(String script, Path directory, Path log) {
        String self = Long.toString(ProcessHandle.current().pid());
        return Children.start(
                List.of("sh", "-c", script, "motcua-guardian", self, directory.toString()), Map.of(), log);
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }
}
