package vn.motcua.dossier.staff;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.motcua.dossier.staff.roster.Officer;
import vn.motcua.dossier.staff.roster.Position;
import vn.motcua.dossier.staff.roster.StaffRole;

/**
 * A post on a day.
 *
 * @param account the token's subject
 * @param roles words of the token's {@code groups}
 * @param validTo last day; absent until further notice
 * @param there whether they are not away on that day
 * @param absentUntil last day of the absence; absent for who is there
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Officer")
record OfficerView(
        String account,
        String name,
        String unit,
        Position position,
        List<String> roles,
        LocalDate validFrom,
        LocalDate validTo,
        boolean there,
        LocalDate absentUntil) {

    static OfficerView of(Officer post, LocalDate absentUntil) {
        return new OfficerView(
                post.account(),
                post.name(),
                post.unit(),
                post.position(),
                post.roles().stream().map(StaffRole::word).sorted().toList(),
                post.validFrom(),
                post.validTo(),
                absentUntil == null,
                absentUntil);
    }
}
