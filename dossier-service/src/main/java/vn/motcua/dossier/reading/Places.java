package vn.motcua.dossier.reading;

import java.util.List;
import java.util.function.Function;
import vn.motcua.dossier.edge.Cursor;
import vn.motcua.dossier.edge.Problem;
import vn.motcua.dossier.edge.ProblemType;

/** Reads where a page begins. */
final class Places {

    private Places() {}

    /** Null for the first page; 400 for a cursor that is not one of this list, also for one that was made up with some care. */
    static <T> T read(String list, int parts, String cursor, Function<List<String>, T> place) {
        if (cursor == null) {
            return null;
        }
        List<String> position = Cursor.read(list, parts, cursor);
        try {
            return place.apply(position);
        } catch (RuntimeException madeUp) {
            throw Problem.of(ProblemType.MALFORMED)
                    .parameter("cursor", "Con trỏ trang không hợp lệ.", "The cursor is not one of this list.");
        }
    }
}
