package vn.motcua.dossier.relay;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Asks the companion for a batch, and finds out which events it cannot answer for. */
final class Twins {

    private Twins() {}

    /**
     * Values by event; those that the companion has none for are left out. Where it throws for the whole batch it is
     * asked one by one: if it answers for some, the others are at fault; if for none, the companion is.
     */
    static Map<EventKey, byte[]> of(Companion companion, Connection jdbc, List<StoredEvent> events)
            throws SQLException {
        try {
            return companion.values(jdbc, events);
        } catch (RuntimeException whole) {
            var values = new HashMap<EventKey, byte[]>();
            for (var event : events) {
                try {
                    values.putAll(companion.values(jdbc, List.of(event)));
                } catch (RuntimeException single) {
                    // Left out: parked by the caller, who says so in the log.
                }
            }
            if (values.isEmpty()) {
                throw whole;
            }
            return values;
        }
    }
}
