package vn.motcua.dossier.events;

/**
 * Whom a message or parcel goes to, as known when published. On the restricted topic only.
 *
 * @param name of the person or organisation: of the authorised person where the owner named one, else of the owner
 * @param phone E.164; null if none was given
 * @param email null if none was given
 * @param smsWanted whether messages by SMS were asked for; they go to whoever is named here
 * @param emailWanted whether messages by email were asked for
 * @param language {@code vi} or {@code en}
 * @param address where the owner wants the result sent; only where it goes by post, else null
 */
public record Recipient(
        String name,
        String phone,
        String email,
        boolean smsWanted,
        boolean emailWanted,
        String language,
        Address address) {
    /** Never the person: this may end up in a log. */
    @Override
    public String toString() {
        return "Recipient[…]";
    }
}
