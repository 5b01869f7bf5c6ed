package vn.motcua.dossier.subscriber;

import java.util.UUID;
import vn.motcua.dossier.edge.Cursor;

/** Where a page of waiting events, or of gaps before them, ended. */
record WaitingPlace(String stream, String source, UUID subject, long sequence) {

    private static final WaitingPlace BEGINNING = new WaitingPlace("", "", new UUID(0, 0), 0);

    static WaitingPlace read(String list, String cursor) {
        return cursor == null
                ? BEGINNING
                : Cursor.read(
                        list,
                        4,
                        cursor,
                        parts -> new WaitingPlace(
                                parts.get(0),
                                parts.get(1),
                                UUID.fromString(parts.get(2)),
                                Long.parseLong(parts.get(3))));
    }

    static String write(String list, WaitingEvent last) {
        return Cursor.write(
                list, last.stream(), last.source(), last.subject().toString(), Long.toString(last.sequence()));
    }

    static String write(String list, Gap last) {
        return Cursor.write(list, last.stream(), last.source(), last.subject().toString(), Long.toString(last.first()));
    }
}
