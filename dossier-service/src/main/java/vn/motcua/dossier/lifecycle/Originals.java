package vn.motcua.dossier.lifecycle;

/**
 * The applicant's own papers that the one-stop shop keeps while the dossier is open. Source: Decree 61/2018, art. 20.
 *
 * @param taken whether any were taken in, as was said on receipt
 * @param returned whether whoever hands the result out, or confirms that the dossier is taken back, says that they were given back
 */
public record Originals(boolean taken, boolean returned) {

    /** None were taken in, or nobody told originals from copies. */
    public static final Originals NONE = new Originals(false, false);

    boolean areStillHere() {
        return taken && !returned;
    }
}
