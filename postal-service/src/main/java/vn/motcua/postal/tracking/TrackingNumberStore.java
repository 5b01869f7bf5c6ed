package vn.motcua.postal.tracking;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import vn.motcua.dossier.relay.Companion;
import vn.motcua.dossier.relay.EventKey;
import vn.motcua.dossier.relay.StoredEvent;
import vn.motcua.postal.events.PostalFormat;
import vn.motcua.postal.events.PostalTopics;

/** The restricted twin: the same facts, each with the tracking number of its own parcel. */
final class TrackingNumberStore implements Companion {

    private static final String NUMBERS = """
            select return_id, tracking_number from carrier_order where return_id = any(?) and tracking_number is not null""";

    @Override
    public String topic() {
        return PostalTopics.TRACKING_RESTRICTED;
    }

    @Override
    public String dataschema() {
        return PostalTopics.RESTRICTED_SCHEMA;
    }

    @Override
    public Map<EventKey, byte[]> values(Connection jdbc, List<StoredEvent> batch) throws SQLException {
        var parcels = new HashMap<EventKey, UUID>();
        batch.forEach(event -> parcels.put(event.key(), parcel(event)));
        var numbers = numbers(jdbc, Set.copyOf(parcels.values()));
        var values = new HashMap<EventKey, byte[]>();
        for (var event : batch) {
            var number = numbers.get(parcels.get(event.key()));
            values.put(event.key(), PostalFormat.restricted(event.data(), number));
        }
        return values;
    }

    private static UUID parcel(StoredEvent event) {
        return PostalFormat.read(event.attributes().type(), event.data())
                .postal()
                .parcel()
                .id();
    }

    private static Map<UUID, String> numbers(Connection jdbc, Set<UUID> parcels) throws SQLException {
        var numbers = new HashMap<UUID, String>();
        var array = jdbc.createArrayOf("uuid", parcels.toArray());
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
