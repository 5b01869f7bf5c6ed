package vn.motcua.dossier.lifecycle;

/**
 * Which dossiers may appear in somebody's lists; all null: none.
 *
 * @param agency those of this agency and below it; null: of no agency
 * @param officer of these only the ones that are theirs or nobody's; null: all of them
 * @param citizen those owned by this person; null: nobody's
 */
public record Reach(String agency, String officer, String citizen) {}
