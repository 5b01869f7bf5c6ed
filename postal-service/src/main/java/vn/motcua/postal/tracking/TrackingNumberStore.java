package vn.motcua.postal.tracking;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import vn.motcua.dossier.relay.Companion;
import vn.motcua.dossier.relay.EventKey;
import vn.motcua.dossier.relay.StoredEvent;
import vn.motcua.postal.events.PostalFormat;
import vn.motcua.postal.events.PostalTopics;

/** The restricted twin: the same facts with the tracking number of the dossier's latest parcel. */
final class TrackingNumberStore implements Companion {

    private static final String NUMBERS = """
            select r.dossier_id, o.tracking_number
            from postal_return r join carrier_order o on o.return_id = r.id
            where r.dossier_id = any(?) and o.tracking_number is not null order by r.dossier_id, r.run""";

    @Override
    public String topic() {
        return PostalTopics.TRACKING_RESTRICTED;
    }

    @Override
    public Map<EventKey, byte[]> values(Connection jdbc, List<StoredEvent> batch) throws SQLException {
        var numbers = numbers(jdbc, batch);
        var values = new HashMap<EventKey, byte[]>();
        for (var event : batch) {
            var number = numbers.get(event.key().subject());
            values.put(event.key(), PostalFormat.restricted(event.data(), number));
        }
        return values;
    }

    private static Map<UUID, String> numbers(Connection jdbc, List<StoredEvent> batch) throws SQLException {
        var dossiers =
                batch.stream().map(event -> event.key().subject()).distinct().toArray();
        var numbers = new HashMap<UUID, String>();
        var array = jdbc.createArrayOf("uuid", dossiers);
        try (var query = jdbc.prepareStatement(NUMBERS)) {
            query.setArray(1, array);
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    numbers.put(rows.getObject(1, UUID.class), rows.getString(2));
                }
            }
        } finally {
            array.free();
        }
        return numbers;
    }
}
