package vn.motcua.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import vn.motcua.local.machine.Commands;

/** A PostgreSQL server that an earlier run left behind: it still holds the data directory. */
public record OrphanedPostmaster(long pid, int port, Path directory) {

    /** Looks whether the process named in the data directory still lives and is a PostgreSQL server. */
    static Optional<OrphanedPostmaster> of(Path data) {
        try {
            List<String> lines = Files.readAllLines(data.resolve("postmaster.pid"));
            long pid = Long.parseLong(lines.get(0).strip());
            int port = Integer.parseInt(lines.get(3).strip());
            return ProcessHandle.of(pid)
                    .filter(process -> process.info().command().orElse("").endsWith("postgres"))
                    .map(process -> new OrphanedPostmaster(pid, port, data));
        } catch (IOException | NumberFormatException | IndexOutOfBoundsException nothingReadable) {
            return Optional.empty();
        }
    }

    /** Stops it as an operator would: committed work is kept, clients are cut off. */
    public void stop() {
        ProcessHandle.of(pid).ifPresent(process -> {
            CompletableFuture<ProcessHandle> end = process.onExit();
            Commands.signal("INT", pid);
            try {
                end.get(20, TimeUnit.SECONDS);
            } catch (TimeoutException e) {
                process.destroyForcibly();
            } catch (ExecutionException e) {
                throw new IllegalStateException("cannot wait for the process " + pid, e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    @Override
    public String toString() {
        return "PostgreSQL of an earlier run still runs (process " + pid + ", port " + port + ", data " + directory
                + ")";
    }
}
