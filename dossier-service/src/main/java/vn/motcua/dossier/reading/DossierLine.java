package vn.motcua.dossier.reading;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.motcua.dossier.casework.DossierView;
import vn.motcua.dossier.casework.DossierView.AgencyView;
import vn.motcua.dossier.casework.DossierView.LegView;
import vn.motcua.dossier.casework.DossierView.NextStep;
import vn.motcua.dossier.casework.DossierView.ProcedureView;
import vn.motcua.dossier.lifecycle.Channel;
import vn.motcua.dossier.lifecycle.DossierStatus;

/**
 * A dossier in a list: what {@link DossierView} says of it without applicant, papers and result, which are shown one dossier at a time.
 *
 * @param legs what other agencies do of it; for officials only, absent where there is nothing
 * @param nextSteps what this caller may do next
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "DossierInList")
public record DossierLine(
        UUID id,
        String code,
        DossierStatus status,
        long sequence,
        ProcedureView procedure,
        AgencyView agency,
        AgencyView receivingOneStop,
        Channel channel,
        Instant submittedAt,
        Instant replyDueAt,
        Instant acceptedAt,
        Instant forwardBy,
        Instant dueAt,
        Instant completedAt,
        Instant endedAt,
        Instant returnedAt,
        List<LegView> legs,
        List<NextStep> nextSteps) {

    static DossierLine of(DossierView view) {
        return new DossierLine(
                view.id(),
                view.code(),
                view.status(),
                view.sequence(),
                view.procedure(),
                view.agency(),
                view.receivingOneStop(),
                view.channel(),
                view.submittedAt(),
                view.replyDueAt(),
                view.acceptedAt(),
                view.forwardBy(),
                view.dueAt(),
                view.completedAt(),
                view.endedAt(),
                view.returnedAt(),
                view.legs(),
                view.nextSteps());
    }
}
