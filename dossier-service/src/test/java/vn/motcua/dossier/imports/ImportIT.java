package vn.motcua.dossier.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.motcua.dossier.casework.Histories;
import vn.motcua.dossier.testing.Api;
import vn.motcua.dossier.testing.BusinessDay;
import vn.motcua.dossier.testing.Tables;
import vn.motcua.local.testing.LocalInfrastructure;

/** Past dossiers, line by line. */
@QuarkusTest
@QuarkusTestResource(LocalInfrastructure.class)
@QuarkusTestResource(BusinessDay.class)
class ImportIT {

    private static final Api MIGRATION = Api.as("migration", "H03");

    @Inject
    ImportLimits limits;

    /** As the description says. {@link ImportLimitsIT} reaches them. */
    @Test
    void theLimitsAreThoseThatAreStated() {
        assertThat(List.of(limits.maxLines(), limits.maxLineBytes(), limits.inFlight(), limits.atOnce()))
                .containsExactly(100_000, 65_536, 16, 2);
    }

    @Test
    void aPastLifeIsLivedAgain() throws Exception {
        var line = ImportResource.EXAMPLE.replace("A-17", "A-life").replace("220510-0007", "210510-0031");

        assertThat(send(line)).containsExactly("{\"line\":1,\"outcome\":\"created\"}");

        var row = Tables.rows("""
                        select id, status, origin, sequence, accepted_at at time zone 'UTC', due_at at time zone 'UTC',
                            completed_at at time zone 'UTC', outcome, result_reference
                        from dossier where code = 'H03.01-210510-0031'""").get(0);
        assertThat(row.subList(1, 9))
                .containsExactly(
                        "COMPLETED",
                        "IMPORTED",
                        "3",
                        "2022-05-10 02:00:00",
                        "2022-05-24 02:00:00",
                        "2022-05-20 03:00:00",
                        "GRANTED",
                        "88/LLTP");
        assertThat(Histories.verdict(row.get(0)).why()).isEmpty();
        assertThat(send(line)).containsExactly("{\"line\":1,\"outcome\":\"unchanged\"}");
        assertThat(send(line.replace("88/LLTP", "89/LLTP")).get(0)).startsWith("{\"line\":1,\"outcome\":\"conflict\"");
    }

    @Test
    void twoThousandLinesWithBadOnesAndRepeatsBetween() throws Exception {
        var lines = new ArrayList<String>();
        var expected = new ArrayList<String>();
        for (int i = 0; i < 2_000; i++) {
            switch (i % 20) {
                case 3 -> {
                    lines.add("{\"source\": ");
                    expected.add("refused");
                }
                case 7 -> {
                    // Completed before it was processed.
                    lines.add(line(i).replace("\"processing\"", "\"return\""));
                    expected.add("refused");
                }
                case 11 -> {
                    lines.add(line(i - 1));
                    expected.add("unchanged");
                }
                case 13 -> {
                    lines.add(line(i - 1).replace("KQ", "QK"));
                    expected.add("conflict");
                }
                case 17 -> {
                    // Another dossier under a code that was kept already.
                    lines.add(line(i).replace(code(i), code(i - 1)));
                    expected.add("refused");
                }
                default -> {
                    lines.add(line(i));
                    expected.add("created");
                }
            }
        }
        var before = Tables.state();
        var answers = send(String.join("\n", lines) + "\n");
        assertThat(outcomes(answers)).isEqualTo(expected);
        for (int i = 0; i < answers.size(); i++) {
            assertThat(Api.JSON.readTree(answers.get(i)).path("line").asInt()).isEqualTo(i + 1);
        }
        assertThat(String.join("", answers)).doesNotContain("Nguyễn", "0912");
        assertThat(Tables.state().get("dossier")).isEqualTo(before.get("dossier") + 1_500);
        assertThat(Tables.state().get("event")).isEqualTo(before.get("event") + 4_500);

        var again = send(String.join("\n", lines));
        assertThat(new HashSet<>(outcomes(again))).containsExactlyInAnyOrder("unchanged", "conflict", "refused");
    }

