package vn.motcua.dossier.casework;

import java.time.OffsetDateTime;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.motcua.dossier.lifecycle.Channel;
import vn.motcua.dossier.lifecycle.ReturnMethod;

/**
 * What is sent to bring a dossier in.
 *
 * @param authorisedPerson whom the owner authorised to act for them; absent where the owner acts alone
 * @param receivingOneStop code of the agency at whose one-stop shop it is brought on behalf of {@code agency}; absent: {@code agency}'s own, or the
 *     caller's where that is not theirs; absent online
 * @param receivedAt by post: when the record of handing over was signed, today and not in the future; absent: now
 * @param decision at the counter and by post: whether the one-stop shop takes it in; absent online
 * @param reason code, where it is refused
 * @param missing where it is refused as INCOMPLETE, and only there: codes of the procedure's components, or what else is to be brought in words; 1 to 50
 * @param note the officer's remark, at most 2,000 characters; never published
 * @param payment reference of the payment that was made before, where the procedure is paid in advance; online only
 * @param reliefs why the applicant pays less; online as they claim it, with the papers that prove it
 * @param documents files that come with an online submission; those that the procedure asks for as files have to
 */
@Schema(name = "Opening")
public record OpeningRequest(
        @Schema(examples = "\"1.900101\"") String procedure,
        @Schema(examples = "\"H03.01\"") String agency,
        @Schema(examples = "\"H03\"") String receivingOneStop,
        Channel channel,
        ReturnMethod returnMethod,
        ApplicantRequest applicant,
        AuthorisedPersonRequest authorisedPerson,
        @Schema(maxItems = 50) List<PaperRequest> components,
        @Schema(examples = "\"2022-06-08T10:00:00+07:00\"") OffsetDateTime receivedAt,
        Decision decision,
        String reason,
        @Schema(maxItems = 50) List<String> missing,
        @Schema(maxLength = 2000) String note,
        @Schema(examples = "\"P5T0Y7V3K9M2Q8RX\"") String payment,
        @Schema(maxItems = 20) List<ReliefRequest> reliefs,
        @Schema(maxItems = 50) List<FilingRequest> documents) {

    /** Whether the one-stop shop takes in what was brought. */
    public enum Decision {
        ACCEPT,
        REFUSE
    }

    /**
     * Who hands it in.
     *
     * @param language {@code vi} (as if absent) or {@code en}
     */
    @Schema(name = "ApplicantRequest")
    public record ApplicantRequest(
            @Schema(maxLength = 200) String name,
            String idNumber,
            String phone,
            @Schema(maxLength = 254) String email,
            AddressRequest address,
            Boolean notifyBySms,
            Boolean notifyByEmail,
            String language) {
        @Override
        public String toString() {
            return "ApplicantRequest[…]";
        }
    }

    /**
     * Whom the owner authorised: gets the messages instead of the owner, and may collect the result.
     *
     * @param authorisationReference number of the paper by which they were authorised; obligatory like the name
     */
    @Schema(name = "AuthorisedPersonRequest")
    public record AuthorisedPersonRequest(
            @Schema(maxLength = 200) String name,
            String phone,
            @Schema(maxLength = 254) String email,
            String idNumber,
            @Schema(maxLength = 100) String authorisationReference) {
        @Override
        public String toString() {
            return "AuthorisedPersonRequest[…]";
        }
    }

    /** Where the result goes if by post. */
    @Schema(name = "AddressRequest")
    public record AddressRequest(
            @Schema(maxLength = 300) String text,
            @Schema(maxLength = 100) String commune,
            @Schema(maxLength = 100) String province) {
        @Override
        public String toString() {
            return "AddressRequest[…]";
        }
    }

    /** A paper: the code of one of the procedure's components, or the name of another. */
    @Schema(name = "PaperRequest")
    public record PaperRequest(
            String code,
            @Schema(maxLength = 300) String name,
            Integer copies,

            @Schema(description = "Absent: nobody tells originals from copies")
            Integer originals) {}

    /**
     * Why less is paid of one of the procedure's fees.
     *
     * @param fee code of the fee
     * @param reduction in whole đồng, from 1; absent: all of it
     * @param reason code of a reason for reliefs
     */
    @Schema(name = "FeeRelief")
    public record ReliefRequest(
            @Schema(examples = "\"PHI\"") String fee,
            @Schema(minimum = "1") Long reduction,
            @Schema(examples = "\"POOR_HOUSEHOLD\"") String reason) {}

    @Override
    public String toString() {
        return "OpeningRequest[" + procedure + ", " + agency + ", …]";
    }
}
