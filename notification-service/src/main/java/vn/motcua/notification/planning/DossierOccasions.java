package vn.motcua.notification.planning;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import vn.motcua.dossier.events.Accepted;
import vn.motcua.dossier.events.Completed;
import vn.motcua.dossier.events.Corrected;
import vn.motcua.dossier.events.DueDateChanged;
import vn.motcua.dossier.events.Extended;
import vn.motcua.dossier.events.Merged;
import vn.motcua.dossier.events.PaymentConfirmed;
import vn.motcua.dossier.events.PaymentRefunded;
import vn.motcua.dossier.events.PaymentRequested;
import vn.motcua.dossier.events.Refused;
import vn.motcua.dossier.events.ResultRecalled;
import vn.motcua.dossier.events.Resumed;
import vn.motcua.dossier.events.ReturnMethod;
import vn.motcua.dossier.events.Returned;
import vn.motcua.dossier.events.Stopped;
import vn.motcua.dossier.events.Submitted;
import vn.motcua.dossier.events.SupplementCompleted;
import vn.motcua.dossier.events.SupplementRequested;
import vn.motcua.dossier.events.Transferred;
import vn.motcua.dossier.events.Voided;
import vn.motcua.dossier.events.Withdrawn;
import vn.motcua.notification.notices.Amendment;
import vn.motcua.notification.notices.Money;
import vn.motcua.notification.notices.Occasion;
import vn.motcua.notification.notices.Pause;
import vn.motcua.notification.notices.ReturnWay;

/**
 * What a citizen is told of a dossier's fact, if anything: what they have to do, what they can have, what was promised anew. The origin plays no part here.
 *
 * @param time when the fact became true; stands in where the state does not say
 */
record DossierOccasions(Names names, Instant time) implements Unspoken {

    @Override
    public Optional<Occasion> submitted(Submitted fact) {
        return Optional.of(
                new Occasion.Submitted(fact.dossier().code(), or(fact.dossier().submittedAt())));
    }

    @Override
    public Optional<Occasion> accepted(Accepted fact) {
        var dossier = fact.dossier();
        return Optional.of(new Occasion.Accepted(
                dossier.code(),
                or(dossier.acceptedAt()),
                dossier.dueAt(),
                names.shop(dossier.counter(), time),
                names.agency(dossier.agency().code(), time)));
    }

    @Override
    public Optional<Occasion> refused(Refused fact) {
        return Optional.of(new Occasion.Refused(fact.dossier().code(), names.reason(fact.reasonCode())));
    }

    @Override
    public Optional<Occasion> withdrawn(Withdrawn fact) {
        return Optional.of(
                new Occasion.Withdrawn(fact.dossier().code(), or(fact.dossier().endedAt())));
    }

    @Override
    public Optional<Occasion> completed(Completed fact) {
        var dossier = fact.dossier();
        return Optional.of(new Occasion.Completed(
                dossier.code(),
                or(dossier.completedAt()),
                dossier.dueAt(),
                way(dossier.returnMethod()),
                names.shop(dossier.counter(), time)));
    }

    @Override
    public Optional<Occasion> returned(Returned fact) {
        return Optional.of(
                new Occasion.Returned(fact.dossier().code(), or(fact.dossier().returnedAt())));
    }

    @Override
    public Optional<Occasion> supplementRequested(SupplementRequested fact) {
        return Optional.of(new Pause.SupplementRequested(fact.dossier().code(), fact.deadline()));
    }

    @Override
    public Optional<Occasion> supplementCompleted(SupplementCompleted fact) {
        return Optional.of(new Pause.SupplementCompleted(
                fact.dossier().code(), fact.dossier().dueAt()));
    }

    @Override
    public Optional<Occasion> paymentRequested(PaymentRequested fact) {
        return Optional.of(new Pause.PaymentRequested(
                fact.dossier().code(), new Money(fact.amount(), fact.currency()), fact.deadline()));
    }

    @Override
    public Optional<Occasion> paymentConfirmed(PaymentConfirmed fact) {
        return Optional.of(
                new Pause.PaymentConfirmed(fact.dossier().code(), new Money(fact.amount(), fact.currency())));
    }

