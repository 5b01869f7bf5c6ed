package vn.motcua.dossier.staff;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.motcua.dossier.staff.roster.Delegation;

/**
 * That somebody signs for somebody else.
 *
 * @param from account whose right it is
 * @param to account that acts
 * @param sign what stands in the signature: {@code KT.}, {@code TL.} or {@code TUQ.}
 * @param agency scope, with those below it
 * @param procedure absent for all
 * @param sector absent for all
 * @param validTo last day; absent until further notice
 * @param revokedFrom first day on which it no longer holds; absent while it is not revoked
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Delegation")
record DelegationView(
        UUID id,
        String from,
        String to,
        Delegation.Mode mode,
        String sign,
        String agency,
        String procedure,
        String sector,
        LocalDate validFrom,
        LocalDate validTo,
        LocalDate revokedFrom,
        String document) {

    static DelegationView of(Delegation one) {
        return new DelegationView(
                one.id(),
                one.from(),
                one.to(),
                one.mode(),
                one.mode().sign(),
                one.agency(),
                one.procedure(),
                one.sector(),
                one.validFrom(),
                one.validTo(),
                one.revokedFrom(),
                one.document());
    }
}
