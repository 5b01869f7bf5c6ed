package vn.motcua.dossier.cashdesk;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.motcua.dossier.casework.OpeningRequest.ReliefRequest;

/**
 * What a citizen wants to pay before they hand a dossier in; the amount follows from the procedure.
 *
 * @param reliefs why they pay less; to be claimed again when submitting
 */
@Schema(name = "Prepayment")
public record PrepaymentRequest(
        @Schema(examples = "\"1.900208\"") String procedure,
        @Schema(examples = "\"H03.02\"") String agency,
        @Schema(maxItems = 20) List<ReliefRequest> reliefs) {}
