package vn.motcua.dossier.events;

import java.util.Map;

/**
 * How far a dossier's history went: its last fact.
 *
 * @param subject dossier id
 * @param sequence of the last fact
 * @param hash of the last fact, which covers all before
 */
public record HistoryHead(String subject, long sequence, String hash) {

    /** What stands for it in a day's tree: over the RFC 8785 text of {@code {hash, sequence, subject}}, the sequence as on the wire. */
    public byte[] leaf() {
        return MerkleTree.leaf(EventFormat.canonical(
                Map.of("hash", hash, "sequence", EventAttributes.pad(sequence), "subject", subject)));
    }
}
