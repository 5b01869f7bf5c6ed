package vn.motcua.kpi.indicators;

import java.time.LocalDate;

/**
 * How many dossiers of a period went without paper. Source: Plan 798/KH-UBND, targets K3 and K4; Decision 766/QĐ-TTg, index 3.6.
 *
 * @param accepted accepted in the period
 * @param certified of these, with a paper as a copy that was certified electronically
 * @param paidOnline of these, something was paid online at any time
 * @param granted ended in the period with a result that was granted and was not taken back
 * @param digitised of these, the result is there as a file
 */
public record Paperless(long accepted, long certified, long paidOnline, long granted, long digitised) {

    public static final Paperless NONE = new Paperless(0, 0, 0, 0, 0);

    /**
     * What is known of one dossier.
     *
     * @param acceptedOn null while it was not accepted
     * @param endedOn null while in progress
     * @param voided set aside as never to have been there: it never counts
     * @param certified whether a paper came as a copy that was certified electronically
     * @param paidOnline whether something was paid online for it
     * @param granted whether a result was granted and stands
     * @param digitised whether a result that stands is there as a file
     */
    public record Known(
            LocalDate acceptedOn,
            LocalDate endedOn,
            boolean voided,
            boolean certified,
            boolean paidOnline,
            boolean granted,
            boolean digitised) {}

    public Paperless plus(Paperless other) {
        return new Paperless(
                accepted + other.accepted,
                certified + other.certified,
                paidOnline + other.paidOnline,
                granted + other.granted,
                digitised + other.digitised);
    }

    /** What one dossier counts for. */
    public static Paperless of(Known dossier, Period period) {
        if (dossier.voided()) {
            return NONE;
        }
        var accepted = isIn(dossier.acceptedOn(), period);
        var granted = dossier.granted() && isIn(dossier.endedOn(), period);
        return new Paperless(
                one(accepted),
                one(accepted && dossier.certified()),
                one(accepted && dossier.paidOnline()),
                one(granted),
                one(granted && dossier.digitised()));
    }

    private static boolean isIn(LocalDate day, Period period) {
        return day != null && !day.isBefore(period.from()) && !day.isAfter(period.to());
    }

    private static long one(boolean counts) {
        return counts ? 1 : 0;
    }
}
