package vn.motcua.dossier.events;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A fact of a kind that this reader does not know: to be passed over, never an error.
 *
 * @param type as received
 * @param json the data as received
 * @param dossier the state, where it could be read; else null
 * @param actor who acted, where it could be read; else null
 */
public record Unrecognised(String type, JsonNode json, DossierState dossier, Actor actor) implements DossierEvent {

    @Override
    public <R> R fold(Cases<R> cases) {
        return cases.unrecognised(this);
    }
}
