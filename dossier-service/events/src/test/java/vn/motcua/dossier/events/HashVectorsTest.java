package vn.motcua.dossier.events;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Texts that are hashed and their hashes, for whoever writes a verifier of their own. Held against SHA-256 alone, and against ours. */
class HashVectorsTest {

    private static final LocalDate DAY = LocalDate.of(2022, 6, 8);

    /** Attributes of a fact, the text that is hashed, and its hash. */
    private record Fact(Map<String, String> headers, String input, String hash) {}

    private record Vectors(
            List<Fact> chain, String leafInput, String leaf, String tree, String rootInput, String root) {}

    @Test
    void whatIsWrittenTodayIsWhatTheVectorsSay() throws IOException {
        var written = EventFormat.canonicalText(today());
        var folder = System.getProperty("golden.write");
        if (folder != null) {
            Files.writeString(Path.of(folder, "hashes.json"), written);
        }
        assertThat(written).isEqualTo(golden());
    }

    @Test
    void anybodyWithSha256ComesToTheSameHashes() throws IOException {
        var vectors = EventFormat.mapper().readTree(golden());
        String before = null;
        for (var fact : vectors.path("chain")) {
            var input = EventFormat.mapper().readTree(fact.path("input").asText());
            assertThat(fact.path("hash").asText())
                    .isEqualTo(sha256(fact.path("input").asText()));
            assertThat(input.path("previoushash").textValue()).isEqualTo(before);
            for (var name : List.of("id", "sequence", "source", "subject", "time", "type")) {
                assertThat(input.path(name))
                        .as(name)
                        .isEqualTo(fact.path("headers").path("ce_" + name));
            }
            before = fact.path("hash").asText();
        }
        assertThat(vectors.path("chain").size()).isGreaterThan(2);
        assertThat(vectors.path("leaf").asText())
                .isEqualTo(sha256("\0" + vectors.path("leafInput").asText()));
        assertThat(vectors.path("leafInput").asText()).contains(before);
        assertThat(vectors.path("tree")).as("of one leaf").isEqualTo(vectors.path("leaf"));
        assertThat(vectors.path("root").asText())
                .isEqualTo(sha256(vectors.path("rootInput").asText()));
        assertThat(vectors.path("rootInput").asText())
                .contains(vectors.path("tree").asText());
    }

    @Test
    void thePageForPeopleShowsTheFirst() throws IOException {
        JsonNode first = EventFormat.mapper().readTree(golden()).path("chain").path(0);
        assertThat(Files.readString(Path.of("README.md")))
                .contains(
                        "\n" + first.path("input").asText() + "\n",
                        first.path("hash").asText());
    }

    private static Vectors today() {
        var chain = new ArrayList<Fact>();
        EventAttributes last = null;
        for (var fact : Examples.facts().subList(0, 3)) {
            var before = last == null ? null : last.hash();
            var data = EventFormat.canonicalText(fact);
            var open = Examples.attributes(fact, chain.size() + 1, before, "sha256:");
            last = Examples.attributes(fact, chain.size() + 1, before, EventHash.of(open, data));
            chain.add(new Fact(new LinkedHashMap<>(last.headers()), EventHash.input(last, data), last.hash()));
        }
        var head = new HistoryHead(last.subject(), last.sequence(), last.hash());
        var root = HistoryRoot.of(DAY, Examples.SOURCE, 1, MerkleTree.root(List.of(head.leaf())), null);
        var leafInput =
                "{\"hash\":\"" + head.hash() + "\",\"sequence\":\"0000000003\",\"subject\":\"" + head.subject() + "\"}";
        var rootInput = "{\"day\":\"" + DAY + "\",\"histories\":1,\"previousRoot\":null,\"source\":\"" + Examples.SOURCE
                + "\",\"tree\":\"" + root.tree() + "\"}";
        return new Vectors(
                chain,
                leafInput,
                "sha256:" + HexFormat.of().formatHex(head.leaf()),
                root.tree(),
                rootInput,
                root.root());
    }

    private static String sha256(String text) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
            return "sha256:" + HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException bug) {
            throw new AssertionError(bug);
        }
    }

    private static String golden() throws IOException {
        try (var in = HashVectorsTest.class.getResourceAsStream("/golden/hashes.json")) {
            assertThat(in).isNotNull();
            return new String(in.readAllBytes(), UTF_8);
        }
    }
}
