package vn.motcua.dossier.events;

/**
 * Who acted, as far as others may know: never a name or an account.
 *
 * @param role the role used
 * @param unit code of the agency or unit that they act for; null for citizens, the system, the post and the payment gateway
 */
public record Actor(Role role, String unit) {}
