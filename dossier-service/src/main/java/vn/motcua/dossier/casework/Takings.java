package vn.motcua.dossier.casework;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import vn.motcua.dossier.lifecycle.Actor;
import vn.motcua.dossier.lifecycle.Appointment;
import vn.motcua.dossier.lifecycle.Attempt;
import vn.motcua.dossier.lifecycle.ClockPolicy;
import vn.motcua.dossier.lifecycle.Dossier;
import vn.motcua.dossier.lifecycle.Payments;
import vn.motcua.dossier.lifecycle.Role;
import vn.motcua.dossier.lifecycle.Step;

/** Money that comes for a dossier or goes back, inside the transaction that keeps it. Whoever commits wakes the relay. */
@ApplicationScoped
public class Takings {

    /** The payment gateway acts as the cashier of no agency. */
    private static final Actor GATEWAY = new Actor(Role.CASHIER, null);

    private final JoinedSteps steps;
    private final Dates dates;

    Takings(JoinedSteps steps, Dates dates) {
        this.steps = steps;
        this.dates = dates;
    }

    /**
     * The gateway says that what was asked for is paid: T18. Only what the dossier waits for under this very reference is taken.
     *
     * @return what came of it; empty if there is no such dossier
     */
    public Uni<Optional<Attempt>> paid(
            SqlConnection tx, UUID dossier, Payments.Paid paid, Instant now, Provenance provenance) {
        return steps.take(
                tx,
                dossier,
                now,
                provenance,
                (kept, at) -> kept.payments()
                        .confirmRequest(GATEWAY, notAfter(at, paid), policy(kept), resumed(kept, at), at),
                () -> Refusals.busy(null));
    }

    /** A payment, or what came and never settled anything, is given back. */
    public Uni<Optional<Attempt>> refunded(
            SqlConnection tx, UUID dossier, Payments.Refund refund, Actor by, Instant now, Provenance provenance) {
        return steps.take(
                tx,
                dossier,
                now,
                provenance,
                (kept, at) -> kept.payments().refund(by, refund, at),
                () -> Refusals.busy(null));
    }

    /** The gateway's clock may run ahead of ours. */
    private static Payments.Paid notAfter(Instant at, Payments.Paid paid) {
        return paid.paidAt().isAfter(at)
                ? new Payments.Paid(paid.reference(), paid.amount(), paid.method(), at, paid.gateway())
                : paid;
    }

    private ClockPolicy policy(Dossier dossier) {
        return dates.rules(dossier.matter()).paymentClockPolicy();
    }

    private Appointment resumed(Dossier dossier, Instant at) {
        return dossier.isOpenTo(Step.PAYMENT, Role.CASHIER, dates.rules(dossier.matter()))
                ? dates.goingOn(dossier, policy(dossier), at)
                : null;
    }
}
