package vn.motcua.dossier.keeping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.motcua.dossier.archiving.Unpacked;
import vn.motcua.dossier.events.EventFormat;
import vn.motcua.dossier.events.HistoryAudit;
import vn.motcua.dossier.papers.documents.SentFiles;
import vn.motcua.dossier.testing.Api;
import vn.motcua.dossier.testing.Api.Answer;
import vn.motcua.dossier.testing.BusinessDay;
import vn.motcua.dossier.testing.Tables;
import vn.motcua.local.testing.LocalInfrastructure;
import vn.motcua.local.tokens.TokenRequest;

/** A closed dossier as the archive gets it, and that the archive has it. */
@QuarkusTest
@QuarkusTestResource(LocalInfrastructure.class)
@QuarkusTestResource(BusinessDay.class)
class ArchiveIT {

    @BeforeEach
    void onAWednesday() {
        BusinessDay.standAt(Closed.CLOSING_DAY);
    }

    @AfterEach
    void goOn() {
        BusinessDay.backToRealTime();
    }

    @Test
    void thePackageHoldsAllThereIsAndItsHistoryVerifies() throws IOException {
        var one = "trang " + UUID.randomUUID();
        var dossier = Closed.online(one, one + " hai");
        var slip = Closed.refusalSlip(dossier);
        assertThat(slip.statusCode()).isEqualTo(200);
        receipt(dossier, "late");

        for (var who : new Api[] {Closed.CLERK, Closed.LEADER}) {
            var answer = Closed.archive(who, dossier);
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("Content-Type")).contains("application/zip");
            assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
            assertThat(answer.headers().firstValue("Content-Length")).contains(Integer.toString(answer.body().length));
            assertThat(answer.headers().firstValue("ETag").orElseThrow().replace("\"", ""))
                    .isEqualTo(SentFiles.sha256(answer.body()).replace("sha256:", ""));
            assertThat(answer.headers().firstValue("Content-Disposition").orElseThrow())
                    .contains(dossier.text("code") + ".zip");
            var bag = Unpacked.of(answer.body());
            assertThat(bag.complaints()).isEmpty();

            assertThat(bag.files().keySet())
                    .contains(
                            "data/dossier.json",
                            "data/clock.json",
                            "data/history.json",
                            "data/documents.json",
                            "data/receipts.json");
            assertThat(bag.files().get("data/papers/REFUSAL-2.pdf")).isEqualTo(slip.body());
            assertThat(bag.files().entrySet().stream()
                            .filter(file -> file.getKey().startsWith("data/documents/"))
                            .map(file -> SentFiles.sha256(file.getValue())))
                    .containsExactlyInAnyOrderElementsOf(
                            Tables.column("select sha256 from document where dossier_id = ?::uuid", dossier.id()));
            var json = json(bag, "dossier.json");
            assertThat(json.path("code").asText()).isEqualTo(dossier.text("code"));
            assertThat(json.at("/applicant/name").asText()).isEqualTo("Lường Thị Kín");
            assertThat(json.has("nextSteps")).isFalse();
            assertThat(json(bag, "documents.json").findValuesAsText("path"))
                    .allSatisfy(path -> assertThat(bag.files()).containsKey("data/" + path));
            assertThat(json(bag, "receipts.json").findValuesAsText("verdict")).containsExactly("LATE");
            assertThat(new HistoryAudit().with(json(bag, "history.json")).check())
                    .isEqualTo(new HistoryAudit.Finding(null, 0, 2, 0, null, false));
        }
        assertThat(Tables.rows(
                        "select made_by, objects, sequence from archive_package where dossier_id = ?::uuid order by id",
                        dossier.id()))
                .extracting(row -> row.get(1) + "/" + row.get(2))
                .containsExactly("3/2", "3/2");
        assertThat(Tables.rows(
                        "select what, roles, host(address) from reading where dossier_id = ?::uuid and what = 'PACKAGE' order by id",
                        dossier.id()))
                .extracting(row -> row.get(1) + " " + row.get(2))
                .containsExactlyInAnyOrder("clerk 127.0.0.1", "leader 127.0.0.1");
    }

    @Test
    void thePapersThatNobodyHasFetchedAreMadeForThePackage() {
        var refused = Closed.online("chưa in " + UUID.randomUUID());
        assertThat(Closed.unpacked(refused).files().get("data/papers/REFUSAL-2.pdf"))
                .isNotNull()
                .isEqualTo(Closed.refusalSlip(refused).body());

        var withdrawn = Closed.begunAndWithdrawn();
        assertThat(Closed.unpacked(withdrawn).files().keySet().stream()
                        .filter(path -> path.startsWith("data/papers/"))
                        .toList())
                .as("the last slip says what those before it say")
                .containsExactlyInAnyOrder("data/papers/RECEIPT-1.pdf", "data/papers/CONTROL_SLIP-2.pdf");
    }

    @Test
    void theSameDayTheSameBytesFollow() {
        var dossier = Closed.online("ngày " + UUID.randomUUID());
        assertThat(Closed.archive(Closed.CLERK, dossier).body())
                .isEqualTo(Closed.archive(Closed.LEADER, dossier).body());
    }

    @Test
    void aFileThatIsNotWhatItWasGoesIntoNoPackage() throws IOException {
        var dossier = Closed.online("hỏng " + UUID.randomUUID());
        var sha256 = Tables.text("select sha256 from document where dossier_id = ?::uuid", dossier.id())
                .replace("sha256:", "");
        var file = SentFiles.lying("objects").stream()
                .filter(one -> one.getFileName().toString().equals(sha256))
                .findFirst()
                .orElseThrow();
        var bytes = Files.readAllBytes(file);
        bytes[bytes.length - 1] ^= 1;
        Files.write(file, bytes);

        assertThat(Closed.archive(Closed.CLERK, dossier).statusCode()).isEqualTo(503);
        Files.delete(file);
        assertThat(Closed.archive(Closed.CLERK, dossier).statusCode()).isEqualTo(503);
        assertThat(Tables.number("select count(*) from archive_package where dossier_id = ?::uuid", dossier.id()))
                .as("nobody got one")
                .isZero();
    }

    /** The package is weighed and noted when one of its files goes or changes, and the first bytes go out all the same: nobody waits for a rest that does not come. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    @Timeout(60)
    void whatIsGoneOrAlteredByThenBreaksThePackageOff(boolean gone) throws Exception {
        var dossier = Closed.online(anything(), anything(), anything());
        var last = Closed.unpacked(dossier).files().entrySet().stream()
                .filter(entry -> entry.getKey().startsWith("data/documents/"))
                .max(Map.Entry.comparingByKey(Comparator.naturalOrder()))
                .orElseThrow();
        var file = SentFiles.lies(SentFiles.sha256(last.getValue()));

        var found = notWhole();
        CompletableFuture<HttpResponse<byte[]>> asked;
        try (var connection = LocalInfrastructure.database().connect();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("lock table reading in share mode");
            asked = CompletableFuture.supplyAsync(() -> Closed.archive(Closed.CLERK, dossier));
            await().atMost(Duration.ofSeconds(15))
                    .until(() -> Tables.number(
                                    "select count(*) from archive_package where dossier_id = ?::uuid", dossier.id())
                            == 2);
            if (gone) {
                Files.delete(file);
            } else {
                var altered = Files.readAllBytes(file);
                altered[altered.length / 2] ^= 1;
                Files.write(file, altered);
            }
            connection.commit();
        }

        assertThatThrownBy(asked::join)
                .hasCauseInstanceOf(UncheckedIOException.class)
                .rootCause()
                .isNotInstanceOf(HttpTimeoutException.class);
        assertThat(notWhole() - found).as("the operators are told").isEqualTo(gone ? 0 : 1);
        Files.deleteIfExists(file);
    }

    private static double notWhole() {
        return RestAssured.get("/q/metrics")
                .asString()
                .lines()
                .filter(line -> line.startsWith("motcua_archive_not_whole_total"))
                .mapToDouble(line -> Double.parseDouble(line.split(" ")[1]))
                .sum();
    }

    /** Too long for one piece, and no shorter when packed. */
    private static String anything() {
        var bytes = new byte[200_000];
        ThreadLocalRandom.current().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    @Test
    void whatIsStillWorkedOnIsNotArchived() throws IOException {
        var answer = Closed.archive(Closed.CLERK, Closed.open());
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(Api.JSON.readTree(answer.body()).path("reason").asText()).isEqualTo("NOT_CLOSED");
    }

    @Test
    void onlyWhoKeepsTheAgencysRecordsGetsIt() {
        var dossier = Closed.counter(Closed.TWENTY_YEARS);
        Map.of(
                        TokenRequest.of("clerk", "H03.02", 1), 404,
                        TokenRequest.of("leader", "H03.02", 1), 404,
                        TokenRequest.of("reception", Api.JUSTICE, 1), 403,
                        TokenRequest.of("officer", Api.JUSTICE, 1), 403,
                        TokenRequest.of("operator", Api.JUSTICE, 1), 403,
                        TokenRequest.of("admin", "H03", 1), 403,
                        TokenRequest.citizen("c-1"), 403)
                .forEach((who, status) -> {
                    for (var what : new String[] {"archive", "keeping", "legal-holds"}) {
                        assertThat(SentFiles.open(Api.as(who), "/v1/dossiers/" + dossier.id() + "/" + what)
                                        .statusCode())
                                .as(who + " " + what)
                                .isEqualTo(status);
                    }
                    assertThat(Api.as(who)
                                    .step(
                                            dossier.id(),
                                            "archive-handovers",
                                            dossier.etag(),
                                            Closed.handover("sha256:" + "0".repeat(64)))
                                    .status())
                            .as(who.toString())
                            .isEqualTo(status);
                });
        assertThat(SentFiles.open(Api.withToken(null), "/v1/dossiers/" + dossier.id() + "/archive")
                        .statusCode())
                .isEqualTo(401);
        assertThat(SentFiles.open(Closed.CLERK, "/v1/dossiers/no-id/archive").statusCode())
                .isEqualTo(404);
    }

    @Test
    void theArchiveTakesOverWhatWasMadeHereAndIsStillAllThereIs() {
        var dossier = Closed.begunAndWithdrawn();
        var sha256 = SentFiles.sha256(Closed.archive(Closed.CLERK, dossier).body());
        var key = Api.key();
        var body = Closed.handover(sha256);

        assertThat(handOver(dossier, Closed.handover("sha256:" + "0".repeat(64)))
                        .text("reason"))
                .isEqualTo("PACKAGE_UNKNOWN");
        assertThat(handOver(dossier, "{\"sha256\": \"" + sha256.substring(7) + "\", \"receipt\": \"x\"}")
                        .status())
                .isEqualTo(422);
        assertThat(handOver(dossier, "{\"sha256\": \"" + sha256 + "\"}").status())
                .isEqualTo(422);
        assertThat(Closed.CLERK
                        .step(dossier.id(), "archive-handovers", "\"1\"", body)
                        .status())
                .isEqualTo(412);
        var first = Closed.CLERK.step(dossier.id(), "archive-handovers", dossier.etag(), key, body);
        assertThat(first.status()).as(String.valueOf(first.body())).isEqualTo(201);
        var again = Closed.CLERK.step(dossier.id(), "archive-handovers", dossier.etag(), key, body);
        assertThat(again).as("the same request again").isEqualTo(first);
        assertThat(Closed.CLERK
                        .step(dossier.id(), "archive-handovers", dossier.etag(), key, body.replace("BB-12", "BB-13"))
                        .problem())
                .isEqualTo("key-reused");
        assertThat(handOver(dossier, body).text("reason")).isEqualTo("HANDED_OVER_ALREADY");

        var kept = keeping(dossier);
        assertThat(kept.at("/handover/outdated").asBoolean()).isFalse();
        assertThat(kept.at("/handover/sha256").asText()).isEqualTo(sha256);
        Closed.slip(dossier, 1);
        assertThat(keeping(dossier).at("/handover/outdated").asBoolean())
                .as("a paper was made since")
                .isTrue();
    }

    @Test
    void aDossierSaysUntilWhenItIsKeptAndWhy() {
        var twenty = keeping(Closed.counter(Closed.TWENTY_YEARS));
        assertThat(twenty.path("closedOn").asText()).isEqualTo("2022-09-07");
        assertThat(twenty.path("keepUntil").asText()).isEqualTo("2042-12-31");
        assertThat(twenty.at("/rule/from").asText()).isEqualTo("PROCEDURE");
        assertThat(twenty.at("/rule/years").asInt()).isEqualTo(20);
        assertThat(twenty.at("/rule/basis").asText()).isNotEmpty();
        var ever = keeping(Closed.counter(Closed.FOR_EVER));
        assertThat(ever.at("/rule/permanent").asBoolean()).isTrue();
        assertThat(ever.at("/rule/from").asText()).isEqualTo("SECTOR");
        assertThat(ever.has("keepUntil")).isFalse();
        var open = keeping(Closed.open());
        assertThat(open.has("closedOn") || open.has("keepUntil")).isFalse();
        assertThat(open.path("bars").toString()).contains("NOT_CLOSED");
    }

    private static JsonNode keeping(Answer dossier) {
        var answer = Closed.CLERK.get("/v1/dossiers/" + dossier.id() + "/keeping");
        assertThat(answer.status()).as(String.valueOf(answer.body())).isEqualTo(200);
        return answer.body();
    }

    private static Answer handOver(Answer dossier, String body) {
        return Closed.CLERK.step(dossier.id(), "archive-handovers", dossier.etag(), body);
    }

    private static JsonNode json(Unpacked bag, String name) throws IOException {
        return EventFormat.mapper().readTree(bag.files().get("data/" + name));
    }

    static void receipt(Answer dossier, String verdict) {
        Tables.run(
                LocalInfrastructure.database(),
                """
                insert into receipt (source, transaction, reference, dossier_id, agency, amount, method, paid_at, recorded_at, verdict)
                values ('GATEWAY', ?, ?, ?::uuid, 'H03.01', 20000, 'ONLINE', now(), now(), upper(?))""",
                UUID.randomUUID().toString(),
                UUID.randomUUID().toString(),
                dossier.id(),
                verdict);
    }
}
