package vn.motcua.dossier.catalogue;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * What an import did.
 *
 * @param published how many entries hold now because of it
 * @param lines one per entry of the body, in its order
 */
record CatalogueImport(int created, int replaced, int unchanged, int faults, int published, List<Line> lines) {

    /** What became of an entry. */
    enum Outcome {
        /** A new draft. */
        @JsonProperty("created")
        CREATED,
        /** There was a draft of this version with another content. */
        @JsonProperty("replaced")
        REPLACED,
        /** It is published or drafted just so. */
        @JsonProperty("unchanged")
        UNCHANGED,
        @JsonProperty("fault")
        FAULT
    }

    /**
     * An entry of the body.
     *
     * @param line from 1; the header of a table does not count
     * @param reason why it is a fault; absent otherwise
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Line(int line, String kind, String code, Integer version, Outcome outcome, String reason) {}

    static CatalogueImport of(List<Line> lines, int published) {
        return new CatalogueImport(
                count(lines, Outcome.CREATED),
                count(lines, Outcome.REPLACED),
                count(lines, Outcome.UNCHANGED),
                count(lines, Outcome.FAULT),
                published,
                lines);
    }

    private static int count(List<Line> lines, Outcome outcome) {
        return (int) lines.stream().filter(line -> line.outcome() == outcome).count();
    }
}
