package vn.motcua.postal.scheduling;

import vn.motcua.dossier.events.Accepted;
import vn.motcua.dossier.events.Adopted;
import vn.motcua.dossier.events.Assigned;
import vn.motcua.dossier.events.Completed;
import vn.motcua.dossier.events.Corrected;
import vn.motcua.dossier.events.CorrectedField;
import vn.motcua.dossier.events.DocumentAdded;
import vn.motcua.dossier.events.DossierEvent;
import vn.motcua.dossier.events.DossierState;
import vn.motcua.dossier.events.DueDateChanged;
import vn.motcua.dossier.events.DueSoon;
import vn.motcua.dossier.events.Extended;
import vn.motcua.dossier.events.ForwardOverdue;
import vn.motcua.dossier.events.LegFinished;
import vn.motcua.dossier.events.LegOpened;
import vn.motcua.dossier.events.LegOverdue;
import vn.motcua.dossier.events.LegPlanned;
import vn.motcua.dossier.events.LegReceived;
import vn.motcua.dossier.events.LegWithdrawn;
import vn.motcua.dossier.events.Merged;
import vn.motcua.dossier.events.Overdue;
import vn.motcua.dossier.events.PaymentConfirmed;
import vn.motcua.dossier.events.PaymentRefunded;
import vn.motcua.dossier.events.PaymentRequested;
import vn.motcua.dossier.events.ProcessingStarted;
import vn.motcua.dossier.events.RatingSubmitted;
import vn.motcua.dossier.events.RecipientChanged;
import vn.motcua.dossier.events.RecipientErased;
import vn.motcua.dossier.events.Refused;
import vn.motcua.dossier.events.ReplyOverdue;
import vn.motcua.dossier.events.Reported;
import vn.motcua.dossier.events.ResultRecalled;
import vn.motcua.dossier.events.Resumed;
import vn.motcua.dossier.events.ReturnMethod;
import vn.motcua.dossier.events.Returned;
import vn.motcua.dossier.events.Status;
import vn.motcua.dossier.events.StepCompleted;
import vn.motcua.dossier.events.StepRecalled;
import vn.motcua.dossier.events.StepSentBack;
import vn.motcua.dossier.events.Stopped;
import vn.motcua.dossier.events.Submitted;
import vn.motcua.dossier.events.SupplementCompleted;
import vn.motcua.dossier.events.SupplementRequested;
import vn.motcua.dossier.events.SupplementSubmitted;
import vn.motcua.dossier.events.Transferred;
import vn.motcua.dossier.events.Unrecognised;
import vn.motcua.dossier.events.Voided;
import vn.motcua.dossier.events.Withdrawn;

/**
 * What each fact of a live dossier means for its parcel. Exhaustive on purpose: a fact that takes a result back and is forgotten here sends it all the
 * same. Who the parcel goes to is another matter: every fact may bring a newer recipient.
 */
final class ParcelMeaning implements DossierEvent.Cases<Consequence> {

    static final ParcelMeaning OF = new ParcelMeaning();

    private ParcelMeaning() {}

    @Override
    public Consequence completed(Completed fact) {
        return byPost(fact.dossier()) ? Consequence.SEND : Consequence.NOTHING;
    }

    @Override
    public Consequence refused(Refused fact) {
        return Consequence.CANCEL_AND_FORGET;
    }

    @Override
    public Consequence withdrawn(Withdrawn fact) {
        return Consequence.CANCEL_AND_FORGET;
    }

    /** Before there is a result; a parcel would be one too many. */
    @Override
    public Consequence stopped(Stopped fact) {
        return fact.resumable() ? Consequence.NOTHING : Consequence.CANCEL_AND_FORGET;
    }

    /** The dossier goes on, and its next result goes to the same recipient. */
    @Override
    public Consequence resultRecalled(ResultRecalled fact) {
        return Consequence.CANCEL;
    }

    @Override
    public Consequence voided(Voided fact) {
        return Consequence.CANCEL_AND_FORGET;
    }

    @Override
    public Consequence merged(Merged fact) {
        return Consequence.CANCEL_AND_FORGET;
    }

    /** Fetched at the counter before the parcel left; what went by post keeps its recipient, as the record of it must be kept. */
    @Override
    public Consequence returned(Returned fact) {
        return fact.via() == ReturnMethod.POST ? Consequence.NOTHING : Consequence.CANCEL_AND_FORGET;
    }