    @Test
    void theDaysCounterIsRaisedAboveWhatWasImported() throws Exception {
        var day = ImportResource.EXAMPLE.replace("H03.01", "H03.32").replace("1.900101", "1.900601");
        assertThat(outcomes(send(day.replace("A-17", "A-c1").replace("220510-0007", "220704-0041"))))
                .containsExactly("created");
        assertThat(outcomes(send(day.replace("A-17", "A-c2").replace("220510-0007", "220704-0012"))))
                .containsExactly("created");

        BusinessDay.standAt("2022-07-04T09:00");
        try {
            var next = Api.as("reception", "H03.32").open("""
                            {"procedure": "1.900601", "agency": "H03.32", "channel": "COUNTER", "returnMethod": "COUNTER",
                             "applicant": {"name": "Lục Thị Em"}, "decision": "ACCEPT"}""");
            assertThat(next.status()).as(String.valueOf(next.body())).isEqualTo(201);
            assertThat(next.text("code")).isEqualTo("H03.32-220704-0042");
        } finally {
            BusinessDay.backToRealTime();
        }
    }

    @Test
    void anImportUsesUpNoCodesThatAreStillToBeGivenOut() throws Exception {
        var line = ImportResource.EXAMPLE.replace("H03.01", "H03.32").replace("1.900101", "1.900601");
        BusinessDay.standAt("2022-07-05T09:00");
        try {
            assertThat(send(line.replace("A-17", "A-t1").replace("220510-0007", "220706-0001"))
                            .get(0))
                    .contains("refused", "future");
            for (var number : List.of("10000", "123456")) {
                assertThat(send(line.replace("A-17", "A-t" + number).replace("220510-0007", "220705-" + number))
                                .get(0))
                        .contains("refused", "four digits");
            }
            assertThat(outcomes(send(line.replace("A-17", "A-t2").replace("220510-0007", "220703-123456"))))
                    .containsExactly("created");
            assertThat(outcomes(send(line.replace("A-17", "A-t3").replace("H03.32-220510", "000.00.32.H03-220705"))))
                    .containsExactly("created");
            var next = Api.as("reception", "H03.32").open("""
                            {"procedure": "1.900601", "agency": "H03.32", "channel": "COUNTER", "returnMethod": "COUNTER",
                             "applicant": {"name": "Lục Thị Em"}, "decision": "ACCEPT"}""");
            assertThat(next.status()).as(String.valueOf(next.body())).isEqualTo(201);
            assertThat(next.text("code")).isEqualTo("H03.32-220705-0001");
        } finally {
            BusinessDay.backToRealTime();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "one-stop-2019"          | ""                          | /source
            "H03.01-220510-0007"     | "H03.01-220230-0007"        | /code
            "1.900101"               | "1.999999"                  | /procedure
            H03.01                   | H03.02                      | NOT_COMPETENT
            "agency": "H03.01"       | "agency": "H03.02"          | /code: the code of another agency
            "H03.01-220510-0007"     | "H03-220510-0007"           | /code: the code of another agency
            "H03.01-220510-0007"     | "000.00.02.H03-220510-0007" | /code: the code of another agency
            "H03.01-220510-0007"     | "H03.01-990510-0007"        | /code: its day lies in the future
            "acceptance"             | "admission"                 | /steps/0/step
            "by": "officer"          | "by": "porter"              | /steps/1/by
            "by": "leader"           | "by": "officer"             | LEADER_SIGNS
            2022-05-20T10:00         | 2022-05-10T10:00            | BEFORE_LAST_STEP
            2022-05-20T10:00         | 2099-05-20T10:00            | future
            "outcome": "GRANTED", "resultReference": "88/LLTP" | "outcome": "GRANTED" | RESULT_MISSING
            "by": "officer"          | "by": "officer", "via": "POST" | does not have
            "processing"             | "submission"                | comes first
            "steps": [               | "stops": [                  | unknown-field
            """)
    void aLineThatHoldsNoPossibleLifeIsRefusedAndSaysWhy(String part, String wrong, String why) throws Exception {
        var line = ImportResource.EXAMPLE.replace("A-17", "A-bad");
        assertThat(line).contains(part);
        var before = Tables.state();

        var answers = send(line.replace(part, wrong));

        assertThat(answers).hasSize(1);
        assertThat(answers.get(0)).contains("\"outcome\":\"refused\"").contains(why);
        assertThat(Tables.state()).isEqualTo(before);
    }

    /** Nothing that a line holds keeps the others from being answered. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            null | 0101
            ""   | 0102
            " "  | 0103
            """)
    void papersWithoutANameAreRefusedAndTheNextLineIsTaken(String paper, String number) throws Exception {
        var good = ImportResource.EXAMPLE.replace("A-17", "A-" + number).replace("220510-0007", "220512-" + number);
        var bad = """
                {"source": "one-stop-2019", "sourceId": "A-unnamed", "code": "H03.01-220512-0001", "procedure": "1.900101", "agency": "H03.01", \
                "channel": "COUNTER", "returnMethod": "COUNTER", "applicant": {"name": "Hoàng Văn Mẫu"}, "steps": [\
                {"step": "acceptance", "at": "2022-05-12T09:00:00+07:00", "by": "reception"}, \
                {"step": "supplement-request", "at": "2022-05-12T10:00:00+07:00", "by": "reception", "missing": ["TK", %s]}]}""".formatted(paper);

        var answers = send(bad + "\n" + good);

        assertThat(outcomes(answers)).containsExactly("refused", "created");
        assertThat(answers.get(0)).contains("/steps/1/missing/1");
    }

    @Test
    void anAccountImportsForItsOwnAgenciesOnly() throws Exception {
        var line = ImportResource.EXAMPLE.replace("A-17", "A-other");

        assertThat(send(Api.as("migration", "H03.02"), line).get(0)).contains("does not import for this agency");
        assertThat(Api.send(MIGRATION.post("/v1/imports", line)).problem()).isEqualTo("unsupported-media-type");
        var reception = Api.as("reception", "H03.01")
                .request("/v1/imports")
                .header("Content-Type", "application/x-ndjson")
                .POST(BodyPublishers.ofString(line));
        assertThat(Api.send(reception).problem()).isEqualTo("forbidden");
    }

    @Test
    void aLineBeyondTheLimitIsRefusedAndTheNextOneIsNot() throws Exception {
        var good = ImportResource.EXAMPLE.replace("A-17", "A-long").replace("220510-0007", "220511-0001");
        var tooLong = good.replace("{\"source\"", " ".repeat(70_000) + "{\"source\"");

        var answers = send(tooLong + "\n\n" + good);

        assertThat(outcomes(answers)).containsExactly("refused", "created");
        assertThat(answers.get(0)).contains("longer than 65536 bytes");
        assertThat(answers.get(1)).contains("\"line\":3");
    }

    private static String code(int i) {
        return String.format("H03.02-2103%02d-%04d", 1 + i % 28, 1 + i / 28);
    }

    private static String line(int i) {
        return """
                {"source":"dpi-2015","sourceId":"P-%d","code":"%s","procedure":"1.900201","agency":"H03.02","channel":"ONLINE",\
                "returnMethod":"COUNTER","applicant":{"name":"Nguyễn Văn Thử %d","phone":"0912345678","notifyBySms":true},"steps":[\
                {"step":"submission","at":"2022-03-01T08:00:00+07:00","by":"citizen"},\
                {"step":"acceptance","at":"2022-03-01T09:00:00+07:00","by":"reception"},\
                {"step":"processing","at":"2022-03-01T10:00:00+07:00","by":"officer","note":"KQ-%d"}]}""".formatted(i, code(i), i, i);
    }

    private static List<String> outcomes(List<String> answers) throws IOException {
        var outcomes = new ArrayList<String>();
        for (var answer : answers) {
            outcomes.add(Api.JSON.readTree(answer).path("outcome").asText());
        }
        return outcomes;
    }

    private static List<String> send(String lines) throws Exception {
        return send(MIGRATION, lines);
    }

    private static List<String> send(Api who, String lines) throws Exception {
        var request = who.request("/v1/imports")
                .header("Content-Type", "application/x-ndjson")
                .POST(BodyPublishers.ofString(lines))
                .build();
        var response = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return response.body().lines().filter(answer -> !answer.isBlank()).toList();
    }
}
