package vn.motcua.local.clock;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * The hand on the shared business clock. The file holds one long, big-endian: lowest bit 1 means that time stands still at (word &gt;&gt; 1) milliseconds of the epoch; lowest bit 0 means
 * real time plus (word &gt;&gt; 1) milliseconds. Other processes see a change at their next look. One writer at a time.
 */
public final class SharedClock {

    /** Eight aligned bytes at once: a reader sees the old word or the new, never half of each. */
    private static final VarHandle WORD = MethodHandles.byteBufferViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    private final MappedByteBuffer word;
    private final Path file;
    private final InstantSource real;

    private SharedClock(Path file, InstantSource real) {
        this.file = file;
        this.real = real;
        try {
            if (!Files.exists(file)) {
                Files.write(file, new byte[Long.BYTES]);
            }
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
                this.word = channel.map(FileChannel.MapMode.READ_WRITE, 0, Long.BYTES);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot map the clock " + file, e);
        }
    }

    /** The clock in the file; a missing file is made and shows real time. */
    public static SharedClock in(Path file) {
        return new SharedClock(file, Clock.systemUTC());
    }

    static SharedClock in(Path file, InstantSource real) {
        return new SharedClock(file, real);
    }

    /** The business time, in whole milliseconds. */
    public Instant now() {
        long value = read();
        return Instant.ofEpochMilli(standing(value) ? value >> 1 : real.millis() + (value >> 1));
    }

    /** Puts the clock to the instant; from there it stands still or runs on. */
    public void set(Instant at, boolean standing) {
        long millis = at.toEpochMilli();
        write(standing ? millis << 1 | 1 : (millis - real.millis()) << 1);
    }

    /** Moves the clock on, or back by a negative amount; what stood still stands still, what ran runs. */
    public void advance(Duration by) {
        long value = read();
        write(((value >> 1) + by.toMillis()) << 1 | value & 1);
    }

    /** Lets the clock run on from where it is. */
    public void resume() {
        set(now(), false);
    }

    /** Back to real time. */
    public void reset() {
        write(0);
    }

    public boolean isStanding() {
        return standing(read());
    }

    /** The file that readers map, for {@code motcua.clock.file}. */
    public Path file() {
        return file;
    }

    private static boolean standing(long value) {
        return (value & 1) == 1;
    }

    private long read() {
        return (long) WORD.getVolatile(word, 0);
    }

    private void write(long value) {
        WORD.setVolatile(word, 0, value);
    }
}
