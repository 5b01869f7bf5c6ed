package vn.motcua.dossier.proving;

import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.UUID;
import vn.motcua.dossier.events.EventAttributes;
import vn.motcua.dossier.events.EventHash;
import vn.motcua.dossier.testing.Tables;
import vn.motcua.local.testing.LocalInfrastructure;

/** Facts put straight into the history, with the time at which they were recorded. */
final class RecordedFacts {

    static final String SOURCE = "urn:motcua:H03:dossier-service";

    private RecordedFacts() {}

    static void clearRoots() {
        for (var table : new String[] {"history_root", "history_leaf", "history_run"}) {
            Tables.run(LocalInfrastructure.database(), "delete from " + table);
        }
    }

    /** Adds a fact behind the last one and answers its hash. */
    static String add(UUID dossier, String code, Instant recorded) {
        var last = Tables.rows(
                "select sequence, hash from event where subject = ? order by sequence desc limit 1", dossier);
        long sequence = last.isEmpty() ? 1 : Long.parseLong(last.get(0).get(0)) + 1;
        var previous = last.isEmpty() ? null : last.get(0).get(1);
        var id = new UUID(dossier.getLeastSignificantBits(), 0x8000_000000000000L + sequence);
        var type = "vn.motcua.dossier.recipient-changed.v1";
        var data = "{\"actor\":{\"role\":\"RECEPTION\",\"unit\":\"H03.01\"},\"dossier\":{\"code\":\"" + code
                + "\",\"status\":\"PROCESSING\"}}";
        var attributes = new EventAttributes(
                id,
                SOURCE,
                type,
                dossier.toString(),
                recorded,
                null,
                sequence,
                null,
                previous,
                null,
                null,
                null,
                null,
                null);
        var hash = EventHash.of(attributes, data);
        try (var connection = LocalInfrastructure.database().connect();
                var insert = connection.prepareStatement("""
                        insert into event (subject, sequence, id, type, time, data, previous_hash, hash, recorded_at, actor, note)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, 'Cán bộ Kín', 'ghi chú kín')""")) {
            insert.setObject(1, dossier);
            insert.setLong(2, sequence);
            insert.setObject(3, id);
            insert.setString(4, type);
            insert.setTimestamp(5, Timestamp.from(recorded));
            insert.setString(6, data);
            insert.setString(7, previous);
            insert.setString(8, hash);
            insert.setTimestamp(9, Timestamp.from(recorded));
            insert.executeUpdate();
            return hash;
        } catch (SQLException broken) {
            throw new IllegalStateException(broken);
        }
    }

    /** Many dossiers of one fact each, whose content does not matter. */
    static void addMany(int many, Instant recorded) {
        Tables.run(LocalInfrastructure.database(), """
                insert into event (subject, sequence, id, type, time, data, hash, recorded_at)
                select md5('many' || n)::uuid, 1, md5('event' || n)::uuid, 'vn.motcua.dossier.submitted.v1', ?, '{}', 'sha256:' || n, ?
                from generate_series(1, ?) n""", Timestamp.from(recorded), Timestamp.from(recorded), many);
    }
}
