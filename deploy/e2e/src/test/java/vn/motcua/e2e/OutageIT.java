package vn.motcua.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.motcua.local.LocalService;
import vn.motcua.local.outside.mail.MailEntry;

/** Kafka is away. */
class OutageIT {

    private static final int EACH_WAY = 10;

    private final Office agriculture = new Office("H03.04", "1.900403");

    @Test
    void theCounterKeepsWorkingAndAfterwardsEverythingArrivesInOrder() {
        var platform = Province.platform();
        Province.comesToRest();
        var before = agriculture.figures();
        var fetched = new ArrayList<Office.Seen>();
        var posted = new ArrayList<Office.Seen>();
        platform.killKafka();
        try {
            for (int i = 0; i < EACH_WAY; i++) {
                fetched.add(agriculture.wholeLife("fetched-" + i, phone("fetched", i), mail("fetched", i)));
                posted.add(agriculture.throughToResult("posted-" + i, "POST", phone("posted", i), mail("posted", i)));
            }
            assertThat(fetched).allMatch(one -> agriculture.now(one).status().equals("RETURNED"));
            for (var service : LocalService.values()) {
                assertThat(platform.service(service).isReady())
                        .as(service + " is ready without Kafka")
                        .isTrue();
            }
        } finally {
            platform.startKafka();
        }

        Province.comesToRest();
        assertThat(fetched).allSatisfy(one -> CrashIT.assertPublishedInOrder(one, 5));
        assertThat(posted).allSatisfy(one -> CrashIT.assertPublishedInOrder(one, 4));
        assertThat(agriculture.figures()).isEqualTo(before.and(2 * EACH_WAY, 2 * EACH_WAY));
        for (int i = 0; i < EACH_WAY; i++) {
            assertTold("fetched", i, List.of("gửi trực tuyến", "tiếp nhận", "Mời", "đã trả kết quả"));
            assertTold("posted", i, List.of("gửi trực tuyến", "tiếp nhận", "bưu điện"));
        }
        assertThat(posted)
                .allSatisfy(one ->
                        assertThat(Arrived.parcels(one)).singleElement().matches(parcel -> parcel.repeats() == 0));
        assertThat(fetched).allSatisfy(one -> assertThat(Arrived.parcels(one)).isEmpty());
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

    /** On both channels, each message once and in this order. */
    private static void assertTold(String which, int i, List<String> words) {
        assertInOrder(Arrived.texts(phone(which, i)), words);
        var mails = Arrived.mails(mail(which, i));
        assertThat(mails).noneMatch(MailEntry::repeat);
        assertInOrder(mails.stream().map(MailEntry::text).toList(), words);
    }

    private static void assertInOrder(List<String> texts, List<String> words) {
        assertThat(texts).hasSameSizeAs(words);
        for (int i = 0; i < words.size(); i++) {
            assertThat(texts.get(i)).contains(words.get(i));
        }
    }

    private static String phone(String which, int i) {
        return ("fetched".equals(which) ? "09127" : "09128") + (10_000 + i);
    }

    private static String mail(String which, int i) {
        return which + "-" + i + "@example.vn";
    }
}
