package vn.motcua.dossier.lifecycle;

import java.util.Objects;

/**
 * Who takes a step, as far as others may know.
 *
 * @param role in which they act
 * @param unit code of their agency; null for citizens and the system
 */
public record Actor(Role role, String unit) {
    public Actor {
        Objects.requireNonNull(role, "role");
    }
}
