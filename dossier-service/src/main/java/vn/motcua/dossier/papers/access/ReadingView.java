package vn.motcua.dossier.papers.access;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * That somebody read.
 *
 * @param document of a file
 * @param paper of a form or register: which
 * @param account empty where a citizen's dossier was destroyed since
 * @param purpose absent where nobody asked for it yet
 * @param address from where; absent where it is not known
 * @param device what the reader's program said of itself
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Reading")
public record ReadingView(
        Instant at,
        Read.What what,
        UUID document,
        @Schema(examples = "\"RECEIPT/2\"") String paper,
        @Schema(examples = "\"officer-1\"") String account,
        @Schema(examples = "\"officer\"") String roles,
        @Schema(examples = "\"H03.01\"") String agency,

        @Schema(implementation = Purpose.class, examples = "\"CASEWORK\"")
        String purpose,

        @Schema(examples = "\"10.3.1.17\"") String address,
        String device,
        String traceId) {}
