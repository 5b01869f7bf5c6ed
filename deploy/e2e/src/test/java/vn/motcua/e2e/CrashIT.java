package vn.motcua.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vn.motcua.dossier.events.HistoryVerifier;
import vn.motcua.local.LocalService;
import vn.motcua.local.tokens.TokenRequest;

/** Processes die at the worst moment; nothing is lost, nothing happens twice. */
class CrashIT {

    private static final int CASES = 30;

    private final Office trade = new Office("H03.05", "1.900501");

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
    void consumersKilledInMidBatchApplyEachEventOnce() {
        var platform = Province.platform();
        var lives = new ArrayList<Office.Seen>();
        for (int i = 0; i < CASES; i++) {
            lives.add(trade.throughToResult("burst-" + i, "POST", phone(i), "burst-" + i + "@example.vn"));
            if (i % 10 == 4) {
                for (var consumer : List.of(LocalService.KPI, LocalService.NOTIFICATION, LocalService.POSTAL)) {
                    platform.service(consumer).kill();
                    platform.service(consumer).launch();
                }
            }
        }
        for (var consumer : List.of(LocalService.KPI, LocalService.NOTIFICATION, LocalService.POSTAL)) {
            platform.service(consumer).awaitReady();
        }
        var codes = lives.stream().map(Office.Seen::code).toList();
        Eventually.that(() -> assertThat(platform.outside().parcels().parcels().stream()
                        .filter(one -> codes.stream().anyMatch(one.orderNumber()::startsWith)))
                .hasSize(CASES)
                .allMatch(one -> one.repeats() == 0));
        for (int i = 0; i < CASES; i++) {
            var code = codes.get(i);
            var to = "+84" + phone(i).substring(1);
            // Three messages each: submitted, accepted, result. What may not have arrived must be known to be in doubt.
            Eventually.that(() -> assertThat(sentOrInDoubt(code, to)).isEqualTo(3));
            assertThat(platform.outside().sms().messages().stream()
                            .filter(one -> to.equals(one.to()) && one.content().contains(code)))
                    .allMatch(one -> one.sameTextBefore() == 0 && one.repeats() == 0);
        }
        Eventually.that(() -> assertThat(resolved()).isGreaterThanOrEqualTo(CASES));
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
        for (var base : List.of(
                Province.kpi("/v1/parked-events"),
                Province.notification("/v1/parked-events"),
                Province.postal("/v1/parked-events"))) {
            assertThat(Province.caller().get(base, operator).body().path("items"))
                    .isEmpty();
        }
    }

    private static long sentOrInDoubt(String code, String to) {
        var arrived = Province.platform().outside().sms().messages().stream()
                .filter(one -> to.equals(one.to()) && one.content().contains(code))
                .count();
        return arrived;
    }

    private static int resolved() {
        return Province.caller()
                .get(
                        Province.kpi("/v1/reports/II.06a?agency=H03.05&from=2026-01-01&to=2026-12-31"),
                        TokenRequest.of("statistics", "H03", 1))
                .body()
                .path("total")
                .path("resolved")
                .asInt();
    }

    private static String phone(int i) {
        return "09123" + (40_000 + i);
    }
}
