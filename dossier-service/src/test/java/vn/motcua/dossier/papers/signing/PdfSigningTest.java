package vn.motcua.dossier.papers.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.motcua.dossier.papers.signing.Certificates.Holder;
import vn.motcua.dossier.papers.signing.Verdict.Finding;
import vn.motcua.dossier.papers.signing.Verdict.Reason;
import vn.motcua.dossier.papers.signing.Verdict.Result;

/** A signature holds as long as nothing changes, and not a byte longer. */
class PdfSigningTest {

    private static final Instant THEN = Instant.parse("2022-06-08T02:05:00Z");
    private static final String PASSWORD = "chi-de-kiem-thu";

    @TempDir
    static Path folder;

    private static Holder issuer;
    private static Holder stranger;
    private static Holder agency;
    private static Signer signer;
    private static byte[] plain;
    private static byte[] signed;

    @BeforeAll
    static void aSignedPaper() throws Exception {
        issuer = Certificates.issuer("CN=CA kiểm thử, C=VN");
        stranger = Certificates.issuer("CN=CA khác, C=VN");
        agency = Certificates.signer("CN=Sở Tư pháp tỉnh Bắc Kạn, C=VN", issuer, "RSA");
        signer = KeyStoreSigner.open(Certificates.keyStore(folder, agency, issuer, PASSWORD), PASSWORD);
        plain = paper();
        signed = PdfSigning.sign(plain, signer, THEN);
    }

    @Test
    void aSignedPaperIsValidAndSaysWhoAndWhen() {
        assertThat(check(THEN).judge(signed))
                .isEqualTo(new Verdict(
                        Result.VALID, Reason.GOOD, List.of(new Finding(Reason.GOOD, "Sở Tư pháp tỉnh Bắc Kạn", THEN))));
    }

    @Test
    void theSignatureStandsBehindWhatWasThere() throws Exception {
        assertThat(signed).startsWith(plain);
        try (var document = Loader.loadPDF(signed)) {
            assertThat(document.getLastSignatureDictionary().getSubFilter()).isEqualTo("ETSI.CAdES.detached");
        }
    }

    @Test
    void aFlippedByteAnywhereInWhatIsSignedIsInvalid() throws Exception {
        int[] range;
        try (var document = Loader.loadPDF(signed)) {
            range = document.getLastSignatureDictionary().getByteRange();
        }
        var wrong = 0;
        for (int at = 0; at < range[1]; at += 61) {
            var verdict = check(THEN).judge(flipped(at));
            assertThat(verdict.result()).as("byte %d: %s", at, verdict.reason()).isNotEqualTo(Result.VALID);
            wrong += verdict.reason() == Reason.CONTENT_CHANGED ? 1 : 0;
        }
        assertThat(wrong).isPositive();
        // In the page's own words, where a reader notices nothing.
        var words = new String(signed, StandardCharsets.ISO_8859_1).indexOf("Nguyen Thi A");
        assertThat(check(THEN).judge(flipped(words)))
                .isEqualTo(new Verdict(
                        Result.INVALID,
                        Reason.CONTENT_CHANGED,
                        List.of(new Finding(Reason.CONTENT_CHANGED, "Sở Tư pháp tỉnh Bắc Kạn", THEN))));
    }

    @Test
    void aFlippedDigitOfTheSignatureIsInvalid() throws Exception {
        int[] range;
        try (var document = Loader.loadPDF(signed)) {
            range = document.getLastSignatureDictionary().getByteRange();
        }
        var changed = signed.clone();
        // Into the middle of what is there; behind it are zeros that only fill the room.
        var last = range[2] - 2;
        while (changed[last] == '0') {
            last--;
        }
        var at = last - 40;
        changed[at] = (byte) (changed[at] == '0' ? '1' : '0');

        assertThat(check(THEN).judge(changed).reason()).isEqualTo(Reason.SIGNATURE_WRONG);
    }

    @Test
    void whatIsPutBehindTheSignatureIsInvalid() {
        var more = (new String(signed, StandardCharsets.ISO_8859_1) + "\n% và thêm nữa\n")
                .getBytes(StandardCharsets.ISO_8859_1);

        assertThat(check(THEN).judge(more).reason()).isEqualTo(Reason.ADDED_AFTERWARDS);
    }

