package vn.motcua.dossier.lifecycle;

import java.time.Instant;
import java.util.Objects;

/**
 * That a leader signed the result, where others issue it and bring it to the one-stop shop. It is void once the dossier is back at the signature.
 *
 * @param step code of the step where it was signed
 * @param cameFrom code of the step before that; null at the first
 * @param by account of who signed
 * @param at when
 */
public record Signed(String step, String cameFrom, String by, Instant at) {
    public Signed {
        Objects.requireNonNull(step, "step");
        Objects.requireNonNull(at, "at");
    }

    /** Where a result that turned out to be wrong goes on: back at the signature, opened, nobody takes it back from there. */
    Flow again() {
        return new Flow(step, null, cameFrom, null, true);
    }
}
