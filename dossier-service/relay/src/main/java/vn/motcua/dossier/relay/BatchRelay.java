package vn.motcua.dossier.relay;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jboss.logging.Logger;

/** One batch from the pointers to Kafka: what is dead is put aside, the rest is sent in waves and then forgotten. */
final class BatchRelay {

    private static final Logger LOG = Logger.getLogger(EventRelay.class);

    private final PointerStore store;
    private final Publisher publisher;
    private final Wakeup wakeup;
    private final boolean singly;
    private final List<Pointer> acknowledged = new ArrayList<>();
    private final Map<Pointer, ParkingReason> parked = new LinkedHashMap<>();
    private final Map<UUID, Long> heldBackFrom = new HashMap<>();

    /**
     * @param singly whether each event is sent alone: the client may send records that are refused together over and over,
     *     and only a record that is alone is refused for good
     */
    BatchRelay(PointerStore store, Publisher publisher, Wakeup wakeup, boolean singly) {
        this.store = store;
        this.publisher = publisher;
        this.wakeup = wakeup;
        this.singly = singly;
    }

    /**
     * What became of a batch.
     *
     * @param failure why the producer had to be closed; null if all went well
     */
    record Result(int published, Throwable failure) {}

    Result relay(List<Entry> batch, Connection jdbc, RelayTopics topics) throws SQLException, InterruptedException {
        var live = live(batch);
        Map<EventKey, byte[]> twins = Map.of();
        var twinned = live.stream()
                .filter(entry -> topics.companionOf(entry.event()).isPresent())
                .toList();
        if (!twinned.isEmpty()) {
            twins = Twins.of(
                    topics.companion().orElseThrow(),
                    jdbc,
                    twinned.stream().map(Entry::event).toList());
            for (var entry : twinned) {
                if (!twins.containsKey(entry.key())) {
                    holdBack(entry, ParkingReason.NO_COMPANION_VALUE);
                }
            }
        }
        var failure = send(live, twins);
        settle();
        return new Result(acknowledged.size(), failure);
    }

    private List<Entry> live(List<Entry> batch) {
        var live = new ArrayList<Entry>(batch.size());
        for (var entry : batch) {
            if (entry.behind()) {
                parked.put(entry.pointer(), ParkingReason.BEHIND);
            } else if (entry.event() == null) {
                holdBack(entry, ParkingReason.EVENT_MISSING);
            } else {
                live.add(entry);
            }
        }
        return live;
    }

    /** What comes after it waits for the next read, which finds it behind a parked one; what comes before still goes. */
    private void holdBack(Entry entry, ParkingReason reason) {
        if (isSendable(entry)) {
            parked.put(entry.pointer(), reason);
            heldBackFrom.put(entry.pointer().subject(), entry.pointer().position());
        }
    }

    private boolean isSendable(Entry entry) {
        var from = heldBackFrom.get(entry.pointer().subject());
        return from == null || entry.pointer().position() < from;
    }

    private Throwable send(List<Entry> live, Map<EventKey, byte[]> twins) throws InterruptedException {
        for (var wave : singly ? live.stream().map(List::of).toList() : Waves.of(live)) {
            var sendable = wave.stream().filter(this::isSendable).toList();
            if (sendable.isEmpty()) {
                continue;
            }
            var result = publisher.send(sendable, twins);
            result.acknowledged().forEach(entry -> acknowledged.add(entry.pointer()));
            result.refused().forEach(entry -> holdBack(entry, ParkingReason.TOO_LARGE));
            if (result.failure() != null) {
                return result.failure();
            }
            if (wakeup.isStopping()) {
                return null;
            }
        }
        return null;
    }

    private void settle() throws SQLException {
        if (!acknowledged.isEmpty()) {
            store.delete(acknowledged);
        }
        if (!parked.isEmpty()) {
            store.park(parked);
            parked.entrySet().stream()
                    .filter(entry -> entry.getValue() != ParkingReason.BEHIND)
                    .forEach(entry -> LOG.errorf(
                            "relay parked subject=%s sequence=%d reason=%s; later events of this subject wait behind it",
                            entry.getKey().subject(), entry.getKey().sequence(), entry.getValue()));
        }
    }
}
