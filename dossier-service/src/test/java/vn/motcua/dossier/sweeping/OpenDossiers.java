package vn.motcua.dossier.sweeping;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.List;
import java.util.stream.StreamSupport;
import vn.motcua.dossier.testing.Api;
import vn.motcua.dossier.testing.Api.Answer;
import vn.motcua.dossier.testing.Tables;

/** What the tests of sweeps have in common: dossiers of a district and of a department, a storm, and how one looks at what moves. */
final class OpenDossiers {

    static final Api ADMIN = Api.as("admin", "H03");

    static final Api CITIZEN = Api.citizen("c-17");

    /** A district. */
    static final String BA_BE = "H03.32";

    /** A department. */
    static final String JUSTICE = "H03.01";

    static final String STORM = """
            {"kind": "OVERRIDE", "code": "H03.32@2022-06-15", "version": 1, "agency": "H03.32", "date": "2022-06-15", "worked": false,
             "reason": {"vi": "nghỉ do bão", "en": "closed by a storm"}, "document": "12/CĐ-UBND"}""";

    private OpenDossiers() {}

    static Answer submitted(String procedure, String agency) {
        var submitted = CITIZEN.open("""
                {"procedure": "%s", "agency": "%s", "channel": "ONLINE", "returnMethod": "COUNTER", "applicant": {"name": "Hoàng Văn Mẫu"}}""".formatted(procedure, agency));
        assertThat(submitted.status()).as(String.valueOf(submitted.body())).isEqualTo(201);
        return submitted;
    }

    static Answer accepted(String procedure, String agency) {
        var submitted = submitted(procedure, agency);
        return Api.as("reception", agency).step(submitted.id(), "acceptance", submitted.etag(), "{}");
    }

    static Answer now(Api who, Answer dossier) {
        return who.get("/v1/dossiers/" + dossier.id());
    }

    static String last(Answer dossier) {
        return Tables.text(
                "select type from event where subject = ?::uuid order by sequence desc limit 1", dossier.id());
    }

    static List<String> facts(Answer dossier) {
        return facts(dossier.id());
    }

    static List<String> facts(String id) {
        return Tables.column("select type from event where subject = ?::uuid order by sequence", id).stream()
                .map(type -> type.replace("vn.motcua.dossier.", "").replace(".v1", ""))
                .toList();
    }

    static void publish(String entry) {
        var draft = Api.send(ADMIN.post("/v1/catalogue/drafts", entry).header("Idempotency-Key", Api.key()));
        assertThat(draft.status()).as(String.valueOf(draft.body())).isEqualTo(201);
        var published = Api.send(ADMIN.post(URI.create(draft.location()).getPath() + "/publication", "{}")
                .header("Idempotency-Key", Api.key()));
        assertThat(published.status()).as(String.valueOf(published.body())).isEqualTo(200);
    }

    /** However many dossiers others left there. */
    static void order(Api leader, String agency) {
        Answer moved;
        do {
            moved = Api.send(leader.post("/v1/redatings", "{\"agency\": \"" + agency + "\"}"));
            assertThat(moved.status()).as(String.valueOf(moved.body())).isEqualTo(200);
        } while (moved.body().path("more").asBoolean());
    }

    static List<String> shown(Api who) {
        return who.get("/v1/redatings?agency=" + BA_BE).body().path("items").findValuesAsText("code");
    }

    static List<String> others(Api who, Answer dossier) {
        return others(who, BA_BE, dossier);
    }

    static List<String> others(Api who, String agency, Answer dossier) {
        return others(who, agency, dossier.id());
    }

    static List<String> others(Api who, String agency, String id) {
        return others(who.get("/v1/redatings?agency=" + agency).body().path("items"), id);
    }

    static List<String> others(JsonNode items, String id) {
        return StreamSupport.stream(items.spliterator(), false)
                .filter(item -> item.path("dossier").asText().equals(id))
                .flatMap(item -> StreamSupport.stream(item.path("others").spliterator(), false))
                .map(one -> one.path("what").asText() + " " + one.path("dueAt").asText() + " "
                        + one.path("newDueAt").asText())
                .toList();
    }
}
