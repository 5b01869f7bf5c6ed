package vn.motcua.dossier.casework;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * Whom the owner authorised to act for them in this dossier: gets the messages, and may collect the result. Never in an event of the shared topic,
 * a log, a metric or a URL.
 *
 * @param name NFC, 1 to 200 characters
 * @param phone E.164; null if not given
 * @param email null if not given
 * @param idNumber identity number, passport or tax code; null if not given
 * @param authorisationReference number of the paper by which the owner authorised them, 1 to 100 characters
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AuthorisedPerson(
        String name, String phone, String email, String idNumber, String authorisationReference) {
    @Override
    public String toString() {
        return "AuthorisedPerson[…]";
    }
}
