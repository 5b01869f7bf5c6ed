package vn.motcua.notification.contacts;

import java.util.UUID;
import vn.motcua.dossier.events.DossierState;
import vn.motcua.dossier.events.Recipient;
import vn.motcua.notification.notices.Language;

/**
 * How the applicant of a dossier can be reached.
 *
 * @param code of the dossier
 * @param agency that answers for the dossier
 * @param phone as given; null if none was given
 * @param email as given; null if none was given
 * @param sms whether messages by SMS were asked for
 * @param mail whether messages by email were asked for
 * @param language of the texts
 * @param legalProfile year of the rule set that the dossier stands under; null if unknown
 * @param erased whether the person was erased: then nothing is known and nothing is sent
 */
public record Contact(
        UUID dossier,
        String code,
        String agency,
        String phone,
        String email,
        boolean sms,
        boolean mail,
        Language language,
        String legalProfile,
        boolean erased) {

    /** As an event says. */
    public static Contact of(UUID dossier, DossierState state, Recipient recipient) {
        return new Contact(
                dossier,
                state.code(),
                state.agency().code(),
                blankToNull(recipient.phone()),
                blankToNull(recipient.email()),
                recipient.smsWanted(),
                recipient.emailWanted(),
                Language.of(recipient.language()),
                state.legalProfile(),
                false);
    }

    /** Nothing left but the fact that nothing is left. */
    public static Contact erased(UUID dossier, DossierState state) {
        return new Contact(
                dossier,
                state.code(),
                state.agency().code(),
                null,
                null,
                false,
                false,
                Language.VI,
                state.legalProfile(),
                true);
    }

    private static String blankToNull(String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    /** Never the person: this may end up in a log. */
    @Override
    public String toString() {
        return "Contact[" + dossier + "]";
    }
}
