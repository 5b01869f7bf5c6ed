package vn.motcua.dossier.staff.roster;

/**
 * Something that a token and the staff list say differently on a day. Codes and words only, no names.
 *
 * @param tokenSays what gave the rights
 * @param listSays {@code nothing} where the account holds no post on that day
 */
public record Contradiction(Kind kind, String tokenSays, String listSays) {

    public enum Kind {
        /** The agency of the token is not the unit of the post. */
        AGENCY,
        /** The token's roles, as far as they are roles of a post, are not those of the post. */
        ROLES,
        /** No post on that day, although the token acts for a unit that has a list, or there was one. */
        NOT_LISTED
    }
}
