package vn.motcua.dossier.casework;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import vn.motcua.dossier.casework.DossierView.AgencyView;
import vn.motcua.dossier.casework.DossierView.NextStep;
import vn.motcua.dossier.casework.DossierView.ProcedureView;
import vn.motcua.dossier.catalogue.Catalogue;
import vn.motcua.dossier.lifecycle.Dossier;
import vn.motcua.dossier.lifecycle.Party;
import vn.motcua.dossier.lifecycle.Rights;

/** Shows a dossier to a caller who may see it. Thread-safe. */
@ApplicationScoped
public class DossierViews {

    private final Catalogue catalogue;

    DossierViews(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** The view for somebody; whether they may see the dossier at all was asked before. */
    public DossierView of(Dossier dossier, PrivatePart part, Party who) {
        var matter = dossier.matter();
        var times = dossier.timeline();
        return new DossierView(
                dossier.id(),
                dossier.code(),
                dossier.status(),
                dossier.sequence(),
                new ProcedureView(
                        matter.procedure(), matter.procedureVersion(), nameOfProcedure(dossier), matter.sector()),
                new AgencyView(matter.agency(), nameOfAgency(matter.agency())),
                matter.channel(),
                matter.returnMethod(),
                matter.origin(),
                times.submittedAt(),
                times.replyDueAt(),
                times.acceptedAt(),
                times.dueAt(),
                times.originalDueAt(),
                times.completedAt(),
                times.endedAt(),
                times.returnedAt(),
                dossier.outcome(),
                dossier.reason(),
                dossier.resultReference(),
                Rights.maySeeApplicant(who, dossier) ? part.applicant() : null,
                part.components(),
                links(dossier, who));
    }

    private static List<NextStep> links(Dossier dossier, Party who) {
        return Rights.nextSteps(who, dossier).stream()
                .map(step -> new NextStep(step.word(), "POST", "/v1/dossiers/" + dossier.id() + "/" + step.word()))
                .toList();
    }

    private String nameOfProcedure(Dossier dossier) {
        return catalogue
                .procedure(dossier.matter().procedure(), dossier.matter().procedureVersion())
                .map(procedure -> procedure.names().vi())
                .orElse(null);
    }

    private String nameOfAgency(String code) {
        return catalogue.agency(code).map(agency -> agency.names().vi()).orElse(null);
    }
}
