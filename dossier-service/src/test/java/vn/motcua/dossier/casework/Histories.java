package vn.motcua.dossier.casework;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.UUID;
import vn.motcua.dossier.events.EventAttributes;
import vn.motcua.dossier.events.HistoryVerifier;
import vn.motcua.dossier.events.HistoryVerifier.Received;
import vn.motcua.dossier.events.HistoryVerifier.Verdict;
import vn.motcua.local.LocalDatabase;
import vn.motcua.local.testing.LocalInfrastructure;

/** Reads histories from the table as somebody would who does not trust them. */
public final class Histories {

    private static final String SOURCE = "urn:motcua:H03:dossier-service";

    private Histories() {}

    public static Verdict verdict(String dossier) {
        return verdict(LocalInfrastructure.database(), UUID.fromString(dossier));
    }

    static Verdict verdict(LocalDatabase database, UUID dossier) {
        var history = new ArrayList<Received>();
        try (var connection = database.connect();
                var query = connection.prepareStatement(
                        "select id, type, time, sequence, previous_hash, hash, data from event where subject = ? order by sequence")) {
            query.setObject(1, dossier);
            try (var row = query.executeQuery()) {
                while (row.next()) {
                    Timestamp time = row.getTimestamp("time");
                    history.add(new Received(
                            new EventAttributes(
                                    row.getObject("id", UUID.class),
                                    SOURCE,
                                    row.getString("type"),
                                    dossier.toString(),
                                    time.toInstant(),
                                    null,
                                    row.getLong("sequence"),
                                    dossier.toString(),
                                    row.getString("previous_hash"),
                                    row.getString("hash"),
                                    null,
                                    null,
                                    null,
                                    null),
                            row.getString("data").getBytes(StandardCharsets.UTF_8)));
                }
            }
        } catch (SQLException broken) {
            throw new IllegalStateException(broken);
        }
        return HistoryVerifier.verify(history);
    }
}
