package vn.motcua.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.motcua.dossier.events.HistoryAudit;
import vn.motcua.local.LocalPlatform;
import vn.motcua.local.LocalService;
import vn.motcua.local.demo.Caller;
import vn.motcua.local.tokens.TokenRequest;

/**
 * The process that carries an order of destruction out dies in the middle of a dossier; another one goes on where it was. A province of its own, since its
 * clock runs decades ahead.
 */
class DestructionCrashIT {

    /** Kept for twenty years by the procedure: until the end of 2046. */
    private static final String PROCEDURE = "1.900103";

    private static final String AGENCY = "H03.01";
    private static final Instant NEW_YEAR = Instant.parse("2046-12-31T17:00:00Z");
    private static final TokenRequest CITIZEN = TokenRequest.citizen("c-destroyed");
    private static final TokenRequest RECEPTION = TokenRequest.of("reception", AGENCY, 1);
    private static final TokenRequest CLERK = TokenRequest.of("clerk", AGENCY, 1);
    private static final TokenRequest LEADER = TokenRequest.of("leader", AGENCY, 1);

    private static LocalPlatform platform;
    private static Caller caller;

    private record Filed(String id, String code, String file) {}

    @BeforeAll
    static void oneServiceOnly() {
        platform = LocalPlatform.of(
                Province.settings("destruction")
                        .with(LocalService.DOSSIER, "motcua.destruction.every", "1s")
                        .with(LocalService.DOSSIER, "motcua.documents.sweep-every", "1s"),
                line -> System.out.println("destruction: " + line));
        Runtime.getRuntime().addShutdownHook(new Thread(platform::close));
        platform.startInfrastructure();
        platform.clock().set(Province.MORNING, true);
        platform.service(LocalService.DOSSIER).start();
        caller = new Caller(platform.tokens());
    }

    @AfterAll
    static void nothingStays() {
        platform.close();
    }

    @Test
    void whatWasNotDestroyedWhenTheProcessDiedIsWholeAndAnotherDestroysItOnce() throws Exception {
        var dossiers = IntStream.range(0, 3).mapToObj(this::handedOver).toList();
        platform.clock().set(NEW_YEAR, true);
        var order = caller.post(
                        url("/v1/destruction-orders"),
                        CLERK,
                        Map.of(
                                "agency",
                                AGENCY,
                                "basis",
                                "BB 01/2047",
                                "dossiers",
                                dossiers.stream().map(Filed::id).toList()))
                .body()
                .path("id")
                .asText();

        try (var database = platform.database(LocalService.DOSSIER).connect()) {
            // The second one's file cannot be taken away while we hold it: the sweep stands still in the middle.
            database.setAutoCommit(false);
            run(
                    database,
                    "select from document where dossier_id = '"
                            + dossiers.get(1).id() + "' for update");
            caller.post(url("/v1/destruction-orders/" + order + "/approval"), LEADER, Map.of());
            Eventually.that(() -> assertThat(
                            number(
                                    database,
                                    "select count(*) from pg_locks where not granted and pg_backend_pid() = any (pg_blocking_pids(pid))"))
                    .isPositive());
            platform.service(LocalService.DOSSIER).kill();
            database.rollback();
        }

        try (var database = platform.database(LocalService.DOSSIER).connect()) {
            assertThat(people(database, dossiers.get(0))).as("destroyed before").isZero();
            for (var left : dossiers.subList(1, 3)) {
                assertThat(people(database, left)).as("all of it or nothing").isEqualTo(1);
                assertThat(number(database, "select count(*) from document where dossier_id = '" + left.id() + "'"))
                        .isEqualTo(1);
            }
        }

        var other = platform.startAnother(LocalService.DOSSIER).url();
        Eventually.that(() -> assertThat(caller.get(other.resolve("/v1/destruction-orders/" + order), CLERK)
                        .body()
                        .path("state")
                        .asText())
                .isEqualTo("EXECUTED"));

        // It is only given out if it has the digest that was written with the last of its lines.
        var certificate = caller.get(other.resolve("/v1/destruction-orders/" + order + "/certificate"), CLERK)
                .body();
        assertThat(certificate.path("dossiers").findValuesAsText("code"))
                .containsExactlyElementsOf(dossiers.stream().map(Filed::code).toList());
        for (int i = 0; i < dossiers.size(); i++) {
            assertDestroyedOnce(
                    other, dossiers.get(i), certificate.path("dossiers").path(i));
        }
    }

