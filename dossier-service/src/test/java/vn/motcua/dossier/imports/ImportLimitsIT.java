package vn.motcua.dossier.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vn.motcua.dossier.testing.Api;
import vn.motcua.dossier.testing.Tables;
import vn.motcua.local.testing.LocalInfrastructure;
import vn.motcua.local.tokens.TokenRequest;

/** An import takes no more of the service than is stated, whatever is sent; with small limits, so that they are reached. */
@QuarkusTest
@TestProfile(ImportLimitsIT.SmallLimits.class)
@QuarkusTestResource(LocalInfrastructure.class)
class ImportLimitsIT {

    private static final int MOST_LINES = 30;
    private static final int IN_FLIGHT = 4;
    private static final TokenRequest MIGRATION = TokenRequest.of("migration", "H03", 1);
    private static final String WAITING = """
            select count(*) from pg_stat_activity
            where wait_event_type = 'Lock' and query like '%insert into imported_line%' and pid <> pg_backend_pid()""";

    /** Two imports at a time, as is stated. */
    public static class SmallLimits implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "motcua.imports.max-lines",
                    Integer.toString(MOST_LINES),
                    "motcua.imports.in-flight",
                    Integer.toString(IN_FLIGHT));
        }
    }

    @Test
    void whatComesAfterTheLastAllowedLineIsRefusedOnceAndNotRead() throws Exception {
        var answers = send(lines("most", 10, MOST_LINES + 3)).body().lines().toList();

        assertThat(answers).hasSize(MOST_LINES + 1);
        assertThat(answers.subList(0, MOST_LINES)).allMatch(answer -> answer.contains("created"));
        assertThat(answers.get(MOST_LINES)).contains("refused", "more than " + MOST_LINES + " lines");
        assertThat(Tables.number("select count(*) from imported_line where source_id like 'most-%'"))
                .isEqualTo(MOST_LINES);
    }

    @Test
    void twoImportsRunAtATimeAndAThirdIsToldToComeLater() throws Exception {
        try (var first = unfinished("one", 11);
                var second = unfinished("two", 12)) {
            await().atMost(Duration.ofSeconds(20)).until(() -> send("").statusCode() == 429);
            var third = send(lines("third", 13, 1));
            assertThat(third.statusCode()).isEqualTo(429);
            assertThat(third.headers().firstValue("Retry-After")).contains("60");
            assertThat(Api.JSON.readTree(third.body()).path("type").asText())
                    .isEqualTo("urn:motcua:problem:too-many-requests");
            assertThat(Tables.number("select count(*) from imported_line where source_id like 'third-%'"))
                    .isZero();
            end(first);
            end(second);
        }
        await().atMost(Duration.ofSeconds(20)).until(() -> send("").statusCode() == 200);
        assertThat(send(lines("third", 13, 1)).body()).contains("created");
    }

    @Test
    void noMoreLinesThanAllowedAreOnTheirWayToTheDatabase() throws Exception {
        try (var connection = LocalInfrastructure.database().connect();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("lock table imported_line in access exclusive mode");
            var answer = HttpClient.newHttpClient()
                    .sendAsync(request(lines("flight", 14, MOST_LINES)), BodyHandlers.ofString());
            await().atMost(Duration.ofSeconds(20)).until(() -> Tables.number(WAITING) == IN_FLIGHT);
            await().during(Duration.ofMillis(500))
                    .atMost(Duration.ofSeconds(20))
                    .until(() -> Tables.number(WAITING) == IN_FLIGHT);
            connection.rollback();

            assertThat(answer.get().body().lines()).hasSize(MOST_LINES).allMatch(line -> line.contains("created"));
        }
    }

    private static String lines(String source, int day, int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(i -> line(source, day, i))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private static String line(String source, int day, int i) {
        return ImportResource.EXAMPLE
                .replace("A-17", source + "-" + i)
                .replace("220510-0007", String.format("2108%02d-%04d", day, i));
    }

    private static HttpResponse<String> send(String lines) throws IOException, InterruptedException {
        return HttpClient.newHttpClient().send(request(lines), BodyHandlers.ofString());
    }

    private static HttpRequest request(String lines) {
        return Api.as(MIGRATION)
                .request("/v1/imports")
                .header("Content-Type", "application/x-ndjson")
                .POST(BodyPublishers.ofString(lines))
                .build();
    }

    /** An import whose first line was sent and whose end was not. */
    private static Socket unfinished(String source, int day) throws IOException {
        var socket = new Socket("localhost", RestAssured.port);
        var line = (line(source, day, 1) + "\n").getBytes(StandardCharsets.UTF_8);
        var head = List.of(
                "POST /v1/imports HTTP/1.1",
                "Host: localhost",
                "Authorization: Bearer " + LocalInfrastructure.tokens().token(MIGRATION),
                "Content-Type: application/x-ndjson",
                "Transfer-Encoding: chunked",
                "",
                Integer.toHexString(line.length),
                "");
        var out = socket.getOutputStream();
        out.write(String.join("\r\n", head).getBytes(StandardCharsets.US_ASCII));
        out.write(line);
        out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
        out.flush();
        return socket;
    }

    private static void end(Socket unfinished) throws IOException {
        unfinished.getOutputStream().write("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        unfinished.getOutputStream().flush();
    }
}
