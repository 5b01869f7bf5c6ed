package vn.motcua.dossier.numbering;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Numbers that an office may give out without a network.
 *
 * @param firstCode code of the first; the others follow it
 * @param used how many have a dossier
 * @param closedAt since when no more dossiers come in under it; absent while it is open
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "NumberBlock")
public record NumberBlock(
        UUID id,
        String agency,
        LocalDate date,
        int first,
        int last,
        String firstCode,
        String lastCode,
        int used,
        Instant reservedAt,
        Instant closedAt) {}
