package vn.motcua.dossier.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.Map;
import vn.motcua.dossier.events.CatalogueEntry.Names;

/**
 * A legal profile as its file has it.
 *
 * @param profile its name in events: {@code 2022}
 * @param validFrom first day
 * @param names of the acts
 * @param rules by name, in the order of the file
 */
record LegalProfileEntry(String profile, LocalDate validFrom, Names names, Map<String, Rule> rules) {

    /** How sure a value is. */
    enum Certainty {
        /** The text was read. */
        READ,
        /** Known, but not looked up. */
        MEMORY,
        /** No text was read that says so: configuration to be confirmed. */
        DESIGN
    }

    /**
     * A value with what it rests on.
     *
     * @param value a whole number, true or false, or a word
     * @param source act and article, or why there is none
     */
    record Rule(JsonNode value, String source, Certainty certainty) {}
}
