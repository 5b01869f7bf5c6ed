package vn.motcua.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.qrcode.QRCodeWriter;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.SignerInfoGeneratorBuilder;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.operator.bc.BcDigestCalculatorProvider;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PaperCheckTest {

    private static final String SQUARE = "H03.01-220608-0001 2 sha256:" + "ab".repeat(32);

    @TempDir
    static Path folder;

    private static KeyPair key;
    private static X509CertificateHolder certificate;
    private static PaperCheck check;

    @BeforeAll
    static void aKey() throws Exception {
        key = pair();
        certificate = certificate(key);
        check = new PaperCheck(pem("own.pem", certificate));
    }

    @Test
    void aPaperThatIsSignedAsAWholeAndSaysWhatItMustIsGood() throws Exception {
        assertThat(check.faults(signed(SQUARE), SQUARE)).isEmpty();
        assertThat(check.faults(signed(null), null))
                .as("a register need have none")
                .isEmpty();
    }

    @Test
    void onePaperIsNotAnother() throws Exception {
        assertThat(check.faults(signed(SQUARE), SQUARE.replace(" 2 ", " 3 ")))
                .singleElement()
                .asString()
                .contains("has no square");
        assertThat(check.faults(signed(null), SQUARE))
                .singleElement()
                .asString()
                .contains("has no square");
    }

    @Test
    void aPaperThatNobodySignedIsNone() throws Exception {
        assertThat(check.faults(unsigned(SQUARE), SQUARE)).containsExactly("bears 0 signatures instead of one");
        assertThat(check.faults("no pdf".getBytes(StandardCharsets.UTF_8), null))
                .singleElement()
                .asString()
                .startsWith("is no PDF");
    }

    @Test
    void whatWasChangedOrAddedAfterwardsIsSeen() throws Exception {
        var altered = signed(SQUARE);
        // Within the first line, which no reader minds.
        altered[7] = (byte) (altered[7] == '7' ? '6' : '7');
        assertThat(check.faults(altered, SQUARE)).singleElement().asString().contains("does not hold");
        var longer = Arrays.copyOf(signed(SQUARE), signed(SQUARE).length + 1);
        longer[longer.length - 1] = '\n';
        assertThat(check.faults(longer, SQUARE)).containsExactly("is not signed as a whole");
    }

    @Test
    void anotherKeysSignatureIsNotTheAgencys() throws Exception {
        var stranger = new PaperCheck(pem("other.pem", certificate(pair())));
        assertThat(stranger.faults(signed(SQUARE), SQUARE))
                .singleElement()
                .asString()
                .contains("sign");
    }

    private static byte[] unsigned(String square) throws Exception {
        try (var document = new PDDocument()) {
            var page = new PDPage();
            document.addPage(page);
            if (square != null) {
                try (var content = new PDPageContentStream(document, page)) {
                    content.drawImage(LosslessFactory.createFromImage(document, picture(square)), 50, 600);
                }
            }
            var out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        }
    }

    private static byte[] signed(String square) throws Exception {
        try (var document = Loader.loadPDF(unsigned(square))) {
            var signature = new PDSignature();
            signature.setFilter(PDSignature.FILTER_ADOBE_PPKLITE);
            signature.setSubFilter(PDSignature.SUBFILTER_ETSI_CADES_DETACHED);
            document.addSignature(signature, content -> cms(content.readAllBytes()));
            var out = new ByteArrayOutputStream();
            document.saveIncremental(out);
            return out.toByteArray();
        }
    }

    private static byte[] cms(byte[] content) throws IOException {
        try {
            var generator = new CMSSignedDataGenerator();
            generator.addSignerInfoGenerator(new SignerInfoGeneratorBuilder(new BcDigestCalculatorProvider())
                    .build(new JcaContentSignerBuilder("SHA256withRSA").build(key.getPrivate()), certificate));
            generator.addCertificate(certificate);
            return generator
                    .generate(new CMSProcessableByteArray(content), false)
                    .getEncoded();
        } catch (Exception failed) {
            throw new IOException(failed);
        }
    }

    private static BufferedImage picture(String text) throws Exception {
        var matrix = new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, 300, 300);
        var picture = new BufferedImage(matrix.getWidth(), matrix.getHeight(), BufferedImage.TYPE_BYTE_GRAY);
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                picture.setRGB(x, y, matrix.get(x, y) ? 0x000000 : 0xFFFFFF);
            }
        }
        return picture;
    }

    private static KeyPair pair() throws Exception {
        var generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        return generator.generateKeyPair();
    }

    private static X509CertificateHolder certificate(KeyPair of) throws Exception {
        var name = new X500Name("CN=Thu");
        return new JcaX509v3CertificateBuilder(
                        name,
                        BigInteger.ONE,
                        Date.from(Instant.parse("2018-06-21T00:00:00Z")),
                        Date.from(Instant.parse("2038-06-21T00:00:00Z")),
                        name,
                        of.getPublic())
                .build(new JcaContentSignerBuilder("SHA256withRSA").build(of.getPrivate()));
    }

    private static Path pem(String file, X509CertificateHolder certificate) throws IOException {
        var text = new StringWriter();
        try (var pem = new JcaPEMWriter(text)) {
            pem.writeObject(certificate);
        }
        return Files.write(folder.resolve(file), List.of(text.toString()));
    }
}
