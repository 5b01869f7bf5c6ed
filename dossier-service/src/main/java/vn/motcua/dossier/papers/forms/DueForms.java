package vn.motcua.dossier.papers.forms;

import java.util.EnumSet;
import java.util.Set;
import vn.motcua.dossier.events.Accepted;
import vn.motcua.dossier.events.Assigned;
import vn.motcua.dossier.events.Completed;
import vn.motcua.dossier.events.DossierEvent;
import vn.motcua.dossier.events.Extended;
import vn.motcua.dossier.events.LegFinished;
import vn.motcua.dossier.events.LegOpened;
import vn.motcua.dossier.events.LegReceived;
import vn.motcua.dossier.events.Outcome;
import vn.motcua.dossier.events.ProcessingStarted;
import vn.motcua.dossier.events.Refused;
import vn.motcua.dossier.events.Returned;
import vn.motcua.dossier.events.StepCompleted;
import vn.motcua.dossier.events.StepRecalled;
import vn.motcua.dossier.events.StepSentBack;
import vn.motcua.dossier.events.Stopped;
import vn.motcua.dossier.events.SupplementRequested;
import vn.motcua.dossier.events.Withdrawn;
import vn.motcua.dossier.lifecycle.LegalRules;

/** Which papers a fact gives rise to. Only live facts do: what an older system did it wrote papers for itself. */
final class DueForms {

    /** At each of them the dossier changes hands. */
    private static final Set<Class<? extends DossierEvent>> HAND_OVERS = Set.of(
            Accepted.class,
            ProcessingStarted.class,
            Assigned.class,
            StepCompleted.class,
            StepSentBack.class,
            StepRecalled.class,
            LegOpened.class,
            LegReceived.class,
            LegFinished.class,
            Completed.class,
            Returned.class);

    private DueForms() {}

    /** @param rules of the dossier's legal profile */
    static Set<FormKind> of(DossierEvent event, LegalRules rules) {
        var due = EnumSet.noneOf(FormKind.class);
        if (event.dossier() == null || !event.dossier().live()) {
            return due;
        }
        var stopNotice = FormKind.valueOf(rules.stopForm().name());
        if (event instanceof Accepted) {
            due.add(FormKind.RECEIPT);
        } else if (event instanceof Refused) {
            due.add(FormKind.REFUSAL);
        } else if (event instanceof SupplementRequested) {
            due.add(FormKind.SUPPLEMENT_REQUEST);
        } else if (event instanceof Extended) {
            due.add(FormKind.APOLOGY);
        } else if (event instanceof Completed decided && decided.outcome() == Outcome.DENIED) {
            due.add(FormKind.REFUSAL);
        } else if (event instanceof Stopped stopped
                // Who only waits is not refused; the forms of 2018 have nothing for them.
                && !(stopped.resumable() && stopNotice == FormKind.REFUSAL)) {
            due.add(stopNotice);
        } else if (event instanceof Withdrawn && stopNotice == FormKind.STOP_NOTICE) {
            due.add(FormKind.STOP_NOTICE);
        }
        if (isHandOver(event)) {
            due.add(FormKind.CONTROL_SLIP);
        }
        return due;
    }

    static boolean isHandOver(DossierEvent event) {
        return HAND_OVERS.contains(event.getClass());
    }
}
