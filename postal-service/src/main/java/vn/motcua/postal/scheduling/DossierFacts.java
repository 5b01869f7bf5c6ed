package vn.motcua.postal.scheduling;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import vn.motcua.dossier.subscriber.Delivery;
import vn.motcua.dossier.subscriber.Subscription;
import vn.motcua.postal.scheduling.Intake.Completion;

/** What dossier facts mean here. Of a poll without results that go by post, nothing is written. */
@ApplicationScoped
class DossierFacts implements Subscription {

    private final RecipientStore recipients;
    private final Planning planning;
    private final TakingBack takingBack;
    private final Clock businessClock;

    DossierFacts(RecipientStore recipients, Planning planning, TakingBack takingBack, Clock businessClock) {
        this.recipients = recipients;
        this.planning = planning;
        this.takingBack = takingBack;
        this.businessClock = businessClock;
    }

    @Override
    public String name() {
        return DossierLifecycle.CHANNEL;
    }

    /** What is taken back comes before what is sent: of a result recalled and given anew in one poll the new one goes. */
    @Override
    public Uni<Void> apply(SqlConnection tx, List<Delivery> deliveries) {
        var intake = Intake.of(deliveries);
        return recipients
                .keep(tx, intake.recipients())
                .flatMap(changed -> takingBack
                        .notWanted(tx, intake.cancellations())
                        .flatMap(done -> takingBack.addressedWrongly(
                                tx, without(changed, intake.cancellations().keySet()), businessClock.instant()))
                        .flatMap(again -> planning.plan(tx, all(intake.completions(), again)))
                        .flatMap(planned -> recipients.forget(tx, intake.forgotten())));
    }

    private static Set<UUID> without(Set<UUID> all, Set<UUID> some) {
        var rest = new HashSet<>(all);
        rest.removeAll(some);
        return rest;
    }

    private static List<Completion> all(List<Completion> completions, List<Completion> again) {
        var all = new ArrayList<>(completions);
        again.stream()
                .filter(one -> completions.stream()
                        .noneMatch(other -> other.dossierId().equals(one.dossierId())))
                .forEach(all::add);
        return all;
    }
}
