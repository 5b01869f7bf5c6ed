package vn.motcua.dossier.numbering;

import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Numbers that are asked for.
 *
 * @param date from today to 31 days ahead
 * @param size from 1 to {@code motcua.numbers.largest-block}
 */
@Schema(name = "NumberReservation")
public record ReservationRequest(
        @Schema(examples = "\"H03.32\"") String agency,
        @Schema(examples = "\"2022-06-08\"") LocalDate date,
        @Schema(examples = "50") Integer size) {}
