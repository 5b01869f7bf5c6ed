package vn.motcua.dossier.papers.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.motcua.dossier.papers.signing.Certificates.Holder;
import vn.motcua.dossier.papers.signing.Verdict.Result;

/** Signing with a key that somebody else holds, over real HTTP. */
class RemoteSignerTest {

    private static final Instant THEN = Instant.parse("2022-06-08T02:05:00Z");
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private Holder issuer;
    private SigningService service;
    private byte[] pdf;

    @BeforeEach
    void aServiceAndAPaper() throws Exception {
        issuer = Certificates.issuer("CN=CA kiểm thử, C=VN");
        service = new SigningService(Certificates.signer("CN=Sở Tư pháp tỉnh Bắc Kạn, C=VN", issuer, "RSA"));
        try (var document = new PDDocument()) {
            document.addPage(new PDPage());
            document.getDocumentInformation().setTitle("Nguyễn Thị Bí Mật");
            var out = new ByteArrayOutputStream();
            document.save(out);
            pdf = out.toByteArray();
        }
    }

    @AfterEach
    void end() {
        service.close();
    }

    @Test
    void theServiceSignsAHashAndTheSignatureHolds() throws Exception {
        var signer = signer(SigningService.TOKEN, SigningService.PIN);
        var check = new SignatureCheck(
                new TrustedIssuers(List.of(issuer.certificate()), false), Clock.fixed(THEN, ZoneOffset.UTC));

        assertThat(check.judge(PdfSigning.sign(pdf, signer, THEN)).result()).isEqualTo(Result.VALID);
        assertThat(check.judge(PdfSigning.sign(pdf, signer, THEN)).result()).isEqualTo(Result.VALID);
        // The certificate once, then two requests a signature, none of which holds more than a hash.
        assertThat(service.seen())
                .hasSize(5)
                .allSatisfy(request -> assertThat(request.length()).isLessThan(400));
    }

    @Test
    void aServiceThatIsAwayOrRefusesIsToldAsSuch() {
        assertThatThrownBy(() -> PdfSigning.sign(pdf, signer("sai", SigningService.PIN), THEN))
                .isInstanceOf(SigningAway.class)
                .hasMessage("the signing service answered 401 to credentials/info");
        assertThatThrownBy(() -> PdfSigning.sign(pdf, signer(SigningService.TOKEN, "111111"), THEN))
                .isInstanceOf(SigningAway.class)
                .hasMessage("the signing service answered 400 to credentials/authorize");
        service.goAway();
        assertThatThrownBy(() -> PdfSigning.sign(pdf, signer(SigningService.TOKEN, SigningService.PIN), THEN))
                .isInstanceOf(SigningAway.class)
                .hasMessageContaining("503");
        service.close();
        assertThatThrownBy(() -> PdfSigning.sign(pdf, signer(SigningService.TOKEN, SigningService.PIN), THEN))
                .isInstanceOf(SigningAway.class)
                .hasMessage("the signing service cannot be asked for credentials/info");
    }

    /** Whatever it answers is on a paper for good: it has to hold. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "{\"signatures\":[]}",
                "{\"signatures\":[\"\"]}",
                "{\"signatures\":[\"###\"]}",
                "{\"signatures\":[\"AAAA\"]}",
                "{\"signatures\":[null]}",
                "{\"error\":\"busy\"}"
            })
    void anAnswerThatIsNoSignatureSignsNothing(String answer) {
        service.garble(answer);

        assertThatThrownBy(() -> PdfSigning.sign(pdf, signer(SigningService.TOKEN, SigningService.PIN), THEN))
                .isInstanceOf(SigningAway.class)
                .hasMessageStartingWith("the signing service's");
    }

    @Test
    void aCredentialThatGotAnotherKeySignsWithItsNewCertificateFromTheNextPaperOn() throws Exception {
        var signer = signer(SigningService.TOKEN, SigningService.PIN);
        PdfSigning.sign(pdf, signer, THEN);
        service.renew(Certificates.signer("CN=Sở Tư pháp tỉnh Bắc Kạn, C=VN", issuer, "RSA"));

        assertThatThrownBy(() -> PdfSigning.sign(pdf, signer, THEN))
                .isInstanceOf(SigningAway.class)
                .hasMessage("the signing service's signature does not go with its certificate");

        var check = new SignatureCheck(
                new TrustedIssuers(List.of(issuer.certificate()), false), Clock.fixed(THEN, ZoneOffset.UTC));
        assertThat(check.judge(PdfSigning.sign(pdf, signer, THEN)).result()).isEqualTo(Result.VALID);
    }

    private Signer signer(String token, String pin) {
        return new RemoteSigner(
                new RemoteSigner.Account(service.url(), token, SigningService.CREDENTIAL, pin, PATIENCE));
    }
}
