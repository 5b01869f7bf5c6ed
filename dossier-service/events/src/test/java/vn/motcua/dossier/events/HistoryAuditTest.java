package vn.motcua.dossier.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole space of ways to tamper with a short history, its proof and the roots: none passes. */
class HistoryAuditTest {

    /** What nobody hashed and the verifier says so. */
    private static final Set<String> NOT_COVERED = Set.of("recordedtime", "correlationid", "causationid");

    private final SavedHistories saved = new SavedHistories();

    @Test
    void whatWasSavedAsItWasPublishedFits() {
        assertThat(check(saved.history))
                .isEqualTo(new HistoryAudit.Finding(null, 0, SavedHistories.FACTS, 0, null, false));
        assertThat(check(saved.history, saved.proof))
                .isEqualTo(new HistoryAudit.Finding(
                        null, 0, SavedHistories.FACTS, SavedHistories.FACTS, SavedHistories.DAY, false));
        for (var published : List.of(saved.root, saved.roots)) {
            assertThat(check(saved.history, saved.proof, published))
                    .isEqualTo(new HistoryAudit.Finding(
                            null, 0, SavedHistories.FACTS, SavedHistories.FACTS, SavedHistories.DAY, true));
        }
        assertThat(check(saved.other, saved.otherProof, saved.roots).intact()).isTrue();
    }

    @Test
    void aHistorySavedInPagesAndIndentedFitsToo() {
        var second = saved.history.deepCopy();
        var facts = (ArrayNode) second.path("items");
        var first = saved.history.deepCopy();
        while (((ArrayNode) first.path("items")).size() > 2) {
            ((ArrayNode) first.path("items")).remove(2);
        }
        facts.remove(0);
        facts.remove(0);
        assertThat(check(SavedHistories.tree(first.toPrettyString()), second, saved.proof)
                        .intact())
                .isTrue();
        assertThat(check(second, first, saved.proof).fault()).isEqualTo(HistoryFault.SEQUENCE);
    }

    @Test
    void factsOfTheDayAfterStandBehindTheProvenOnes() {
        var finding = check(saved.history, proofOf(saved.history, 3));
        assertThat(finding.intact()).isTrue();
        assertThat(finding.provenUpTo()).isEqualTo(3);
        assertThat(check(saved.history, saved.proof, proofOf(saved.history, 3)).provenUpTo())
                .as("the one that reaches farthest")
                .isEqualTo(SavedHistories.FACTS);
    }

    /** Of a day of its own: a root over the head of then. */
    private static JsonNode proofOf(JsonNode history, int upTo) {
        var last = history.path("items").path(upTo - 1);
        var head = new HistoryHead(
                last.path("subject").asText(), upTo, last.path("hash").asText());
        var root = HistoryRoot.of(SavedHistories.DAY, Examples.SOURCE, 1, head.leaf(), null);
        return SavedHistories.JSON.valueToTree(HistoryProof.of(head, 0, List.of(), root));
    }

    /** A proof that was made after the forgery fits it; the one from before does not, in whatever order they come. */
    @Test
    void noProofSpeaksForAnother() {
        var rewritten = saved.history.deepCopy();
        put(rewritten.path("items").path(0), "/data/dossier/submittedAt", TextNode.valueOf("2022-06-07T02:00:00Z"));
        SavedHistories.chain(rewritten.path("items"));
        var later = proofOf(rewritten, SavedHistories.FACTS);
        assertThat(check(rewritten, later).intact()).isTrue();
        assertThat(check(rewritten, saved.proof, later).fault()).isEqualTo(HistoryFault.OTHER_HISTORY);
        assertThat(check(rewritten, later, saved.proof).fault()).isEqualTo(HistoryFault.OTHER_HISTORY);
    }

