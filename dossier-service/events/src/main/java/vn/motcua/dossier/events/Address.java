package vn.motcua.dossier.events;

/**
 * Where a parcel goes.
 *
 * @param text house, street, hamlet as written by the applicant
 * @param commune name of the commune or ward
 * @param province name of the province
 */
public record Address(String text, String commune, String province) {
    /** Never the address itself: this may end up in a log. */
    @Override
    public String toString() {
        return "Address[…]";
    }
}
