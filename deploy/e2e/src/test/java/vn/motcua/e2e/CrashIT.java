package vn.motcua.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.motcua.dossier.events.HistoryVerifier;
import vn.motcua.local.LocalService;
import vn.motcua.local.ServiceProcess;
import vn.motcua.local.outside.Fault;
import vn.motcua.local.outside.Provider;
import vn.motcua.local.outside.mail.MailEntry;
import vn.motcua.local.tokens.TokenRequest;

/** Processes die at the worst moment; nothing is lost, nothing happens twice, and what nobody can know is said and settled. */
class CrashIT {

    private static final int CASES = 20;
    private static final int DELIVERED = 14;
    private static final List<LocalService> CONSUMERS =
            List.of(LocalService.KPI, LocalService.NOTIFICATION, LocalService.POSTAL);

    private final Office trade = new Office("H03.05", "1.900501");

    @AfterEach
    void inHealthAndInTheMorning() {
        Province.platform().outside().noFaults();
        Province.platform().clock().set(Province.MORNING, true);
    }

    @Test
    void whatWasCommittedBeforeAKillIsPublishedAfterIt() {
        var platform = Province.platform();
        platform.stopKafka();
        List<Office.Seen> lives;
        try {
            lives = IntStream.range(0, 10)
                    .mapToObj(i -> trade.wholeLife("crash-" + i))
                    .toList();
            platform.service(LocalService.DOSSIER).kill();
        } finally {
            platform.startKafka();
        }
        platform.service(LocalService.DOSSIER).start();
        for (var life : lives) {
            Eventually.that(() -> assertPublishedInOrder(life, 5));
        }
    }

    @Test
    void consumersKilledInMidBatchLoseNothingAndDoubleNothing() throws SQLException {
        var platform = Province.platform();
        Province.comesToRest();
        var before = trade.figures();

        // While the consumers are away results are made, so that they have much to do when they come.
        CONSUMERS.forEach(consumer -> platform.service(consumer).stop());
        var cases = IntStream.range(0, CASES)
                .mapToObj(i -> trade.throughToResult("burst-" + i, "POST", phone(i), mail(i)))
                .toList();

        // They die in the middle of what they apply; then with messages and orders on the wire that do not arrive, so
        // that nobody answers; then with such as do arrive, and the answer is lost.
        dieWhileApplying(cases.get(0));
        dieWhileSending(Fault.of(Fault.Mode.LOSE), this::messagesAreBeingSent, this::ordersAreBeingSent);
        var sent = Sent.now();
        dieWhileSending(
                Fault.delay(Duration.ofSeconds(60)),
                () -> assertThat(Sent.now())
                        .matches(now -> now.sms() > sent.sms() && now.mails() > sent.mails(), "both have arrived"),
                () -> assertThat(Sent.now().orders()).isGreaterThan(sent.orders()));
        platform.outside().noFaults();
        CONSUMERS.forEach(consumer -> platform.service(consumer).launch());
        CONSUMERS.forEach(consumer -> platform.service(consumer).awaitReady());

        // SMS and orders are settled by asking; of mail a person finds out.
        var person = new Person();
        Eventually.that(() -> {
            person.looksAtWhatIsInDoubt();
            assertThat(cases)
                    .allSatisfy(each -> assertThat(trade.notices(each))
                            .hasSize(6)
                            .extracting(notice -> notice.path("state").asText())
                            .containsOnly("SENT"));
        });
        assertThat(person.arrived).as("mails that were found to have arrived").isNotEmpty();
        assertThat(person.notArrived)
                .as("mails that were found not to have arrived")
                .isNotEmpty();

        Province.comesToRest();
        assertThat(trade.figures()).isEqualTo(before.and(CASES, CASES));
        for (int i = 0; i < CASES; i++) {
            assertToldAndSentOnce(cases.get(i), phone(i), mail(i));
        }
        assertNothingParked();
    }

    @Test
    void dossierServiceKilledWhileResultsComeHomeReturnsEachOnce() throws SQLException {
        var platform = Province.platform();
        // A day of its own: its manifest has no other parcels.
        platform.clock().set(Instant.parse("2026-06-04T02:00:00Z"), true);
        Province.comesToRest();
        var before = trade.figures();
        var phones = IntStream.range(0, 8).mapToObj(i -> "09124" + (50_000 + i)).toList();
        var cases = phones.stream()
                .map(phone -> trade.throughToResult("home-" + phone, "POST", phone, null))
                .toList();
        Province.comesToRest();
        platform.clock().set(Instant.parse("2026-06-04T08:00:00Z"), true);
        trade.handOver(cases.get(0));
        Province.comesToRest();

        // The postman brings all of them, and says so twice, while dossier-service is away.
        platform.clock().set(Instant.parse("2026-06-05T02:00:00Z"), true);
        platform.service(LocalService.DOSSIER).stop();
        cases.forEach(
                each -> platform.outside().move(Arrived.parcels(each).get(0).itemCode(), DELIVERED, null, 1));
        var ids = cases.stream().map(Office.Seen::id).collect(Collectors.toSet());
        Eventually.that(() -> assertThat(deliveries(ids)).isEqualTo(ids));

        try (var place = HeldPlace.of(LocalService.DOSSIER, "postal-tracking", LocalService.POSTAL, cases.get(0))) {
            platform.service(LocalService.DOSSIER).launch();
            place.meetsTheConsumer();
            platform.service(LocalService.DOSSIER).kill();
        }
        platform.service(LocalService.DOSSIER).start();

        Eventually.that(() -> assertThat(cases)
                .allSatisfy(each -> assertThat(trade.now(each).status()).isEqualTo("RETURNED")));
        Province.comesToRest();
        assertThat(cases).allSatisfy(each -> assertPublishedInOrder(each, 5));
        assertThat(trade.items(Province.dossier("/v1/homecoming-work"), "reception"))
                .as("work for a person")
                .isEmpty();
        assertThat(trade.figures()).isEqualTo(before.and(cases.size(), cases.size()));
        assertThat(phones)
                .allSatisfy(phone -> assertThat(Arrived.texts(phone))
                        .as("submitted, accepted, result, on its way, returned")
                        .hasSize(5)
                        .doesNotHaveDuplicates());
        assertNothingParked();
    }

