package vn.motcua.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.motcua.local.tokens.TokenRequest;

/** Live dossiers at the Department of Justice by the names that the file of expected messages uses, each as it was last answered. */
final class Cases {

    static final String JUSTICE = "H03.01";
    // People sign papers: their tokens say who they are.
    static final TokenRequest RECEPTION =
            TokenRequest.of("reception", JUSTICE, 1).named("Nguyễn Thị Lan");
    static final TokenRequest OFFICER = TokenRequest.of("officer", JUSTICE, 1).named("Lường Văn Quý");
    static final TokenRequest LEADER = TokenRequest.of("leader", JUSTICE, 1).named("Hà Thị Thu Hương");
    static final TokenRequest CASHIER = TokenRequest.of("cashier", JUSTICE, 1).named("Bế Thị Hồng");
    static final TokenRequest CLERK = TokenRequest.of("clerk", JUSTICE, 1).named("Nguyễn Thị Văn Thư");

    private static final Map<String, List<String>> PAPERS = Map.of(
            "1.900101", List.of("TK", "CCCD"),
            "1.900103", List.of("TK", "ANH", "BANG"),
            "1.900106", List.of("TK", "BANG", "ANH"),
            // Its applicant forgets one.
            "1.900108", List.of("TK"));

    private final World world;
    private final Caller caller;
    private final Map<String, Seen> seen = new LinkedHashMap<>();

    /** A dossier as last answered. */
    record Seen(String id, String code, String etag) {}

    Cases(World world, Caller caller) {
        this.world = world;
        this.caller = caller;
    }

    Map<String, Seen> all() {
        return seen;
    }

    Seen get(String name) {
        return seen.get(name);
    }

    void submit(String name, String citizen, String procedure, String returnMethod, String phone, String email) {
        var body = content(procedure, "ONLINE", returnMethod, phone, email, Integer.parseInt(citizen));
        body.put("components", electronic(procedure));
        remember(name, caller.post(world.dossier().resolve("/v1/dossiers"), TokenRequest.citizen(citizen), body));
    }

    void acceptAtCounter(String name, int number, String procedure, String phone) {
        var body = content(procedure, "COUNTER", "COUNTER", phone, null, number);
        body.put("decision", "ACCEPT");
        body.put("components", papers(procedure));
        remember(name, caller.post(world.dossier().resolve("/v1/dossiers"), RECEPTION, body));
    }

    void step(String name, String step, TokenRequest who, Map<String, Object> body) {
        var uri = world.dossier().resolve("/v1/dossiers/" + get(name).id() + "/" + step);
        remember(name, caller.step(uri, who, get(name).etag(), body));
    }

    void remember(String name, Caller.Answer answer) {
        seen.put(
                name,
                new Seen(
                        answer.body().path("id").asText(),
                        answer.body().path("code").asText(),
                        answer.etag()));
    }

    /** As it stands now; who goes on from there has seen it. */
    JsonNode now(String name) {
        var answer =
                caller.get(world.dossier().resolve("/v1/dossiers/" + get(name).id()), RECEPTION);
        remember(name, answer);
        return answer.body();
    }

    private static List<Map<String, Object>> papers(String procedure) {
        return PAPERS.get(procedure).stream()
                .map(code -> Map.<String, Object>of("code", code, "originals", 1, "copies", 0))
                .toList();
    }

    private static List<Map<String, Object>> electronic(String procedure) {
        return PAPERS.get(procedure).stream()
                .map(code -> Map.<String, Object>of("code", code, "copies", 1))
                .toList();
    }

    private static Map<String, Object> content(
            String procedure, String channel, String returnMethod, String phone, String email, int number) {
        var applicant = new HashMap<String, Object>();
        applicant.put("name", "Hoàng Văn Mẫu " + number);
        applicant.put("notifyBySms", phone != null);
        applicant.put("notifyByEmail", email != null);
        applicant.put("address", Map.of("text", "Tổ 5", "commune", "phường Đức Xuân", "province", "Bắc Kạn"));
        if (phone != null) {
            applicant.put("phone", phone);
        }
        if (email != null) {
            applicant.put("email", email);
        }
        var body = new HashMap<String, Object>();
        body.put("procedure", procedure);
        body.put("agency", JUSTICE);
        body.put("channel", channel);
        body.put("returnMethod", returnMethod);
        body.put("applicant", applicant);
        return body;
    }
}
