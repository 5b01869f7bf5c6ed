package vn.motcua.dossier.cashdesk;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import vn.motcua.dossier.testing.Api;
import vn.motcua.dossier.testing.Api.Answer;
import vn.motcua.dossier.testing.Tables;

/** The payment gateway as it speaks over HTTP, and what it leaves behind. */
final class PayingGateway {

    static final String KEY = "key-of-the-tests-0123456789abcdef";
    static final String KEY_BEFORE = "key-before-it-0123456789abcdef012345";

    private static final String NATIONAL_KEY = "key-of-the-national-portal-0123456789ab";
    private static final Api NOBODY = Api.withToken(null);

    private PayingGateway() {}

    static String body(String reference, String transaction, long amount, String paidAt, String outcome) {
        return """
                {"reference": "%s", "transaction": "%s", "amount": %d, "paidAt": "%s", "outcome": "%s"}\
                """.formatted(reference, transaction, amount, paidAt, outcome);
    }

    static Answer paid(String reference, String transaction, long amount, String paidAt) {
        return Api.send(signed(body(reference, transaction, amount, paidAt, "PAID")));
    }

    /** The same through the platform of the national portal. */
    static Answer paidNationally(String reference, String transaction, long amount, String paidAt) {
        var body = body(reference, transaction, amount, paidAt, "PAID");
        return Api.send(signed(body, signature(NATIONAL_KEY, body)));
    }

    static HttpRequest.Builder signed(String body) {
        return signed(body, signature(KEY, body));
    }

    static HttpRequest.Builder signed(String body, String signature) {
        var request = NOBODY.post("/v1/gateway/callbacks", body);
        return signature == null ? request : request.header("X-Gateway-Signature", signature);
    }

    static String signature(String key, String body) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return "sha256=" + HexFormat.of().formatHex(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    /** The whole list of what somebody has to look at, page by page. */
    static List<JsonNode> listed(Api who) {
        var found = new ArrayList<JsonNode>();
        var page = "";
        do {
            var answer = who.get("/v1/receipts?limit=50" + page).body();
            answer.path("items").forEach(found::add);
            page = answer.has("next") ? "&cursor=" + answer.path("next").asText() : null;
        } while (page != null);
        return found;
    }

    /** What became of the movements of a payment, in the order in which they were told. */
    static List<String> verdicts(String reference) {
        return Tables.column("select verdict from receipt where reference = ? order by id", reference);
    }

    static long facts(String dossier, String fact) {
        return Tables.number(
                "select count(*) from event where subject = ?::uuid and type = ?",
                dossier,
                "vn.motcua.dossier." + fact + ".v1");
    }
}
