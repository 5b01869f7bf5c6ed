package vn.motcua.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Test;
import vn.motcua.local.LocalService;
import vn.motcua.local.tokens.TokenRequest;

/** Every consumer reads everything again, and a second instance helps. */
class RedeliveryIT {

    private final Office police = new Office("H03.03", "1.900302");

    @Test
    void readingEverythingAgainChangesNothingAndTellsNobodyTwice() throws Exception {
        var platform = Province.platform();
        var lives = IntStream.range(0, 10)
                .mapToObj(i -> police.throughToResult("again-" + i, "POST", "09125" + (50_000 + i), null))
                .toList();
        var codes = lives.stream().map(Office.Seen::code).toList();
        Eventually.that(() -> assertThat(messagesOf(codes)).isEqualTo(30));
        Eventually.that(() -> assertThat(parcelsOf(codes)).isEqualTo(10));
        Eventually.that(() -> assertThat(received()).isGreaterThanOrEqualTo(10));
        var before = report();

        for (var consumer : List.of(LocalService.KPI, LocalService.NOTIFICATION, LocalService.POSTAL)) {
            platform.service(consumer).stop();
            forgetOffsets(consumer.module());
            platform.service(consumer).start();
        }
        // Something new behind everything old: once it has taken effect, the repeats are through.
        var last = police.throughToResult("again-last", "POST", "0912559999", null);
        Eventually.that(() -> assertThat(messagesOf(List.of(last.code()))).isEqualTo(3));
        Eventually.that(() -> assertThat(parcelsOf(List.of(last.code()))).isEqualTo(1));
        Eventually.that(() -> assertThat(received()).isEqualTo(before.get("received") + 1));

        assertThat(messagesOf(codes)).isEqualTo(30);
        assertThat(parcelsOf(codes)).isEqualTo(10);
        assertThat(platform.outside().sms().messages()).allMatch(one -> one.sameTextBefore() == 0);
        CrashIT.assertNothingParked();
    }

    @Test
    void twoInstancesOfEachServiceShareTheWork() {
        var platform = Province.platform();
        var others = List.of(
                platform.startAnother(LocalService.DOSSIER),
                platform.startAnother(LocalService.KPI),
                platform.startAnother(LocalService.NOTIFICATION));
        try {
            var lives = IntStream.range(0, 20)
                    .mapToObj(i -> police.throughToResult("two-" + i, "COUNTER", "09126" + (60_000 + i), null))
                    .toList();
            var codes = lives.stream().map(Office.Seen::code).toList();
            Eventually.that(() -> assertThat(messagesOf(codes)).isEqualTo(60));
            lives.forEach(life -> Eventually.that(() -> CrashIT.assertPublishedInOrder(life, 4)));
        } finally {
            others.forEach(other -> other.kill());
        }
        var after = police.throughToResult("two-after", "COUNTER", "0912669999", null);
        Eventually.that(() -> CrashIT.assertPublishedInOrder(after, 4));
        Eventually.that(() -> assertThat(messagesOf(List.of(after.code()))).isEqualTo(3));
        CrashIT.assertNothingParked();
    }

    private static void forgetOffsets(String group) throws InterruptedException, ExecutionException {
        try (var admin =
                Admin.create(Map.of("bootstrap.servers", Province.platform().bootstrapServers()))) {
            Eventually.that(
                    () -> admin.deleteConsumerGroups(List.of(group)).all().get());
        }
    }

    private static long messagesOf(List<String> codes) {
        return Province.platform().outside().sms().messages().stream()
                .filter(one -> codes.stream().anyMatch(one.content()::contains))
                .count();
    }

    private static long parcelsOf(List<String> codes) {
        return Province.platform().outside().parcels().parcels().stream()
                .filter(one -> codes.stream().anyMatch(one.orderNumber()::startsWith))
                .count();
    }

    private static int received() {
        return report().get("received");
    }

    private static Map<String, Integer> report() {
        var total = Province.caller()
                .get(
                        Province.kpi("/v1/reports/II.06a?agency=H03.03&from=2026-01-01&to=2026-12-31"),
                        TokenRequest.of("statistics", "H03", 1))
                .body()
                .path("total");
        return Map.of(
                "received",
                total.path("received").asInt(),
                "early",
                total.path("early").asInt());
    }
}
