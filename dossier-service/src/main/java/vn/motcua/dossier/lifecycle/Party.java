package vn.motcua.dossier.lifecycle;

import java.util.Set;
import java.util.UUID;

/**
 * Who asks, by the claims of their token; or by what they hold, without one.
 *
 * @param account stable id of the account
 * @param roles in which they may act
 * @param agency code of their agency, which covers its subtree; null for citizens
 * @param citizen opaque id of the person; null for officials
 * @param receiptOf the dossier whose receipt they hold, as the code on it shows; null where nobody showed one
 */
public record Party(String account, Set<Role> roles, String agency, String citizen, UUID receiptOf) {
    public Party {
        roles = Set.copyOf(roles);
    }

    public Party(String account, Set<Role> roles, String agency, String citizen) {
        this(account, roles, agency, citizen, null);
    }

    /** Whoever holds a dossier's receipt: nobody knows who that is. */
    public static Party holding(UUID receiptOf, String account) {
        return new Party(account, Set.of(Role.CITIZEN), null, null, receiptOf);
    }

    /** Whether the party's agency is that agency or stands above it: H03.01 covers H03.01.02, never H03.011. */
    public boolean covers(String other) {
        return agency != null && (other.equals(agency) || other.startsWith(agency + "."));
    }
}