    /** Who has the program and the day can write a whole history anew; not what stands on the paper that somebody else holds. */
    @Test
    void whoeverHoldsAPaperSeesThatAHistoryWasWrittenAnew() {
        for (int at = 0; at < SavedHistories.FACTS; at++) {
            var slip = slip(saved.history, at);
            assertThat(audit(saved.history).with(slip).check().intact()).isTrue();
            for (int altered = 0; altered < SavedHistories.FACTS; altered++) {
                var forged = saved.history.deepCopy();
                ((ObjectNode) forged.path("items").path(altered).path("data").path("dossier"))
                        .put("procedure", "1.900999");
                SavedHistories.chain(forged.path("items"));
                assertThat(check(forged).intact()).as("without a paper").isTrue();
                var found = audit(forged).with(slip).check();
                assertThat(found.fault())
                        .as("fact %d altered, paper of fact %d", altered + 1, at + 1)
                        .isEqualTo(altered <= at ? HistoryFault.NOT_THE_SLIPS : null);
                assertThat(found.place()).isEqualTo(altered <= at ? at + 1 : 0);
            }
            assertThat(audit(saved.other).with(slip).check().fault())
                    .isEqualTo(HistoryFault.OTHER_DOSSIER_THAN_THE_SLIPS);
        }
        var longer = new Slip(
                slip(saved.history, 0).code(),
                SavedHistories.FACTS + 1,
                slip(saved.history, 0).hash());
        assertThat(audit(saved.history).with(longer).check().fault()).isEqualTo(HistoryFault.CUT_SHORT);
    }

    @Test
    void aPaperIsReadAsItIsWrittenAndNothingElseIsOne() {
        var slip = slip(saved.history, 1);
        var text = slip.code() + " 2 " + slip.hash();
        assertThat(Slip.parse(" " + text + "\n")).isEqualTo(slip);
        for (var wrong : List.of(
                "",
                "x",
                text.replace(" 2 ", " 0 "),
                text.replace("sha256:", ""),
                text + "0",
                text.substring(1) + "g")) {
            assertThatThrownBy(() -> Slip.parse(wrong)).as(wrong).isInstanceOf(UnreadableEvent.class);
        }
    }

    private static Slip slip(JsonNode history, int at) {
        var fact = history.path("items").path(at);
        return new Slip(
                fact.path("data").path("dossier").path("code").asText(),
                fact.path("sequence").asLong(),
                fact.path("hash").asText());
    }

    private static HistoryAudit audit(JsonNode history) {
        return new HistoryAudit().with(history);
    }

    @Test
    void anyValueOfTheHistoryAlteredIsFoundInItsFact() {
        int tried = 0;
        for (int at = 0; at < SavedHistories.FACTS; at++) {
            var pointers = new ArrayList<String>();
            leaves(saved.history.path("items").path(at), "", pointers);
            for (var pointer : pointers) {
                for (var other : others(saved.history.path("items").path(at).at(pointer))) {
                    var tampered = saved.history.deepCopy();
                    put(tampered.path("items").path(at), pointer, other);
                    var finding = check(tampered);
                    if (NOT_COVERED.contains(pointer.substring(1))) {
                        assertThat(finding.intact()).as(pointer).isTrue();
                    } else {
                        assertThat(finding.fault())
                                .as(at + pointer + "=" + other)
                                .isNotNull();
                        // A hash can be wrong by itself or against the one behind; a first fact's subject is what the
                        // others are held against.
                        assertThat(finding.place())
                                .as(at + pointer + "=" + other)
                                .isBetween(at + 1, at + 2);
                    }
                    tried++;
                }
            }
        }
        assertThat(tried).isGreaterThan(1_000);
    }

    @Test
    void anyFieldRemovedIsFoundAndAnyAddedToTheDataToo() {
        for (int at = 0; at < SavedHistories.FACTS; at++) {
            var fact = saved.history.path("items").path(at);
            for (var names = fact.fieldNames(); names.hasNext(); ) {
                var name = names.next();
                var tampered = saved.history.deepCopy();
                ((ObjectNode) tampered.path("items").path(at)).remove(name);
                // The copy of the actor may be left out: it stands in the data.
                var harmless = NOT_COVERED.contains(name) || name.equals("actor");
                assertThat(check(tampered).intact()).as(at + name).isEqualTo(harmless);
            }
            var tampered = saved.history.deepCopy();
            ((ObjectNode) tampered.path("items").path(at).path("data")).put("zz", 1);
            assertThat(check(tampered).fault()).isEqualTo(HistoryFault.CONTENT);
            var added = saved.history.deepCopy();
            ((ObjectNode) added.path("items").path(at)).put("remark", "nobody hashed this");
            assertThat(check(added).fault()).isEqualTo(HistoryFault.NOT_AS_PUBLISHED);
        }
    }

