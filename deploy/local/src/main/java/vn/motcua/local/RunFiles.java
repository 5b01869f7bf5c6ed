package vn.motcua.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import vn.motcua.local.machine.Commands;
import vn.motcua.local.machine.Directories;

/** One small file for each running process, {@code NAME.pid}: its id and when it began. A later start, {@code status} and {@code down} find the processes by them. */
public final class RunFiles {

    /** The name under which the platform itself is noted. */
    public static final String PLATFORM = "platform";
    /** The name under which the database server is noted; it is stopped in its own way. */
    static final String POSTGRES = "postgres";

    private final Path directory;

    public RunFiles(Path home) {
        this.directory = Directories.owned(home.resolve("run"));
    }

    /** A process that was noted and still lives. */
    public record Live(String name, ProcessHandle process) {

        /** Ends it in good order, by force after 20 s; the platform itself, which stops all others first, after 60 s. */
        public void stop() {
            if (name.equals(POSTGRES)) {
                Commands.signal("INT", process.pid());
            } else {
                process.destroy();
            }
            try {
                process.onExit().get(name.equals(PLATFORM) ? 60 : 20, TimeUnit.SECONDS);
            } catch (TimeoutException e) {
                process.destroyForcibly();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (java.util.concurrent.ExecutionException e) {
                throw new IllegalStateException("cannot wait for " + name, e);
            }
        }
    }

    public void note(String name, long pid) {
        Instant start =
                ProcessHandle.of(pid).flatMap(p -> p.info().startInstant()).orElse(Instant.EPOCH);
        try {
            Files.writeString(file(name), pid + " " + start.toEpochMilli() + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file(name), e);
        }
    }

    public void forget(String name) {
        try {
            Files.deleteIfExists(file(name));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete " + file(name), e);
        }
    }

    /** The process under this name if it lives: its id may be another's by now, so the beginning is compared too. */
    public Optional<Live> live(String name) {
        try {
            String[] words = Files.readString(file(name)).strip().split(" ");
            Instant began = Instant.ofEpochMilli(Long.parseLong(words[1]));
            return ProcessHandle.of(Long.parseLong(words[0]))
                    .filter(p -> p.isAlive() && sameBeginning(p, began))
                    .map(p -> new Live(name, p));
        } catch (IOException | NumberFormatException | IndexOutOfBoundsException nothingNoted) {
            return Optional.empty();
        }
    }

    /**
     * Looks whether another platform runs on this home.
     *
     * @throws IllegalStateException naming it and the way to stop it
     */
    public void requireNoPlatform() {
        live(PLATFORM)
                .filter(live -> live.process().pid() != ProcessHandle.current().pid())
                .ifPresent(live -> {
                    throw new IllegalStateException("a platform runs here already (process "
                            + live.process().pid() + "): deploy/down stops it");
                });
    }

    /** All noted processes that live, the platform first. */
    public List<Live> live() {
        List<Live> all = new ArrayList<>();
        try (Stream<Path> files = Files.list(directory)) {
            files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".pid"))
                    .map(name -> name.substring(0, name.length() - 4))
                    .sorted()
                    .forEach(name -> live(name).ifPresent(all::add));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + directory, e);
        }
        all.sort(java.util.Comparator.comparing(live -> !live.name().equals(PLATFORM)));
        return all;
    }

    /** Where the files are. */
    public Path directory() {
        return directory;
    }

    private Path file(String name) {
        return directory.resolve(name + ".pid");
    }

    private static boolean sameBeginning(ProcessHandle process, Instant began) {
        return process.info()
                .startInstant()
                .map(start -> Duration.between(start, began).abs().toMillis() < 1000)
                .orElse(false);
    }
}
