package vn.motcua.local.demo;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.apache.pdfbox.text.PDFTextStripper;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;

/**
 * What anybody sees of a paper who has nothing but its file and the agency's certificate: whether that signed it, all of it, and what its square says.
 * Apart from the code that signs, so that the two check each other.
 */
final class PaperCheck {

    private static final String PADES = "ETSI.CAdES.detached";

    private static final Pattern RATING_CODE = Pattern.compile("Mã đánh giá:\\s+(\\w{5}-\\w{5})");

    private final X509Certificate certificate;

    /** @param certificate PEM: whose signature is believed */
    PaperCheck(Path certificate) {
        try (var in = Files.newInputStream(certificate)) {
            this.certificate =
                    (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("no certificate can be read from " + certificate, unreadable);
        } catch (CertificateException garbled) {
            throw new IllegalStateException(certificate + " holds no certificate", garbled);
        }
    }

    /**
     * What is wrong with it; empty if it is as it must be.
     *
     * @param square what its QR code has to say; null where it need not have one
     */
    List<String> faults(byte[] pdf, String square) {
        try (var document = Loader.loadPDF(pdf)) {
            var faults = new ArrayList<String>();
            signature(pdf, document).ifPresent(faults::add);
            if (square != null) {
                square(document, square).ifPresent(faults::add);
            }
            return faults;
        } catch (IOException noPdf) {
            return List.of("is no PDF: " + noPdf.getMessage());
        }
    }

    /** The code by which its holder rates; empty where it bears none. */
    Optional<String> ratingCode(byte[] pdf) {
        try (var document = Loader.loadPDF(pdf)) {
            return RATING_CODE
                    .matcher(new PDFTextStripper().getText(document))
                    .results()
                    .map(found -> found.group(1))
                    .findFirst();
        } catch (IOException noPdf) {
            throw new UncheckedIOException(noPdf);
        }
    }

    private Optional<String> signature(byte[] pdf, PDDocument document) throws IOException {
        var signatures = document.getSignatureDictionaries();
        if (signatures.size() != 1) {
            return Optional.of("bears " + signatures.size() + " signatures instead of one");
        }
        var signature = signatures.get(0);
        if (!PADES.equals(signature.getSubFilter())) {
            return Optional.of("is not signed by PAdES but by " + signature.getSubFilter());
        }
        if (!coversAll(pdf, signature)) {
            return Optional.of("is not signed as a whole");
        }
        try {
            var signed = new CMSSignedData(
                    new CMSProcessableByteArray(signature.getSignedContent(pdf)), signature.getContents(pdf));
            for (var signer : signed.getSignerInfos().getSigners()) {
                if (!signer.verify(new JcaSimpleSignerInfoVerifierBuilder().build(certificate))) {
                    return Optional.of("was not signed with the agency's key");
                }
            }
            return signed.getSignerInfos().size() == 1
                    ? Optional.empty()
                    : Optional.of("was signed by " + signed.getSignerInfos().size());
        } catch (CMSException | OperatorCreationException wrong) {
            return Optional.of("has a signature that does not hold: " + wrong.getMessage());
        }
    }

    /** All but the signature's own digits, from the first byte to the last. */
    private static boolean coversAll(byte[] pdf, PDSignature signature) {
        var range = signature.getByteRange();
        return range.length == 4
                && range[0] == 0
                && (long) range[2] + range[3] == pdf.length
                && pdf[range[1]] == '<'
                && pdf[range[2] - 1] == '>';
    }

    private static Optional<String> square(PDDocument document, String due) throws IOException {
        var said = new ArrayList<String>();
        var resources = document.getPage(document.getNumberOfPages() - 1).getResources();
        // A page with nothing on it has none.
        for (var name : resources == null ? List.<COSName>of() : resources.getXObjectNames()) {
            if (resources.getXObject(name) instanceof PDImageXObject picture) {
                said.add(read(picture.getImage()));
            }
        }
        return said.contains(due)
                ? Optional.empty()
                : Optional.of("has no square on its last page that says " + due + ", but " + said);
    }

    /** Null where it is no square, or none that can be read. */
    private static String read(BufferedImage picture) {
        var pixels = picture.getRGB(0, 0, picture.getWidth(), picture.getHeight(), null, 0, picture.getWidth());
        try {
            return new QRCodeReader()
                    .decode(new BinaryBitmap(new HybridBinarizer(
                            new RGBLuminanceSource(picture.getWidth(), picture.getHeight(), pixels))))
                    .getText();
        } catch (ReaderException unreadable) {
            return null;
        }
    }
}
