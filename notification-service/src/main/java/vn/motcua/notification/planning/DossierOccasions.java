package vn.motcua.notification.planning;

import java.time.Instant;
import java.util.Optional;
import vn.motcua.dossier.events.Accepted;
import vn.motcua.dossier.events.Completed;
import vn.motcua.dossier.events.DossierEvent;
import vn.motcua.dossier.events.ProcessingStarted;
import vn.motcua.dossier.events.RecipientChanged;
import vn.motcua.dossier.events.RecipientErased;
import vn.motcua.dossier.events.Refused;
import vn.motcua.dossier.events.ReturnMethod;
import vn.motcua.dossier.events.Returned;
import vn.motcua.dossier.events.Submitted;
import vn.motcua.dossier.events.Unrecognised;
import vn.motcua.dossier.events.Withdrawn;
import vn.motcua.notification.notices.Occasion;
import vn.motcua.notification.notices.ReturnWay;

/**
 * What a citizen is told of a dossier's fact, if anything. The origin plays no part here.
 *
 * @param time when the fact became true; stands in where the state does not say
 */
record DossierOccasions(Names names, Instant time) implements DossierEvent.Cases<Optional<Occasion>> {

    @Override
    public Optional<Occasion> submitted(Submitted fact) {
        return Optional.of(
                new Occasion.Submitted(fact.dossier().code(), or(fact.dossier().submittedAt())));
    }

    @Override
    public Optional<Occasion> accepted(Accepted fact) {
        var dossier = fact.dossier();
        var agency = dossier.agency().code();
        return Optional.of(new Occasion.Accepted(
                dossier.code(), or(dossier.acceptedAt()), dossier.dueAt(), names.shop(agency), names.agency(agency)));
    }

    @Override
    public Optional<Occasion> refused(Refused fact) {
        return Optional.of(new Occasion.Refused(fact.dossier().code(), names.reason(fact.reasonCode())));
    }

    @Override
    public Optional<Occasion> processingStarted(ProcessingStarted fact) {
        return Optional.empty();
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
                names.shop(dossier.agency().code())));
    }

    @Override
    public Optional<Occasion> returned(Returned fact) {
        return Optional.of(
                new Occasion.Returned(fact.dossier().code(), or(fact.dossier().returnedAt())));
    }

    @Override
    public Optional<Occasion> recipientChanged(RecipientChanged fact) {
        return Optional.empty();
    }

    @Override
    public Optional<Occasion> recipientErased(RecipientErased fact) {
        return Optional.empty();
    }

    @Override
    public Optional<Occasion> unrecognised(Unrecognised fact) {
        return Optional.empty();
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
