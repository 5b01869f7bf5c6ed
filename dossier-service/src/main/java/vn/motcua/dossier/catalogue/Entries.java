package vn.motcua.dossier.catalogue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import vn.motcua.dossier.events.CatalogueEntry;
import vn.motcua.dossier.events.EventFormat;

/** Reads entries strictly where events are read leniently: a misspelt field is a mistake to be seen at once. */
final class Entries {

    static final ObjectMapper STRICT = EventFormat.mapper()
            .copy()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .disable(DeserializationFeature.READ_UNKNOWN_ENUM_VALUES_USING_DEFAULT_VALUE);

    private Entries() {}

    /** @throws JsonProcessingException saying which field does not fit */
    static CatalogueEntry of(JsonNode entry) throws JsonProcessingException {
        return STRICT.treeToValue(entry, CatalogueEntry.class);
    }
}
