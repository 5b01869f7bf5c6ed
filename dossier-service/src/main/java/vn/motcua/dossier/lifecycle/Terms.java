package vn.motcua.dossier.lifecycle;

/**
 * What the catalogue and the legal profile allow for a new dossier, and what it costs.
 *
 * @param online whether the procedure is open online
 * @param competent whether the agency is competent for it
 * @param bill what has to be paid
 * @param paidFirst whether what is paid in advance has to be paid before an online dossier is handed in
 * @param prepaid the payment that comes with it; null without one
 */
public record Terms(boolean online, boolean competent, Bill bill, boolean paidFirst, Payments.Paid prepaid) {

    /** Of what costs nothing. */
    public Terms(boolean online, boolean competent) {
        this(online, competent, Bill.NONE, false, null);
    }

    /** The same for what costs something. */
    public Terms costing(Bill costs, boolean beforehand, Payments.Paid paid) {
        return new Terms(online, competent, costs, beforehand, paid);
    }
}
