package vn.motcua.dossier.papers.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import vn.motcua.dossier.papers.signing.SignedPdf;
import vn.motcua.dossier.testing.Api;
import vn.motcua.dossier.testing.Api.Answer;
import vn.motcua.dossier.testing.BusinessDay;
import vn.motcua.dossier.testing.Tables;
import vn.motcua.local.testing.LocalInfrastructure;

/** Files from the upload area into dossiers and out again, over HTTP. */
@QuarkusTest
@QuarkusTestResource(LocalInfrastructure.class)
@QuarkusTestResource(BusinessDay.class)
class DocumentIT {

    /** What is published of each file, from what is kept of it. */
    private static final String DIGESTS =
            "select 'sha256:' || encode(sha256(convert_to(salt || sha256, 'UTF8')), 'hex') from document where dossier_id = ?::uuid order by id";

    private static final String JUSTICE = "H03.01";
    private static final String ELECTRONIC = """
            {"procedure": "1.900109", "agency": "H03.01", "channel": "ONLINE", "returnMethod": "ELECTRONIC",
             "applicant": {"name": "Nguyễn Thị Hoa", "phone": "0912 345 678", "notifyBySms": true}, "documents": [%s]}""";
    private static final String COUNTER = """
            {"procedure": "1.900101", "agency": "H03.01", "channel": "COUNTER", "returnMethod": "COUNTER",
             "applicant": {"name": "Hoàng Văn Nam"}, "decision": "ACCEPT",
             "components": [{"code": "TK", "originals": 1}, {"code": "CCCD", "copies": 2}]}""";

    private final String owner = "c-" + UUID.randomUUID();
    private final Api citizen = Api.citizen(owner);
    private final Api reception = Api.as("reception", JUSTICE);
    private final Api officer = Api.as("officer", JUSTICE);
    private final Api clerk = Api.as("clerk", JUSTICE);
    private final Api leader = Api.as("leader", JUSTICE);

    @BeforeEach
    void onAWednesday() {
        BusinessDay.standAt("2022-09-07T09:00");
    }

    @AfterEach
    void goOn() {
        BusinessDay.backToRealTime();
    }