    @Override
    public Optional<Occasion> paymentRefunded(PaymentRefunded fact) {
        return Optional.of(new Pause.PaymentRefunded(
                fact.dossier().code(), new Money(fact.amount(), fact.currency()), names.reason(fact.reasonCode())));
    }

    @Override
    public Optional<Occasion> extended(Extended fact) {
        return Optional.of(new Amendment.Extended(
                fact.dossier().code(), Objects.requireNonNull(fact.dossier().dueAt(), "extended to no date")));
    }

    /**
     * What is awaited of a citizen comes first: while their dossier waits, the result has no date to rely on, and the one that it gets is told when it
     * goes on.
     */
    @Override
    public Optional<Occasion> dueDateChanged(DueDateChanged fact) {
        return prolonged(fact).or(() -> resultMoved(fact));
    }

    private static Optional<Occasion> prolonged(DueDateChanged fact) {
        var code = fact.dossier().code();
        return Optional.ofNullable(fact.deadline())
                .map(deadline -> switch (fact.dossier().status()) {
                    case SUPPLEMENT_REQUIRED -> new Amendment.PapersProlonged(code, deadline);
                    case PAYMENT_REQUIRED -> new Amendment.PaymentProlonged(code, deadline);
                    default -> null;
                });
    }

    /** Where the result's date stays, only what the agencies have to keep among themselves moved. */
    private static Optional<Occasion> resultMoved(DueDateChanged fact) {
        return Optional.ofNullable(fact.dossier().dueAt())
                .filter(due -> !due.equals(fact.previousDueAt()))
                .map(due -> new Amendment.DueDateChanged(fact.dossier().code(), due));
    }

    @Override
    public Optional<Occasion> stopped(Stopped fact) {
        return Optional.of(new Pause.Stopped(fact.dossier().code(), names.reason(fact.reasonCode())));
    }

    @Override
    public Optional<Occasion> resumed(Resumed fact) {
        return Optional.of(
                new Pause.Resumed(fact.dossier().code(), fact.dossier().dueAt()));
    }

    @Override
    public Optional<Occasion> resultRecalled(ResultRecalled fact) {
        return Optional.of(new Amendment.ResultRecalled(fact.dossier().code()));
    }

    /** Only where people go to another counter now. */
    @Override
    public Optional<Occasion> transferred(Transferred fact) {
        var agency = fact.dossier().agency().code();
        // Whoever took it in hands the result out, whichever agency answers.
        return fact.dossier().receivingOneStop() != null
                        || names.sameShop(fact.fromAgency().code(), agency, time)
                ? Optional.empty()
                : Optional.of(new Amendment.Transferred(fact.dossier().code(), names.shop(agency, time)));
    }

    /** With the due date only where that moved and still lies ahead. */
    @Override
    public Optional<Occasion> corrected(Corrected fact) {
        var dossier = fact.dossier();
        var moved = dossier.endedAt() == null && !Objects.equals(dossier.dueAt(), fact.previousDueAt());
        return Optional.of(new Amendment.Corrected(dossier.code(), moved ? dossier.dueAt() : null));
    }

    @Override
    public Optional<Occasion> voided(Voided fact) {
        return Optional.of(new Amendment.Voided(fact.dossier().code(), names.reason(fact.reasonCode())));
    }

    @Override
    public Optional<Occasion> merged(Merged fact) {
        return Optional.of(
                new Amendment.Merged(fact.dossier().code(), fact.into().code()));
    }

    private Instant or(Instant at) {
        return at == null ? time : at;
    }

    private static ReturnWay way(ReturnMethod method) {
        if (method == null) {
            return ReturnWay.OTHER;
        }
        return switch (method) {
            case COUNTER -> ReturnWay.COUNTER;
            case POST -> ReturnWay.POST;
            case ELECTRONIC -> ReturnWay.ELECTRONIC;
            case UNKNOWN -> ReturnWay.OTHER;
        };
    }
}
