package vn.motcua.dossier.edge;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * A clock that several processes share through one big-endian word of 8 bytes in a file. Lowest bit 1: it stands still
 * at {@code word >> 1} epoch milliseconds; 0: it runs, {@code word >> 1} milliseconds away from real time. A change is
 * seen at once by every process. Thread-safe.
 */
final class SharedClock extends Clock {

    private static final VarHandle WORD = MethodHandles.byteBufferViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    private final ByteBuffer word;
    private final ZoneId zone;

    private SharedClock(ByteBuffer word, ZoneId zone) {
        this.word = word;
        this.zone = zone;
    }

    static SharedClock reading(Path file) {
        try (var channel = FileChannel.open(file, StandardOpenOption.READ)) {
            if (channel.size() < Long.BYTES) {
                throw new IllegalStateException("The clock file " + file + " is shorter than 8 bytes");
            }
            return new SharedClock(channel.map(FileChannel.MapMode.READ_ONLY, 0, Long.BYTES), ZoneOffset.UTC);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The clock file " + file + " cannot be read", unreadable);
        }
    }

    @Override
    public long millis() {
        var value = (long) WORD.getVolatile(word, 0);
        var millis = value >> 1;
        return (value & 1) == 1 ? millis : System.currentTimeMillis() + millis;
    }

    @Override
    public Instant instant() {
        return Instant.ofEpochMilli(millis());
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
        return new SharedClock(word, other);
    }
}
