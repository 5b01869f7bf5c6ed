package vn.motcua.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.text.Normalizer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.motcua.local.LocalService;
import vn.motcua.local.demo.Metrics;
import vn.motcua.local.outside.Fault;
import vn.motcua.local.outside.Provider;
import vn.motcua.local.tokens.TokenRequest;

/** Who a citizen is, and what was said about them, stays where it belongs. */
class PrivacyIT {

    private static final int OUT_FOR_DELIVERY = 12;
    private static final int NOT_DELIVERED = 15;
    private static final int DELIVERED = 14;
    private static final String PHONE = "0912300077";
    private static final String MAIL = "nguoi.kin.dao@example.vn";

    /** Received, classified, asked, supplied, answered, published, rated. */
    private static final int FEEDBACK_FACTS = 7;

    private static final String PHONE_OF_AUTHORISED = "0912300088";

    /** Who acts for an owner gets the owner's messages: as private as the owner. */
    private static final Map<String, Object> AUTHORISED = Map.of(
            "name",
            "Lường Văn Được Nhờ",
            "phone",
            PHONE_OF_AUTHORISED,
            "idNumber",
            "006195000789",
            "authorisationReference",
            "88/GUQ");

    private static final Map<String, Object> APPLICANT = Map.of(
            "name",
            "Nông Thị Kín Đáo",
            "address",
            Map.of("text", "Tổ 77, ngõ Vắng", "commune", "phường Đức Xuân", "province", "Bắc Kạn"),
            "phone",
            PHONE,
            "email",
            MAIL,
            "notifyBySms",
            true,
            "notifyByEmail",
            true);

    /** Every one of them in some form; letters are compared without marks and without case. */
    private static final Pattern PERSONAL = Pattern.compile(
            "kin dao|kin\\.dao|ngo vang|912300077|912300088|006195000789|88/guq|duoc nho|duc xuan|loi rieng|khong phai so");

    private final Office justice = Office.justice();

    @AfterEach
    void inHealthAndInTheMorning() {
        Province.platform().outside().noFaults();
        Province.platform().clock().set(Province.MORNING, true);
    }

    @Test
    void personalDataStaysOutOfSharedTopicsLogsMetricsAndAddressesWhateverGoesWrong() throws IOException {
        var dossier = aLifeInWhichEverythingGoesWrong();
        aResultCollectedBySomebodyElse();
        var feedback = aReportThatNamesItsAuthorAtEveryStep();

        var restricted = new ArrayList<String>();
        for (var topic : List.of("dossier.lifecycle.restricted.v1", "postal.tracking.restricted.v1")) {
            Topic.records(topic).forEach(each -> restricted.add(words(each)));
        }
        // Were they not to be found here, the search would be blind.
        assertThat(plain(String.join("\n", restricted)))
                .contains("kin dao", "kin.dao", "912300077", "912300088", "duoc nho", "duc xuan");

        for (var topic : List.of(
                "dossier.lifecycle.v1", "postal.tracking.v1", "feedback.v1", "catalogue.v1", "history-root.v1")) {
            var records = Topic.records(topic);
            assertThat(records).as(topic).isNotEmpty();
            records.forEach(each -> assertNothingPersonal(topic, words(each)));
        }
        assertThat(Topic.records("feedback.v1").stream().filter(each -> feedback.equals(each.key())))
                .as("every step of the report is there")
                .hasSize(FEEDBACK_FACTS);
        for (var log : logs().entrySet()) {
            assertNothingPersonal(log.getKey(), log.getValue());
        }
        assertThat(logs().values())
                .as("addresses that were asked for are in the logs")
                .anyMatch(log -> log.contains("/v1/dossiers/" + dossier.id()));
        for (var service : LocalService.values()) {
            var metrics = Metrics.of(Province.caller(), Province.platform().url(service));
            assertThat(metrics).contains("http_server_requests");
            assertNothingPersonal("metrics of " + service, metrics);
        }
    }

