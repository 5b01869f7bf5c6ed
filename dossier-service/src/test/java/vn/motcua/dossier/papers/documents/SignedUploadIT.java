package vn.motcua.dossier.papers.documents;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.motcua.dossier.papers.signing.CraftedPdf;
import vn.motcua.dossier.papers.signing.SignedPdf;
import vn.motcua.dossier.papers.signing.TestSigner;
import vn.motcua.dossier.papers.store.StoreSettings;
import vn.motcua.dossier.proving.Night;
import vn.motcua.dossier.testing.Api;
import vn.motcua.dossier.testing.Api.Answer;
import vn.motcua.dossier.testing.BusinessDay;
import vn.motcua.dossier.testing.Tables;
import vn.motcua.local.testing.LocalInfrastructure;

/** What is found of a file's signatures is kept with it, and one that does not hold is not taken for one. */
@QuarkusTest
@QuarkusTestResource(LocalInfrastructure.class)
@QuarkusTestResource(BusinessDay.class)
@WithTestResource(value = TestSigner.class, scope = TestResourceScope.RESTRICTED_TO_CLASS)
class SignedUploadIT {

    private static final String JUSTICE = "H03.01";
    private static final String COUNTER = """
            {"procedure": "1.900101", "agency": "H03.01", "channel": "COUNTER", "returnMethod": "COUNTER",
             "applicant": {"name": "Hoàng Văn Nam"}, "components": [{"code": "TK", "copies": 1}], "decision": "ACCEPT"}""";

    private final Api reception = Api.as("reception", JUSTICE);

    @Inject
    UploadSweep sweep;

    @Inject
    StoreSettings settings;

    @Inject
    Night night;

    @BeforeEach
    void onAWednesday() {
        BusinessDay.standAt("2022-09-07T09:00");
    }

    @AfterEach
    void goOn() {
        BusinessDay.backToRealTime();
    }

    @Test
    void aSignatureThatHoldsIsSaidSoAndStaysWithTheFile() {
        var accepted = accepted();
        var upload = sent(receipt(accepted), "VALID", "GOOD");

        var added = file(accepted, upload, "SIGNED", false);

        assertThat(added.status()).as(String.valueOf(added.body())).isEqualTo(200);
        assertThat(kept(accepted))
                .isEqualTo("{\"result\":\"VALID\",\"reason\":\"GOOD\",\"signers\":[\"" + TestSigner.NAME + "\"]}");
    }

    @Test
    void aFileThatWasAlteredAfterSigningIsToldAndNotTakenAsSignedNorAsResult() {
        var accepted = accepted();
        var upload = sent(altered(receipt(accepted)), "INVALID", "CONTENT_CHANGED");

        for (var kind : new String[] {"SIGNED", "CERTIFIED_COPY"}) {
            var refused = file(accepted, upload, kind, false);
            assertThat(refused.status()).as(String.valueOf(refused.body())).isEqualTo(422);
            assertThat(refused.body().path("errors").findValuesAsText("pointer"))
                    .containsExactly("/upload");
        }
        assertThat(file(accepted, upload, "SCANNED", true).status()).isEqualTo(422);
        assertThat(file(accepted, upload, "SCANNED", false).status()).isEqualTo(200);
        assertThat(kept(accepted))
                .isEqualTo("{\"result\":\"INVALID\",\"reason\":\"CONTENT_CHANGED\",\"signers\":[\"" + TestSigner.NAME
                        + "\"]}");
    }

    @Test
    void whatAKilledProcessLeftWhereStreamsArriveIsSweptWhileTheServiceRuns() throws IOException {
        var folder = Files.createDirectories(settings.folder().resolve("arriving"));
        var left = Files.write(folder.resolve(UUID.randomUUID() + ".part"), new byte[10]);
        Files.setLastModifiedTime(left, FileTime.from(Instant.now().minus(Duration.ofDays(2))));
        var arriving = Files.write(folder.resolve(UUID.randomUUID() + ".part"), new byte[10]);

        sweep.sweepArrivals();

        assertThat(left).doesNotExist();
        assertThat(arriving).exists();
        Files.delete(arriving);
    }

    @Test
    void whatIsNotSignedIsSaidSoAndWhatIsNoPdfHasNoSignature() {
        sent(SentFiles.pdf("plain"), "UNKNOWN", "NOT_SIGNED");
        assertThat(SentFiles.upload(reception, SentFiles.docx()).body().has("signature"))
                .isFalse();
    }

    @Test
    void whatNobodySignedOrNobodyCouldLookIntoIsNotFiledAsSigned() {
        var accepted = accepted();
        var plain = sent(SentFiles.pdf("plain " + accepted.id()), "UNKNOWN", "NOT_SIGNED");
        var office = SentFiles.upload(reception, SentFiles.docx()).id();
        var trap = sent(CraftedPdf.bomb(1024), "UNKNOWN", "FILE_NOT_LOOKED_INTO");

        for (var upload : new String[] {plain, office, trap}) {
            for (var kind : new String[] {"SIGNED", "CERTIFIED_COPY"}) {
                var refused = file(accepted, upload, kind, false);
                assertThat(refused.status()).as(String.valueOf(refused.body())).isEqualTo(422);
                assertThat(refused.body().path("errors").findValuesAsText("pointer"))
                        .containsExactly("/kind");
            }
        }
        assertThat(file(accepted, trap, "SCANNED", true).body().path("errors").findValuesAsText("pointer"))
                .containsExactly("/upload");
        assertThat(file(accepted, trap, "SCANNED", false).status()).isEqualTo(200);
    }

