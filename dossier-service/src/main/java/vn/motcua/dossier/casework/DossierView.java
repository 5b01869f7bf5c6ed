package vn.motcua.dossier.casework;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.motcua.dossier.lifecycle.Channel;
import vn.motcua.dossier.lifecycle.DossierStatus;
import vn.motcua.dossier.lifecycle.Origin;
import vn.motcua.dossier.lifecycle.Outcome;
import vn.motcua.dossier.lifecycle.ReturnMethod;

/**
 * A dossier as a caller sees it; what is not there yet, and what they may not see, is left out. Instants in UTC.
 *
 * @param sequence of the last event
 * @param reason code of why it was refused or denied
 * @param applicant only for those who may know
 * @param nextSteps what this caller may do next
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Dossier")
public record DossierView(
        UUID id,
        String code,
        DossierStatus status,
        long sequence,
        ProcedureView procedure,
        AgencyView agency,
        Channel channel,
        ReturnMethod returnMethod,
        Origin origin,
        Instant submittedAt,
        Instant replyDueAt,
        Instant acceptedAt,
        Instant dueAt,
        Instant originalDueAt,
        Instant completedAt,
        Instant endedAt,
        Instant returnedAt,
        Outcome outcome,
        String reason,
        String resultReference,
        Applicant applicant,
        List<Paper> components,
        List<NextStep> nextSteps) {

    /** @param name in Vietnamese, official */
    @Schema(name = "ProcedureOfDossier")
    public record ProcedureView(String code, int version, String name, String sector) {}

    /** @param name in Vietnamese, official */
    @Schema(name = "AgencyOfDossier")
    public record AgencyView(String code, String name) {}

    /** A step as a link. */
    @Schema(name = "NextStep")
    public record NextStep(String step, String method, String href) {}

    @Override
    public String toString() {
        return "DossierView[" + code + ", " + status + ", …]";
    }
}
