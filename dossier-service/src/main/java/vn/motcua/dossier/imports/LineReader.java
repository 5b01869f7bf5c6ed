package vn.motcua.dossier.imports;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** Splits a stream into lines of bytes without ever holding more than one. Not thread-safe. */
final class LineReader {

    private static final int BLOCK = 16 * 1024;

    private final InputStream in;
    private final byte[] line;
    private final byte[] block = new byte[BLOCK];
    private int next;
    private int end;
    private boolean tooLong;

    LineReader(InputStream in, int longest) {
        this.in = in;
        this.line = new byte[longest];
    }

    /** The next line without its end; null after the last. Of a line beyond the limit only so much, and {@link #wasTooLong()}. */
    byte[] read() throws IOException {
        var length = 0;
        tooLong = false;
        var any = false;
        while (next < end || fill()) {
            any = true;
            var one = block[next++];
            if (one == '\n') {
                return line(length);
            }
            if (length < line.length) {
                line[length++] = one;
            } else {
                tooLong = true;
            }
        }
        return any ? line(length) : null;
    }

    /** Whether the line read last was longer than the limit. */
    boolean wasTooLong() {
        return tooLong;
    }

    private byte[] line(int length) {
        return Arrays.copyOf(line, length > 0 && line[length - 1] == '\r' ? length - 1 : length);
    }

    private boolean fill() throws IOException {
        next = 0;
        end = Math.max(0, in.read(block));
        return end > 0;
    }
}
