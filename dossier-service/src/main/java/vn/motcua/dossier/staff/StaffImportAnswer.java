package vn.motcua.dossier.staff;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What became of a staff list.
 *
 * @param lines one for each line of the file that is not blank, in their order
 * @param ended accounts whose last day is today because a complete list no longer names them
 * @param complete whether it was taken as complete: false if it was not said to be, or a line was refused
 */
@Schema(name = "StaffImportAnswer")
record StaffImportAnswer(
        int created, int changed, int unchanged, int refused, List<String> ended, boolean complete, List<Line> lines) {

    enum Outcome {
        @JsonProperty("created")
        CREATED,
        @JsonProperty("changed")
        CHANGED,
        /** It was so already. */
        @JsonProperty("unchanged")
        UNCHANGED,
        @JsonProperty("refused")
        REFUSED
    }

    /**
     * @param line its number in the file, from 1: the head is a line
     * @param reason a word that never changes; absent unless refused
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "StaffImportLine")
    record Line(int line, Outcome outcome, LineFault reason, String vi, String en) {

        static Line of(int line, Outcome outcome) {
            return new Line(line, outcome, null, null, null);
        }

        static Line refused(int line, LineFault fault) {
            return new Line(line, Outcome.REFUSED, fault, fault.vi(), fault.en());
        }
    }

    static StaffImportAnswer of(List<Line> lines, List<String> ended, boolean complete) {
        return new StaffImportAnswer(
                count(lines, Outcome.CREATED),
                count(lines, Outcome.CHANGED),
                count(lines, Outcome.UNCHANGED),
                count(lines, Outcome.REFUSED),
                ended,
                complete,
                lines);
    }

    private static int count(List<Line> lines, Outcome outcome) {
        return (int) lines.stream().filter(line -> line.outcome() == outcome).count();
    }
}
