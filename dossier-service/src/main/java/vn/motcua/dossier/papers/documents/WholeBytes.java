package vn.motcua.dossier.papers.documents;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import vn.motcua.dossier.edge.Digests;

/**
 * A file on its way out, weighed as it goes: the last piece of it goes only if all of it is what its hash says. Whoever reads one that is not gets an {@link
 * Altered} in its place, and never a whole file.
 */
final class WholeBytes extends FilterInputStream {

    /** The bytes are others than those that were filed, or more, or fewer. */
    static final class Altered extends IOException {

        private static final long serialVersionUID = 1L;

        private Altered() {
            super("the bytes are not those that were filed");
        }
    }

    private final String sha256;
    private final long bytes;
    private final Runnable lost;
    private final MessageDigest digest = Digests.sha256();
    private long sent;

    /**
     * @param sha256 64 lower-case hexadecimal digits
     * @param bytes more than 0
     * @param lost told once where they are not whole
     */
    WholeBytes(InputStream in, String sha256, long bytes, Runnable lost) {
        super(in);
        this.sha256 = sha256;
        this.bytes = bytes;
        this.lost = lost;
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int at, int most) throws IOException {
        if (sent == bytes) {
            return -1;
        }
        int many = in.read(into, at, most);
        if (many < 0 || many > bytes - sent) {
            throw altered();
        }
        digest.update(into, at, many);
        sent += many;
        if (sent == bytes && (in.read() >= 0 || !sha256.equals(HexFormat.of().formatHex(digest.digest())))) {
            throw altered();
        }
        return many;
    }

    /** What is passed over would not be weighed. */
    @Override
    public long skip(long many) {
        return 0;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    private Altered altered() {
        lost.run();
        return new Altered();
    }
}