    private Office.Seen aLifeInWhichEverythingGoesWrong() {
        var platform = Province.platform();
        var outside = platform.outside();
        platform.clock().set(Instant.parse("2026-06-02T02:00:00Z"), true);
        refusals();

        // Providers that refuse first; the senders are killed over it.
        for (var provider : Provider.values()) {
            outside.fault(provider, Fault.of(Fault.Mode.REFUSE).forNext(2));
        }
        var submitted = justice.submit("private", "POST", APPLICANT);
        assertThat(justice.refused(
                        submitted,
                        "completion",
                        "leader",
                        Map.of("outcome", "GRANTED", "resultReference", "KQ-1", "note", "lời riêng")))
                .isNotEmpty();
        var accepted = justice.step(submitted, "acceptance", "reception", Map.of("note", "lời riêng của cán bộ"));
        assertThat(justice.refused(submitted, "processing", "officer", Map.of("note", "lời riêng, bản cũ")))
                .as("with the tag of before")
                .isEmpty();
        var completed = justice.complete(justice.process(accepted));
        Eventually.that(() -> {
            assertThat(outside.sms().refused()).isPositive();
            assertThat(outside.mail().refused()).isPositive();
            assertThat(outside.parcels().refused()).isPositive();
        });
        for (var service : List.of(LocalService.NOTIFICATION, LocalService.POSTAL)) {
            platform.service(service).kill();
            platform.service(service).launch();
        }
        // Then the answers are lost, then all is well.
        for (var provider : Provider.values()) {
            outside.fault(provider, Fault.of(Fault.Mode.ACCEPT_THEN_TIMEOUT).forNext(1));
        }
        for (var service : List.of(LocalService.NOTIFICATION, LocalService.POSTAL)) {
            platform.service(service).awaitReady();
        }
        Eventually.that(() -> {
            settleDoubts();
            assertThat(Arrived.parcels(completed)).isNotEmpty();
            assertThat(Arrived.texts(PHONE)).hasSize(3);
            assertThat(Arrived.mails(MAIL)).hasSize(3);
        });

        // The parcel goes, comes to a closed door, and arrives.
        Eventually.that(() -> assertThat(justice.postalReturns(completed)
                        .get(0)
                        .path("orderState")
                        .asText())
                .isEqualTo("ORDERED"));
        platform.clock().set(Instant.parse("2026-06-02T08:00:00Z"), true);
        justice.handOver(completed);
        var item = Arrived.parcels(completed).get(0).itemCode();
        platform.clock().set(Instant.parse("2026-06-03T02:00:00Z"), true);
        for (int status : new int[] {OUT_FOR_DELIVERY, NOT_DELIVERED, OUT_FOR_DELIVERY, DELIVERED}) {
            platform.clock().advance(Duration.ofHours(1));
            outside.move(item, status);
        }
        Eventually.that(() -> {
            settleDoubts();
            assertThat(justice.now(completed).status()).isEqualTo("RETURNED");
        });
        Province.comesToRest();
        return completed;
    }

    private void aResultCollectedBySomebodyElse() {
        Province.platform().clock().set(Instant.parse("2026-06-03T03:00:00Z"), true);
        var opening = new LinkedHashMap<>(
                justice.submission("COUNTER", Map.of("name", "Nông Thị Kín Đáo", "notifyBySms", true)));
        opening.put("authorisedPerson", AUTHORISED);
        var completed = justice.complete(justice.process(justice.accept(justice.submit("private", opening))));
        assertThat(justice.refused(completed, "return", "reception", Map.of("via", "COUNTER", "identityChecked", true)))
                .isEqualTo("COLLECTOR_NOT_NAMED");
        var returned = justice.step(
                completed,
                "return",
                "reception",
                Map.of(
                        "via",
                        "COUNTER",
                        "identityChecked",
                        true,
                        "collectedBy",
                        "AUTHORISED",
                        "authorisationChecked",
                        true));
        assertThat(returned.status()).isEqualTo("RETURNED");
        Eventually.that(() -> assertThat(Arrived.texts(PHONE_OF_AUTHORISED)).isNotEmpty());
        Province.comesToRest();
    }

