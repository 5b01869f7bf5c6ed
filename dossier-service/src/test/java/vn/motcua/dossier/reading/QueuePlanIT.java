package vn.motcua.dossier.reading;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.motcua.local.testing.LocalInfrastructure;

/** A page of a queue costs one index scan that stops at the page, whatever the number of dossiers: shown by the plans of the statements that are really sent. */
@QuarkusTest
@QuarkusTestResource(LocalInfrastructure.class)
class QueuePlanIT {

    private static final Instant DUE = Instant.parse("2022-06-13T02:00:00Z");
    private static final UUID ID = UUID.fromString("7fffffff-0000-7000-8000-000000000000");
    private static final int PAGE = 51;
    private static final ReadingStore.Queue OURS = new ReadingStore.Queue("H03.93", false, false);

    /** A parameter with the word and the sign before it. */
    private static final Pattern PARAMETER = Pattern.compile("(\\w+ ?[<>=]+|first |[(,])\\$\\d+");

    private static final Pattern TOUCHED = Pattern.compile("Buffers: shared hit=(\\d+)(?: read=(\\d+))?");

    @Inject
    ReadingStore store;

    /** Nearly all have been taken by colleagues: whoever had to read past those would be seen to. */
    @BeforeAll
    static void aHundredThousandDossiers() throws SQLException {
        execute("""
                insert into dossier (id, code, status, sequence, step_sequence, changed_at, last_hash, channel, return_method, origin,
                  legal_profile, procedure, procedure_version, sector, immediate, agency, agency_path, citizen, officer, submitted_at, accepted_at, due_at, private_digest)
                select gen_random_uuid(), 'H03.9' || (1 + n % 5) || '-220610-' || lpad(n::text, 6, '0'),
                  (array['SUBMITTED', 'ACCEPTED', 'PROCESSING', 'COMPLETED', 'RETURNED', 'RETURNED', 'RETURNED'])[1 + n / 5 % 7], 1, 1,
                  timestamptz '2022-06-08 02:00Z', 'sha256:0', 'ONLINE', 'COUNTER', 'LIVE', '2022', '1.900101', 1, 'LLTP', false,
                  'H03.9' || (1 + n % 5), array['H03', 'H03.9' || (1 + n % 5)], 'plan-' || n % 1000,
                  case when n / 35 % 100 < 95 then 'colleague-' || n % 40 when n / 35 % 100 < 98 then 'officer-1' end, timestamptz '2022-06-08 02:00Z' + n * interval '1 second',
                  timestamptz '2022-06-08 02:00Z' + n * interval '1 second',
                  case when n % 3 = 0 then null else timestamptz '2022-06-08 02:00Z' + (n * 7919 % 100000) * interval '10 seconds' end, 'sha256:0'
                from generate_series(1, 100000) n""");
        // Due before all others, of one agency and status: whoever had to read past them would be seen to.
        execute("""
                insert into dossier (id, code, status, sequence, step_sequence, changed_at, last_hash, channel, return_method, origin,
                  legal_profile, procedure, procedure_version, sector, immediate, agency, agency_path, submitted_at, accepted_at, due_at, private_digest)
                select gen_random_uuid(), 'G01.93-220610-' || lpad(n::text, 6, '0'), 'PROCESSING', 1, 1,
                  timestamptz '2022-06-01 02:00Z', 'sha256:0', 'ONLINE', 'COUNTER', 'MIRRORED', '2022', '1.900101', 1, 'LLTP', false,
                  'H03.93', array['H03', 'H03.93'], timestamptz '2022-06-01 02:00Z', timestamptz '2022-06-01 02:00Z',
                  case when n % 3 = 0 then null else timestamptz '2022-06-02 02:00Z' + n * interval '1 second' end, 'sha256:0'
                from generate_series(1, 20000) n""");
        execute("update dossier set receiving_one_stop = 'H03.94' where agency = 'H03.92'");
        execute("analyze dossier");
    }

    @Test
    void theFirstPageIsOneIndexScanWithoutASort() throws SQLException {
        List<String> sent = statements(
                () -> store.queue(OURS, "PROCESSING", null, null, PAGE).await().atMost(Duration.ofSeconds(10)));
        assertThat(sent).hasSize(1);
        assertOneIndexScan(sent.get(0), "dossier_queue");
    }

    @Test
    void whatAnOfficerHasAndWhatNobodyHasTakenIsAScanEach() throws SQLException {
        var officer = new ReadingStore.Whose("officer-1", false);
        List<String> sent = statements(() ->
                store.queue(OURS, "PROCESSING", officer, null, PAGE).await().atMost(Duration.ofSeconds(10)));
        assertThat(sent).hasSize(2);
        assertOneIndexScan(sent.get(0), "dossier_of_officer");
        assertOneIndexScan(sent.get(1), "dossier_untaken");
    }

    @Test
    void pageByPageAnOfficerSeesTheirOwnAndTheUntakenInOneOrderAndNothingTwice() throws SQLException {
        var officer = new ReadingStore.Whose("officer-1", false);
        var seen = new ArrayList<UUID>();
        ReadingStore.Place after = null;
        List<DossierRow> page;
        do {
            page = store.queue(OURS, "PROCESSING", officer, after, PAGE).await().atMost(Duration.ofSeconds(10));
            page.forEach(row -> seen.add(row.id));
            if (!page.isEmpty()) {
                var last = page.get(page.size() - 1);
                after = new ReadingStore.Place(last.answerBy, last.id);
            }
        } while (page.size() == PAGE);
        assertThat(seen).hasSizeGreaterThan(2 * PAGE).isEqualTo(ids("""
                select id from dossier where agency = 'H03.93' and status = 'PROCESSING' and origin <> 'MIRRORED'
                  and (officer is null or officer = 'officer-1') order by answer_by, id"""));
    }

