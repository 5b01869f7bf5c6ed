package vn.motcua.dossier.events;

import java.util.HexFormat;
import java.util.List;

/**
 * That a dossier's history went as far as this when a day ended: the way from its head to the day's published root.
 *
 * @param subject dossier id
 * @param sequence of the dossier's last fact of that day or before
 * @param hash of that fact
 * @param place of the dossier in the tree, from 0
 * @param path hashes beside the way to the root, nearest first, in hexadecimal
 * @param root of the day
 */
public record HistoryProof(
        String subject, long sequence, String hash, long place, List<String> path, HistoryRoot root) {

    public HistoryProof {
        path = List.copyOf(path);
    }

    /** A proof from the bytes of a path. */
    public static HistoryProof of(HistoryHead head, long place, List<byte[]> path, HistoryRoot root) {
        return new HistoryProof(
                head.subject(),
                head.sequence(),
                head.hash(),
                place,
                path.stream().map(HexFormat.of()::formatHex).toList(),
                root);
    }

    /** Whether the way leads from the head to the root's tree. */
    public boolean leadsToItsRoot() {
        if (subject == null || hash == null || root == null) {
            return false;
        }
        try {
            var beside = path.stream().map(HexFormat.of()::parseHex).toList();
            var tree =
                    MerkleTree.rootOf(new HistoryHead(subject, sequence, hash).leaf(), place, root.histories(), beside);
            return tree != null && (EventHash.PREFIX + HexFormat.of().formatHex(tree)).equals(root.tree());
        } catch (IllegalArgumentException noHash) {
            return false;
        }
    }
}
