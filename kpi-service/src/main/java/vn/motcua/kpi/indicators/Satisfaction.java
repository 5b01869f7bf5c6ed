package vn.motcua.kpi.indicators;

import java.time.LocalDate;

/**
 * How satisfied those were who said so in a period. Source: Plan 798/KH-UBND, target K6 (satisfied / rated, at least 90 %).
 *
 * @param rated how many rated
 * @param satisfied of these, how many were satisfied
 */
public record Satisfaction(long rated, long satisfied) {

    public static final Satisfaction NONE = new Satisfaction(0, 0);

    /** The lowest score of somebody who is satisfied, of 1 to 5. */
    public static final int SATISFIED_FROM = 4;

    public Satisfaction plus(Satisfaction other) {
        return new Satisfaction(rated + other.rated, satisfied + other.satisfied);
    }

    /** What one rating counts for. @param score 1 to 5; null, as the day, where nobody rated @param voided whether what was rated was set aside */
    public static Satisfaction of(LocalDate ratedOn, Integer score, boolean voided, Period period) {
        return ratedOn == null || voided || !period.contains(ratedOn)
                ? NONE
                : new Satisfaction(1, score >= SATISFIED_FROM ? 1 : 0);
    }
}
