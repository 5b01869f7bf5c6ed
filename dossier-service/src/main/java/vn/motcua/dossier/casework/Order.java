package vn.motcua.dossier.casework;

import java.util.UUID;
import vn.motcua.dossier.lifecycle.Party;

/**
 * Somebody asks for a step.
 *
 * @param seen the ETag that they saw: number of the last step that a person took
 */
public record Order(UUID dossier, Party by, long seen, Provenance provenance) {

    /** The same by who they are on that day. */
    Order by(Standing.Held held) {
        return new Order(dossier, held.by(), seen, provenance.under(held.delegation()));
    }

    /** The same with this remark. */
    Order noting(String note) {
        return new Order(dossier, by, seen, provenance.noting(note));
    }
}