    @Test
    void anyFactsLeftOutAreFound() {
        for (int kept = 0; kept < (1 << SavedHistories.FACTS) - 1; kept++) {
            var tampered = saved.history.deepCopy();
            var facts = (ArrayNode) tampered.path("items");
            for (int at = SavedHistories.FACTS - 1; at >= 0; at--) {
                if ((kept & (1 << at)) == 0) {
                    facts.remove(at);
                }
            }
            assertThat(check(tampered, saved.proof).intact()).as("kept " + kept).isFalse();
            // With fresh hashes and sequences as well.
            renumber(facts);
            assertThat(check(tampered, saved.proof).intact())
                    .as("renumbered " + kept)
                    .isFalse();
        }
    }

    @Test
    void theEndCutOffIsFoundByTheProofAndOnlyByIt() {
        for (int kept = 1; kept < SavedHistories.FACTS; kept++) {
            var tampered = saved.history.deepCopy();
            while (tampered.path("items").size() > kept) {
                ((ArrayNode) tampered.path("items")).remove(kept);
            }
            assertThat(check(tampered).intact()).isTrue();
            assertThat(check(tampered, saved.proof).fault()).isEqualTo(HistoryFault.CUT_SHORT);
            // Whoever also claims that the proof was shorter needs another root.
            var last = tampered.path("items").path(kept - 1);
            var shortened = saved.proof.deepCopy();
            shortened.put("sequence", kept).set("hash", last.path("hash"));
            assertThat(check(tampered, shortened).fault()).isEqualTo(HistoryFault.PROOF_BROKEN);
        }
    }

    @Test
    void anyOtherOrderIsFoundAlsoWithFreshHashes() {
        var orders = new ArrayList<List<Integer>>();
        permute(new ArrayList<>(List.of(0, 1, 2, 3, 4)), 0, orders);
        assertThat(orders).hasSize(120);
        for (var order : orders) {
            var ordered = order.equals(List.of(0, 1, 2, 3, 4));
            var tampered = saved.history.deepCopy();
            var facts = (ArrayNode) tampered.path("items");
            var old = new ArrayList<JsonNode>();
            facts.forEach(old::add);
            facts.removeAll();
            order.forEach(at -> facts.add(old.get(at)));
            assertThat(check(tampered).intact()).as(order.toString()).isEqualTo(ordered);
            renumber(facts);
            assertThat(check(tampered, saved.proof).intact())
                    .as(order + " renumbered")
                    .isEqualTo(ordered);
        }
    }

    @Test
    void anyFactTwiceOrOfAnotherDossierIsFound() {
        for (int at = 0; at < SavedHistories.FACTS; at++) {
            for (int from = 0; from < SavedHistories.FACTS; from++) {
                for (var source : List.of(saved.history, saved.other)) {
                    var inserted = saved.history.deepCopy();
                    ((ArrayNode) inserted.path("items"))
                            .insert(at, source.path("items").path(from).deepCopy());
                    assertThat(check(inserted).intact()).isFalse();
                    var replaced = saved.history.deepCopy();
                    ((ArrayNode) replaced.path("items"))
                            .set(at, source.path("items").path(from).deepCopy());
                    assertThat(check(replaced).intact()).isEqualTo(source == saved.history && from == at);
                }
            }
        }
    }

    @Test
    void dossiersSwappedAreFound() {
        assertThat(check(saved.other, saved.proof).fault()).isEqualTo(HistoryFault.PROOF_OF_ANOTHER);
        assertThat(check(saved.history, saved.otherProof).fault()).isEqualTo(HistoryFault.PROOF_OF_ANOTHER);
        // Renamed and hashed anew.
        var renamed = saved.other.deepCopy();
        renamed.path("items").forEach(fact -> ((ObjectNode) fact).set("subject", saved.proof.path("subject")));
        SavedHistories.chain(renamed.path("items"));
        assertThat(check(renamed).intact()).isTrue();
        assertThat(check(renamed, saved.proof).fault()).isEqualTo(HistoryFault.OTHER_HISTORY);
    }

    @Test
    void aHistoryWrittenAnewWithFreshHashesIsFoundByTheProof() {
        for (int at = 0; at < SavedHistories.FACTS; at++) {
            var rewritten = saved.history.deepCopy();
            put(
                    rewritten.path("items").path(at),
                    "/data/dossier/submittedAt",
                    TextNode.valueOf("2022-06-07T02:00:00Z"));
            SavedHistories.chain(rewritten.path("items"));
            assertThat(check(rewritten).intact()).isTrue();
            assertThat(check(rewritten, saved.proof).fault()).isEqualTo(HistoryFault.OTHER_HISTORY);
        }
    }

