package vn.motcua.dossier.subscriber;

import vn.motcua.dossier.edge.Cursor;
import vn.motcua.dossier.edge.Problem;
import vn.motcua.dossier.edge.ProblemType;

/** Cursors of lists that go by a rising id. */
final class Pages {

    private Pages() {}

    static long after(String list, String cursor) {
        if (cursor == null) {
            return 0;
        }
        try {
            return Long.parseLong(Cursor.read(list, 1, cursor).get(0));
        } catch (NumberFormatException madeUp) {
            throw Problem.of(ProblemType.MALFORMED)
                    .parameter("cursor", "Con trỏ trang không hợp lệ.", "The cursor is not one of this list.");
        }
    }

    static String cursor(String list, long id) {
        return Cursor.write(list, Long.toString(id));
    }
}
