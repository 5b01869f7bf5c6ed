package vn.motcua.dossier.feedback.course;

import java.util.Objects;

/**
 * Who takes a step, as far as others may know.
 *
 * @param unit code of their agency; null for authors, the national system and timers
 */
public record Actor(Role role, String unit) {
    public Actor {
        Objects.requireNonNull(role, "role");
    }
}