    @Override
    public Consequence corrected(Corrected fact) {
        if (!fact.fields().contains(CorrectedField.RETURN_METHOD)) {
            return Consequence.NOTHING;
        }
        if (!byPost(fact.dossier())) {
            return Consequence.CANCEL_AND_FORGET;
        }
        return waitsForItsWayHome(fact.dossier()) ? Consequence.SEND : Consequence.NOTHING;
    }

    @Override
    public Consequence recipientErased(RecipientErased fact) {
        return Consequence.FORGET;
    }

    /** What is planned already lies where it was decided, and goes from there. */
    @Override
    public Consequence transferred(Transferred fact) {
        return Consequence.NOTHING;
    }

    @Override
    public Consequence submitted(Submitted fact) {
        return Consequence.NOTHING;
    }

    @Override
    public Consequence accepted(Accepted fact) {
        return Consequence.NOTHING;
    }

    @Override
    public Consequence processingStarted(ProcessingStarted fact) {
        return Consequence.NOTHING;
    }

    @Override
    public Consequence supplementRequested(SupplementRequested fact) {
        return Consequence.NOTHING;
    }

    @Override
    public Consequence supplementSubmitted(SupplementSubmitted fact) {
        return Consequence.NOTHING;
    }

    @Override
    public Consequence supplementCompleted(SupplementCompleted fact) {
        return Consequence.NOTHING;
    }

    @Override
    public Consequence paymentRequested(PaymentRequested fact) {
        return Consequence.NOTHING;
    }

    @Override
    public Consequence paymentConfirmed(PaymentConfirmed fact) {
        return Consequence.NOTHING;
    }

    @Override
    public Consequence paymentRefunded(PaymentRefunded fact) {
        return Consequence.NOTHING;
    }

    @Override
    public Consequence assigned(Assigned fact) {
        return Consequence.NOTHING;
    }

    @Override
    public Consequence stepCompleted(StepCompleted fact) {
        return Consequence.NOTHING;
    }

    @Override
    public Consequence stepSentBack(StepSentBack fact) {
        return Consequence.NOTHING;
    }

    @Override
    public Consequence stepRecalled(StepRecalled fact) {
        return Consequence.NOTHING;
    }

    @Override
    public Consequence extended(Extended fact) {
        return Consequence.NOTHING;
    }

    @Override
    public Consequence dueDateChanged(DueDateChanged fact) {
        return Consequence.NOTHING;
    }

    @Override
    public Consequence resumed(Resumed fact) {
        return Consequence.NOTHING;
    }

    @Override
    public Consequence dueSoon(DueSoon fact) {
        return Consequence.NOTHING;
    }

    @Override
    public Consequence overdue(Overdue fact) {
        return Consequence.NOTHING;
    }

    @Override
    public Consequence forwardOverdue(ForwardOverdue fact) {
        return Consequence.NOTHING;
    }

    @Override
    public Consequence replyOverdue(ReplyOverdue fact) {
        return Consequence.NOTHING;
    }

    @Override
    public Consequence documentAdded(DocumentAdded fact) {
        return Consequence.NOTHING;
    }

    @Override
    public Consequence legPlanned(LegPlanned fact) {
        return Consequence.NOTHING;
    }

    @Override
    public Consequence legOpened(LegOpened fact) {
        return Consequence.NOTHING;
    }

    @Override
    public Consequence legReceived(LegReceived fact) {
        return Consequence.NOTHING;
    }

    @Override
    public Consequence legFinished(LegFinished fact) {
        return Consequence.NOTHING;
    }

    @Override
    public Consequence legWithdrawn(LegWithdrawn fact) {
        return Consequence.NOTHING;
    }

    @Override
    public Consequence legOverdue(LegOverdue fact) {
        return Consequence.NOTHING;
    }

    @Override
    public Consequence adopted(Adopted fact) {
        // Nothing obliged anybody while it was only told of; from here on it is ours to bring home.
        return byPost(fact.dossier()) && waitsForItsWayHome(fact.dossier()) ? Consequence.SEND : Consequence.NOTHING;
    }

    @Override
    public Consequence reported(Reported fact) {
        return Consequence.NOTHING;
    }

    @Override
    public Consequence ratingSubmitted(RatingSubmitted fact) {
        return Consequence.NOTHING;
    }

    @Override
    public Consequence recipientChanged(RecipientChanged fact) {
        return Consequence.NOTHING;
    }

    @Override
    public Consequence unrecognised(Unrecognised fact) {
        return Consequence.NOTHING;
    }

    private static boolean byPost(DossierState dossier) {
        return dossier.returnMethod() == ReturnMethod.POST;
    }

    private static boolean waitsForItsWayHome(DossierState dossier) {
        return dossier.status() == Status.COMPLETED && dossier.voidedAt() == null;
    }
}
