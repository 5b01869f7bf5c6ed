package vn.motcua.dossier.imports;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What became of a line.
 *
 * @param line its number, from 1
 * @param reason why not, at most 300 characters, without anything that the line said; of a recorded fact its irregularities; absent
 *     otherwise
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "ImportAnswer")
record ImportAnswer(int line, Outcome outcome, String reason) {

    private static final int LONGEST_REASON = 300;

    enum Outcome {
        @JsonProperty("created")
        CREATED,
        /** A fact of a dossier that a ministry's system masters. */
        @JsonProperty("recorded")
        RECORDED,
        /** Nothing changed: the dossier that is told of was adopted and is processed here. */
        @JsonProperty("adopted")
        ADOPTED,
        /** The same line came before. */
        @JsonProperty("unchanged")
        UNCHANGED,
        /** The same id came before with another content. */
        @JsonProperty("conflict")
        CONFLICT,
        @JsonProperty("refused")
        REFUSED
    }

    ImportAnswer {
        reason = reason == null || reason.length() <= LONGEST_REASON ? reason : reason.substring(0, LONGEST_REASON);
    }

    static ImportAnswer refused(int line, String reason) {
        return new ImportAnswer(line, Outcome.REFUSED, reason);
    }
}
