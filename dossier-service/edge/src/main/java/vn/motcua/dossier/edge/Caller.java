package vn.motcua.dossier.edge;

import io.quarkus.security.identity.SecurityIdentity;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Who is asking, as a verified token says.
 *
 * @param subject claim {@code sub}; the scope of idempotency keys
 * @param roles claim {@code groups}, those that are ours
 * @param agency claim {@code agency}: code of the agency the caller works for, covering its subtree; null for citizens
 * @param citizen claim {@code citizen}: the opaque id kept on a citizen's dossiers; null for staff
 * @param name claim {@code name}: for the private columns of the history only, never published or logged; may be null
 */
public record Caller(String subject, Set<Role> roles, String agency, String citizen, String name) {

    public Caller {
        roles = Set.copyOf(roles);
    }

    /** Reads the caller from an identity; {@code 401} when the identity is anonymous. */
    public static Caller of(SecurityIdentity identity) {
        if (identity.isAnonymous()) {
            throw Unauthenticated.missing();
        }
        return new Caller(
                identity.getPrincipal() instanceof JsonWebToken token
                        ? token.getSubject()
                        : identity.getPrincipal().getName(),
                Role.of(identity.getRoles()),
                claim(identity, "agency"),
                claim(identity, "citizen"),
                claim(identity, "name"));
    }

    /**
     * Whether that agency is the caller's own or below it. Codes are compared by path segment: {@code H03.01} covers
     * {@code H03.01} and {@code H03.01.02}, not {@code H03.010}. A caller without agency covers none.
     */
    public boolean covers(String agencyCode) {
        return agency != null
                && agencyCode != null
                && agencyCode.startsWith(agency)
                && (agencyCode.length() == agency.length() || agencyCode.charAt(agency.length()) == '.');
    }

    public boolean is(Role role) {
        return roles.contains(role);
    }

    private static String claim(SecurityIdentity identity, String name) {
        Object value = identity.getPrincipal() instanceof JsonWebToken token
                ? token.getClaim(name)
                : identity.getAttribute(name);
        return value == null || value.toString().isBlank() ? null : value.toString();
    }
}
