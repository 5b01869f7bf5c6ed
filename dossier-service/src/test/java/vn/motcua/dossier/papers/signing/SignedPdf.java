package vn.motcua.dossier.papers.signing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;

/** PDFs as people sign them elsewhere: the signature holds, and nobody here vouches for who it is by. */
public final class SignedPdf {

    private static final Instant THEN = Instant.parse("2022-06-08T02:05:00Z");

    private static Signer stranger;

    private SignedPdf() {}

    /** One page; another text makes another file. */
    public static byte[] of(String text) {
        try {
            return PdfSigning.sign(page(text), stranger(), THEN);
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static byte[] page(String text) throws IOException {
        try (var document = new PDDocument()) {
            document.addPage(new PDPage());
            document.getDocumentInformation().setTitle(text);
            var out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        }
    }

    private static synchronized Signer stranger() throws Exception {
        if (stranger == null) {
            stranger = Keys.of(Certificates.signer(
                    "CN=Nguyễn Thị Hoa, C=VN", Certificates.issuer("CN=CA của người dân, C=VN"), "RSA"));
        }
        return stranger;
    }
}
