package vn.motcua.dossier.papers.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.junit.jupiter.api.Test;
import vn.motcua.dossier.papers.signing.SignatureReader.PdfTooCostly;
import vn.motcua.dossier.papers.signing.SignatureReader.UnreadablePdf;
import vn.motcua.dossier.papers.signing.Verdict.Reason;

/** What a crafted file does to whoever reads it, it does to a process of its own. */
class ReadingProcessTest {

    private static final Instant THEN = Instant.parse("2022-06-08T02:00:00Z");
    private static final ReadingProcess READER = new ReadingProcess(128, Duration.ofSeconds(60));

    @Test
    void itFindsWhatTheLibraryFinds() throws Exception {
        var signed = signed();

        var found = READER.read(signed);

        assertThat(found).hasSize(1);
        assertThat(found.get(0))
                .usingRecursiveComparison()
                .isEqualTo(new PdfReader().read(signed).get(0));
        assertThat(READER.read(plain())).isEmpty();
        assertThat(check().judge(signed).reason()).isEqualTo(Reason.SIGNER_NOT_TRUSTED);
    }

    @Test
    void whatIsNoPdfIsSaidToBeNone() {
        assertThatThrownBy(() -> READER.read("không phải PDF".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(UnreadablePdf.class);
        assertThatThrownBy(() -> READER.read(new byte[0])).isInstanceOf(UnreadablePdf.class);
    }

    /** It is small, and no look at its bytes tells: the same file with little in it is read. */
    @Test
    void aFileThatUnpacksIntoAGigabyteEndsItsProcessOnly() throws Exception {
        var bomb = CraftedPdf.bomb(1024);

        assertThat(bomb.length).isLessThan(2 * 1024 * 1024);
        assertThat(PackedParts.areBounded(bomb)).isTrue();
        assertThat(READER.read(CraftedPdf.bomb(1))).isEmpty();
        assertThatThrownBy(() -> READER.read(bomb)).isInstanceOf(PdfTooCostly.class);
        assertThat(check().judge(bomb).reason()).isEqualTo(Reason.FILE_NOT_LOOKED_INTO);
    }

    @Test
    void arraysInArraysEndItsProcessAtWorst() {
        assertThat(check().judge(CraftedPdf.nested(2_000_000)).result()).isEqualTo(Verdict.Result.UNKNOWN);
    }

    @Test
    void whatTakesTooLongIsEnded() {
        var hasty = new ReadingProcess(128, Duration.ofMillis(1));

        assertThatThrownBy(() -> hasty.read(signed())).isInstanceOf(PdfTooCostly.class);
    }

    @Test
    void whatIsSaidOfASignatureComesBackAsItWas() {
        for (var claim : List.of(
                new SignatureClaim("ETSI.CAdES.detached", new int[] {0, 10, 20, 30}, "D:20220608020500+07'00'"),
                new SignatureClaim(null, new int[0], null),
                new SignatureClaim("", new int[] {-1}, " - \n="))) {
            assertThat(ReadingMain.claim(ReadingMain.line(claim)))
                    .usingRecursiveComparison()
                    .isEqualTo(claim);
        }
    }

    private static SignatureCheck check() {
        return new SignatureCheck(READER, new TrustedIssuers(List.of(), false), Clock.fixed(THEN, ZoneOffset.UTC));
    }

    private static byte[] signed() throws Exception {
        var issuer = Certificates.issuer("CN=CA kiểm thử, C=VN");
        return PdfSigning.sign(plain(), Keys.of(Certificates.signer("CN=Sở Tư pháp, C=VN", issuer, "RSA")), THEN);
    }

    private static byte[] plain() throws Exception {
        try (var document = new PDDocument();
                var out = new java.io.ByteArrayOutputStream()) {
            document.addPage(new PDPage());
            document.save(out);
            return out.toByteArray();
        }
    }
}