    @Test
    void anyValueOfTheProofAlteredIsFound() {
        everyAlteration(
                saved.proof,
                tampered -> assertThat(check(saved.history, tampered).intact())
                        .as(tampered.toString())
                        .isFalse());
    }

    @Test
    void anyHashOfThePathLeftOutAddedOrMovedIsFound() {
        int length = saved.proof.path("path").size();
        assertThat(length).isEqualTo(5);
        for (int at = 0; at < length; at++) {
            var shorter = saved.proof.deepCopy();
            ((ArrayNode) shorter.path("path")).remove(at);
            assertThat(check(saved.history, shorter).fault()).isEqualTo(HistoryFault.PROOF_BROKEN);
            var longer = saved.proof.deepCopy();
            ((ArrayNode) longer.path("path")).insert(at, longer.path("path").path(at));
            assertThat(check(saved.history, longer).fault()).isEqualTo(HistoryFault.PROOF_BROKEN);
            for (int with = at + 1; with < length; with++) {
                var swapped = saved.proof.deepCopy();
                var path = (ArrayNode) swapped.path("path");
                var moved = path.get(at);
                path.set(at, path.get(with));
                path.set(with, moved);
                assertThat(check(saved.history, swapped).fault()).isEqualTo(HistoryFault.PROOF_BROKEN);
            }
        }
    }

    @Test
    void aForgedRootIsFoundByThePublishedOne() {
        // A forger rewrites the history, makes a tree of it and a root that fits: all agrees until the published root
        // is laid beside it.
        var rewritten = saved.history.deepCopy();
        put(rewritten.path("items").path(1), "/data/limit/amount", SavedHistories.tree("30"));
        SavedHistories.chain(rewritten.path("items"));
        var last = rewritten.path("items").path(SavedHistories.FACTS - 1);
        var head = new HistoryHead(
                last.path("subject").asText(),
                SavedHistories.FACTS,
                last.path("hash").asText());
        var forged = HistoryRoot.of(
                SavedHistories.DAY,
                Examples.SOURCE,
                1,
                head.leaf(),
                saved.root.path("previousRoot").asText());
        JsonNode proof = SavedHistories.JSON.valueToTree(HistoryProof.of(head, 0, List.of(), forged));
        assertThat(check(rewritten, proof).intact()).isTrue();
        for (var published : List.of(saved.root, saved.roots)) {
            assertThat(check(rewritten, proof, published).fault()).isEqualTo(HistoryFault.ROOT_FORGED);
        }
        var ofAnotherDay = saved.roots.path("items").path(3);
        assertThat(check(rewritten, proof, ofAnotherDay).fault()).isEqualTo(HistoryFault.ROOT_MISSING);
        // Forged roots do not fit between the published ones either.
        var chain = saved.roots.deepCopy();
        ((ArrayNode) chain.path("items")).set(2, SavedHistories.JSON.<JsonNode>valueToTree(forged));
        assertThat(check(rewritten, proof, chain).fault()).isEqualTo(HistoryFault.ROOTS_BROKEN);
    }

    @Test
    void anyValueOfThePublishedRootsAlteredIsFound() {
        everyAlteration(
                saved.roots,
                tampered -> assertThat(
                                check(saved.history, saved.proof, tampered).intact())
                        .as(tampered.toString())
                        .isFalse());
        for (int at = 1; at < 3; at++) {
            var shorter = saved.roots.deepCopy();
            ((ArrayNode) shorter.path("items")).remove(at);
            assertThat(check(saved.history, saved.proof, shorter).fault())
                    .isIn(HistoryFault.ROOTS_BROKEN, HistoryFault.ROOT_MISSING);
        }
    }

    @Test
    void aRootAloneProvesNothing() {
        assertThat(check(saved.history, saved.roots).fault()).isEqualTo(HistoryFault.PROOF_MISSING);
        assertThat(check(saved.proof).fault()).isEqualTo(HistoryFault.EMPTY);
    }

