package vn.motcua.dossier.relay;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/**
 * The restricted twin of the shared stream: the same events in the same order on another topic, with a value that adds
 * what only some may know, as it is when published. A twin has the attributes of its event, the hash over the event alone among them; only the
 * schema is its own.
 */
public interface Companion {

    /** Name of the restricted topic; it must exist. */
    String topic();

    /** URI of the JSON Schema of its values, one for all: the twin's {@code ce_dataschema}. */
    String dataschema();

    /**
     * The values of a batch, in one query. Every event needs one: a subject whose event has none is parked. May be asked
     * again for the same event (after a failed send), and for parts of a batch when the whole of it threw.
     *
     * @param jdbc the relay's own connection in auto-commit; to be left open and as it was
     * @param batch at most a batch of events, each subject's in order
     * @return value by event; at most twice as large as the event
     * @throws SQLException the database's fault: the batch is tried again later
     */
    Map<EventKey, byte[]> values(Connection jdbc, List<StoredEvent> batch) throws SQLException;
}