    private static List<UUID> ids(String sql) throws SQLException {
        var ids = new ArrayList<UUID>();
        try (Connection connection = LocalInfrastructure.database().connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                ids.add(rows.getObject(1, UUID.class));
            }
        }
        return ids;
    }

    @Test
    void whatMinistriesMasterIsAQueueOfItsOwn() throws SQLException {
        for (ReadingStore.Place after : new ReadingStore.Place[] {null, new ReadingStore.Place(null, ID)}) {
            List<String> sent = statements(
                    () -> store.queue(new ReadingStore.Queue("H03.93", false, true), "PROCESSING", null, after, PAGE)
                            .await()
                            .atMost(Duration.ofSeconds(10)));
            assertThat(sent).hasSize(1);
            assertOneIndexScan(sent.get(0), "dossier_mirrored_queue");
        }
    }

    /** However many it took in for itself stand beside them. */
    @Test
    void whatAOneStopShopTookInForOthersIsAQueueOfItsOwn() throws SQLException {
        for (ReadingStore.Place after : new ReadingStore.Place[] {null, new ReadingStore.Place(null, ID)}) {
            List<String> sent = statements(
                    () -> store.queue(new ReadingStore.Queue("H03.94", true, false), "PROCESSING", null, after, PAGE)
                            .await()
                            .atMost(Duration.ofSeconds(10)));
            assertThat(sent).hasSize(1);
            assertOneIndexScan(sent.get(0), "dossier_received");
        }
    }

    @Test
    void aPageInTheMiddleBeginsWhereTheLastOneEnded() throws SQLException {
        List<String> sent =
                statements(() -> store.queue(OURS, "PROCESSING", null, new ReadingStore.Place(DUE, ID), PAGE)
                        .await()
                        .atMost(Duration.ofSeconds(10)));
        assertThat(sent).hasSize(1);
        String plan = assertOneIndexScan(sent.get(0), "dossier_queue");
        assertThat(plan).contains("Index Cond").containsPattern("Index Cond: .*ROW\\(answer_by, id\\) > ROW");
    }

    @Test
    void aPageAmongThoseWithoutADateIsOneIndexScan() throws SQLException {
        List<String> sent =
                statements(() -> store.queue(OURS, "PROCESSING", null, new ReadingStore.Place(null, ID), PAGE)
                        .await()
                        .atMost(Duration.ofSeconds(10)));
        assertThat(sent).hasSize(1);
        assertOneIndexScan(sent.get(0), "dossier_queue");
    }

    @Test
    void aCitizensOwnAreOneIndexScan() throws SQLException {
        for (ReadingStore.Newest after : new ReadingStore.Newest[] {null, new ReadingStore.Newest(DUE, ID)}) {
            List<String> sent =
                    statements(() -> store.own("plan-7", after, PAGE).await().atMost(Duration.ofSeconds(10)));
            assertThat(sent).hasSize(1);
            assertOneIndexScan(sent.get(0), "dossier_of_citizen");
        }
    }

    /** Explained as sent, with values in place of its parameters, and run: what it touched is known, not estimated. */
    private static String assertOneIndexScan(String sql, String index) throws SQLException {
        String plan = explained(sql);
        assertThat(plan)
                .contains("using " + index)
                .doesNotContain("Sort")
                .doesNotContain("Bitmap")
                .doesNotContain("Seq Scan");
        assertThat(plan.split("Scan", -1)).as(plan).hasSize(2);
        Matcher touched = TOUCHED.matcher(plan);
        assertThat(touched.find()).as(plan).isTrue();
        int pages = Integer.parseInt(touched.group(1))
                + (touched.group(2) == null ? 0 : Integer.parseInt(touched.group(2)));
        assertThat(pages).as(plan).isLessThan(4 * PAGE);
        return plan;
    }

    private static String explained(String sql) throws SQLException {
        StringBuilder plan = new StringBuilder();
        try (Connection connection = LocalInfrastructure.database().connect();
                Statement statement = connection.createStatement();
                ResultSet lines = statement.executeQuery("explain (analyze, buffers, costs off) " + filled(sql))) {
            while (lines.next()) {
                plan.append(lines.getString(1)).append('\n');
            }
        }
        return plan.toString();
    }

    /** The statement with a value for each parameter, told by what stands before it. */
    private static String filled(String sql) {
        return PARAMETER.matcher(sql).replaceAll(parameter -> {
            String before = parameter.group(1);
            return Matcher.quoteReplacement(before)
                    + switch (before.strip()) {
                        case "agency=" -> "'H03.93'";
                        case "receiving_one_stop=" -> "'H03.94'";
                        case "status=" -> "'PROCESSING'";
                        case "officer=" -> "'officer-1'";
                        case "citizen=" -> "'plan-7'";
                        case "first" -> "51";
                        case "submitted_at<=", "submitted_at<", "(" -> "'" + DUE + "'::timestamptz";
                        case ",", "id>" -> "'" + ID + "'::uuid";
                        default -> throw new IllegalStateException("which value after " + before + " in " + sql);
                    };
        });
    }

    private static List<String> statements(Runnable reading) {
        List<String> seen = new CopyOnWriteArrayList<>();
        Handler listener = new Handler() {
            @Override
            public void publish(LogRecord record) {
                seen.add(record.getMessage());
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        Logger statements = Logger.getLogger("org.hibernate.SQL");
        Level level = statements.getLevel();
        statements.setLevel(Level.ALL);
        statements.addHandler(listener);
        try {
            reading.run();
        } finally {
            statements.removeHandler(listener);
            statements.setLevel(level);
        }
        return seen;
    }

    private static void execute(String sql) throws SQLException {
        try (Connection connection = LocalInfrastructure.database().connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