    private void assertDestroyedOnce(URI other, Filed dossier, JsonNode line) throws SQLException {
        var history = caller.get(other.resolve("/v1/dossiers/" + dossier.id() + "/history?limit=200"), LEADER)
                .body();
        var facts = history.path("items");
        assertThat(facts.findValuesAsText("type"))
                .filteredOn(type -> type.contains("recipient-erased"))
                .hasSize(1);
        assertThat(new HistoryAudit().with(history).check().intact()).isTrue();
        assertThat(line.path("erasedHash").asText())
                .isEqualTo(facts.path(facts.size() - 1).path("hash").asText());
        assertThat(line.path("hash").asText())
                .isEqualTo(facts.path(facts.size() - 2).path("hash").asText());
        assertThat(line.path("fileHashes").toString()).contains(dossier.file());
        try (var database = platform.database(LocalService.DOSSIER).connect()) {
            assertThat(people(database, dossier)).isZero();
            assertThat(number(database, "select count(*) from document where dossier_id = '" + dossier.id() + "'"))
                    .isZero();
        }
        Eventually.that(() -> assertThat(stored(dossier.file())).as("its bytes").isFalse());
    }

    /** An online dossier with a file that was refused, and whose package the archive has. */
    private Filed handedOver(int number) {
        var file = ("%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\n% " + UUID.randomUUID()
                        + "\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n")
                .getBytes(StandardCharsets.UTF_8);
        var upload = caller.upload(url("/v1/uploads"), CITIZEN, file).body();
        var submitted = caller.post(
                url("/v1/dossiers"),
                CITIZEN,
                Map.of(
                        "procedure",
                        PROCEDURE,
                        "agency",
                        AGENCY,
                        "channel",
                        "ONLINE",
                        "returnMethod",
                        "COUNTER",
                        "applicant",
                        Map.of("name", "Lường Thị Kín", "notifyBySms", false, "notifyByEmail", false),
                        "documents",
                        List.of(Map.of("upload", upload.path("id").asText(), "kind", "SCANNED"))));
        var path = "/v1/dossiers/" + submitted.body().path("id").asText();
        var refused =
                caller.step(url(path + "/refusal"), RECEPTION, submitted.etag(), Map.of("reason", "NOT_COMPETENT"));
        var packaged = caller.bytes(url(path + "/archive"), CLERK);
        caller.step(
                url(path + "/archive-handovers"),
                CLERK,
                refused.etag(),
                Map.of("sha256", sha256(packaged), "receipt", "BB-" + number));
        return new Filed(
                submitted.body().path("id").asText(),
                submitted.body().path("code").asText(),
                upload.path("sha256").asText());
    }

    private static boolean stored(String sha256) {
        var name = sha256.substring(sha256.indexOf(':') + 1);
        try (var files = java.nio.file.Files.walk(
                platform.settings().home().resolve("data").resolve("papers"))) {
            return files.anyMatch(file -> file.getFileName().toString().equals(name));
        } catch (java.io.IOException moving) {
            throw new java.io.UncheckedIOException(moving);
        }
    }

    private static long people(Connection database, Filed dossier) throws SQLException {
        return number(
                database,
                "select count(*) from applicant where name is not null and dossier_id = '" + dossier.id() + "'");
    }

    private static long number(Connection database, String query) throws SQLException {
        try (var statement = database.createStatement();
                var row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }

    private static void run(Connection database, String query) throws SQLException {
        try (var statement = database.createStatement()) {
            statement.execute(query);
        }
    }

    private static String sha256(byte[] bytes) {
        try {
            return "sha256:"
                    + HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (java.security.NoSuchAlgorithmException none) {
            throw new IllegalStateException(none);
        }
    }

    private static URI url(String path) {
        return platform.url(LocalService.DOSSIER).resolve(path);
    }
}
