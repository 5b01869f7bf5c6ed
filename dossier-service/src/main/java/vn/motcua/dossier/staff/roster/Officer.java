package vn.motcua.dossier.staff.roster;

import java.time.LocalDate;
import java.util.Set;

/**
 * A post that somebody holds. Of one account no two posts share a day.
 *
 * @param account the token's subject
 * @param name for the staff's own eyes and those of the applicant whose dossier they have; never in events, logs or metrics
 * @param unit code of the agency
 * @param roles at least one
 * @param validFrom the first day, in Vietnam
 * @param validTo the last day; null until further notice
 */
public record Officer(
        String account,
        String name,
        String unit,
        Position position,
        Set<StaffRole> roles,
        LocalDate validFrom,
        LocalDate validTo) {

    public Officer {
        roles = Set.copyOf(roles);
    }

    public boolean holdsOn(LocalDate day) {
        return !day.isBefore(validFrom) && (validTo == null || !day.isAfter(validTo));
    }

    /** Whether the agency is this post's unit or below it, as a token's agency covers it. */
    public boolean covers(String agency) {
        return Codes.covers(unit, agency);
    }

    @Override
    public String toString() {
        return "Officer[" + account + " of " + unit + " from " + validFrom + "]";
    }
}
