package vn.motcua.dossier.events;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.erdtman.jcs.JsonCanonicalizer;
import vn.motcua.dossier.events.HistoryVerifier.Received;

/**
 * Checks what somebody saved over the years: a dossier's history (one page or several), the proof of it, and roots that were published. Needs no
 * network and believes none of it, except the roots that are handed over beside the proof, against which the proof is held, and the papers that
 * somebody has in hand.
 */
public final class HistoryAudit {

    /**
     * What was found.
     *
     * @param fault null if everything fits
     * @param place number of the first fact that does not fit, from 1; 0 where it is no fact but the proof or a root
     * @param facts in the history
     * @param provenUpTo the last fact that a root covers; 0 without proof
     * @param day of that root; null without proof
     * @param compared whether the proof's root was held against one that was handed over
     */
    public record Finding(HistoryFault fault, int place, int facts, long provenUpTo, LocalDate day, boolean compared) {

        public boolean intact() {
            return fault == null;
        }
    }

    private final List<JsonNode> facts = new ArrayList<>();
    private final List<HistoryRoot> roots = new ArrayList<>();
    private final List<Slip> slips = new ArrayList<>();
    private final List<HistoryProof> proofs = new ArrayList<>();

    /**
     * Takes an answer as it was saved: a page of a history, a proof, a root or a page of roots.
     *
     * @throws UnreadableEvent if it is none of these
     */
    public HistoryAudit with(JsonNode answer) {
        var items = answer.path("items");
        if (answer.has("path")) {
            proofs.add(read(answer, HistoryProof.class));
        } else if (answer.has("tree")) {
            roots.add(read(answer, HistoryRoot.class));
        } else if (items.isArray() && items.path(0).has("tree")) {
            items.forEach(root -> roots.add(read(root, HistoryRoot.class)));
        } else if (items.isArray()) {
            items.forEach(facts::add);
        } else {
            throw new UnreadableEvent("neither a history, nor a proof, nor a root");
        }
        return this;
    }

    /** Takes what a paper of the dossier says. */
    public HistoryAudit with(Slip slip) {
        slips.add(slip);
        return this;
    }

    /** Everything that was taken, checked together; the first that does not fit. */
    public Finding check() {
        var history = new ArrayList<Received>();
        for (int at = 0; at < facts.size(); at++) {
            try {
                history.add(SavedFact.read(facts.get(at)));
            } catch (SavedFact.Unfit unfit) {
                // Whatever stands before it comes first.
                var before = HistoryVerifier.verify(history);
                return before.intact() ? broken(unfit.fault, at + 1) : broken(before.fault(), before.brokenAt() + 1);
            }
        }
        if (history.isEmpty()) {
            return broken(HistoryFault.EMPTY, 0);
        }
        var verdict = HistoryVerifier.verify(history);
        if (!verdict.intact()) {
            return broken(verdict.fault(), verdict.brokenAt() + 1);
        }
        for (var slip : slips) {
            var unlike = slipFault(slip, history);
            if (unlike != null) {
                return broken(unlike, (int) Math.min(slip.sequence(), facts.size() + 1L));
            }
        }
        if (proofs.isEmpty()) {
            return roots.isEmpty()
                    ? new Finding(null, 0, facts.size(), 0, null, false)
                    : broken(HistoryFault.PROOF_MISSING, 0);
        }
        return proven(history);
    }

    /** Every proof has to fit: a history that was written anew fits one that was made of it afterwards. The one that reaches farthest is told. */
    private Finding proven(List<Received> history) {
        Finding farthest = null;
        for (var proof : proofs) {
            var fault = proofFault(proof, history.get(0).attributes());
            var found = fault == null ? reached(proof, history) : broken(fault, 0);
            if (!found.intact()) {
                return found;
            }
            farthest = farthest == null || found.provenUpTo() > farthest.provenUpTo() ? found : farthest;
        }
        return farthest;
    }

    private HistoryFault slipFault(Slip slip, List<Received> history) {
        if (slip.sequence() > history.size()) {
            return HistoryFault.CUT_SHORT;
        }
        int at = (int) slip.sequence() - 1;
        if (!facts.get(at).path("data").path("dossier").path("code").asText().equals(slip.code())) {
            return HistoryFault.OTHER_DOSSIER_THAN_THE_SLIPS;
        }
        return history.get(at).attributes().hash().equals(slip.hash()) ? null : HistoryFault.NOT_THE_SLIPS;
    }

    private Finding reached(HistoryProof proof, List<Received> history) {
        if (proof.sequence() > history.size()) {
            return broken(HistoryFault.CUT_SHORT, history.size() + 1);
        }
        int at = (int) proof.sequence() - 1;
        if (at < 0 || !history.get(at).attributes().hash().equals(proof.hash())) {
            return broken(HistoryFault.OTHER_HISTORY, at + 1);
        }
        return new Finding(null, 0, facts.size(), proof.sequence(), proof.root().day(), !roots.isEmpty());
    }

    private HistoryFault proofFault(HistoryProof proof, EventAttributes first) {
        var root = proof.root();
        if (root == null || !root.fits()) {
            return HistoryFault.ROOT_ALTERED;
        }
        if (!first.source().equals(root.source())) {
            return HistoryFault.ROOT_OF_ANOTHER;
        }
        if (!first.subject().equals(proof.subject())) {
            return HistoryFault.PROOF_OF_ANOTHER;
        }
        if (!proof.leadsToItsRoot()) {
            return HistoryFault.PROOF_BROKEN;
        }
        return roots.isEmpty() ? null : rootsFault(root);
    }

    private HistoryFault rootsFault(HistoryRoot proven) {
        roots.sort(Comparator.comparing(HistoryRoot::day, Comparator.nullsFirst(Comparator.naturalOrder())));
        HistoryRoot before = null;
        HistoryRoot published = null;
        for (var root : roots) {
            if (root.day() == null || !root.fits()) {
                return HistoryFault.ROOT_ALTERED;
            }
            if (before != null && !root.equals(before) && !root.follows(before)) {
                return HistoryFault.ROOTS_BROKEN;
            }
            before = root;
            published = root.day().equals(proven.day()) ? root : published;
        }
        if (published == null) {
            return HistoryFault.ROOT_MISSING;
        }
        return published.equals(proven) ? null : HistoryFault.ROOT_FORGED;
    }

    private Finding broken(HistoryFault fault, int place) {
        return new Finding(fault, place, facts.size(), 0, null, false);
    }

    private static <T> T read(JsonNode answer, Class<T> shape) {
        try {
            var value = EventFormat.mapper().treeToValue(answer, shape);
            // Nothing beside what was understood, and nothing understood that does not stand there.
            var canonical = new JsonCanonicalizer(answer.toString()).getEncodedString();
            if (value == null || !canonical.equals(EventFormat.canonicalText(value))) {
                throw new UnreadableEvent("a proof or root that is not written the way in which it is published");
            }
            return value;
        } catch (IOException broken) {
            throw new UnreadableEvent("a proof or root that cannot be read");
        }
    }
}
