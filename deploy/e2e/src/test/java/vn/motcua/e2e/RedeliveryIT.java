package vn.motcua.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Test;
import vn.motcua.local.LocalService;
import vn.motcua.local.ServiceProcess;
import vn.motcua.local.demo.Metrics;

/** Every consumer reads everything again, and a second instance helps. */
class RedeliveryIT {

    private final Office police = new Office("H03.03", "1.900302");

    @Test
    void readingEverythingAgainChangesNothingAndTellsNobodyTwice() throws Exception {
        var platform = Province.platform();
        Province.comesToRest();
        var start = police.figures();
        var lives = IntStream.range(0, 10)
                .mapToObj(i -> police.throughToResult("again-" + i, "POST", phone(i), "again-" + i + "@example.vn"))
                .toList();
        Province.comesToRest();
        var figures = police.figures();
        var sent = Sent.now();
        assertThat(figures).isEqualTo(start.and(10, 10));

        for (var service : LocalService.values()) {
            platform.service(service).stop();
            forgetOffsets(service.module());
            platform.service(service).launch();
        }
        for (var service : LocalService.values()) {
            platform.service(service).awaitReady();
        }

        // At rest: every group has come to the end of every partition, and nothing followed from it.
        Province.comesToRest();
        assertThat(repeatsSeenBy(LocalService.KPI)).isGreaterThanOrEqualTo(40);
        assertThat(repeatsSeenBy(LocalService.NOTIFICATION)).isGreaterThanOrEqualTo(40);
        assertThat(repeatsSeenBy(LocalService.POSTAL)).isGreaterThanOrEqualTo(40);
        assertThat(repeatsSeenBy(LocalService.DOSSIER)).isPositive();
        assertThat(police.figures()).isEqualTo(figures);
        assertThat(Sent.now()).isEqualTo(sent);
        for (int i = 0; i < lives.size(); i++) {
            assertThat(Arrived.sms(phone(i))).hasSize(3).allMatch(one -> one.sameTextBefore() == 0);
            assertThat(Arrived.mails("again-" + i + "@example.vn")).hasSize(3).noneMatch(one -> one.repeat());
            assertThat(Arrived.parcels(lives.get(i))).hasSize(1);
        }

        // And they go on from there.
        var last = police.throughToResult("again-last", "POST", "0912559999", null);
        Province.comesToRest();
        assertThat(Arrived.texts("0912559999")).hasSize(3);
        assertThat(Arrived.parcels(last)).hasSize(1);
        assertThat(police.figures()).isEqualTo(figures.and(1, 1));
        CrashIT.assertNothingParked();
    }

    @Test
    void twoInstancesOfEachServiceShareTheWork() throws Exception {
        var platform = Province.platform();
        Province.comesToRest();
        var figures = police.figures();
        Map<LocalService, ServiceProcess> others = new EnumMap<>(LocalService.class);
        try {
            for (var service : LocalService.values()) {
                others.put(service, platform.startAnother(service));
            }
            for (var service : LocalService.values()) {
                Eventually.that(() -> assertThat(sharers(service.module())).isEqualTo(2));
            }
            Eventually.that(() -> assertThat(shards(others.get(LocalService.DOSSIER)))
                    .as("shards of the relay that the second instance has")
                    .isEqualTo(2));
            var before = new ArrayList<Double>();
            for (var service : LocalService.values()) {
                before.add(applied(platform.service(service).url()));
                before.add(applied(others.get(service).url()));
            }

            var lives = IntStream.range(0, 20)
                    .mapToObj(i -> police.throughToResult("two-" + i, "POST", "09126" + (60_000 + i), null))
                    .toList();
            Province.comesToRest();

            var at = before.iterator();
            for (var service : LocalService.values()) {
                assertThat(applied(platform.service(service).url()))
                        .as("events that the first " + service + " applied")
                        .isGreaterThan(at.next());
                assertThat(applied(others.get(service).url()))
                        .as("events that the second " + service + " applied")
                        .isGreaterThan(at.next());
            }
            assertThat(lives).allSatisfy(life -> CrashIT.assertPublishedInOrder(life, 4));
            for (int i = 0; i < lives.size(); i++) {
                assertThat(Arrived.sms("09126" + (60_000 + i)))
                        .hasSize(3)
                        .allMatch(one -> one.repeats() == 0 && one.sameTextBefore() == 0);
                assertThat(Arrived.parcels(lives.get(i))).singleElement().matches(one -> one.repeats() == 0);
            }
            assertThat(police.figures()).isEqualTo(figures.and(20, 20));
        } finally {
            others.values().forEach(ServiceProcess::kill);
        }

        // The half that died is taken over.
        var after = police.throughToResult("two-after", "POST", "0912669999", null);
        Eventually.that(() -> CrashIT.assertPublishedInOrder(after, 4));
        Eventually.that(() -> assertThat(Arrived.texts("0912669999")).hasSize(3));
        Eventually.that(() -> assertThat(Arrived.parcels(after)).hasSize(1));
        Eventually.that(() -> assertThat(police.figures()).isEqualTo(figures.and(21, 21)));
        CrashIT.assertNothingParked();
    }

    private static void forgetOffsets(String group) {
        try (var admin = admin()) {
            Eventually.that(
                    () -> admin.deleteConsumerGroups(List.of(group)).all().get());
        }
    }

    /** How many members of the group share each of its topics; of the topic with the fewest. */
    private static long sharers(String group) throws InterruptedException, ExecutionException {
        try (var admin = admin()) {
            var ofTopic = new HashMap<String, Set<String>>();
            for (var member : admin.describeConsumerGroups(List.of(group))
                    .all()
                    .get()
                    .get(group)
                    .members()) {
                for (var partition : member.assignment().topicPartitions()) {
                    ofTopic.computeIfAbsent(partition.topic(), nobody -> new HashSet<>())
                            .add(member.consumerId());
                }
            }
            return ofTopic.values().stream().mapToLong(Set::size).min().orElse(0);
        }
    }

    private static Admin admin() {
        return Admin.create(Map.of("bootstrap.servers", Province.platform().bootstrapServers()));
    }

    private static double shards(ServiceProcess instance) {
        return Metrics.sum(Metrics.of(Province.caller(), instance.url()), "motcua_relay_shard_held");
    }

    private static double applied(URI instance) {
        return Metrics.sum(Metrics.of(Province.caller(), instance), "motcua_inbox_applied_total");
    }

    private static double repeatsSeenBy(LocalService service) {
        return Metrics.sum(
                Metrics.of(Province.caller(), Province.platform().url(service)), "motcua_inbox_duplicates_total");
    }

    private static String phone(int i) {
        return "09125" + (50_000 + i);
    }
}