    /** Returns its id. */
    private String aReportThatNamesItsAuthorAtEveryStep() {
        Province.platform().clock().set(Instant.parse("2026-06-03T07:00:00Z"), true);
        var caller = Province.caller();
        var author = TokenRequest.citizen("private");
        var words = Map.of("text", "Nông Thị Kín Đáo, tổ 77, ngõ Vắng, 0912300077: lời riêng");
        var received = caller.post(
                Province.dossier("/v1/feedback"),
                author,
                Map.of("agency", "H03.01", "author", "Nông Thị Kín Đáo", "text", words.get("text")));
        assertThat(received.status()).isEqualTo(201);
        var id = received.body().path("id").asText();
        assertThat(caller.attempt(feedback(id, "answer"), justice.staff("leader"), "\"99\"", words)
                        .status())
                .isEqualTo(412);
        var etag = received.etag();
        etag = caller.step(feedback(id, "classification"), justice.staff("reception"), etag, Map.of("kind", "REPORT"))
                .etag();
        etag = caller.step(feedback(id, "supplement-request"), justice.staff("reception"), etag, words)
                .etag();
        etag = caller.step(feedback(id, "supplement"), author, etag, words).etag();
        etag = caller.step(feedback(id, "answer"), justice.staff("leader"), etag, words)
                .etag();
        caller.step(feedback(id, "publication"), justice.staff("leader"), etag, Map.of());
        caller.post(feedback(id, "rating"), author, Map.of("score", 4, "comment", words.get("text")));
        assertThat(plain(caller.get(Province.dossier("/v1/feedback/" + id), justice.staff("reception"))
                        .body()
                        .toString()))
                .as("here it is kept")
                .contains("kin dao", "ngo vang", "912300077");
        Province.comesToRest();
        return id;
    }

    private static URI feedback(String id, String step) {
        return Province.dossier("/v1/feedback/" + id + "/" + step);
    }

    /** Requests that are turned down, each with something of the citizen in it. */
    private void refusals() {
        var caller = Province.caller();
        var wrong = new LinkedHashMap<>(APPLICANT);
        wrong.put("phone", "không phải số 0912300077");
        wrong.put("email", "kin dao @ nowhere");
        var uri = Province.dossier("/v1/dossiers");
        var badly = caller.attempt(uri, TokenRequest.citizen("private"), "\"0\"", justice.submission("POST", wrong));
        assertThat(badly.status()).isBetween(400, 422);
        var unknown = new LinkedHashMap<>(justice.submission("POST", APPLICANT));
        unknown.put("Nông Thị Kín Đáo", PHONE);
        assertThat(caller.attempt(uri, TokenRequest.citizen("private"), "\"0\"", unknown)
                        .status())
                .isBetween(400, 422);
        assertThat(caller.attempt(
                                uri,
                                TokenRequest.of("statistics", "H03", 1),
                                "\"0\"",
                                justice.submission("POST", APPLICANT))
                        .status())
                .isEqualTo(403);
    }

    private void settleDoubts() {
        for (var notice : justice.noticesInDoubt()) {
            if ("EMAIL".equals(notice.path("channel").asText())) {
                Province.caller()
                        .post(
                                Province.notification(
                                        "/v1/notices/" + notice.path("id").asText() + "/resolution"),
                                justice.staff("reception"),
                                Map.of("outcome", "ARRIVED", "note", "Đã hỏi"));
            }
        }
    }

    private static Map<String, String> logs() throws IOException {
        var all = new LinkedHashMap<String, String>();
        try (var files = Files.list(Province.platform().settings().home().resolve("logs"))) {
            for (var file : files.filter(one -> one.getFileName().toString().contains("-service"))
                    .toList()) {
                all.put(file.getFileName().toString(), Files.readString(file));
            }
        }
        assertThat(all).hasSizeGreaterThanOrEqualTo(LocalService.values().length);
        return all;
    }

    /** All that a record says: key, names and values of its headers, data. */
    private static String words(ConsumerRecord<String, byte[]> each) {
        var words = new StringBuilder(each.key()).append('\n');
        each.headers()
                .forEach(header -> words.append(header.key())
                        .append('=')
                        .append(new String(header.value(), UTF_8))
                        .append('\n'));
        return words.append(each.value() == null ? "" : new String(each.value(), UTF_8))
                .toString();
    }

    private static void assertNothingPersonal(String where, String text) {
        var found = PERSONAL.matcher(plain(text));
        assertThat(found.find())
                .as(() -> where + ": " + plain(text).substring(Math.max(0, found.start() - 200), found.end()))
                .isFalse();
    }

    /** Small letters without marks: however it was put into capitals or taken apart, it is found. */
    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replace('đ', 'd')
                .replace('Đ', 'd')
                .toLowerCase(Locale.ROOT);
    }
}
