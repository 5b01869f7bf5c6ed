package vn.motcua.dossier.subscriber;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Function;
import vn.motcua.dossier.edge.Problem;
import vn.motcua.dossier.edge.ProblemType;

/** What an operator can do about a parked event. */
@ApplicationScoped
class ParkedEvents {

    private final OperatorStore store;
    private final Subscriptions subscriptions;
    private final LoneSubject lone;
    private final InboxMetrics metrics;

    ParkedEvents(OperatorStore store, Subscriptions subscriptions, LoneSubject lone, InboxMetrics metrics) {
        this.store = store;
        this.subscriptions = subscriptions;
        this.lone = lone;
        this.metrics = metrics;
    }

    /**
     * Applies the event and those stored behind it, in order, under the subject's row lock. When it fails again it stays parked, with the new
     * reason. One that is resolved already stays as it is.
     */
    Uni<ParkedEvent> release(long id, String by) {
        return with(
                id,
                parked -> parked.state() == ParkedEvent.State.PARKED
                        ? carryOut(parked, new Errand.Order(by, 0, null))
                        : Uni.createFrom().item(parked));
    }

    /** Leaves the event out for good and goes on with those behind it. Barred once the event was applied after all. */
    Uni<ParkedEvent> discard(long id, String by, String reason) {
        return with(id, parked -> switch (parked.state()) {
            case PARKED -> carryOut(parked, new Errand.Order(by, parked.sequence(), reason));
            case DISCARDED -> Uni.createFrom().item(parked);
            case RELEASED ->
                throw Problem.of(ProblemType.BARRED)
                        .detail(
                                "Sự kiện đã được áp dụng, không thể bỏ qua nữa.",
                                "The event was applied; it cannot be left out any more.")
                        .with("reason", "ALREADY_RELEASED");
        });
    }

    private Uni<ParkedEvent> with(long id, Function<ParkedEvent, Uni<ParkedEvent>> step) {
        return Acts.carriedOut(store.parked(id)
                .chain(found -> step.apply(found.orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND)
                        .detail("Không có sự kiện chờ xử lý này.", "There is no such parked event.")))));
    }

    private Uni<ParkedEvent> carryOut(ParkedEvent parked, Errand.Order order) {
        var subscription = subscriptions.consumed(parked.stream());
        return lone.apply(subscription, Errand.release(parked.whose(), order))
                .invoke(tally -> metrics.count(parked.stream(), tally))
                .chain(() -> store.parked(parked.id()))
                .map(found -> found.orElseThrow());
    }
}
