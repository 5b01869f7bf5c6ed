package vn.motcua.dossier.events;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Answers as somebody may have saved them: two short histories, with proofs by a day's root over twenty dossiers. */
final class SavedHistories {

    static final LocalDate DAY = LocalDate.of(2022, 6, 14);
    static final ObjectMapper JSON = EventFormat.mapper();
    static final int FACTS = 5;

    private static final int DOSSIERS = 20;

    final ObjectNode history;
    final ObjectNode proof;
    final ObjectNode other;
    final ObjectNode otherProof;
    final ObjectNode root;

    /** All roots there are: two days before, the day, the day after. */
    final ObjectNode roots;

    SavedHistories() {
        history = history(7, "0001");
        other = history(12, "0002");
        var leaves = new ArrayList<byte[]>();
        for (int i = 0; i < DOSSIERS; i++) {
            leaves.add(head(i == 7 ? history : i == 12 ? other : history(i, "00" + (10 + i)))
                    .leaf());
        }
        var first = HistoryRoot.of(DAY.minusDays(2), Examples.SOURCE, 0, MerkleTree.root(List.of()), null);
        var second = HistoryRoot.of(DAY.minusDays(1), Examples.SOURCE, 1, leaves.get(0), first.root());
        var third = HistoryRoot.of(DAY, Examples.SOURCE, DOSSIERS, MerkleTree.root(leaves), second.root());
        var fourth = HistoryRoot.of(DAY.plusDays(1), Examples.SOURCE, DOSSIERS, MerkleTree.root(leaves), third.root());
        root = JSON.valueToTree(third);
        roots = JSON.createObjectNode();
        roots.putArray("items")
                .add(JSON.<JsonNode>valueToTree(first))
                .add(JSON.<JsonNode>valueToTree(second))
                .add(JSON.<JsonNode>valueToTree(third))
                .add(JSON.<JsonNode>valueToTree(fourth));
        proof = JSON.valueToTree(HistoryProof.of(head(history), 7, MerkleTree.path(leaves, 7), third));
        otherProof = JSON.valueToTree(HistoryProof.of(head(other), 12, MerkleTree.path(leaves, 12), third));
    }

    private static HistoryHead head(ObjectNode history) {
        var last = history.path("items").path(FACTS - 1);
        return new HistoryHead(
                last.path("subject").asText(),
                last.path("sequence").longValue(),
                last.path("hash").asText());
    }

    /** As {@code GET /v1/dossiers/…/history} answers. */
    private static ObjectNode history(int dossier, String number) {
        var facts = JSON.createArrayNode();
        Examples.facts().stream()
                .limit(FACTS)
                .forEach(fact -> facts.add(fact(
                        fact.type(),
                        EventFormat.canonicalText(fact).replace("-0001\"", "-" + number + "\""),
                        fact,
                        new UUID(0x0181420000007000L, 0x8000000000000000L + dossier).toString(),
                        facts.size() + 1)));
        chain(facts);
        ObjectNode answer = JSON.createObjectNode();
        answer.set("items", facts);
        return answer;
    }

    private static ObjectNode fact(String type, String data, DossierEvent fact, String subject, int sequence) {
        ObjectNode saved = JSON.createObjectNode();
        saved.put("id", new UUID(0x0181420000007000L, 0x9000000000000000L + sequence).toString())
                .put("source", Examples.SOURCE)
                .put("type", type)
                .put("subject", subject)
                .put("sequence", sequence)
                .put("time", EventFormat.text(fact.dossier().submittedAt().plusMillis(sequence)));
        saved.set("actor", JSON.valueToTree(fact.actor()));
        saved.set("data", tree(data));
        return saved.put("recordedtime", "2022-06-08T02:00:00.125671Z").put("correlationid", "4bf92f3577b34da6");
    }

    /** Gives every fact the hashes that fit what it says: what a forger does who has the program. */
    static void chain(Iterable<JsonNode> facts) {
        String previous = null;
        for (var each : facts) {
            var fact = (ObjectNode) each;
            fact.remove(List.of("previoushash", "hash"));
            if (previous != null) {
                fact.put("previoushash", previous);
            }
            previous = hash(fact, previous);
            fact.put("hash", previous);
        }
    }

    private static String hash(ObjectNode fact, String previous) {
        return EventHash.of(
                new EventAttributes(
                        UUID.fromString(fact.path("id").asText()),
                        fact.path("source").asText(),
                        fact.path("type").asText(),
                        fact.path("subject").asText(),
                        java.time.Instant.parse(fact.path("time").asText()),
                        null,
                        fact.path("sequence").longValue(),
                        null,
                        previous,
                        null,
                        null,
                        null,
                        null,
                        null),
                EventFormat.canonicalText(fact.path("data")));
    }

    static JsonNode tree(String json) {
        try {
            return JSON.readTree(json);
        } catch (java.io.IOException bug) {
            throw new AssertionError(bug);
        }
    }
}
