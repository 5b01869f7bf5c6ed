package vn.motcua.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vn.motcua.local.LocalService;

/** Kafka is away. */
class OutageIT {

    private final Office agriculture = new Office("H03.04", "1.900403");

    @Test
    void theCounterKeepsWorkingAndAfterwardsEverythingArrivesInOrder() {
        var platform = Province.platform();
        platform.killKafka();
        List<Office.Seen> lives;
        try {
            lives = IntStream.range(0, 20)
                    .mapToObj(i -> agriculture.wholeLife("outage-" + i))
                    .toList();
            assertThat(lives).allMatch(one -> agriculture.now(one).status().equals("RETURNED"));
            for (var service : LocalService.values()) {
                assertThat(platform.service(service).isReady())
                        .as(service + " is ready without Kafka")
                        .isTrue();
            }
        } finally {
            platform.startKafka();
        }
        for (var life : lives) {
            Eventually.that(() -> CrashIT.assertPublishedInOrder(life, 5));
        }
        CrashIT.assertNothingParked();
    }

    @Test
    void aServiceStartsWithoutKafkaAndWithoutTheOthers() {
        var platform = Province.platform();
        platform.stopKafka();
        try {
            var kpi = platform.service(LocalService.KPI);
            kpi.stop();
            platform.service(LocalService.DOSSIER).stop();
            kpi.start();
            platform.service(LocalService.DOSSIER).start();
            assertThat(agriculture.submit("alone", "COUNTER", null, null).status())
                    .isEqualTo("SUBMITTED");
        } finally {
            platform.startKafka();
        }
    }
}
