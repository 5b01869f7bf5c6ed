package vn.motcua.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import vn.motcua.local.tokens.TokenRequest;

/**
 * What citizens say: a proposal that comes through the national system and is answered in time and in public, and ratings of that answer and of two
 * dossiers, one by its owner's account and one by the code on its receipt. Says whether the figures of these days grew by just that.
 */
final class Voices {

    private static final String AGENCY = "H03.01";
    private static final TokenRequest PORTAL = TokenRequest.of("mirror", "H03", 1);
    private static final TokenRequest STATISTICS = TokenRequest.of("statistics", "H03", 1);

    private static final String ANSWER = "Mức phí đã được niêm yết tại Bộ phận Một cửa từ ngày 09/06/2022.";

    /** What good voices add to each figure: to the numerator, and to the denominator where there is one. */
    private static final Map<String, Integer> GROW_BY = Map.of(
            "RATED", 2,
            "SATISFACTION_RATE", 2,
            "FEEDBACK_RECEIVED", 1,
            "FEEDBACK_HANDLED_RATE", 1,
            "FEEDBACK_ON_TIME_RATE", 1,
            "FEEDBACK_SATISFACTION_RATE", 1);

    private final World world;
    private final Caller caller;
    private final Map<String, JsonNode> before;
    private URI feedback;
    private String etag;

    Voices(World world, Caller caller) {
        this.world = world;
        this.caller = caller;
        this.before = figures();
    }

    void propose() {
        var entry = Map.of(
                "sourceId",
                "PAKN-" + UUID.randomUUID(),
                "agency",
                AGENCY,
                "receivedAt",
                world.clock().now().toString(),
                "author",
                "Triệu Văn Nam",
                "text",
                "Đề nghị công khai mức phí cấp phiếu lý lịch tư pháp tại nơi tiếp nhận.");
        var told = caller.post(
                world.dossier().resolve("/v1/mirrored-feedback"),
                PORTAL,
                Map.of("source", "dichvucong.gov.vn", "entries", List.of(entry)));
        feedback = world.dossier()
                .resolve("/v1/feedback/" + told.body().path(0).path("id").asText());
        etag = caller.get(feedback, Cases.RECEPTION).etag();
    }

    void classify() {
        step("classification", Cases.RECEPTION, Map.of("kind", "PROPOSAL"));
    }

    void answer() {
        step("answer", Cases.LEADER, Map.of("text", ANSWER));
    }

    void publish() {
        step("publication", Cases.RECEPTION, Map.of());
    }

    /** Of the answer, by the author; of the dossier, by its owner. */
    void rate(Cases.Seen dossier, TokenRequest owner) {
        caller.post(URI.create(feedback + "/rating"), PORTAL, Map.of("score", 4));
        caller.post(
                world.dossier().resolve("/v1/dossiers/" + dossier.id() + "/rating"),
                owner,
                Map.of("score", 5, "dimensions", Map.of("ATTITUDE", 5, "TIME", 4)));
    }

    /** Whoever holds the receipt, without an account. */
    void rate(Cases.Seen dossier, String ratingCode) {
        caller.post(
                world.dossier().resolve("/v1/tracking/" + dossier.code() + "/rating"),
                null,
                Map.of("ratingCode", ratingCode, "score", 4));
    }

    private void step(String step, TokenRequest who, Map<String, Object> body) {
        etag = caller.step(URI.create(feedback + "/" + step), who, etag, body).etag();
    }

    /** What did not grow as it must; empty if it agrees. */
    List<String> differences() {
        var wrong = new ArrayList<String>();
        var told = proposal();
        if (!ANSWER.equals(told.path("answer").asText())
                || told.path("publishedAt").isMissingNode()) {
            wrong.add("the proposal was not answered in public: " + told);
        }
        var now = figures();
        GROW_BY.forEach((code, by) -> {
            if (!grew(by, before.get(code), now.get(code))) {
                wrong.add(code + " of " + AGENCY + " was " + before.get(code) + " and is " + now.get(code));
            }
        });
        return wrong;
    }

    /** As it stands now. */
    JsonNode proposal() {
        return caller.get(feedback, Cases.RECEPTION).body();
    }

    private static boolean grew(int by, JsonNode was, JsonNode is) {
        return is != null
                && is.path("numerator").asLong() - was.path("numerator").asLong() == by
                && (is.path("denominator").isNull()
                        || is.path("denominator").asLong()
                                        - was.path("denominator").asLong()
                                == by);
    }

    /** What is said of these days, code by code. */
    Map<String, JsonNode> figures() {
        var path = "/v1/indicators?agency=" + AGENCY + "&from=2022-06-08&to=2022-06-14";
        var found = new LinkedHashMap<String, JsonNode>();
        LivePlay.items(caller.get(world.kpi().resolve(path), STATISTICS).body())
                .filter(one -> GROW_BY.containsKey(one.path("code").asText()))
                .forEach(one -> found.put(one.path("code").asText(), one));
        return found;
    }
}
