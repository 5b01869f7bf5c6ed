package vn.motcua.dossier.subscriber;

import java.util.UUID;
import vn.motcua.dossier.edge.Cursor;
import vn.motcua.dossier.edge.Problem;
import vn.motcua.dossier.edge.ProblemType;

/** Where a page of waiting events, or of gaps before them, ended. */
record WaitingPlace(String stream, String source, UUID subject, long sequence) {

    private static final WaitingPlace BEGINNING = new WaitingPlace("", "", new UUID(0, 0), 0);

    static WaitingPlace read(String list, String cursor) {
        if (cursor == null) {
            return BEGINNING;
        }
        var parts = Cursor.read(list, 4, cursor);
        try {
            return new WaitingPlace(
                    parts.get(0), parts.get(1), UUID.fromString(parts.get(2)), Long.parseLong(parts.get(3)));
        } catch (IllegalArgumentException madeUp) {
            throw Problem.of(ProblemType.MALFORMED)
                    .parameter("cursor", "Con trỏ trang không hợp lệ.", "The cursor is not one of this list.");
        }
    }

    static String write(String list, WaitingEvent last) {
        return Cursor.write(
                list, last.stream(), last.source(), last.subject().toString(), Long.toString(last.sequence()));
    }

    static String write(String list, Gap last) {
        return Cursor.write(list, last.stream(), last.source(), last.subject().toString(), Long.toString(last.first()));
    }
}
