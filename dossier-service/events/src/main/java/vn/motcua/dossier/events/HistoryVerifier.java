package vn.motcua.dossier.events;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.erdtman.jcs.JsonCanonicalizer;

/**
 * Checks a dossier's history offline, on bytes from Kafka, HTTP or a file alike. Catches a fact altered, removed, inserted or moved;
 * facts cut off at the end are only caught by who holds a later hash: pass it to {@link #verify(List, String)}.
 */
public final class HistoryVerifier {

    /**
     * One fact as received.
     *
     * @param attributes its CloudEvents attributes
     * @param data the exact bytes of its data
     */
    public record Received(EventAttributes attributes, byte[] data) {}

    /**
     * What the check found.
     *
     * @param intact whether everything fits
     * @param brokenAt position in the list, from 0, of the first fact that does not fit; -1 if intact
     * @param fault null if intact
     */
    public record Verdict(boolean intact, int brokenAt, HistoryFault fault) {
        static Verdict good() {
            return new Verdict(true, -1, null);
        }

        static Verdict broken(int at, HistoryFault fault) {
            return new Verdict(false, at, fault);
        }

        /** For people, in English; empty if intact. */
        public String why() {
            return fault == null ? "" : fault.english();
        }
    }

    private HistoryVerifier() {}

    /** Checks a history from its first fact on. */
    public static Verdict verify(List<Received> history) {
        return verify(history, null);
    }

    /**
     * Checks a history from its first fact on, up to a hash that the caller trusts.
     *
     * @param lastHash the hash that the last fact must have; null to accept any end
     */
    public static Verdict verify(List<Received> history, String lastHash) {
        String previous = null;
        for (int at = 0; at < history.size(); at++) {
            var why = misfit(history.get(at), history.get(0).attributes(), at + 1L, previous);
            if (why != null) {
                return Verdict.broken(at, why);
            }
            previous = history.get(at).attributes().hash();
        }
        if (lastHash != null && !lastHash.equals(previous)) {
            return Verdict.broken(history.size(), HistoryFault.CUT_SHORT);
        }
        return Verdict.good();
    }

    private static HistoryFault misfit(Received fact, EventAttributes first, long sequence, String previous) {
        var a = fact.attributes();
        if (a.sequence() != sequence) {
            return HistoryFault.SEQUENCE;
        }
        if (!a.subject().equals(first.subject()) || !a.source().equals(first.source())) {
            return HistoryFault.OTHER_DOSSIER;
        }
        if (previous == null ? a.previoushash() != null : !previous.equals(a.previoushash())) {
            return HistoryFault.NOT_FOLLOWING;
        }
        if (!canonical(fact.data())) {
            return HistoryFault.NOT_CANONICAL;
        }
        var hash = EventHash.of(a, new String(fact.data(), StandardCharsets.UTF_8));
        return hash.equals(a.hash()) ? null : HistoryFault.CONTENT;
    }

    private static boolean canonical(byte[] data) {
        try {
            return Arrays.equals(data, new JsonCanonicalizer(data).getEncodedUTF8());
        } catch (IOException | RuntimeException notJson) {
            return false;
        }
    }
}
