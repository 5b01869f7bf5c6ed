package vn.motcua.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import vn.motcua.local.LocalDatabase;

/**
 * The same writes as careful hand-written SQL would make them: a transaction of four round trips for the creation and for each step
 * (read, change the state, write the event with its pointer, commit), prepared, on one connection per worker.
 */
final class DirectFourTrips {

    /** No service knows it: consumers pass over what direct SQL writes. */
    static final String TYPE = "vn.motcua.bench.direct.v1";

    static final String DATA =
            "{\"actor\":{\"role\":\"RECEPTION\",\"unit\":\"H03.01\"},\"filler\":\"" + "x".repeat(620) + "\"}";
    static final String HASH = "sha256:" + "0".repeat(64);

    private final LocalDatabase database;

    DirectFourTrips(LocalDatabase database) {
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
        private final PreparedStatement number;
        private final PreparedStatement create;
        private final PreparedStatement read;
        private final PreparedStatement move;
        private final PreparedStatement event;

        Desk(int which, int steps) throws SQLException {
            this.steps = steps;
            this.agency = "H03.9" + which % 5;
            connection.setAutoCommit(false);
            number = connection.prepareStatement("""
                    with request as (insert into creation (request_scope, request_key, request_digest, dossier_id)
                      values ('direct', ?, '\\x00', ?) on conflict do nothing returning dossier_id)
                    insert into day_counter as counter (agency, day, last) select ?, current_date, 1 from request
                    on conflict (agency, day) do update set last = counter.last % 9998 + 1 returning last
                    """);
            create = connection.prepareStatement("""
                    with kept as (insert into dossier (id, code, status, sequence, step_sequence, changed_at, last_hash, channel,
                      return_method, origin, legal_profile, procedure, procedure_version, sector, immediate, agency, agency_path,
                      citizen, submitted_at, private_digest)
                      values (?, ?, 'SUBMITTED', 1, 1, now(), ?, 'ONLINE', 'COUNTER', 'LIVE', '2026', '1.900103', 1, 'CC', false,
                      ?, array['H03', ?], 'bench', now(), ?) returning id)
                    insert into applicant (dossier_id, name, phone, email, notify_by_sms, notify_by_email, language, components, salt)
                    select id, 'Hoàng Văn Mẫu', '+84912345678', 'mau@example.vn', true, true, 'vi', '[]', '\\x00' from kept
                    """);
            read = connection.prepareStatement(
                    "select d.*, a.* from dossier d join applicant a on a.dossier_id = d.id where d.id = ? for update of d");
            move = connection.prepareStatement("""
                    update dossier set status = ?, previous_status = status, sequence = ?, step_sequence = ?, changed_at = now(),
                      last_hash = ?, accepted_at = now(), due_at = now() where id = ? and sequence = ?
                    """);
            event = connection.prepareStatement("""
                    with fact as (insert into event (subject, sequence, id, type, time, data, previous_hash, hash, request_scope,
                      request_key, request_digest) values (?, ?, ?, '%s', now(), ?, ?, ?, 'direct', ?, '\\x00')
                      returning subject, sequence)
                    insert into outgoing (subject, sequence) select subject, sequence from fact
                    """.formatted(TYPE));
        }

        @Override
        public void once() throws SQLException {
            var id = UUID.randomUUID();
            number.setString(1, UUID.randomUUID().toString());
            number.setObject(2, id);
            number.setString(3, agency);
            number.executeQuery().next();
            create.setObject(1, id);
            create.setString(2, agency + "-" + id);
            create.setString(3, HASH);
            create.setString(4, agency);
            create.setString(5, agency);
            create.setString(6, HASH);
            create.executeUpdate();
            write(id, 1);
            connection.commit();
            for (int step = 1; step <= steps; step++) {
                read.setObject(1, id);
                read.executeQuery().next();
                move.setString(1, "PROCESSING");
                move.setLong(2, step + 1L);
                move.setLong(3, step + 1L);
                move.setString(4, HASH);
                move.setObject(5, id);
                move.setLong(6, step);
                move.executeUpdate();
                write(id, step + 1);
                connection.commit();
            }
        }

        private void write(UUID id, long sequence) throws SQLException {
            event.setObject(1, id);
            event.setLong(2, sequence);
            event.setObject(3, UUID.randomUUID());
            event.setString(4, DATA);
            event.setString(5, HASH);
            event.setString(6, HASH);
            event.setString(7, UUID.randomUUID().toString());
            event.executeUpdate();
        }

        @Override
        public void end() throws SQLException {
            connection.close();
        }
    }
}
