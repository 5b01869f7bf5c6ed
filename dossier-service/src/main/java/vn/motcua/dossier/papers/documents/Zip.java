package vn.motcua.dossier.papers.documents;

import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** A zip seen from its end, and how much is in it. Keeps nothing of what it unpacks. */
final class Zip {

    private static final int END_BYTES = 22;
    private static final int END_SIGNATURE = 0x06054b50;
    private static final int DIRECTORY_SIZE_AT = 12;
    private static final int COMMENT_SIZE_AT = 20;
    private static final int LONGEST_COMMENT = 65_535;
    private static final int BUFFER = 64 * 1024;

    /** Whatever a file is packed like, so much is no bomb. */
    private static final long HARMLESS_BYTES = 16L * 1024 * 1024;

    private static final long MOST_BYTES = 512L * 1024 * 1024;
    private static final long TIMES = 100;

    private Zip() {}

    /** Whether a program that looks for an archive finds one: its end is the end of the file. */
    static boolean endsAsOne(Path file) throws IOException {
        return directoryBytes(file) != Long.MAX_VALUE;
    }

    /** How large the directory at the end says that it is; more than anything where there is none. */
    static long directoryBytes(Path file) throws IOException {
        try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
            int length = (int) Math.min(in.length(), END_BYTES + LONGEST_COMMENT);
            byte[] end = new byte[length];
            in.seek(in.length() - length);
            in.readFully(end);
            for (int at = length - END_BYTES; at >= 0; at--) {
                if (number(end, at) == END_SIGNATURE
                        && at + END_BYTES + (number(end, at + COMMENT_SIZE_AT - 2) >>> 16) == length) {
                    return Integer.toUnsignedLong(number(end, at + DIRECTORY_SIZE_AT));
                }
            }
            return Long.MAX_VALUE;
        }
    }

    /** Whether it unpacks into more than an office file of its size does: counted, not as it says. */
    static boolean bursts(ZipFile zip, long packedBytes) throws IOException {
        long left = Math.max(HARMLESS_BYTES, Math.min(MOST_BYTES, packedBytes * TIMES));
        byte[] buffer = new byte[BUFFER];
        for (var entries = zip.entries(); entries.hasMoreElements(); ) {
            ZipEntry entry = entries.nextElement();
            try (InputStream in = zip.getInputStream(entry)) {
                for (int came = in.read(buffer); came >= 0; came = in.read(buffer)) {
                    left -= came;
                    if (left < 0) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private static int number(byte[] bytes, int at) {
        return (bytes[at] & 0xff)
                | (bytes[at + 1] & 0xff) << 8
                | (bytes[at + 2] & 0xff) << 16
                | (bytes[at + 3] & 0xff) << 24;
    }
}
