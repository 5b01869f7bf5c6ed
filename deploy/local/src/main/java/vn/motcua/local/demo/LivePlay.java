package vn.motcua.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import vn.motcua.local.tokens.TokenRequest;

/**
 * Five live dossiers at the Department of Justice while the business clock moves from Wednesday 8 June 2022, 09:00: one goes home by
 * post after a failed delivery and is rated, one has files and is collected at the counter, one is refused, one is withdrawn, one waits for its fee until
 * that is paid. Beside them a proposal is answered.
 */
final class LivePlay {

    private static final String JUSTICE = "H03.01";
    private static final TokenRequest RECEPTION = TokenRequest.of("reception", JUSTICE, 1);
    private static final TokenRequest OFFICER = TokenRequest.of("officer", JUSTICE, 1);
    private static final TokenRequest LEADER = TokenRequest.of("leader", JUSTICE, 1);
    private static final TokenRequest CASHIER = TokenRequest.of("cashier", JUSTICE, 1);
    private static final TokenRequest CLERK = TokenRequest.of("clerk", JUSTICE, 1);
    private static final int OUT_FOR_DELIVERY = 12;
    private static final int DELIVERED = 14;
    private static final int NOT_DELIVERED = 15;

    private final World world;
    private final Caller caller;
    private final Outside outside;
    private final Voices voices;
    private final Purse purse;
    private final Attachments attachments;
    private final Map<String, Seen> dossiers = new LinkedHashMap<>();
    private final Outside.Mark before;

    /** A dossier as last answered. */
    record Seen(String id, String code, String etag) {}

    LivePlay(World world, Caller caller, Outside outside, Voices voices, Purse purse, Attachments attachments) {
        this.world = world;
        this.caller = caller;
        this.outside = outside;
        this.voices = voices;
        this.purse = purse;
        this.attachments = attachments;
        this.before = outside.mark();
    }

    /** The dossiers by the names that the file of expected messages uses. */
    Map<String, Seen> dossiers() {
        return dossiers;
    }

    /** Plays all of it; ends when the parcel is delivered and its dossier returned. Answers the tracking number. */
    String play() {
        at("2022-06-08T09:00");
        submit("byPost", "1", "1.900103", "POST", "0912345601", "by.post@example.vn");
        at("2022-06-08T09:05");
        acceptAtCounter("collected", "1.900106", "0912345602");
        remember("collected", attachments.scan(dossiers.get("collected"), RECEPTION, "TK"));
        submit("refused", "3", "1.900101", "COUNTER", null, "refused@example.vn");
        submit("withdrawn", "4", "1.900101", "ELECTRONIC", "0912345604", null);
        acceptAtCounter("paid", "1.900108", "0912345605");

        voices.propose();

        at("2022-06-08T09:30");
        step("byPost", "acceptance", RECEPTION, Map.of());
        at("2022-06-08T10:00");
        step("byPost", "processing", OFFICER, Map.of());
        step("collected", "processing", OFFICER, Map.of());
        step("refused", "refusal", RECEPTION, Map.of("reason", "NOT_COMPETENT"));
        step("withdrawn", "withdrawal", TokenRequest.citizen("4"), Map.of());
        step("paid", "payment-request", CASHIER, Map.of());
        voices.classify();

        at("2022-06-08T14:00");
        purse.payTwice(dossiers.get("paid"));
        remember("collected", attachments.result(dossiers.get("collected"), CLERK));
        step("collected", "completion", LEADER, Map.of("outcome", "GRANTED", "resultReference", "KQ-LIVE-2"));
        at("2022-06-08T14:30");
        step("byPost", "completion", LEADER, Map.of("outcome", "GRANTED", "resultReference", "KQ-LIVE-1"));
        var parcel = parcel();

        at("2022-06-08T15:00");
        handOver();

        at("2022-06-09T08:30");
        step("collected", "return", RECEPTION, Map.of("via", "COUNTER", "identityChecked", true));
        voices.answer();

        at("2022-06-10T08:00");
        voices.publish();
        carrierReports(parcel, OUT_FOR_DELIVERY);
        at("2022-06-10T09:00");
        carrierReports(parcel, NOT_DELIVERED);
        awaitPostal("DELIVERY_FAILED");
        at("2022-06-14T08:00");
        carrierReports(parcel, OUT_FOR_DELIVERY);
        at("2022-06-14T09:00");
        carrierReports(parcel, DELIVERED);
        awaitReturned();
        voices.rate(dossiers.get("byPost"), TokenRequest.citizen("1"));
        return parcel;
    }

