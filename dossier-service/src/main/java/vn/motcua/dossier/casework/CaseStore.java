package vn.motcua.dossier.casework;

import io.smallrye.mutiny.Uni;
import java.util.Optional;
import java.util.UUID;
import vn.motcua.dossier.edge.RequestKey;

/**
 * How steps and new dossiers meet the database: a step is a load and a write, a creation a write. State, event and pointer are written together
 * or not at all; once the answer is there, they are committed. Two ways stand behind it: each on its own, or together what arrives together.
 */
interface CaseStore {

    /** A dossier with what this key already did to it (null: no key); empty if there is no such dossier. */
    Uni<Optional<Kept>> load(UUID id, RequestKey key);

    /** True if it was written; false if the dossier is no longer where the step started from, and nothing changed. */
    Uni<Boolean> step(StepWrite write);

    /** The code; empty if the request's key was used before, and nothing changed. */
    Uni<Optional<CreationWrite.Issued>> create(CreationWrite write);
}