    @Test
    void theCommandSaysWhatItFoundInBothLanguages(@TempDir Path folder) throws IOException {
        var history = write(folder, "history.json", saved.history);
        var proof = write(folder, "proof.json", saved.proof);
        var roots = write(folder, "roots.json", saved.roots);
        var said = new ByteArrayOutputStream();
        assertThat(run(said, history, proof, roots)).isZero();
        assertThat(said.toString(StandardCharsets.UTF_8))
                .contains("ĐÚNG: 5 sự kiện", "OK: 5 facts", "Đầy đủ đến hết ngày 2022-06-14", "by the published root");

        var tampered = saved.history.deepCopy();
        put(tampered.path("items").path(1), "/data/limit/amount", SavedHistories.tree("30"));
        said.reset();
        assertThat(run(said, write(folder, "tampered.json", tampered))).isEqualTo(1);
        assertThat(said.toString(StandardCharsets.UTF_8))
                .contains("SAI ở sự kiện thứ 2: nội dung không khớp", "BROKEN at fact 2: the content does not have");

        assertThat(run(said)).isEqualTo(2);
        assertThat(run(said, folder.resolve("missing.json").toString())).isEqualTo(2);
        assertThat(run(
                        said,
                        Files.writeString(folder.resolve("no.json"), "{\"a\":1}")
                                .toString()))
                .isEqualTo(2);
        assertThat(run(
                        said,
                        Files.writeString(folder.resolve("half.json"), "{\"items\":[")
                                .toString()))
                .isEqualTo(2);
    }

    private static HistoryAudit.Finding check(JsonNode... answers) {
        var audit = new HistoryAudit();
        for (var answer : answers) {
            try {
                audit.with(answer);
            } catch (UnreadableEvent unreadable) {
                return new HistoryAudit.Finding(HistoryFault.UNREADABLE, 0, 0, 0, null, false);
            }
        }
        return audit.check();
    }

    private static int run(ByteArrayOutputStream said, String... files) {
        return VerifyHistory.run(List.of(files), new PrintStream(said, true, StandardCharsets.UTF_8));
    }

    private static String write(Path folder, String name, JsonNode content) throws IOException {
        return Files.writeString(folder.resolve(name), content.toString()).toString();
    }

    private static void everyAlteration(ObjectNode whole, Consumer<ObjectNode> claim) {
        var pointers = new ArrayList<String>();
        leaves(whole, "", pointers);
        assertThat(pointers).hasSizeGreaterThan(9);
        for (var pointer : pointers) {
            for (var other : others(whole.at(pointer))) {
                var tampered = whole.deepCopy();
                put(tampered, pointer, other);
                claim.accept(tampered);
            }
        }
    }

    private static void leaves(JsonNode node, String pointer, List<String> into) {
        if (node.isValueNode()) {
            into.add(pointer);
            return;
        }
        if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                leaves(node.get(i), pointer + "/" + i, into);
            }
            return;
        }
        node.properties().forEach(field -> leaves(field.getValue(), pointer + "/" + field.getKey(), into));
    }

    /** Other values for one: each character changed, one more, one less, nothing; a number up and down. */
    private static List<JsonNode> others(JsonNode value) {
        var others = new ArrayList<JsonNode>();
        others.add(SavedHistories.JSON.nullNode());
        if (value.isNumber()) {
            others.add(SavedHistories.tree(Long.toString(value.longValue() + 1)));
            others.add(SavedHistories.tree(Long.toString(value.longValue() - 1)));
            // The same in the lowest sixty-four bits.
            others.add(SavedHistories.tree(
                    BigInteger.ONE.shiftLeft(64).add(value.bigIntegerValue()).toString()));
            return others;
        }
        var text = value.asText();
        others.add(TextNode.valueOf(text + "x"));
        others.add(TextNode.valueOf(""));
        for (int at = 0; at < text.length(); at++) {
            var changed = text.charAt(at) == '1' ? '2' : '1';
            others.add(TextNode.valueOf(text.substring(0, at) + changed + text.substring(at + 1)));
        }
        return others;
    }

    private static void put(JsonNode into, String pointer, JsonNode value) {
        var parent = into.at(pointer.substring(0, pointer.lastIndexOf('/')));
        var name = pointer.substring(pointer.lastIndexOf('/') + 1);
        if (parent instanceof ArrayNode array) {
            array.set(Integer.parseInt(name), value);
        } else {
            ((ObjectNode) parent).set(name, value);
        }
    }

    private static void renumber(ArrayNode facts) {
        for (int at = 0; at < facts.size(); at++) {
            ((ObjectNode) facts.get(at)).put("sequence", at + 1);
        }
        SavedHistories.chain(facts);
    }

    private static void permute(List<Integer> places, int from, List<List<Integer>> into) {
        if (from == places.size()) {
            into.add(List.copyOf(places));
            return;
        }
        for (int at = from; at < places.size(); at++) {
            Collections.swap(places, from, at);
            permute(places, from + 1, into);
            Collections.swap(places, from, at);
        }
    }
}
