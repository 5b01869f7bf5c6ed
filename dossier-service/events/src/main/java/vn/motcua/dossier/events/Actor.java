package vn.motcua.dossier.events;

/**
 * Who acted, as far as others may know: never a name or an account.
 *
 * @param role the role used
 * @param unit code of the actor's agency; null for citizens and the system
 */
public record Actor(Role role, String unit) {}
