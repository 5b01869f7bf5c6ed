package vn.motcua.kpi.indicators;

/**
 * How the reports and proposals of a period fared. Source: Plan 798/KH-UBND, target K7 (handled / received); Decision 766/QĐ-TTg, index 5.2 (in time if every
 * time limit was kept).
 *
 * @param received in the period
 * @param handled of these, answered or refused by now
 * @param judged of these, handled, or late already; one that may still be in time is not judged
 * @param inTime of those judged, with every time limit kept
 * @param opinions what authors said in the period of the answers
 */
public record FeedbackCounters(long received, long handled, long judged, long inTime, Satisfaction opinions) {

    public static final FeedbackCounters NONE = new FeedbackCounters(0, 0, 0, 0, Satisfaction.NONE);

    public FeedbackCounters plus(FeedbackCounters other) {
        return new FeedbackCounters(
                received + other.received,
                handled + other.handled,
                judged + other.judged,
                inTime + other.inTime,
                opinions.plus(other.opinions));
    }

    /** What one that was received in the period counts for. */
    public static FeedbackCounters of(boolean handled, boolean late) {
        return new FeedbackCounters(
                1, handled ? 1 : 0, handled || late ? 1 : 0, handled && !late ? 1 : 0, Satisfaction.NONE);
    }
}
