package vn.motcua.dossier.casework;

import vn.motcua.dossier.lifecycle.Actor;
import vn.motcua.dossier.lifecycle.Channel;
import vn.motcua.dossier.lifecycle.Party;
import vn.motcua.dossier.lifecycle.Rights;
import vn.motcua.dossier.lifecycle.Role;

/**
 * For whom a paper of an earlier dossier may be filed again: the same owner, told by their account or, at the counter, by the identity number on the
 * card that reception has seen. Whoever files it could have opened it where it lies. Decision 0023.
 *
 * @param by who files it
 * @param citizen account of the owner; null where nobody logged in
 * @param idNumber of the owner; null where it tells nothing
 */
record Reuse(Party by, String citizen, String idNumber) {

    /** For a dossier that somebody hands in online: a number that they type there is a claim, and opens nothing. */
    static Reuse online(Party by, String citizen) {
        return new Reuse(by, citizen, null);
    }

    /** For a dossier that is there. */
    static Reuse into(Kept kept, Actor actor, Party by) {
        var matter = kept.dossier().matter();
        var owner = kept.part().applicant();
        // By post nobody's card is seen. What is filed in the dossier of an account can be opened by it, whatever
        // number was typed there.
        var seen = actor.role() == Role.RECEPTION && matter.channel() == Channel.COUNTER && matter.citizen() == null;
        return new Reuse(by, matter.citizen(), seen && owner != null ? owner.idNumber() : null);
    }

    boolean allows(EarlierPaper paper) {
        return isOfTheSameOwner(paper)
                && (!paper.result() || Rights.isGiven(paper.in(), paper.id()))
                && Rights.mayOpen(by, paper.in(), paper.id(), paper.result());
    }

    private boolean isOfTheSameOwner(EarlierPaper paper) {
        return (citizen != null && citizen.equals(paper.in().matter().citizen()))
                || (idNumber != null && idNumber.equals(paper.idNumber()) && isVouchedFor(paper));
    }

    /**
     * Whether an agency took that dossier in under that number, and stands by it. Somebody may have typed a number online that is not theirs: as long as no
     * agency has accepted it, nobody has looked. What was set aside should never have been there, perhaps because of its owner.
     */
    private static boolean isVouchedFor(EarlierPaper paper) {
        return paper.in().timeline().acceptedAt() != null && paper.in().course().voidedAt() == null;
    }

    @Override
    public String toString() {
        return "Reuse[…]";
    }
}
