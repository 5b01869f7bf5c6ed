package vn.motcua.local.outside;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import vn.motcua.local.outside.web.Json;

/** What one simulator has seen, in order; one JSON line each in a file, so that a restart forgets nothing. At most 100,000 entries. Safe for several threads. */
public final class Ledger<T> {

    private static final int LIMIT = 100_000;

    private final Path file;
    private final List<T> entries = new ArrayList<>();

    public Ledger(Path file, Class<T> type) {
        this.file = file;
        try {
            if (Files.exists(file)) {
                for (String line : Files.readAllLines(file)) {
                    if (!line.isBlank()) {
                        entries.add(Json.MAPPER.readValue(line, type));
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file + "; delete it to forget what was sent", e);
        }
    }

    public synchronized void append(T entry) {
        if (entries.size() >= LIMIT) {
            throw new IllegalStateException(file.getFileName() + " is full: DELETE /outside forgets what was sent");
        }
        try {
            Files.write(
                    file,
                    (Json.MAPPER.writeValueAsString(entry) + "\n").getBytes(StandardCharsets.UTF_8),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
        entries.add(entry);
    }

    public synchronized List<T> all() {
        return List.copyOf(entries);
    }

    public synchronized int size() {
        return entries.size();
    }

    public synchronized void forget() {
        entries.clear();
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete " + file, e);
        }
    }
}
