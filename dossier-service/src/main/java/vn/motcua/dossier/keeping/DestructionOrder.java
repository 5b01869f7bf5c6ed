package vn.motcua.dossier.keeping;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * An order to destroy dossiers.
 *
 * @param number given out once, over all agencies
 * @param account of who drafted it: that one cannot approve
 * @param draftedBy account and name, for people
 * @param draftDigest of the request that drafted it
 * @param decision null while it is a draft
 * @param executedAt null until every dossier was destroyed or left out
 * @param certificate {@code sha256:…} of the certificate; null until then
 */
record DestructionOrder(
        UUID id,
        long number,
        String agency,
        String basis,
        State state,
        String draftedBy,
        String account,
        Instant draftedAt,
        byte[] draftDigest,
        Decision decision,
        Instant executedAt,
        String certificate,
        List<Item> items) {

    /** Whether every dossier of it was destroyed or left out. */
    boolean isCarriedOut() {
        return items.stream().noneMatch(item -> item.state() == ItemState.PENDING);
    }

    /** How an order stands. */
    enum State {
        DRAFTED,
        /** Being carried out. */
        APPROVED,
        EXECUTED,
        REJECTED
    }

    /** Who approved or rejected it, and by which request. */
    record Decision(String by, Instant at, String note, String scope, String key, byte[] digest) {}

    /**
     * A dossier of an order.
     *
     * @param basis of the rule by which it need no longer be kept
     * @param bar why it was left out; null otherwise
     * @param proof null until it was destroyed
     */
    record Item(
            UUID dossier,
            String code,
            String procedure,
            LocalDate closedOn,
            LocalDate keepUntil,
            String basis,
            ItemState state,
            String bar,
            Proof proof) {}

    /** What became of a dossier. */
    enum ItemState {
        PENDING,
        DESTROYED,
        LEFT_OUT
    }

    /**
     * What is left of a dossier that was destroyed.
     *
     * @param packageSha256 of the package that the archive has
     * @param receipt of the archive
     * @param sequence of the last fact before, with its hash
     * @param erasedSequence of the fact that tells of it, with its hash
     * @param files {@code sha256:…} of every file and paper that it had
     */
    record Proof(
            String packageSha256,
            String receipt,
            long sequence,
            String hash,
            long erasedSequence,
            String erasedHash,
            List<String> files,
            Instant destroyedAt) {}
}
