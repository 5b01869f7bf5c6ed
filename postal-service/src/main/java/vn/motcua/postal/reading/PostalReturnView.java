package vn.motcua.postal.reading;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import vn.motcua.postal.reading.Parties.AgencyView;
import vn.motcua.postal.reading.Parties.NextStep;
import vn.motcua.postal.reading.Parties.ReceiverView;

/**
 * A parcel as its agency sees it.
 *
 * @param status of the parcel
 * @param orderState of its order at the carrier
 * @param orderReason why the order is not there yet; left out when there is nothing to say
 * @param retries how often a clerk asked for another try; the ETag
 * @param invitedTooSeldom true when it came back before the law's two invitations; left out otherwise
 * @param receiver in the single view only, and only while the recipient is kept
 * @param track what the carrier said, in its order of time; in the single view only
 * @param nextSteps what this caller may do now
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PostalReturnView(
        UUID id,
        UUID dossier,
        String dossierCode,
        AgencyView agency,
        String zone,
        String status,
        String orderState,
        String orderReason,
        int retries,
        String trackingNumber,
        String manifest,
        LocalDate promisedDate,
        int failedAttempts,
        LocalDate nextInvitation,
        Boolean invitedTooSeldom,
        Instant createdAt,
        Instant handedOverAt,
        Instant deliveredAt,
        ReceiverView receiver,
        List<TrackEntry> track,
        List<NextStep> nextSteps) {

    /**
     * One thing that the carrier said.
     *
     * @param code the carrier's number
     * @param status what it means
     * @param effect {@code MOVED}, or why it moved nothing; left out while it waits
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record TrackEntry(Instant time, int code, String status, String effect) {}
}
