package vn.motcua.kpi.indicators;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/**
 * A figure and what it was made of.
 *
 * @param code stable name
 * @param value the count, or the percentage with two decimals, rounded half up; null where the denominator is 0
 * @param numerator a count of dossiers
 * @param denominator a count of dossiers; null where the figure is a plain count
 */
public record Indicator(String code, BigDecimal value, long numerator, Long denominator) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    static Indicator count(String code, long count) {
        return new Indicator(code, BigDecimal.valueOf(count), count, null);
    }

    /** A share in percent. Nothing of nothing is not known: neither 0 nor 100. */
    static Indicator share(String code, long numerator, long denominator) {
        var value = denominator == 0
                ? null
                : BigDecimal.valueOf(numerator)
                        .multiply(HUNDRED)
                        .divide(BigDecimal.valueOf(denominator), 2, RoundingMode.HALF_UP);
        return new Indicator(code, value, numerator, denominator);
    }

    /** All that the counters of a period say. */
    public static List<Indicator> of(Counters c) {
        return List.of(
                count("CARRIED", c.carriedOver()),
                count("NEW", c.accepted()),
                count("NEW_ONLINE", c.online()),
                count("NEW_DIRECT", c.direct()),
                count("NEW_POST", c.post()),
                count("RECEIVED", c.received()),
                count("EARLY", c.early()),
                count("ONTIME", c.onTime()),
                count("LATE", c.late()),
                count("RESOLVED", c.resolved()),
                count("OPEN_INTIME", c.inTime()),
                count("OPEN_LATE", c.overdue()),
                count("INPROGRESS", c.inProgress()),
                share("ON_TIME_RATE", c.early() + c.onTime(), c.resolved()),
                share("STRICT_ON_TIME_RATE", c.resolved() - c.strictlyLate(), c.resolved()),
                share("OVERDUE_RATE", c.late(), c.resolved()),
                // Source: Decision 766/QĐ-TTg, as described by a developer: asked for papers twice is as bad as late.
                share("INDEX_OVERDUE_RATE", c.lateOrAskedAgain(), c.resolved()),
                share("OPEN_OVERDUE_RATE", c.overdue(), c.inProgress()),
                share("ONLINE_SHARE", c.online(), c.accepted()),
                count("STOPPED", c.stopped()),
                share("SUPPLEMENT_RATE", c.supplemented(), c.accepted()),
                share("REPEAT_SUPPLEMENT_RATE", c.supplementedAgain(), c.accepted()),
                share("EXTENSION_RATE", c.extended(), c.accepted()),
                // Source: Plan 798/KH-UBND, target K5, by its letter: of all dossiers, not of those that cost
                // something.
                share("ONLINE_PAYMENT_ALL", c.paidOnline(), c.accepted()));
    }

    /** What went without paper in a period. */
    public static List<Indicator> of(PaperlessByKind p) {
        return List.of(
                result("DIGITISED_RESULTS_PROVINCE", p.of(Level.PROVINCE)),
                result("DIGITISED_RESULTS_DISTRICT", p.of(Level.DISTRICT)),
                result("DIGITISED_RESULTS_COMMUNE", p.of(Level.COMMUNE)),
                share("CERTIFIED_COPY_RATE", p.all().certified(), p.all().accepted()),
                share("ONLINE_PAYMENT_FEE", p.owing().paidOnline(), p.owing().accepted()));
    }

    private static Indicator result(String code, Paperless of) {
        return share(code, of.digitised(), of.granted());
    }

    /** What the replies to the online submissions of a period say. */
    public static List<Indicator> of(Replies r) {
        return List.of(share("REPLY_8H_RATE", r.inTime(), r.judged()));
    }

    /** What the ratings of a period say. */
    public static List<Indicator> of(Satisfaction s) {
        return List.of(count("RATED", s.rated()), share("SATISFACTION_RATE", s.satisfied(), s.rated()));
    }

    /** What the reports and proposals of a period say. */
    public static List<Indicator> of(FeedbackCounters f) {
        return List.of(
                count("FEEDBACK_RECEIVED", f.received()),
                share("FEEDBACK_HANDLED_RATE", f.handled(), f.received()),
                share("FEEDBACK_ON_TIME_RATE", f.inTime(), f.judged()),
                share(
                        "FEEDBACK_SATISFACTION_RATE",
                        f.opinions().satisfied(),
                        f.opinions().rated()));
    }

    /** What the parcels of a period say. */
    public static List<Indicator> of(PostalCounters p) {
        return List.of(
                count("POST_HANDED_OVER", p.handedOver()),
                count("POST_DELIVERED", p.delivered()),
                count("POST_FAILED_ATTEMPTS", p.failedAttempts()),
                share("POST_ON_TIME_RATE", p.deliveredInTime(), p.delivered()));
    }
}
