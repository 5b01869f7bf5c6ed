package vn.motcua.notification.planning;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import vn.motcua.dossier.events.EventAttributes;
import vn.motcua.dossier.subscriber.Delivery;
import vn.motcua.dossier.subscriber.NotYet;
import vn.motcua.dossier.subscriber.Subscription;
import vn.motcua.notification.contacts.Contact;
import vn.motcua.notification.contacts.ContactStore;
import vn.motcua.notification.notices.Occasion;
import vn.motcua.notification.notices.Reasons;
import vn.motcua.postal.events.PostalFormat;

/**
 * What parcels' facts mean here. The two streams have no order between them: a parcel whose dossier's contact is not known yet waits for it.
 */
@ApplicationScoped
class PostalPlanning implements Subscription {

    /** Ages of events are real ages, whatever the business clock says. */
    private static final InstantSource REAL_TIME = Clock.systemUTC();

    private final ContactStore contacts;
    private final DraftStore drafts;
    private final Planner planner;
    private final PlanningMetrics metrics;

    PostalPlanning(ContactStore contacts, DraftStore drafts, Planner planner, PlanningMetrics metrics) {
        this.contacts = contacts;
        this.drafts = drafts;
        this.planner = planner;
        this.metrics = metrics;
    }

    /** Something to tell. */
    private record Told(EventAttributes attributes, Occasion occasion) {}

    @Override
    public String name() {
        return "postal-tracking";
    }

    @Override
    public Uni<Void> apply(SqlConnection tx, List<Delivery> deliveries) {
        var told = new ArrayList<Told>();
        int notLive = 0;
        for (var each : deliveries) {
            var restricted = PostalFormat.readRestricted(each.attributes().type(), each.value());
            var occasion = restricted.event().fold(new PostalOccasions(restricted.trackingNumber()));
            if (occasion.isPresent() && !restricted.event().postal().live()) {
                notLive++;
            } else {
                occasion.ifPresent(one -> told.add(new Told(each.attributes(), one)));
            }
        }
        metrics.suppressed(BatchPlan.NOT_LIVE, notLive);
        var dossiers = told.stream()
                .map(one -> one.attributes().subjectId())
                .distinct()
                .toList();
        return contacts.toUse(tx, dossiers).chain(known -> drafts.insert(tx, plan(told, known)));
    }

    private List<Draft> plan(List<Told> told, Map<UUID, Contact> known) {
        var plan = new ArrayList<Draft>();
        var now = REAL_TIME.instant();
        for (var one : told) {
            var dossier = one.attributes().subjectId();
            var contact = known.get(dossier);
            if (contact == null) {
                throw new NotYet("CONTACT|" + dossier);
            }
            if (contact.erased()) {
                metrics.suppressed(Reasons.ERASED, 1);
            } else if (!planner.tells(contact.legalProfile(), one.occasion())) {
                metrics.suppressed(Reasons.SWITCHED_OFF, 1);
            } else {
                plan.addAll(planner.plan(one.attributes(), one.occasion(), contact, now));
            }
        }
        return plan;
    }
}
