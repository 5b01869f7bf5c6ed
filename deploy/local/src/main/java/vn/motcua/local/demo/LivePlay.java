package vn.motcua.local.demo;

import static vn.motcua.local.demo.Cases.CASHIER;
import static vn.motcua.local.demo.Cases.CLERK;
import static vn.motcua.local.demo.Cases.JUSTICE;
import static vn.motcua.local.demo.Cases.LEADER;
import static vn.motcua.local.demo.Cases.OFFICER;
import static vn.motcua.local.demo.Cases.RECEPTION;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import vn.motcua.local.tokens.TokenRequest;

/**
 * Five live dossiers at the Department of Justice while the business clock moves from Wednesday 8 June 2022, 09:00. One has a whole story: its applicant
 * is asked for a paper and sends it, its fee is paid, its files are there, it is late and apologised for, has its result and is rated. One goes home by
 * post after a failed delivery, one is collected the next morning, one is refused, one is withdrawn. Beside them a proposal is answered.
 */
final class LivePlay {

    private static final int OUT_FOR_DELIVERY = 12;
    private static final int DELIVERED = 14;
    private static final int NOT_DELIVERED = 15;

    private final World world;
    private final Caller caller;
    private final Outside outside;
    private final Voices voices;
    private final Purse purse;
    private final Attachments attachments;
    private final Cases cases;
    private final Papers papers;
    private final Outside.Mark before;

    LivePlay(
            World world,
            Caller caller,
            Outside outside,
            Voices voices,
            Purse purse,
            Attachments attachments,
            Cases cases,
            Papers papers) {
        this.world = world;
        this.caller = caller;
        this.outside = outside;
        this.voices = voices;
        this.purse = purse;
        this.attachments = attachments;
        this.cases = cases;
        this.papers = papers;
        this.before = outside.mark();
    }

    /** Plays all of it; ends when the parcel is delivered and its dossier returned. Answers the tracking number. */
    String play() {
        at("2022-06-08T09:00");
        cases.submit("byPost", "1", "1.900103", "POST", "0912345601", "by.post@example.vn");
        at("2022-06-08T09:05");
        cases.acceptAtCounter("collected", 2, "1.900106", "0912345602");
        papers.handOut(cases.get("collected"));
        cases.submit("refused", "3", "1.900101", "COUNTER", null, "refused@example.vn");
        cases.submit("withdrawn", "4", "1.900101", "ELECTRONIC", "0912345604", null);
        cases.submit("story", "5", "1.900108", "COUNTER", "0912345605", null);
        voices.propose();

        at("2022-06-08T09:30");
        cases.step("byPost", "acceptance", RECEPTION, Map.of());
        cases.remember("story", attachments.scan(cases.get("story"), RECEPTION, "TK"));
        cases.step("story", "acceptance", RECEPTION, Map.of());
        papers.handOut(cases.get("story"));
        at("2022-06-08T10:00");
        cases.step("byPost", "processing", OFFICER, Map.of());
        cases.step("collected", "processing", OFFICER, Map.of());
        cases.step("refused", "refusal", RECEPTION, Map.of("reason", "NOT_COMPETENT"));
        cases.step("withdrawn", "withdrawal", TokenRequest.citizen("4"), Map.of());
        askForAPaper();
        voices.classify();

        at("2022-06-08T14:00");
        cases.step("collected", "completion", LEADER, Map.of("outcome", "GRANTED", "resultReference", "KQ-LIVE-2"));
        getThePaperAndAskForTheFee();
        at("2022-06-08T14:30");
        purse.payTwice(cases.get("story"));
        cases.now("story");
        cases.step("byPost", "completion", LEADER, Map.of("outcome", "GRANTED", "resultReference", "KQ-LIVE-1"));
        var parcel = parcel();

        at("2022-06-08T15:00");
        handOver();

        at("2022-06-09T08:30");
        cases.step(
                "collected",
                "return",
                RECEPTION,
                Map.of("via", "COUNTER", "identityChecked", true, "originalsReturned", true));
        forward(OFFICER);
        voices.answer();

        at("2022-06-10T08:00");
        voices.publish();
        carrierReports(parcel, OUT_FOR_DELIVERY);
        at("2022-06-10T09:00");
        apologise();
        carrierReports(parcel, NOT_DELIVERED);
        awaitPostal("DELIVERY_FAILED");
        at("2022-06-14T08:00");
        decide();
        carrierReports(parcel, OUT_FOR_DELIVERY);
        at("2022-06-14T09:00");
        cases.step("story", "return", RECEPTION, Map.of("via", "COUNTER", "identityChecked", true));
        carrierReports(parcel, DELIVERED);
        awaitReturned();
        voices.rate(cases.get("story"), TokenRequest.citizen("5"));
        voices.rate(cases.get("collected"), papers.ratingCode(cases.get("collected")));
        return parcel;
    }

    private void askForAPaper() {
        cases.step("story", "processing", OFFICER, Map.of());
        forward(LEADER);
        cases.step(
                "story",
                "supplement-request",
                LEADER,
                Map.of("missing", List.of("CCCD"), "note", "Hồ sơ chưa có bản chụp hai mặt giấy tờ tùy thân."));
    }

    private void getThePaperAndAskForTheFee() {
        cases.remember("story", attachments.scan(cases.get("story"), TokenRequest.citizen("5"), "CCCD"));
        cases.step(
                "story",
                "supplement",
                TokenRequest.citizen("5"),
                Map.of("components", List.of(Map.of("code", "CCCD", "copies", 1))));
        cases.step("story", "supplement-confirmation", RECEPTION, Map.of());
        papers.handOut(cases.get("story"));
        cases.step("story", "payment-request", CASHIER, Map.of());
    }

    private void apologise() {
        cases.step(
                "story", "extension", LEADER, Map.of("dueAt", "2022-06-17T09:00:00+07:00", "reason", "COMPLEX_MATTER"));
    }

    /** Checked, signed, registered and issued; the one-stop shop has the result. */
    private void decide() {
        forward(LEADER);
        forward(LEADER);
        cases.remember("story", attachments.result(cases.get("story"), CLERK));
        forward(CLERK);
        cases.step("story", "completion", RECEPTION, Map.of("outcome", "GRANTED", "resultReference", "KQ-LIVE-5"));
    }

    private void forward(TokenRequest who) {
        cases.step("story", "forwarding", who, Map.of());
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

    private String parcel() {
        var code = cases.get("byPost").code();
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
        var id = cases.get("byPost").id();
        Await.until(
                "the postal return to be " + status,
                () -> items(caller.get(world.postal().resolve("/v1/postal-returns?dossier=" + id), CLERK)
                                .body())
                        .filter(one -> status.equals(one.path("status").asText()))
                        .findFirst());
    }

    private void awaitReturned() {
        Await.until(
                "the delivered dossier to be returned",
                () -> Optional.of(cases.now("byPost"))
                        .filter(one -> "RETURNED".equals(one.path("status").asText())));
    }

    /** The items of a list, whether it comes bare or as a page. */
    static Stream<JsonNode> items(JsonNode list) {
        var items = list.isArray() ? list : list.path("items");
        return StreamSupport.stream(items.spliterator(), false);
    }
}