    @Test
    void whatSomebodySignedWhomNobodyHereKnowsIsForAPersonToJudge() {
        var accepted = accepted();
        var upload = sent(SignedPdf.of("bản khai"), "UNKNOWN", "SIGNER_NOT_TRUSTED");

        assertThat(file(accepted, upload, "SIGNED", false).status()).isEqualTo(200);
    }

    /** Whoever judges a signature has to know whose it is; nobody else does. */
    @Test
    void whoSignedIsToldToWhoeverMayOpenTheFileAndGoesWithItsBytes() {
        var accepted = accepted();
        var pdf = SignedPdf.of("của ai " + accepted.id());
        var upload = SentFiles.upload(reception, pdf);
        var signer = upload.body().at("/signature/signers/0").asText();
        assertThat(signer).isNotBlank();

        assertThat(file(accepted, upload.id(), "SIGNED", false).status()).isEqualTo(200);

        var list = "/v1/dossiers/" + accepted.id() + "/documents";
        assertThat(reception.get(list).body().findValues("signers").toString()).isEqualTo("[[\"" + signer + "\"]]");
        assertThat(Api.as("cashier", JUSTICE).get(list).body().toString()).doesNotContain(signer);
        assertThat(Tables.text("select string_agg(data, '') from event where subject = ?::uuid", accepted.id()))
                .doesNotContain(signer);
        Tables.run(LocalInfrastructure.database(), "delete from document where dossier_id = ?::uuid", accepted.id());
        Tables.run(
                LocalInfrastructure.database(),
                "insert into object_removal (sha256, since) values (?, '2022-09-06T00:00Z')",
                SentFiles.sha256(pdf));
        SentFiles.sweep();
        assertThat(Tables.number("select count(*) from file_signer where sha256 = ?", SentFiles.sha256(pdf)))
                .isZero();
    }

    /** Whoever sends a paper of ours back and deletes it does not delete the paper. */
    @Test
    void thePaperOfTheServiceOutlivesTheUploadOfTheSameBytes() {
        var accepted = accepted();
        var receipt = receipt(accepted);
        var upload = sent(receipt, "VALID", "GOOD");

        assertThat(Api.send(reception.request("/v1/uploads/" + upload).DELETE()).status())
                .isEqualTo(204);
        sweep.sweep().await().atMost(Duration.ofSeconds(20));

        assertThat(receipt(accepted)).isEqualTo(receipt);
    }

    /** The same for a register, whose bytes nothing else refers to. */
    @Test
    void aClosedRegisterOutlivesTheUploadOfTheSameBytes() {
        night.over();
        var closed = reception.ask("/v1/registers/" + JUSTICE + "/originals", Api.key(), "{\"from\": \"2022-09-06\"}");
        assertThat(closed.status()).as(String.valueOf(closed.body())).isEqualTo(201);
        var register = SentFiles.open(reception, closed.text("href")).body();
        var upload = sent(register, "VALID", "GOOD");

        assertThat(Api.send(reception.request("/v1/uploads/" + upload).DELETE()).status())
                .isEqualTo(204);
        sweep.sweep().await().atMost(Duration.ofSeconds(20));

        assertThat(SentFiles.open(reception, closed.text("href")).body()).isEqualTo(register);
        night.noneYet();
    }

    /** Small files that a reader makes a gigabyte of, or goes down into without end: they are told apart, and the service goes on. */
    @Test
    void aCraftedFileIsNotLookedIntoAndHarmsNobody() {
        sent(CraftedPdf.bomb(1024), "UNKNOWN", "FILE_NOT_LOOKED_INTO");
        assertThat(SentFiles.upload(reception, CraftedPdf.nested(2_000_000)).status())
                .isEqualTo(201);

        sent(receipt(accepted()), "VALID", "GOOD");
    }

    private Answer accepted() {
        var accepted = reception.open(COUNTER);
        assertThat(accepted.status()).as(String.valueOf(accepted.body())).isEqualTo(201);
        return accepted;
    }

    private byte[] receipt(Answer accepted) {
        var pdf = SentFiles.open(reception, "/v1/dossiers/" + accepted.id() + "/forms/RECEIPT/1");
        assertThat(pdf.statusCode()).isEqualTo(200);
        return pdf.body();
    }

    /** One bit, early in what was signed, inside the packed words of a page: every reader still opens it. */
    private static byte[] altered(byte[] signed) {
        var changed = signed.clone();
        var at = new String(signed, StandardCharsets.ISO_8859_1).indexOf("stream") + 60;
        changed[at] ^= 1;
        return changed;
    }

    private String sent(byte[] pdf, String result, String reason) {
        var upload = SentFiles.upload(reception, pdf);
        assertThat(upload.status()).as(String.valueOf(upload.body())).isEqualTo(201);
        assertThat(upload.body().path("signature").path("result").asText()).isEqualTo(result);
        assertThat(upload.body().path("signature").path("reason").asText()).isEqualTo(reason);
        return upload.id();
    }

    private Answer file(Answer accepted, String upload, String kind, boolean result) {
        return reception.step(
                accepted.id(),
                "documents",
                accepted.etag(),
                result
                        ? "{\"upload\": \"" + upload + "\", \"kind\": \"" + kind + "\", \"result\": true}"
                        : "{\"upload\": \"" + upload + "\", \"kind\": \"" + kind + "\", \"component\": \"TK\"}");
    }

    private String kept(Answer accepted) {
        return reception
                .get("/v1/dossiers/" + accepted.id() + "/documents")
                .body()
                .path("components")
                .path(0)
                .path("documents")
                .path(0)
                .path("signature")
                .toString();
    }
}
