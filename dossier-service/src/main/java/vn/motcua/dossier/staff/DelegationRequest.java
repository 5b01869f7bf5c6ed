package vn.motcua.dossier.staff;

import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.motcua.dossier.staff.roster.Delegation;

/**
 * What is given.
 *
 * @param from the caller if absent; only administrators name another
 * @param to account that will act
 * @param agency scope, with those below it
 * @param procedure only this one; absent for all
 * @param sector only procedures of this sector; absent for all
 * @param validFrom first day, today or later
 * @param validTo last day; may be absent unless the mode is AUTHORISED
 * @param document number of the written order, 1 to 200 characters
 */
@Schema(name = "DelegationRequest")
public record DelegationRequest(
        String from,
        String to,
        Delegation.Mode mode,
        String agency,
        String procedure,
        String sector,
        LocalDate validFrom,
        LocalDate validTo,
        String document) {

    Delegation delegation(UUID id, String caller) {
        return new Delegation(
                id,
                from == null ? caller : from,
                to,
                mode,
                agency,
                procedure,
                sector,
                validFrom,
                validTo,
                null,
                document == null ? null : document.strip());
    }
}
