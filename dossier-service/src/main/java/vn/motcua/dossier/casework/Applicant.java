package vn.motcua.dossier.casework;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * Who hands a dossier in. Never in an event, a log, a metric or a URL.
 *
 * @param name of the person or organisation, NFC, 1 to 200 characters
 * @param idNumber identity number, passport or tax code; null if not given
 * @param phone E.164; null if not given
 * @param email null if not given
 * @param address null if not given
 * @param notifyBySms whether messages by SMS were asked for; the phone is a mobile then
 * @param notifyByEmail whether messages by email were asked for
 * @param language {@code vi} or {@code en}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Applicant(
        String name,
        String idNumber,
        String phone,
        String email,
        Address address,
        boolean notifyBySms,
        boolean notifyByEmail,
        String language) {

    /**
     * Where a parcel can go.
     *
     * @param text house, street, hamlet
     */
    public record Address(String text, String commune, String province) {
        @Override
        public String toString() {
            return "Address[…]";
        }
    }

    @Override
    public String toString() {
        return "Applicant[…]";
    }
}
