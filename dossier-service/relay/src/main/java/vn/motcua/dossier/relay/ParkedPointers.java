package vn.motcua.dossier.relay;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.List;
import org.jboss.logging.Logger;
import vn.motcua.dossier.edge.Problem;
import vn.motcua.dossier.edge.ProblemType;

/** What an operator can do about an event that could not be sent. Blocking. */
@ApplicationScoped
class ParkedPointers {

    private static final Logger LOG = Logger.getLogger(ParkedPointers.class);

    private final ParkedPointerStore store;
    private final EventRelay relay;
    private final Counter discarded;

    ParkedPointers(ParkedPointerStore store, EventRelay relay, MeterRegistry registry) {
        this.store = store;
        this.relay = relay;
        this.discarded = Counter.builder("motcua.relay.discarded")
                .description("Events that an operator decided never to publish")
                .register(registry);
    }

    List<ParkedPointer> open(long after, int most) throws SQLException {
        return store.open(after, most);
    }

    /**
     * Puts the event and those behind it back into their places in the queue, once the cause is mended. What is still
     * dead is parked again. One that is resolved already stays as it is.
     */
    ParkedPointer release(long id, String by) throws SQLException {
        return decide(new ParkedPointerStore.Decision(id, by, null));
    }

    /**
     * Gives up publishing the event, for good, and releases those behind it. Consumers will see a gap in the dossier's
     * sequence; the history in the database stays whole. Barred once it was released.
     */
    ParkedPointer discard(long id, String by, String reason) throws SQLException {
        var pointer = decide(new ParkedPointerStore.Decision(id, by, reason));
        if (pointer.state() == ParkedPointer.State.RELEASED) {
            throw Problem.of(ProblemType.BARRED)
                    .detail(
                            "Sự kiện đã được đưa lại vào hàng đợi, không thể bỏ qua nữa trừ khi lại bị giữ.",
                            "The event is back in the queue; it can be left out only if it is parked again.")
                    .with("reason", "ALREADY_RELEASED");
        }
        return pointer;
    }

    private ParkedPointer decide(ParkedPointerStore.Decision decision) throws SQLException {
        var before = store.find(decision.id())
                .orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND)
                        .detail("Không có sự kiện bị giữ lại này.", "There is no such parked event."));
        if (before.state() != ParkedPointer.State.PARKED
                || !store.free(decision).done()) {
            return store.find(decision.id()).orElse(before);
        }
        relay.wake();
        if (decision.discardReason() != null) {
            discarded.increment();
            LOG.warnf("relay discarded subject=%s sequence=%d", before.subject(), before.sequence());
        }
        return store.find(decision.id()).orElseThrow();
    }
}
