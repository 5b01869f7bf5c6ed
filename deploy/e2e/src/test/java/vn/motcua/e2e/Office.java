package vn.motcua.e2e;

import java.util.HashMap;
import java.util.Map;
import vn.motcua.local.demo.Caller;
import vn.motcua.local.tokens.TokenRequest;

/** People at work: citizens who submit, and the staff of one agency. */
final class Office {

    /** A dossier as last answered. */
    record Seen(String id, String code, String etag, String status) {}

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
        return seen(caller.post(
                Province.dossier("/v1/dossiers"),
                TokenRequest.citizen(citizen),
                Map.of(
                        "procedure", procedure,
                        "agency", agency,
                        "channel", "ONLINE",
                        "returnMethod", returnMethod,
                        "applicant", applicant)));
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

    /** Submission to completion. */
    Seen throughToResult(String citizen, String returnMethod, String phone, String email) {
        return complete(process(accept(submit(citizen, returnMethod, phone, email))));
    }

    /** Submission to return at the counter: five facts. */
    Seen wholeLife(String citizen) {
        return handBack(throughToResult(citizen, "COUNTER", null, null));
    }

    Seen step(Seen dossier, String step, String role, Map<String, Object> body) {
        return seen(caller.step(
                Province.dossier("/v1/dossiers/" + dossier.id() + "/" + step), staff(role), dossier.etag(), body));
    }

    Seen now(Seen dossier) {
        return seen(caller.get(Province.dossier("/v1/dossiers/" + dossier.id()), staff("reception")));
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
