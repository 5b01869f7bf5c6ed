package vn.motcua.dossier.numbering;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What became of every number of an agency's day.
 *
 * @param last the highest that was taken; 0 if none was
 * @param entries runs of numbers that fared alike, in order, without a gap between them
 */
@Schema(name = "NumberRegister")
public record NumberRegister(String agency, LocalDate date, int last, List<Entry> entries) {

    /** What a number is. */
    public enum State {
        /** A dossier has it. */
        USED,
        /** In a block that is open: its office may have given it out. */
        RESERVED,
        /** In a block that was closed before anybody used it; never a dossier's. */
        VOID,
        /** None of these: an import of the day left it out, or something is wrong. */
        MISSING
    }

    /** @param block the block that the numbers belong to; absent without one */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "NumberRegisterEntry")
    public record Entry(int from, int to, State state, UUID block) {}
}
