package vn.motcua.bench;

import java.sql.Array;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import vn.motcua.bench.OwnStatements.Prepared;
import vn.motcua.local.LocalDatabase;

/** Exactly the service's own statements from a plain driver: one round trip for a creation, two for a step. */
final class DirectOwn {

    private static final String WRITES = "vn.motcua.dossier.casework.DirectWrites";
    /** Facts of a kind that nobody knows: consumers pass them over. */
    private static final String FILLER = "\"},\"filler\":\"" + "x".repeat(600) + "\"}";

    private static final String HASH = "sha256:" + "0".repeat(64);

    private final LocalDatabase database;

    DirectOwn(LocalDatabase database) {
        this.database = database;
    }

    double creationsPerSecond(Duration time) throws Exception {
        return Load.perSecond(time, number -> new Desk(number, 0));
    }

    double livesPerSecond(Duration time) throws Exception {
        return Load.perSecond(time, number -> new Desk(number, HttpLives.REQUESTS_PER_LIFE - 1));
    }

    private final class Desk implements Load.Worker {
        private final Connection connection =
                DriverManager.getConnection(database.jdbcUrl(), database.role(), database.password());
        private final int steps;
        private final String agency;
        private final Array path;
        private final Prepared create;
        private final Prepared load;
        private final Prepared step;
        private LocalDate day = LocalDate.of(2000, 1, 1);
        private int today;

        Desk(int which, int steps) throws SQLException {
            this.steps = steps;
            this.agency = "H03.8" + which;
            this.path = connection.createArrayOf("text", new String[] {"H03", agency});
            create = Prepared.of(connection, OwnStatements.text(WRITES, "CREATE"));
            load = Prepared.of(connection, OwnStatements.text("vn.motcua.dossier.casework.DossierStore", "FOR_STEP"));
            step = Prepared.of(connection, OwnStatements.text(WRITES, "STEP"));
        }

        @Override
        public void once() throws SQLException {
            var id = UUID.randomUUID();
            create.with(creation(id)).executeQuery().next();
            for (int done = 1; done <= steps; done++) {
                var key = UUID.randomUUID().toString();
                load.with(new Object[] {id, "direct", key}).executeQuery().next();
                if (step.with(move(id, done, key)).executeUpdate() != 1) {
                    throw new IllegalStateException("the step did not move the dossier");
                }
            }
        }

        private Object[] creation(UUID id) {
            // A day holds 9,999 numbers; a worker of its own agency uses a new day when one is full.
            if (++today == 9_999) {
                today = 1;
                day = day.plusDays(1);
            }
            var now = OffsetDateTime.now();
            var v = new Object[49];
            v[0] = "direct";
            v[1] = UUID.randomUUID().toString();
            v[2] = new byte[32];
            v[3] = id;
            v[4] = agency;
            v[5] = day;
            v[6] = agency + "-" + day + "-" + id.toString().substring(0, 8) + "-";
            v[7] = "{\"bench\":{\"code\":\"";
            v[8] = FILLER;
            v[9] = "{\"data\":{\"bench\":{\"code\":\"";
            v[10] = FILLER + "}";
            v[11] = "SUBMITTED";
            v[12] = now;
            v[13] = "ONLINE";
            v[14] = "COUNTER";
            v[15] = "LIVE";
            v[16] = "2026";
            v[17] = "1.900103";
            v[18] = 1;
            v[19] = "CC";
            v[20] = false;
            v[21] = path;
            v[22] = "bench";
            v[23] = now;
            v[24] = now;
            v[29] = HASH;
            v[30] = "Hoàng Văn Mẫu";
            v[32] = "+84912345678";
            v[33] = "mau@example.vn";
            v[37] = true;
            v[38] = true;
            v[39] = "vi";
            v[40] = "[]";
            v[41] = new byte[16];
            v[42] = UUID.randomUUID();
            v[43] = "vn.motcua.bench.direct.v1";
            return v;
        }

        private Object[] move(UUID id, long sequence, String key) {
            var now = OffsetDateTime.now();
            var v = new Object[29];
            v[0] = id;
            v[1] = sequence;
            v[2] = "PROCESSING";
            v[3] = "ACCEPTED";
            v[4] = sequence + 1;
            v[5] = now;
            v[6] = HASH;
            v[8] = now;
            v[9] = now;
            v[10] = now;
            v[17] = UUID.randomUUID();
            v[18] = "vn.motcua.bench.direct.v1";
            v[19] = "{\"bench\":{\"code\":\"" + FILLER;
            v[20] = HASH;
            v[24] = "direct";
            v[25] = key;
            v[26] = new byte[32];
            return v;
        }

        @Override
        public void end() throws SQLException {
            connection.close();
        }
    }
}
