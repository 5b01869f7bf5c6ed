package vn.motcua.notification.planning;

import java.util.Optional;
import vn.motcua.dossier.events.Adopted;
import vn.motcua.dossier.events.Assigned;
import vn.motcua.dossier.events.DocumentAdded;
import vn.motcua.dossier.events.DossierEvent;
import vn.motcua.dossier.events.DueSoon;
import vn.motcua.dossier.events.ForwardOverdue;
import vn.motcua.dossier.events.LegFinished;
import vn.motcua.dossier.events.LegOpened;
import vn.motcua.dossier.events.LegOverdue;
import vn.motcua.dossier.events.LegPlanned;
import vn.motcua.dossier.events.LegReceived;
import vn.motcua.dossier.events.LegWithdrawn;
import vn.motcua.dossier.events.Overdue;
import vn.motcua.dossier.events.ProcessingStarted;
import vn.motcua.dossier.events.RatingSubmitted;
import vn.motcua.dossier.events.RecipientChanged;
import vn.motcua.dossier.events.RecipientErased;
import vn.motcua.dossier.events.ReplyOverdue;
import vn.motcua.dossier.events.Reported;
import vn.motcua.dossier.events.StepCompleted;
import vn.motcua.dossier.events.StepRecalled;
import vn.motcua.dossier.events.StepSentBack;
import vn.motcua.dossier.events.SupplementSubmitted;
import vn.motcua.dossier.events.Unrecognised;
import vn.motcua.notification.notices.Occasion;

/**
 * What citizens are not told: what goes on inside the agencies, and what shows on the portal only. Named one by one, so that a new kind of fact does
 * not compile until somebody has decided about it.
 */
interface Unspoken extends DossierEvent.Cases<Optional<Occasion>> {

    @Override
    default Optional<Occasion> processingStarted(ProcessingStarted fact) {
        return Optional.empty();
    }

    @Override
    default Optional<Occasion> recipientChanged(RecipientChanged fact) {
        return Optional.empty();
    }

    @Override
    default Optional<Occasion> recipientErased(RecipientErased fact) {
        return Optional.empty();
    }

    @Override
    default Optional<Occasion> supplementSubmitted(SupplementSubmitted fact) {
        return Optional.empty();
    }

    @Override
    default Optional<Occasion> assigned(Assigned fact) {
        return Optional.empty();
    }

    @Override
    default Optional<Occasion> stepCompleted(StepCompleted fact) {
        return Optional.empty();
    }

    @Override
    default Optional<Occasion> stepSentBack(StepSentBack fact) {
        return Optional.empty();
    }

    @Override
    default Optional<Occasion> stepRecalled(StepRecalled fact) {
        return Optional.empty();
    }

    @Override
    default Optional<Occasion> dueSoon(DueSoon fact) {
        return Optional.empty();
    }

    @Override
    default Optional<Occasion> overdue(Overdue fact) {
        return Optional.empty();
    }

    @Override
    default Optional<Occasion> forwardOverdue(ForwardOverdue fact) {
        return Optional.empty();
    }

    @Override
    default Optional<Occasion> replyOverdue(ReplyOverdue fact) {
        return Optional.empty();
    }

    @Override
    default Optional<Occasion> documentAdded(DocumentAdded fact) {
        return Optional.empty();
    }

    @Override
    default Optional<Occasion> legPlanned(LegPlanned fact) {
        return Optional.empty();
    }

    @Override
    default Optional<Occasion> legOpened(LegOpened fact) {
        return Optional.empty();
    }

    @Override
    default Optional<Occasion> legReceived(LegReceived fact) {
        return Optional.empty();
    }

    @Override
    default Optional<Occasion> legFinished(LegFinished fact) {
        return Optional.empty();
    }

    @Override
    default Optional<Occasion> legWithdrawn(LegWithdrawn fact) {
        return Optional.empty();
    }

    @Override
    default Optional<Occasion> legOverdue(LegOverdue fact) {
        return Optional.empty();
    }

    @Override
    default Optional<Occasion> adopted(Adopted fact) {
        return Optional.empty();
    }

    @Override
    default Optional<Occasion> reported(Reported fact) {
        return Optional.empty();
    }

    @Override
    default Optional<Occasion> ratingSubmitted(RatingSubmitted fact) {
        return Optional.empty();
    }

    @Override
    default Optional<Occasion> unrecognised(Unrecognised fact) {
        return Optional.empty();
    }
}