    /** Moves the clock on once everybody has been told what happened so far, as they would have been by then. */
    private void at(String local) {
        var moment = LocalDateTime.parse(local);
        var due = ExpectedMessages.before(moment);
        Await.until(
                "the messages before " + local,
                () -> Optional.of(outside.since(before).size()).filter(arrived -> arrived >= due));
        world.clock().set(moment.toInstant(ZoneOffset.ofHours(7)), true);
    }

    private void submit(
            String name, String citizen, String procedure, String returnMethod, String phone, String email) {
        var body = content(procedure, "ONLINE", returnMethod, phone, email, Integer.parseInt(citizen));
        remember(name, caller.post(dossierUri("/v1/dossiers"), TokenRequest.citizen(citizen), body));
    }

    private void acceptAtCounter(String name, String procedure, String phone) {
        var body = content(procedure, "COUNTER", "COUNTER", phone, null, 2);
        body.put("decision", "ACCEPT");
        remember(name, caller.post(dossierUri("/v1/dossiers"), RECEPTION, body));
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

    private void step(String name, String step, TokenRequest who, Map<String, Object> body) {
        var seen = dossiers.get(name);
        remember(name, caller.step(dossierUri("/v1/dossiers/" + seen.id() + "/" + step), who, seen.etag(), body));
    }

    private void remember(String name, Caller.Answer answer) {
        dossiers.put(
                name,
                new Seen(
                        answer.body().path("id").asText(),
                        answer.body().path("code").asText(),
                        answer.etag()));
    }

    private String parcel() {
        var code = dossiers.get("byPost").code();
        return Await.until("the parcel at the carrier", () -> outside.parcel(code))
                .path("itemCode")
                .asText();
    }

    private void handOver() {
        var manifest = Await.until("the manifest to close at 15:00", this::closedManifest);
        var uri = world.postal().resolve("/v1/manifests/" + manifest.path("id").asText());
        var seen = caller.get(uri, CLERK);
        caller.step(
                URI.create(uri + "/handover"),
                CLERK,
                seen.etag(),
                Map.of("handedOverBy", "Nguyễn Thị Văn Thư", "receivedBy", "Trần Văn Bưu Tá"));
        awaitPostal("HANDED_OVER");
    }

    private Optional<JsonNode> closedManifest() {
        var list = caller.get(world.postal().resolve("/v1/manifests?agency=" + JUSTICE + "&date=2022-06-08"), CLERK);
        return items(list.body())
                .filter(manifest -> "CLOSED".equals(manifest.path("status").asText()))
                .findFirst();
    }

    private void carrierReports(String itemCode, int status) {
        caller.control(
                world.outside().resolve("/outside/parcels/" + itemCode + "/events"),
                Map.of("status", status, "time", world.clock().now().toString()));
    }

    private void awaitPostal(String status) {
        var id = dossiers.get("byPost").id();
        Await.until(
                "the postal return to be " + status,
                () -> items(caller.get(world.postal().resolve("/v1/postal-returns?dossier=" + id), CLERK)
                                .body())
                        .filter(one -> status.equals(one.path("status").asText()))
                        .findFirst());
    }

    private void awaitReturned() {
        var uri = dossierUri("/v1/dossiers/" + dossiers.get("byPost").id());
        Await.until(
                "the delivered dossier to be returned",
                () -> Optional.of(caller.get(uri, RECEPTION).body())
                        .filter(one -> "RETURNED".equals(one.path("status").asText())));
    }

    private URI dossierUri(String path) {
        return world.dossier().resolve(path);
    }

    /** The items of a list, whether it comes bare or as a page. */
    static Stream<JsonNode> items(JsonNode list) {
        var items = list.isArray() ? list : list.path("items");
        return StreamSupport.stream(items.spliterator(), false);
    }
}
