package vn.motcua.dossier.staff.roster;

import java.time.LocalDate;

/**
 * Days on which somebody is away, first and last included. Of one account no two share a day.
 *
 * @param account the token's subject
 */
public record Absence(String account, LocalDate from, LocalDate to, Reason reason) {

    /** Coarse on purpose: that somebody is ill or expects a child stands in the personnel file and is nobody's business here. */
    public enum Reason {
        /** Nghỉ, of whatever kind. */
        LEAVE,
        /** Công tác. */
        BUSINESS_TRIP,
        /** Đào tạo, bồi dưỡng. */
        TRAINING,
        OTHER
    }

    boolean contains(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(to);
    }
}
