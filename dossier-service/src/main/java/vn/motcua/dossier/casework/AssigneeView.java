package vn.motcua.dossier.casework;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.motcua.dossier.staff.roster.Position;

/**
 * Whom a dossier could be given to; nothing is done by reading it.
 *
 * @param suggested account of who is there with the fewest open dossiers; absent where nobody is
 * @param unit code of the agency that answers for the dossier
 * @param role who does the step that is on
 * @param managed whether the unit has a staff list; without one whoever the token lets act may be given work, and nobody is named here
 * @param items who is there first, of these by open dossiers, of equals by account; then who is away. At most 100
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Assignees")
public record AssigneeView(String suggested, String unit, String role, boolean managed, List<CandidateView> items) {

    /**
     * Somebody of the unit in that role.
     *
     * @param openDossiers theirs that are not decided, waiting ones included, of whatever agency
     * @param there whether they can be given it today
     * @param absentUntil last day of the absence; absent for who is there
     * @param hasIt true for who has it now; absent for the others
     * @param standIns accounts of who is there and acts for who is away, by the delegations that cover this dossier, the narrowest first
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "Assignee")
    public record CandidateView(
            String account,
            String name,
            Position position,
            int openDossiers,
            boolean there,
            LocalDate absentUntil,
            Boolean hasIt,
            List<String> standIns) {}
}