    @Test
    void aSubmissionWithoutTheFilesThatItNeedsIsToldWhichAreMissing() {
        var refused = citizen.open(ELECTRONIC.formatted(file(signed(citizen, "tk"), "TK", "SIGNED")));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body().path("errors")).hasSize(1);
        assertThat(refused.body().path("errors").path(0).path("pointer").asText())
                .isEqualTo("/documents");
        assertThat(refused.body().path("errors").toString()).contains("CCCD").doesNotContain("UQ");
        assertThat(refused.body().path("errors").toString()).doesNotContain("component TK");
    }

    @Test
    void filesComeWithTheSubmissionAndStandInItsFact() throws Exception {
        var submitted = submitted();

        var event = Api.JSON.readTree(
                Tables.text("select data from event where subject = ?::uuid and sequence = 1", submitted.id()));
        assertThat(event.path("documents").findValuesAsText("component")).containsExactly("TK", "CCCD");
        assertThat(event.path("documents").findValuesAsText("kind")).containsExactly("SIGNED", "CERTIFIED_COPY");
        assertThat(event.toString()).doesNotContain("Hoa", "0912");
        var hashes =
                Tables.column("select sha256 from document where dossier_id = ?::uuid order by id", submitted.id());
        assertThat(hashes).allMatch(SentFiles::isStored).noneMatch(event.toString()::contains);
        assertThat(Tables.column(DIGESTS, submitted.id()))
                .as("whoever may open the files can check them")
                .containsExactlyElementsOf(event.path("documents").findValuesAsText("digest"));
        assertThat(Tables.number("select count(*) from upload where account = ?", "citizen-" + owner))
                .isZero();
    }

    @Test
    void theSameSubmissionAgainIsAnsweredAsBeforeThoughItsUploadsAreUsed() {
        var body = ELECTRONIC.formatted(both());
        var key = Api.key();

        var first = Api.send(citizen.post("/v1/dossiers", body).header("Idempotency-Key", key));
        var again = Api.send(citizen.post("/v1/dossiers", body).header("Idempotency-Key", key));

        assertThat(first.status()).as(String.valueOf(first.body())).isEqualTo(201);
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.id()).isEqualTo(first.id());
        assertThat(citizen.open(body).status()).isEqualTo(422);
    }

    @Test
    void ofManyWhoUseTheSameUploadAtOnceOneHasIt() {
        var body = ELECTRONIC.formatted(both());

        var answers = IntStream.range(0, 6)
                .mapToObj(n -> Api.sendAsync(citizen.post("/v1/dossiers", body).header("Idempotency-Key", Api.key())))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();

        assertThat(answers).extracting(Answer::status).containsOnly(201, 422);
        assertThat(answers.stream().filter(answer -> answer.status() == 201)).hasSize(1);
        assertThat(Tables.number("select count(*) from dossier where citizen = ?", owner))
                .isEqualTo(1);
        assertThat(Tables.number(
                        "select count(*) from creation c join dossier d on d.id = c.dossier_id where d.citizen = ?",
                        owner))
                .isEqualTo(1);
    }

    @Test
    void somebodyElsesUploadIsNoUpload() {
        var theirs = sent(Api.citizen("c-else"), "theirs");
        var refused = citizen.open(ELECTRONIC.formatted(
                file(signed(citizen, "mine"), "TK", "SIGNED") + "," + file(theirs, "CCCD", "SCANNED")));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body().path("errors").findValuesAsText("pointer")).contains("/documents/1/upload");
        assertThat(delete(Api.citizen("c-else"), theirs)).isEqualTo(204);
    }

    @Test
    void aScannedPaperIsAStepOfTheDossierAndAFactForAll() throws Exception {
        var accepted = reception.open(COUNTER);
        assertThat(accepted.status()).as(String.valueOf(accepted.body())).isEqualTo(201);
        assertThat(steps(accepted)).contains("/v1/dossiers/" + accepted.id() + "/documents");
        var upload = sent(reception, "scan");

        var added = reception.step(accepted.id(), "documents", accepted.etag(), file(upload, "CCCD", "SCANNED"));

        assertThat(added.status()).as(String.valueOf(added.body())).isEqualTo(200);
        assertThat(added.etag()).isEqualTo("\"2\"");
        assertThat(added.text("status")).isEqualTo("ACCEPTED");
        var event = Api.JSON.readTree(Tables.text(
                "select data from event where subject = ?::uuid and type = 'vn.motcua.dossier.document-added.v1'",
                accepted.id()));
        assertThat(event.path("document").path("component").asText()).isEqualTo("CCCD");
        assertThat(event.path("document").path("pages").asInt()).isEqualTo(2);
        assertThat(event.path("actor").path("role").asText()).isEqualTo("RECEPTION");
        assertThat(reception
                        .step(accepted.id(), "documents", accepted.etag(), file(upload, "TK", "SCANNED"))
                        .status())
                .isEqualTo(412);
        assertThat(reception
                        .step(accepted.id(), "documents", added.etag(), file(upload, "TK", "SCANNED"))
                        .status())
                .isEqualTo(422);
    }

    @Test
    void theSameScanAgainIsAnsweredAsBefore() {
        var accepted = reception.open(COUNTER);
        var body = file(sent(reception, "again"), "CCCD", "SCANNED");
        var key = Api.key();

        var first = reception.step(accepted.id(), "documents", accepted.etag(), key, body);
        var again = reception.step(accepted.id(), "documents", accepted.etag(), key, body);

        assertThat(again.status()).as(String.valueOf(again.body())).isEqualTo(200);
        assertThat(again.etag()).isEqualTo(first.etag());
        assertThat(Tables.number("select count(*) from document where dossier_id = ?::uuid", accepted.id()))
                .isEqualTo(1);
    }

    @Test
    void theChecklistSetsWhatIsAskedForBesideWhatIsThere() {
        var accepted = reception.open(COUNTER);
        var added = reception.step(
                accepted.id(), "documents", accepted.etag(), file(sent(reception, "one"), "CCCD", "SCANNED"));
        reception.step(accepted.id(), "documents", added.etag(), "{\"upload\": \"" + sent(reception, "two") + "\"}");

        var checklist =
                reception.get("/v1/dossiers/" + accepted.id() + "/documents").body();

        var items = checklist.path("components");
        assertThat(items.findValuesAsText("code")).containsExactly("TK", "CCCD", "UQ");
        assertThat(items.path(0).path("originalsReceived").asInt()).isEqualTo(1);
        assertThat(items.path(0).path("complete").asBoolean()).isTrue();
        assertThat(items.path(1).path("copies").asInt()).isEqualTo(1);
        assertThat(items.path(1).path("copiesReceived").asInt()).isEqualTo(2);
        assertThat(items.path(1).path("documents")).hasSize(1);
        assertThat(items.path(2).has("copiesReceived")).isFalse();
        assertThat(items.path(2).path("complete").asBoolean()).isTrue();
        assertThat(checklist.path("others")).hasSize(1);
        assertThat(checklist.path("results")).isEmpty();
    }

    @Test
    void aFileIsOpenedByThoseWhoMayAndEachTimeIsNoted() {
        var submitted = submitted();
        var one = citizen.get("/v1/dossiers/" + submitted.id() + "/documents")
                .body()
                .path("components")
                .path(0)
                .path("documents")
                .path(0);
        var href = one.path("href").asText();

        var opened = SentFiles.open(citizen, href);
        assertThat(opened.statusCode()).isEqualTo(200);
        assertThat(SentFiles.sha256(opened.body())).isEqualTo(one.path("sha256").asText());
        assertThat(opened.headers().firstValue("Content-Type")).contains("application/pdf");
        assertThat(opened.headers().firstValue("Content-Length")).contains(Integer.toString(opened.body().length));
        assertThat(opened.headers().firstValue("Content-Disposition").orElse(""))
                .matches("attachment; filename=\"H03\\.01-220907-\\d{4}-TK-[0-9a-f]{6}\\.pdf\"");
        assertThat(opened.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(opened.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(SentFiles.open(officer, href).statusCode()).isEqualTo(200);

        assertThat(SentFiles.open(Api.citizen("c-neighbour"), href).statusCode())
                .isEqualTo(404);
        assertThat(SentFiles.open(Api.as("officer", "H03.02"), href).statusCode())
                .isEqualTo(404);
        assertThat(SentFiles.open(Api.as("cashier", JUSTICE), href).statusCode())
                .isEqualTo(403);
        assertThat(SentFiles.open(Api.as("operator", "H03"), href).statusCode()).isEqualTo(403);
        assertThat(SentFiles.open(
                                citizen,
                                href.replaceAll("[^/]+$", UUID.randomUUID().toString()))
                        .statusCode())
                .isEqualTo(404);
        assertThat(Tables.rows(
                        "select account, roles, agency from reading where dossier_id = ?::uuid order by id",
                        submitted.id()))
                .containsExactly(
                        java.util.Arrays.asList("citizen-" + owner, "citizen", null),
                        List.of("officer-1", "officer", JUSTICE));
    }

    /** A small one is weighed before its first byte goes out, a large one while it goes; nobody waits for a rest that does not come. */
    @Test
    @Timeout(45)
    void aFileThatIsNotWhatItWasIsNotOpened() throws Exception {
        var accepted = reception.open(COUNTER);
        for (var text : List.of("small", "large ".repeat(200_000))) {
            var file = SentFiles.pdf(text + UUID.randomUUID());
            var seen = reception.get("/v1/dossiers/" + accepted.id());
            reception.step(
                    accepted.id(),
                    "documents",
                    seen.etag(),
                    file(SentFiles.upload(reception, file).id(), "CCCD", "SCANNED"));
            var href = "/v1/dossiers/" + accepted.id() + "/documents/"
                    + Tables.text(
                            "select id from document where dossier_id = ?::uuid and sha256 = ?",
                            accepted.id(),
                            SentFiles.sha256(file));
            assertThat(SentFiles.open(reception, href).body()).isEqualTo(file);

            var lies = SentFiles.lies(SentFiles.sha256(file));
            var altered = file.clone();
            altered[altered.length / 2] ^= 1;
            Files.write(lies, altered);

            if (file.length < 1000) {
                assertThat(SentFiles.open(reception, href).statusCode()).isEqualTo(503);
            } else {
                assertThatThrownBy(() -> SentFiles.open(reception, href)).isInstanceOf(UncheckedIOException.class);
            }
            Files.delete(lies);
            assertThat(SentFiles.open(reception, href).statusCode()).isEqualTo(503);
        }
        assertThat(RestAssured.get("/q/metrics").asString()).contains("motcua_document_lost_total 4.0");
    }

    @Test
    void aFileIsNotOpenedThroughAnotherDossier() {
        var first = submitted();
        var second = submitted();
        var document = Tables.text("select id from document where dossier_id = ?::uuid limit 1", first.id());

        assertThat(SentFiles.open(citizen, "/v1/dossiers/" + second.id() + "/documents/" + document)
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void anElectronicResultIsAFileThatTheCitizenOpensOnceItIsDecided() throws Exception {
        var submitted = submitted();
        var accepted = reception.step(submitted.id(), "acceptance", submitted.etag(), "{}");
        var begun = officer.step(accepted.id(), "processing", accepted.etag(), "{}");
        var granted = "{\"outcome\": \"GRANTED\", \"resultReference\": \"12/TLHT\"}";
        var barred = leader.step(begun.id(), "completion", begun.etag(), granted);
        assertThat(barred.status()).isEqualTo(409);
        assertThat(barred.text("reason")).isEqualTo("RESULT_FILE_MISSING");

        var result = SignedPdf.of("result " + owner);
        var upload = SentFiles.upload(clerk, result).id();
        var attached = clerk.step(
                begun.id(),
                "documents",
                begun.etag(),
                "{\"upload\": \"" + upload + "\", \"kind\": \"SIGNED\", \"result\": true}");
        assertThat(attached.status()).as(String.valueOf(attached.body())).isEqualTo(200);
        var href = "/v1/dossiers/" + begun.id() + "/documents/"
                + Tables.text("select id from document where dossier_id = ?::uuid and result", begun.id());
        assertThat(SentFiles.open(citizen, href).statusCode()).isEqualTo(404);
        assertThat(results(citizen, begun)).isEmpty();
        assertThat(results(officer, begun)).hasSize(1);

        var completed = leader.step(begun.id(), "completion", attached.etag(), granted);
        assertThat(completed.status()).as(String.valueOf(completed.body())).isEqualTo(200);
        assertThat(SentFiles.open(citizen, href).body()).isEqualTo(result);
        assertThat(results(citizen, begun)).hasSize(1);
        var returned = citizen.step(
                begun.id(), "return", completed.etag(), "{\"via\": \"ONLINE\", \"identityChecked\": true}");
        assertThat(returned.text("status")).isEqualTo("RETURNED");
        assertThat(SentFiles.open(citizen, href).statusCode()).isEqualTo(200);
    }

    @Test
    void aFileOfAnEarlierDossierOfTheSameCitizenIsUsedAgainWithoutBeingSent() throws Exception {
        var earlier = submitted();
        var document =
                Tables.text("select id from document where dossier_id = ?::uuid and component = 'CCCD'", earlier.id());
        var reuse = "{\"document\": \"" + document + "\", \"component\": \"CCCD\"}";
        var body = ELECTRONIC.formatted(file(signed(citizen, "new tk"), "TK", "SIGNED") + "," + reuse);

        var later = citizen.open(body);

        assertThat(later.status()).as(String.valueOf(later.body())).isEqualTo(201);
        var event = Api.JSON.readTree(
                Tables.text("select data from event where subject = ?::uuid and sequence = 1", later.id()));
        assertThat(event.path("documents").path(1).path("kind").asText()).isEqualTo("REUSED");
        assertThat(Tables.text(
                        "select source from document where dossier_id = ?::uuid and component = 'CCCD'", later.id()))
                .isEqualTo(document);
        assertThat(Tables.number(
                        "select count(distinct sha256) from document where component = 'CCCD' and dossier_id in (?::uuid, ?::uuid)",
                        earlier.id(),
                        later.id()))
                .isEqualTo(1);
        assertThat(Tables.column(DIGESTS, later.id()))
                .as("nobody else sees that it is the same file")
                .doesNotContainAnyElementsOf(Tables.column(DIGESTS, earlier.id()));

        var stranger = Api.citizen("c-stranger-" + owner);
        var refused = stranger.open(ELECTRONIC.formatted(file(signed(stranger, "x"), "TK", "SIGNED") + "," + reuse));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body().path("errors").findValuesAsText("pointer")).contains("/documents/1/document");
    }

    @Test
    void theApplicantAddsFilesUntilTheAgencyHasTakenTheDossierIn() {
        var submitted = submitted();
        var added = citizen.step(
                submitted.id(), "documents", submitted.etag(), file(sent(citizen, "later"), "UQ", "SCANNED"));
        assertThat(added.status()).as(String.valueOf(added.body())).isEqualTo(200);
        var accepted = reception.step(submitted.id(), "acceptance", added.etag(), "{}");

        var barred = citizen.step(
                submitted.id(), "documents", accepted.etag(), file(sent(citizen, "too late"), "UQ", "SCANNED"));

        assertThat(barred.status()).isEqualTo(409);
        assertThat(barred.text("reason")).isEqualTo("OTHER_ROLE");
        assertThat(Api.citizen("c-x")
                        .step(
                                submitted.id(),
                                "documents",
                                accepted.etag(),
                                file(UUID.randomUUID().toString(), "UQ", "SCANNED"))
                        .status())
                .isEqualTo(403);
    }

    private Answer submitted() {
        var submitted = citizen.open(ELECTRONIC.formatted(both()));
        assertThat(submitted.status()).as(String.valueOf(submitted.body())).isEqualTo(201);
        return submitted;
    }

    private String both() {
        return file(signed(citizen, "TK " + UUID.randomUUID()), "TK", "SIGNED") + ","
                + file(signed(citizen, "CCCD " + UUID.randomUUID()), "CCCD", "CERTIFIED_COPY");
    }

    private static String file(String upload, String component, String kind) {
        return "{\"upload\": \"" + upload + "\", \"component\": \"" + component + "\", \"kind\": \"" + kind
                + "\", \"pages\": 2}";
    }

    private static String sent(Api who, String text) {
        var upload = SentFiles.upload(who, SentFiles.pdf(text));
        assertThat(upload.status()).as(String.valueOf(upload.body())).isEqualTo(201);
        return upload.id();
    }

    private static String signed(Api who, String text) {
        var upload = SentFiles.upload(who, SignedPdf.of(text));
        assertThat(upload.status()).as(String.valueOf(upload.body())).isEqualTo(201);
        assertThat(upload.body().path("signature").path("reason").asText()).isEqualTo("SIGNER_NOT_TRUSTED");
        return upload.id();
    }

    private static List<String> steps(Answer answer) {
        return answer.body().path("nextSteps").findValuesAsText("href");
    }

    private static List<JsonNode> results(Api who, Answer dossier) {
        return Stream.of(who.get("/v1/dossiers/" + dossier.id() + "/documents"))
                .flatMap(answer -> {
                    var all = new java.util.ArrayList<JsonNode>();
                    answer.body().path("results").forEach(all::add);
                    return all.stream();
                })
                .toList();
    }

    private static int delete(Api who, String id) {
        return Api.send(who.request("/v1/uploads/" + id).DELETE()).status();
    }
}
