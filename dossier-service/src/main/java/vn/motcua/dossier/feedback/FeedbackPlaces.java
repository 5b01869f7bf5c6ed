package vn.motcua.dossier.feedback;

import java.time.Instant;
import java.util.UUID;
import vn.motcua.dossier.edge.Cursor;
import vn.motcua.dossier.edge.Times;

/** Places in lists of feedback, as cursors. */
final class FeedbackPlaces {

    static final FeedbackStore.Place BEFORE_ALL = new FeedbackStore.Place(Instant.EPOCH, new UUID(0, 0));
    static final FeedbackStore.Place AFTER_ALL =
            new FeedbackStore.Place(Instant.parse("9999-12-31T00:00:00Z"), new UUID(-1, -1));

    private FeedbackPlaces() {}

    /** Where a page begins; 400 for a cursor that is not one of this list, also for one that was made up with some care. */
    static FeedbackStore.Place read(String list, String cursor, FeedbackStore.Place first) {
        return cursor == null
                ? first
                : Cursor.read(
                        list,
                        2,
                        cursor,
                        parts -> new FeedbackStore.Place(Times.instant(parts.get(0)), UUID.fromString(parts.get(1))));
    }

    static String write(String list, FeedbackStore.Place place) {
        return Cursor.write(list, place.at().toString(), place.id().toString());
    }
}
