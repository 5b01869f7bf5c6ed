package vn.motcua.dossier.subscriber;

import vn.motcua.dossier.edge.Cursor;

/** Cursors of lists that go by a rising id. */
final class Pages {

    private Pages() {}

    static long after(String list, String cursor) {
        return cursor == null ? 0 : Cursor.read(list, 1, cursor, place -> Long.valueOf(place.get(0)));
    }

    static String cursor(String list, long id) {
        return Cursor.write(list, Long.toString(id));
    }
}
