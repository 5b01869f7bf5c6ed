package vn.motcua.notification.planning;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.InstantSource;
import java.util.List;
import vn.motcua.dossier.events.EventFormat;
import vn.motcua.dossier.subscriber.Delivery;
import vn.motcua.dossier.subscriber.Subscription;
import vn.motcua.notification.contacts.ContactStore;

/** What dossiers' facts mean here: contacts are kept, notices planned. A handful of statements for a whole poll. */
@ApplicationScoped
class DossierPlanning implements Subscription {

    /** Ages of events are real ages, whatever the business clock says. */
    private static final InstantSource REAL_TIME = Clock.systemUTC();

    private final ContactStore contacts;
    private final DraftStore drafts;
    private final Planner planner;
    private final Names names;
    private final PlanningMetrics metrics;

    DossierPlanning(ContactStore contacts, DraftStore drafts, Planner planner, Names names, PlanningMetrics metrics) {
        this.contacts = contacts;
        this.drafts = drafts;
        this.planner = planner;
        this.names = names;
        this.metrics = metrics;
    }

    @Override
    public String name() {
        return "dossier-lifecycle";
    }

    @Override
    public Uni<Void> apply(SqlConnection tx, List<Delivery> deliveries) {
        var dossiers = deliveries.stream()
                .map(delivery -> delivery.attributes().subjectId())
                .distinct()
                .toList();
        return contacts.toChange(tx, dossiers).chain(known -> {
            var plan = new BatchPlan(planner, names, REAL_TIME.instant(), known);
            for (var each : deliveries) {
                plan.add(
                        each.attributes(),
                        EventFormat.readRestricted(each.attributes().type(), each.value()));
            }
            return write(tx, plan);
        });
    }

    private Uni<Void> write(SqlConnection tx, BatchPlan plan) {
        return contacts.keep(tx, plan.contacts())
                .chain(() -> drafts.erase(tx, plan.erased()))
                .chain(() -> drafts.supersede(tx, plan.recalled(), plan.closed()))
                .chain(() -> drafts.insert(tx, plan.drafts()))
                // Also what the same poll wrote before the dossier went.
                .chain(() -> drafts.reassign(tx, plan.transferred()))
                .chain(() -> drafts.readdress(tx, plan.changed()))
                .invoke(() -> plan.passedOver().forEach(metrics::suppressed));
    }
}
