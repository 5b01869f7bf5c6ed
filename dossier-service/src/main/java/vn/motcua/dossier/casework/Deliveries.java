package vn.motcua.dossier.casework;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import vn.motcua.dossier.lifecycle.Actor;
import vn.motcua.dossier.lifecycle.Attempt;
import vn.motcua.dossier.lifecycle.Bar;
import vn.motcua.dossier.lifecycle.Dossier;
import vn.motcua.dossier.lifecycle.DossierStatus;
import vn.motcua.dossier.lifecycle.IdentityCheck;
import vn.motcua.dossier.lifecycle.Role;
import vn.motcua.dossier.lifecycle.Via;
import vn.motcua.dossier.subscriber.NotYet;

/** Steps that another part's fact takes, inside the transaction that claims the fact. Whoever commits wakes the relay. */
@ApplicationScoped
public class Deliveries {

    private final JoinedSteps steps;

    Deliveries(JoinedSteps steps) {
        this.steps = steps;
    }

    /**
     * The postman handed the result over: T27 by post. A barred step is no fault: the answer says so and nothing was written.
     *
     * @param tx open transaction; committed or rolled back by the caller
     * @param handedOverAt when the carrier took it; null where nobody knows. Before the present result was there, another one travels
     * @param deliveredAt when; taken as the time of the last step if it lies before it
     * @param provenance its causation names the postal event; its key may be null, since the claim makes it happen once
     * @return what came of it; empty if there is no such dossier
     */
    public Uni<Optional<Attempt>> delivered(
            SqlConnection tx, UUID dossier, Instant handedOverAt, Instant deliveredAt, Provenance provenance) {
        // Somebody else was faster every time: the event must not count as applied.
        return steps.take(
                tx,
                dossier,
                deliveredAt,
                provenance,
                (kept, at) -> carriesAnother(kept, handedOverAt)
                        ? new Attempt.Barred(Bar.ANOTHER_RESULT, kept.status())
                        : kept.handOver(new Actor(Role.POSTAL, null), Via.POST, IdentityCheck.OF_OWNER, at),
                () -> new NotYet("a quiet moment of dossier " + dossier));
    }

    private static boolean carriesAnother(Dossier dossier, Instant handedOverAt) {
        var completed = dossier.timeline().completedAt();
        return dossier.status() == DossierStatus.COMPLETED
                && completed != null
                && handedOverAt != null
                && handedOverAt.isBefore(completed);
    }
}
