package vn.motcua.dossier.feedback.course;

import java.util.Set;

/**
 * Who asks, by the claims of their token.
 *
 * @param roles in which they may act
 * @param agency code of their agency, which covers its subtree; null for authors and the national system
 * @param citizen opaque id of the person; null for officials
 */
public record Party(Set<Role> roles, String agency, String citizen) {
    public Party {
        roles = Set.copyOf(roles);
    }

    /** Whether the party's agency is that agency or stands above it: H03.01 covers H03.01.02, never H03.011. */
    public boolean covers(String other) {
        return agency != null && (other.equals(agency) || other.startsWith(agency + "."));
    }
}
