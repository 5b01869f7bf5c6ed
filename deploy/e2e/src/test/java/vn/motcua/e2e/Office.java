package vn.motcua.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import vn.motcua.local.demo.Caller;
import vn.motcua.local.tokens.TokenRequest;

/** People at work: citizens who submit, and the staff of one agency. */
final class Office {

    /** A dossier as last answered. */
    record Seen(String id, String code, String etag, String status) {}

    /** What the report says of an agency for the year. */
    record Figures(int received, int resolved, int early) {

        Figures and(int moreReceived, int moreResolved) {
            return new Figures(received + moreReceived, resolved + moreResolved, early + moreResolved);
        }
    }

    private final String agency;
    private final String procedure;
    private final Caller caller = Province.caller();

    Office(String agency, String procedure) {
        this.agency = agency;
        this.procedure = procedure;
    }

    /** The Department of Justice, with a procedure of five working days. */
    static Office justice() {
        return new Office("H03.01", "1.900103");
    }

    TokenRequest staff(String role) {
        return TokenRequest.of(role, agency, 1);
    }

    Seen submit(String citizen, String returnMethod, String phone, String email) {
        var applicant = new HashMap<String, Object>();
        applicant.put("name", "Hoàng Văn Mẫu");
        applicant.put("address", Map.of("text", "Tổ 5", "commune", "phường Đức Xuân", "province", "Bắc Kạn"));
        applicant.put("notifyBySms", phone != null);
        applicant.put("notifyByEmail", email != null);
        if (phone != null) {
            applicant.put("phone", phone);
        }
        if (email != null) {
            applicant.put("email", email);
        }
        return submit(citizen, returnMethod, applicant);
    }

    Seen submit(String citizen, String returnMethod, Map<String, Object> applicant) {
        return seen(caller.post(
                Province.dossier("/v1/dossiers"), TokenRequest.citizen(citizen), submission(returnMethod, applicant)));
    }

    Seen submit(String citizen, Map<String, Object> opening) {
        return seen(caller.post(Province.dossier("/v1/dossiers"), TokenRequest.citizen(citizen), opening));
    }

    Map<String, Object> submission(String returnMethod, Map<String, Object> applicant) {
        return Map.of(
                "procedure", procedure,
                "agency", agency,
                "channel", "ONLINE",
                "returnMethod", returnMethod,
                "applicant", applicant);
    }

    Seen accept(Seen dossier) {
        return step(dossier, "acceptance", "reception", Map.of());
    }

    Seen process(Seen dossier) {
        return step(dossier, "processing", "officer", Map.of());
    }

    Seen complete(Seen dossier) {
        return step(dossier, "completion", "leader", Map.of("outcome", "GRANTED", "resultReference", "KQ-1"));
    }

    Seen handBack(Seen dossier) {
        return step(dossier, "return", "reception", Map.of("via", "COUNTER", "identityChecked", true));
    }

    /** Submission to completion: four facts. */
    Seen throughToResult(String citizen, String returnMethod, String phone, String email) {
        return complete(process(accept(submit(citizen, returnMethod, phone, email))));
    }

    /** Submission to return at the counter: five facts. */
    Seen wholeLife(String citizen) {
        return wholeLife(citizen, null, null);
    }

    Seen wholeLife(String citizen, String phone, String email) {
        return handBack(throughToResult(citizen, "COUNTER", phone, email));
    }

    Seen step(Seen dossier, String step, String role, Map<String, Object> body) {
        return seen(caller.step(
                Province.dossier("/v1/dossiers/" + dossier.id() + "/" + step), staff(role), dossier.etag(), body));
    }

    /** Why a step is not possible. */
    String refused(Seen dossier, String step, String role, Map<String, Object> body) {
        return caller.attempt(
                        Province.dossier("/v1/dossiers/" + dossier.id() + "/" + step),
                        staff(role),
                        dossier.etag(),
                        body)
                .body()
                .path("reason")
                .asText();
    }

    Seen now(Seen dossier) {
        return seen(caller.get(Province.dossier("/v1/dossiers/" + dossier.id()), staff("reception")));
    }

    /** Clerk and postman sign the manifest with the dossier's parcel; the clock must be beyond the cut-off. */
    void handOver(Seen dossier) {
        var clerk = staff("clerk");
        Eventually.that(() ->
                assertThat(manifest(dossier).body().path("status").asText()).isEqualTo("CLOSED"));
        var manifest = manifest(dossier);
        caller.step(
                Province.postal("/v1/manifests/" + manifest.body().path("id").asText() + "/handover"),
                clerk,
                manifest.etag(),
                Map.of("handedOverBy", "Nguyễn Thị Văn Thư", "receivedBy", "Trần Văn Bưu Tá"));
    }

    private Caller.Answer manifest(Seen dossier) {
        var id = postalReturns(dossier).get(0).path("manifest").asText();
        return caller.get(Province.postal("/v1/manifests/" + id), staff("clerk"));
    }

    /** Its parcels as the postal service has them, the newest first. */
    List<JsonNode> postalReturns(Seen dossier) {
        return items(Province.postal("/v1/postal-returns?agency=" + agency + "&dossier=" + dossier.id()), "clerk");
    }

    /** What the notification service knows of the dossier's messages, on both channels. */
    List<JsonNode> notices(Seen dossier) {
        return items(Province.notification("/v1/notices?dossier=" + dossier.id()), "reception");
    }

    /** What of this agency may have arrived or not, as those see it who have to find out. */
    List<JsonNode> noticesInDoubt() {
        return items(Province.notification("/v1/notices?state=IN_DOUBT&limit=200"), "reception");
    }

    Figures figures() {
        var total = caller.get(
                        Province.kpi("/v1/reports/II.06a?agency=" + agency + "&from=2026-01-01&to=2026-12-31"),
                        TokenRequest.of("statistics", "H03", 1))
                .body()
                .path("total");
        return new Figures(
                total.path("received").asInt(),
                total.path("resolved").asInt(),
                total.path("early").asInt());
    }

    List<JsonNode> items(URI list, String role) {
        var items = caller.get(list, staff(role)).body().path("items");
        return StreamSupport.stream(items.spliterator(), false).toList();
    }

    private static Seen seen(Caller.Answer answer) {
        var body = answer.body();
        return new Seen(
                body.path("id").asText(),
                body.path("code").asText(),
                answer.etag(),
                body.path("status").asText());
    }
}
