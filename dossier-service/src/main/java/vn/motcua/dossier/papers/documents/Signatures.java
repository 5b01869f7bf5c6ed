package vn.motcua.dossier.papers.documents;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Semaphore;
import vn.motcua.dossier.papers.signing.SignatureCheck;
import vn.motcua.dossier.papers.signing.Verdict;
import vn.motcua.dossier.papers.signing.Verdict.Reason;

/**
 * What is to be thought of the signatures of a file that was sent. A signed PDF is read into memory for it, by a process of its own, one at a
 * time and none above the limit; every other file only passes by. Waits: for worker threads only.
 */
@ApplicationScoped
class Signatures {

    private static final int BUFFER = 64 * 1024;
    /** Every signature says in plain bytes what it covers, also where the rest of the file is packed. */
    private static final byte[] SIGN = "/ByteRange".getBytes(ISO_8859_1);

    private final SignatureCheck check;
    private final DocumentLimits limits;
    private final DocumentMetrics metrics;
    private final Semaphore turn = new Semaphore(1, true);

    Signatures(SignatureCheck check, DocumentLimits limits, DocumentMetrics metrics) {
        this.check = check;
        this.limits = limits;
        this.metrics = metrics;
    }

    Verdict judge(Path pdf) throws IOException {
        var verdict = judged(pdf);
        metrics.judged(verdict.reason());
        return verdict;
    }

    private Verdict judged(Path pdf) throws IOException {
        if (!isSigned(pdf)) {
            return Verdict.without(Reason.NOT_SIGNED);
        }
        if (Files.size(pdf) > limits.maxSignedBytes()) {
            return Verdict.without(Reason.FILE_NOT_LOOKED_INTO);
        }
        turn.acquireUninterruptibly();
        try {
            return check.judge(Files.readAllBytes(pdf));
        } finally {
            turn.release();
        }
    }

    private static boolean isSigned(Path pdf) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(pdf), BUFFER)) {
            int found = 0;
            for (int next = in.read(); next >= 0 && found < SIGN.length; next = in.read()) {
                // Only its first sign is a slash: whatever breaks it off can at most begin it again.
                found = next == SIGN[found] ? found + 1 : next == SIGN[0] ? 1 : 0;
            }
            return found == SIGN.length;
        }
    }
}
