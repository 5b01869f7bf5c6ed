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
 * The list that an agency hands to the postman.
 *
 * @param id agency, date and run
 * @param status OPEN, CLOSED or HANDED_OVER
 * @param version the ETag: rises with whatever a signature would attest
 * @param closesAt the cut-off
 * @param lineCount parcels on it
 * @param documentCount documents in them
 * @param lines in the single view only
 * @param nextSteps what this caller may do now
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ManifestView(
        String id,
        AgencyView agency,
        LocalDate date,
        int run,
        String status,
        long version,
        Instant closesAt,
        Instant closedAt,
        Instant handedOverAt,
        String handedOverBy,
        String receivedBy,
        long lineCount,
        long documentCount,
        List<Line> lines,
        List<NextStep> nextSteps) {

    /**
     * A parcel on the list.
     *
     * @param trackingNumber left out until the carrier gave one: such a parcel goes on with the next manifest
     * @param receiver left out when the recipient is not kept any more
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Line(
            UUID postalReturn,
            String dossierCode,
            String trackingNumber,
            String status,
            String zone,
            LocalDate promisedDate,
            int documentCount,
            ReceiverView receiver) {}
}
