package vn.motcua.dossier.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import vn.motcua.dossier.events.EventFormat;

/**
 * A draft as administrators see it.
 *
 * @param revision also its ETag
 * @param writtenBy the token's subject of whoever changed it last
 * @param entry as it will be published, but for the path of an agency, which may be left out
 */
record DraftView(
        String kind, String code, int version, long revision, String writtenBy, Instant writtenAt, JsonNode entry) {

    static DraftView of(Draft draft) {
        return new DraftView(
                draft.entry().wireKind(),
                draft.entry().code(),
                draft.entry().version(),
                draft.revision(),
                draft.writtenBy(),
                draft.writtenAt(),
                EventFormat.mapper().valueToTree(draft.entry()));
    }
}
