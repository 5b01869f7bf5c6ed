package vn.motcua.dossier.events;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * Who acted, as far as others may know: never a name or an account. Written without what is not there by every mapper: where an answer shows the actor
 * beside the data, the verifier compares the two.
 *
 * @param role the role used
 * @param unit code of the actor's agency; null for citizens and the system
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Actor(Role role, String unit) {}
