package vn.motcua.dossier.papers.forms;

import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A register that was closed.
 *
 * @param year of the day on which it was closed
 * @param number from 1 on within the agency and the year, without a gap
 * @param lines dossiers in it
 * @param heads SHA-256 of the text that {@code href} and {@code /heads} give: where each dossier's history stood
 * @param rootDay day of the last root that was published over all histories
 * @param sha256 of the original
 */
@Schema(name = "ClosedRegister")
public record RegisterView(
        @Schema(examples = "\"H03.01\"") String agency,
        @Schema(examples = "2022") int year,
        @Schema(examples = "3") int number,
        @Schema(examples = "\"2022-06-01\"") LocalDate from,
        @Schema(examples = "\"2022-06-07\"") LocalDate to,
        Instant closedAt,
        @Schema(examples = "41") int lines,
        String heads,
        @Schema(examples = "\"2022-06-07\"") LocalDate rootDay,
        String root,
        String sha256,
        int bytes,
        boolean signed,

        @Schema(examples = "\"/v1/registers/H03.01/originals/2022/3\"")
        String href) {}
