package vn.motcua.dossier.casework;

import java.util.List;
import vn.motcua.dossier.calendar.TimeLimit;
import vn.motcua.dossier.events.CatalogueEntry.Procedure;
import vn.motcua.dossier.events.CatalogueEntry.WorkflowStep;
import vn.motcua.dossier.lifecycle.Role;
import vn.motcua.dossier.lifecycle.Workflow;
import vn.motcua.dossier.lifecycle.Workflow.WorkStep;

/** A procedure's workflow as the lifecycle knows it: from where reception has forwarded the dossier. */
final class Workflows {

    private Workflows() {}

    static Workflow of(Procedure procedure) {
        List<WorkflowStep> steps = procedure.workflow() == null ? List.of() : procedure.workflow();
        return new Workflow(steps.stream()
                .map(Workflows::step)
                .dropWhile(step -> step.role() == Role.RECEPTION)
                .toList());
    }

    private static WorkStep step(WorkflowStep step) {
        return new WorkStep(
                step.code(),
                Role.valueOf(step.role().name()),
                step.limitHours() == null ? TimeLimit.none() : TimeLimit.workingHours(step.limitHours()));
    }
}
