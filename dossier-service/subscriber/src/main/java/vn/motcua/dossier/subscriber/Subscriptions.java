package vn.motcua.dossier.subscriber;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.util.Set;
import java.util.stream.Stream;
import vn.motcua.dossier.edge.Problem;
import vn.motcua.dossier.edge.ProblemType;

/** The streams that this service consumes. */
@ApplicationScoped
class Subscriptions {

    private final Instance<Subscription> beans;

    Subscriptions(@Any Instance<Subscription> beans) {
        this.beans = beans;
    }

    Stream<Subscription> all() {
        return beans.stream();
    }

    /** Refuses to start with names that cannot keep streams apart. */
    void check() {
        var names = all().map(Subscription::name).toList();
        if (Set.copyOf(names).size() < names.size()
                || names.stream().anyMatch(each -> each.isBlank() || each.length() > Subscription.LONGEST_NAME)) {
            throw new IllegalStateException("each stream has a name of its own of 1 to " + Subscription.LONGEST_NAME
                    + " characters, not " + names);
        }
    }

    /** The stream of that name, for an operator; barred when the service does not consume it. */
    Subscription consumed(String stream) {
        return all().filter(each -> each.name().equals(stream))
                .findFirst()
                .orElseThrow(() -> Problem.of(ProblemType.BARRED)
                        .detail("Dịch vụ không nhận luồng này.", "The service does not consume this stream.")
                        .with("reason", "STREAM_NOT_CONSUMED"));
    }
}
