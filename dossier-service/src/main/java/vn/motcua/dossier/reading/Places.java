package vn.motcua.dossier.reading;

import java.util.List;
import java.util.function.Function;
import vn.motcua.dossier.edge.Cursor;

/** Reads where a page begins. */
final class Places {

    private Places() {}

    /** Null for the first page; 400 for a cursor that is not one of this list, also for one that was made up with some care. */
    static <T> T read(String list, int parts, String cursor, Function<List<String>, T> place) {
        return cursor == null ? null : Cursor.read(list, parts, cursor, place);
    }
}