    static void assertPublishedInOrder(Office.Seen dossier, int facts) {
        var history = Topic.firstArrivals("dossier.lifecycle.v1", dossier.id());
        assertThat(history)
                .extracting(one -> one.attributes().sequence())
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, facts).mapToObj(i -> (long) i).toList());
        assertThat(HistoryVerifier.verify(history).intact()).isTrue();
    }

    static void assertNothingParked() {
        var operator = TokenRequest.of("operator", "H03", 1);
        for (var list : List.of(
                Province.dossier("/v1/parked-events"),
                Province.kpi("/v1/parked-events"),
                Province.notification("/v1/parked-events"),
                Province.postal("/v1/parked-events"))) {
            assertThat(Province.caller().get(list, operator).body().path("items"))
                    .isEmpty();
        }
    }

    /** Three messages on each channel (submitted, accepted, result) and one order, none of them asked for twice. */
    private static void assertToldAndSentOnce(Office.Seen dossier, String phone, String address) {
        assertThat(Arrived.sms(phone)).hasSize(3).allMatch(one -> one.repeats() == 0 && one.sameTextBefore() == 0);
        assertThat(Arrived.mails(address))
                .hasSize(3)
                .noneMatch(MailEntry::repeat)
                .extracting(MailEntry::text)
                .doesNotHaveDuplicates();
        assertThat(Arrived.parcels(dossier))
                .singleElement()
                .matches(parcel -> parcel.repeats() == 0 && !parcel.cancelled());
    }

    /** Each consumer is killed while a transaction of it, with events of a whole poll, stands still at this dossier. */
    private static void dieWhileApplying(Office.Seen dossier) throws SQLException {
        var platform = Province.platform();
        Map<LocalService, HeldPlace> places = new EnumMap<>(LocalService.class);
        try {
            for (var consumer : CONSUMERS) {
                places.put(consumer, HeldPlace.of(consumer, "dossier-lifecycle", LocalService.DOSSIER, dossier));
                platform.service(consumer).launch();
            }
            for (var consumer : CONSUMERS) {
                places.get(consumer).meetsTheConsumer();
                platform.service(consumer).kill();
            }
        } finally {
            for (var place : places.values()) {
                place.close();
            }
        }
    }

    /**
     * Who calls a provider is killed while it waits for the answers.
     *
     * @param messages whether messages on both channels are on the wire
     * @param orders whether an order is
     */
    private static void dieWhileSending(Fault fault, ThrowingRunnable messages, ThrowingRunnable orders) {
        var platform = Province.platform();
        for (var provider : Provider.values()) {
            platform.outside().fault(provider, fault);
        }
        var postal = platform.service(LocalService.POSTAL);
        var notification = platform.service(LocalService.NOTIFICATION);
        var both = CompletableFuture.runAsync(() -> dieWhen(postal, orders));
        dieWhen(notification, messages);
        both.join();
    }

    private static void dieWhen(ServiceProcess service, ThrowingRunnable claim) {
        service.start();
        Eventually.that(claim);
        service.kill();
    }

    private void messagesAreBeingSent() {
        assertThat(trade.items(Province.notification("/v1/notices?state=SENDING"), "operator"))
                .extracting(notice -> notice.path("channel").asText())
                .contains("SMS", "EMAIL");
    }

    private void ordersAreBeingSent() {
        assertThat(trade.items(Province.postal("/v1/postal-returns?state=SENDING"), "clerk"))
                .isNotEmpty();
    }

    private static Set<String> deliveries(Set<String> dossiers) {
        return Topic.everything("postal.tracking.v1").stream()
                .filter(one -> one.attributes().type().contains("delivered"))
                .map(one -> one.attributes().subject())
                .filter(dossiers::contains)
                .collect(Collectors.toCollection(HashSet::new));
    }

    private static String phone(int i) {
        return "09123" + (40_000 + i);
    }

    private static String mail(int i) {
        return "burst-" + i + "@example.vn";
    }

    /** Somebody at the counter who looks, for each mail in doubt, whether it is in the citizen's mailbox, and says so. */
    private final class Person {

        private final List<String> arrived = new ArrayList<>();
        private final List<String> notArrived = new ArrayList<>();

        private void looksAtWhatIsInDoubt() {
            var inMailboxes = Province.platform().outside().mail().messages().stream()
                    .map(MailEntry::requestId)
                    .collect(Collectors.toSet());
            for (var notice : trade.noticesInDoubt()) {
                if ("EMAIL".equals(notice.path("channel").asText())) {
                    var id = notice.path("id").asText();
                    var found = inMailboxes.contains(id);
                    Province.caller()
                            .post(
                                    Province.notification("/v1/notices/" + id + "/resolution"),
                                    trade.staff("reception"),
                                    Map.of("outcome", found ? "ARRIVED" : "NOT_ARRIVED"));
                    (found ? arrived : notArrived).add(id);
                }
            }
        }
    }
}
