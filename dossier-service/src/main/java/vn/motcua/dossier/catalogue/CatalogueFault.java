package vn.motcua.dossier.catalogue;

import java.util.Locale;
import vn.motcua.dossier.events.CatalogueEntry;

/**
 * Something that must not be in a catalogue.
 *
 * @param entry the one that has to be changed
 * @param field of the entry; empty where it is about the entry as a whole
 */
record CatalogueFault(CatalogueEntry entry, String field, String vietnamese, String english) {

    /** In English, with the entry in front: {@code agency H03.01 version 1 needs …}. */
    String text() {
        return subject() + " " + english;
    }

    /** In Vietnamese, with the entry in front. */
    String vietnameseText() {
        return subject() + ": " + vietnamese;
    }

    /** Where it stands in the entry, as a JSON pointer. */
    String pointer() {
        return field.isEmpty() ? "" : "/" + field;
    }

    private String subject() {
        return entry.wireKind().toLowerCase(Locale.ROOT) + " " + entry.code() + " version " + entry.version();
    }
}
