package vn.motcua.dossier.subscriber;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Why one subject is looked at.
 *
 * @param arrived what came from the topic, in the order it came
 * @param cause which block it may lift
 * @param order of an operator; null unless the cause is RELEASE or SKIP
 */
record Errand(Subject subject, List<Delivery> arrived, Cause cause, Order order) {

    /** What set it off. */
    enum Cause {
        ARRIVAL,
        RETRY,
        RELEASE,
        SKIP
    }

    /**
     * What an operator ordered.
     *
     * @param by the operator's subject
     * @param leftOut sequence of the event to leave out, or of the last of those to skip; 0 for none
     * @param reason for leaving it out; null for none
     */
    record Order(String by, long leftOut, String reason) {}

    static List<Errand> arrivals(List<Delivery> deliveries) {
        Map<Subject, List<Delivery>> bySubject = deliveries.stream()
                .collect(Collectors.groupingBy(Delivery::subject, TreeMap::new, Collectors.toList()));
        return bySubject.entrySet().stream()
                .map(each -> new Errand(each.getKey(), each.getValue(), Cause.ARRIVAL, null))
                .toList();
    }

    static Errand retry(Subject subject) {
        return new Errand(subject, List.of(), Cause.RETRY, null);
    }

    static Errand release(Subject subject, Order order) {
        return new Errand(subject, List.of(), Cause.RELEASE, order);
    }

    static Errand skip(Subject subject, Order order) {
        return new Errand(subject, List.of(), Cause.SKIP, order);
    }

    /** Whether events may be applied although, or because, the subject stands so. */
    boolean lifts(Standing standing) {
        return switch (standing.block()) {
            case NONE -> true;
            case NOT_YET -> cause == Cause.RETRY;
            case PARKED -> cause == Cause.RELEASE;
        };
    }

    /** Where the subject starts: behind what an operator left out or skipped. */
    Standing startingFrom(Standing standing) {
        return switch (cause) {
            case ARRIVAL, RETRY -> standing;
            case RELEASE ->
                order.leftOut() == standing.last() + 1 && standing.block() == Standing.Block.PARKED
                        ? standing.after(order.leftOut())
                        : standing;
            case SKIP -> standing.after(order.leftOut());
        };
    }

    /** Whether waiting events could be applied now; without this look no arrival in order would be quick. */
    boolean needsHeld(Standing standing) {
        if (standing.held() == 0 || !lifts(standing)) {
            return false;
        }
        return arrived.isEmpty() || arrived.stream().anyMatch(delivery -> delivery.sequence() == standing.last() + 1);
    }
}
