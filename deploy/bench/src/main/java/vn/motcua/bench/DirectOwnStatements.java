package vn.motcua.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicIntegerArray;
import vn.motcua.dossier.casework.HotStatements;
import vn.motcua.local.LocalDatabase;

/**
 * The same writes by exactly the statements that the service sends, from a plain driver, each with one row: one statement for a creation, a load
 * and a statement for a step, each its own transaction.
 */
final class DirectOwnStatements {

    private static final int AGENCIES = 5;
    /** Below the 9,999 that an agency-day has. */
    private static final int PER_DAY = 9_000;

    private final LocalDatabase database;
    private final AtomicIntegerArray created = new AtomicIntegerArray(AGENCIES);

    DirectOwnStatements(LocalDatabase database) {
        this.database = database;
    }

    double creationsPerSecond(Duration time) throws Exception {
        return Load.perSecond(time, number -> new Desk(number, 0));
    }

    double livesPerSecond(Duration time) throws Exception {
        return Load.perSecond(time, number -> new Desk(number, HttpLives.REQUESTS_PER_LIFE - 1));
    }

    /** A session as the service's: with plans that are kept. */
    private Connection connected() throws SQLException {
        var connection = DriverManager.getConnection(database.jdbcUrl(), database.role(), database.password());
        try (var setting = connection.createStatement()) {
            setting.execute("set plan_cache_mode = force_generic_plan");
        }
        return connection;
    }

    private final class Desk implements Load.Worker {
        private final Connection connection = connected();
        private final int steps;
        private final int place;
        private final ColumnArrays create = new ColumnArrays(connection, HotStatements.CREATION);
        private final ColumnArrays load = new ColumnArrays(connection, HotStatements.LOAD);
        private final ColumnArrays step = new ColumnArrays(connection, HotStatements.STEP);

        Desk(int which, int steps) throws SQLException {
            this.steps = steps;
            this.place = which % AGENCIES;
        }

        @Override
        public void once() throws SQLException {
            var id = UUID.randomUUID().toString();
            create.once(creation(id));
            for (int number = 1; number <= steps; number++) {
                var key = UUID.randomUUID().toString();
                load.once(Map.of("id", id, "request_scope", "direct", "request_key", key));
                step.once(step(id, number, key));
            }
        }

        private Map<String, String> creation(String id) {
            var agency = "H03.8" + place;
            var day = LocalDate.EPOCH.plusDays(created.getAndIncrement(place) / PER_DAY);
            var half = DirectFourTrips.DATA.length() / 2;
            var row = event(UUID.randomUUID().toString());
            row.putAll(Map.of("id", id, "agency", agency, "day", day.toString(), "stem", agency + "-" + day + "-"));
            row.put("data_before", DirectFourTrips.DATA.substring(0, half));
            row.put("data_after", DirectFourTrips.DATA.substring(half));
            row.put("hashed_before", DirectFourTrips.DATA.substring(0, half));
            row.put("hashed_after", DirectFourTrips.DATA.substring(half));
            row.putAll(
                    Map.of("status", "SUBMITTED", "channel", "ONLINE", "return_method", "COUNTER", "origin", "LIVE"));
            row.putAll(
                    Map.of("legal_profile", "2026", "procedure", "1.900103", "procedure_version", "1", "sector", "CC"));
            row.putAll(Map.of("immediate", "false", "agency_path", "H03 " + agency, "citizen", "bench"));
            row.putAll(Map.of("submitted_at", now(), "private_digest", DirectFourTrips.HASH, "name", "Hoàng Văn Mẫu"));
            row.putAll(Map.of("phone", "+84912345678", "email", "mau@example.vn", "notify_by_sms", "true"));
            row.putAll(Map.of("notify_by_email", "true", "language", "vi", "components", "[]", "salt", "\\x00"));
            return row;
        }

        private Map<String, String> step(String id, int number, String key) {
            var row = event(key);
            row.putAll(
                    Map.of("id", id, "sequence", String.valueOf(number), "step_sequence", String.valueOf(number + 1)));
            row.putAll(Map.of(
                    "status", "PROCESSING", "previous_status", "SUBMITTED", "accepted_at", now(), "due_at", now()));
            row.putAll(Map.of("last_hash", DirectFourTrips.HASH, "previous_hash", DirectFourTrips.HASH));
            row.put("data", DirectFourTrips.DATA);
            return row;
        }

        private Map<String, String> event(String key) {
            var row = new HashMap<String, String>();
            row.putAll(Map.of(
                    "event_id", UUID.randomUUID().toString(), "type", DirectFourTrips.TYPE, "changed_at", now()));
            row.putAll(
                    Map.of("request_scope", "direct", "request_key", key, "request_digest", "\\x00", "actor", "bench"));
            return row;
        }

        private static String now() {
            return OffsetDateTime.now(ZoneOffset.UTC).toString();
        }

        @Override
        public void end() throws SQLException {
            connection.close();
        }
    }
}
