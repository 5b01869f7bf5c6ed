package vn.motcua.postal.events;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A fact of a kind that this reader does not know: to be passed over, never an error.
 *
 * @param type as received
 * @param json the data as received
 * @param postal the state, where it could be read; else null
 */
public record Unrecognised(String type, JsonNode json, PostalState postal) implements PostalEvent {

    @Override
    public <R> R fold(Cases<R> cases) {
        return cases.unrecognised(this);
    }
}