    @Test
    void twoSignaturesInARowBothHoldAndAThirdPageDoesNot() throws Exception {
        var twice = PdfSigning.sign(signed, signer, THEN.plusSeconds(60));
        assertThat(check(THEN.plusSeconds(60)).judge(twice).signatures())
                .extracting(Finding::reason)
                .containsExactly(Reason.GOOD, Reason.GOOD);

        try (var document = Loader.loadPDF(signed)) {
            document.addPage(new PDPage());
            var out = new ByteArrayOutputStream();
            document.saveIncremental(out);
            assertThat(check(THEN).judge(out.toByteArray()).result()).isEqualTo(Result.INVALID);
        }
    }

    @Test
    void aSignerWhomNobodyVouchesForIsUnknown() {
        assertThat(new SignatureCheck(new TrustedIssuers(List.of(stranger.certificate()), false), at(THEN))
                        .judge(signed)
                        .reason())
                .isEqualTo(Reason.SIGNER_NOT_TRUSTED);
        assertThat(new SignatureCheck(new TrustedIssuers(List.of(), false), at(THEN))
                        .judge(signed)
                        .result())
                .isEqualTo(Result.UNKNOWN);
    }

    @Test
    void whoSignsBeforeTheCertificateBeginsIsInvalidAndOneThatHasExpiredSinceIsUnknown() throws Exception {
        var early = PdfSigning.sign(plain, signer, Certificates.BEGIN.minusSeconds(1));

        assertThat(check(THEN).judge(early).reason()).isEqualTo(Reason.CERTIFICATE_NOT_VALID_THEN);
        assertThat(check(Certificates.END.plusSeconds(1)).judge(signed).reason())
                .isEqualTo(Reason.CERTIFICATE_EXPIRED_SINCE);
    }

    @Test
    void aCertificateThatIsNotForSigningIsInvalid() throws Exception {
        var cipher = Certificates.signer("CN=Chỉ để mã hóa, C=VN", issuer, "RSA", KeyUsage.keyEncipherment);

        assertThat(check(THEN)
                        .judge(PdfSigning.sign(plain, Keys.of(cipher), THEN))
                        .reason())
                .isEqualTo(Reason.CERTIFICATE_NOT_FOR_SIGNING);
    }

    @ParameterizedTest
    @ValueSource(strings = {"RSA", "EC"})
    void keysOfEitherKindSign(String algorithm) throws Exception {
        var holder = Certificates.signer("CN=Khóa " + algorithm + ", C=VN", issuer, algorithm);

        assertThat(check(THEN)
                        .judge(PdfSigning.sign(plain, Keys.of(holder), THEN))
                        .result())
                .isEqualTo(Result.VALID);
    }

    @Test
    void whatIsNotSignedOrNoPdfIsUnknown() {
        assertThat(check(THEN).judge(plain)).isEqualTo(new Verdict(Result.UNKNOWN, Reason.NOT_SIGNED, List.of()));
        assertThat(check(THEN)
                        .judge("không phải PDF".getBytes(StandardCharsets.UTF_8))
                        .reason())
                .isEqualTo(Reason.FILE_UNREADABLE);
        assertThat(check(THEN).judge(new byte[0]).reason()).isEqualTo(Reason.FILE_UNREADABLE);
    }

    @Test
    void aWrongPasswordIsToldAtStart() {
        assertThatThrownBy(() -> KeyStoreSigner.open(folder.resolve("signer.p12"), "sai"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("signer.p12 cannot be read");
    }

    private static byte[] flipped(int at) {
        var changed = signed.clone();
        changed[at] ^= 1;
        return changed;
    }

    private static SignatureCheck check(Instant now) {
        return new SignatureCheck(new TrustedIssuers(List.of(issuer.certificate()), false), at(now));
    }

    private static Clock at(Instant now) {
        return Clock.fixed(now, ZoneOffset.UTC);
    }

    /** A page with an uncompressed text in its information, so that a byte of it can be found. */
    private static byte[] paper() throws Exception {
        try (var document = new PDDocument()) {
            document.addPage(new PDPage());
            document.getDocumentInformation().setTitle("Nguyen Thi A");
            var out = new ByteArrayOutputStream();
            document.save(out, org.apache.pdfbox.pdfwriter.compress.CompressParameters.NO_COMPRESSION);
            return out.toByteArray();
        }
    }
}
