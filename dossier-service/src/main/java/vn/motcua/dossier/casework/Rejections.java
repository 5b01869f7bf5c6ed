package vn.motcua.dossier.casework;

import vn.motcua.dossier.edge.Problem;
import vn.motcua.dossier.edge.RequestKey;
import vn.motcua.dossier.lifecycle.Attempt;
import vn.motcua.dossier.lifecycle.Bar;
import vn.motcua.dossier.lifecycle.Dossier;

/** What a request to reject a proposal gets that was decided already. */
final class Rejections {

    private Rejections() {}

    /** Whether this very key rejected it. */
    static boolean isBy(Proposal proposal, RequestKey key) {
        var by = proposal.rejection();
        return by != null && by.scope().equals(key.scope()) && by.key().equals(key.key());
    }

    /**
     * The answer of the first time.
     *
     * @throws Problem 409 where somebody else decided it, 422 where the key came with another content
     */
    static Proposal again(Proposal decided, RequestKey key, Dossier dossier) {
        if (!isBy(decided, key)) {
            throw Refusals.barred(new Attempt.Barred(Bar.PROPOSAL_DECIDED, dossier.status()), dossier.code());
        }
        if (!key.sameRequest(decided.rejection().digest())) {
            throw Refusals.keyReused();
        }
        return decided;
    }
}
