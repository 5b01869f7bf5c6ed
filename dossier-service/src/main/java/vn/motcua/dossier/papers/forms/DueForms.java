package vn.motcua.dossier.papers.forms;

import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;
import vn.motcua.dossier.events.Accepted;
import vn.motcua.dossier.events.Assigned;
import vn.motcua.dossier.events.Completed;
import vn.motcua.dossier.events.DossierEvent;
import vn.motcua.dossier.events.LegFinished;
import vn.motcua.dossier.events.LegOpened;
import vn.motcua.dossier.events.LegReceived;
import vn.motcua.dossier.events.ProcessingStarted;
import vn.motcua.dossier.events.ResultRecalled;
import vn.motcua.dossier.events.Returned;
import vn.motcua.dossier.events.StepCompleted;
import vn.motcua.dossier.events.StepRecalled;
import vn.motcua.dossier.events.StepSentBack;
import vn.motcua.dossier.events.Transferred;
import vn.motcua.dossier.lifecycle.Form;

/**
 * Which papers a fact gives rise to: what the law has for it was named when it was published, and is read from there. Only live facts do: what an older
 * system did it wrote papers for itself.
 */
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
            Transferred.class,
            Completed.class,
            ResultRecalled.class,
            Returned.class);

    private DueForms() {}

    /** The form that the fact names, and the slip that travels along wherever the dossier changes hands. */
    static Set<Form> of(DossierEvent event) {
        var due = EnumSet.noneOf(Form.class);
        if (event.dossier() == null || !event.dossier().live()) {
            return due;
        }
        if (event.form() != null) {
            Stream.of(Form.values())
                    .filter(form -> form.name().equals(event.form().code().name()))
                    .forEach(due::add);
        }
        if (isHandOver(event)) {
            due.add(Form.CONTROL_SLIP);
        }
        return due;
    }

    static boolean isHandOver(DossierEvent event) {
        return HAND_OVERS.contains(event.getClass());
    }
}
