package vn.motcua.dossier.edge;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** What a token says its bearer may act as (claim {@code groups}). */
public enum Role {
    CITIZEN(Roles.CITIZEN),
    RECEPTION(Roles.RECEPTION),
    OFFICER(Roles.OFFICER),
    LEADER(Roles.LEADER),
    CLERK(Roles.CLERK),
    CASHIER(Roles.CASHIER),
    OPERATOR(Roles.OPERATOR),
    STATISTICS(Roles.STATISTICS),
    MIGRATION(Roles.MIGRATION),
    /** A ministry's system that tells of the dossiers it masters. */
    MIRROR(Roles.MIRROR),
    ADMIN(Roles.ADMIN),
    SYSTEM(Roles.SYSTEM);

    private final String claim;

    Role(String claim) {
        this.claim = claim;
    }

    /** The word in the token. */
    public String claim() {
        return claim;
    }

    static Optional<Role> of(String claim) {
        for (var role : values()) {
            if (role.claim.equals(claim)) {
                return Optional.of(role);
            }
        }
        return Optional.empty();
    }

    /** Groups that are no role of ours (a provider's own) are passed over. */
    static Set<Role> of(Iterable<String> claims) {
        var roles = EnumSet.noneOf(Role.class);
        claims.forEach(claim -> of(claim).ifPresent(roles::add));
        return roles;
    }
}
