package vn.motcua.local.tokens;

import java.time.Duration;
import java.util.Set;

/**
 * What a token shall say.
 *
 * @param subject who it is, such as {@code officer-1}
 * @param roles the claim {@code groups}
 * @param agency the claim {@code agency}, covering its subtree; null for none
 * @param citizen the claim {@code citizen}, the opaque id kept on dossiers; null for none
 * @param name the claim {@code name}; null for none
 * @param validFor from now, by the real clock
 */
public record TokenRequest(
        String subject, Set<String> roles, String agency, String citizen, String name, Duration validFor) {

    private static final Duration A_WORKING_DAY = Duration.ofHours(12);

    public TokenRequest {
        roles = Set.copyOf(roles);
    }

    /** A citizen who has no agency; the opaque id is also the subject's end. */
    public static TokenRequest citizen(String id) {
        return new TokenRequest("citizen-" + id, Set.of("citizen"), null, id, null, A_WORKING_DAY);
    }

    /** Somebody of the agency with one role; the number tells several apart. */
    public static TokenRequest of(String role, String agency, int number) {
        return new TokenRequest(role + "-" + number, Set.of(role), agency, null, null, A_WORKING_DAY);
    }

    public TokenRequest named(String newName) {
        return new TokenRequest(subject, roles, agency, citizen, newName, validFor);
    }

    public TokenRequest withSubject(String newSubject) {
        return new TokenRequest(newSubject, roles, agency, citizen, name, validFor);
    }

    public TokenRequest withRoles(String... newRoles) {
        return new TokenRequest(subject, Set.of(newRoles), agency, citizen, name, validFor);
    }

    public TokenRequest validFor(Duration newDuration) {
        return new TokenRequest(subject, roles, agency, citizen, name, newDuration);
    }
}
