package vn.motcua.dossier.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.TreeMap;

/**
 * What all histories of a service were at the end of a day, in one hash. The tree has one leaf per history that ever was, of dossiers and of feedback, in the order of their
 * ids, each the {@link HistoryHead} of that moment: a history that is cut short, altered or missing no longer leads to it. Days follow each other
 * without gaps, and each names the one before. Never changes once published.
 *
 * @param day in Asia/Ho_Chi_Minh, by when facts were recorded; written {@code 2026-07-01}
 * @param source absolute URI of the service whose histories they are
 * @param histories leaves of the tree: of dossiers and of feedback
 * @param tree {@code sha256:} and the {@link MerkleTree}'s root
 * @param previousRoot the day before's; null on the first day
 * @param root {@code sha256:} over the RFC 8785 text of all the others
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record HistoryRoot(LocalDate day, String source, long histories, String tree, String previousRoot, String root) {

    /** The root of a day. */
    public static HistoryRoot of(LocalDate day, String source, long histories, byte[] tree, String previousRoot) {
        var written = EventHash.PREFIX + HexFormat.of().formatHex(tree);
        return new HistoryRoot(
                day, source, histories, written, previousRoot, hash(day, source, histories, written, previousRoot));
    }

    /** Whether it has the hash that its content has. */
    public boolean fits() {
        return hash(day, source, histories, tree, previousRoot).equals(root);
    }

    /** Whether it is the root of the day after that one, and says so. */
    boolean follows(HistoryRoot before) {
        return before.day().plusDays(1).equals(day) && before.root().equals(previousRoot);
    }

    private static String hash(LocalDate day, String source, long histories, String tree, String previousRoot) {
        var content = new TreeMap<String, Object>();
        content.put("day", String.valueOf(day));
        content.put("histories", histories);
        content.put("previousRoot", previousRoot);
        content.put("source", source);
        content.put("tree", tree);
        return EventHash.PREFIX + EventHash.sha256(EventFormat.canonicalText(content));
    }
}
