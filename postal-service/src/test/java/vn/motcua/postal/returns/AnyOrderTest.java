package vn.motcua.postal.returns;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import vn.motcua.postal.returns.Attempt.Done;

/** Reports come in any order and more than once: where the parcel ends does not depend on it. */
class AnyOrderTest {

    private static final Instant START = Instant.parse("2022-06-13T01:00:00Z");

    /** A life that a carrier can tell: failed deliveries, then delivered, returned or still under way. */
    @Provide
    Arbitrary<List<CarrierReport>> lives() {
        return Arbitraries.integers()
                .between(0, 3)
                .flatMap(failures -> Arbitraries.of(
                                CarrierStatus.DELIVERED,
                                CarrierStatus.RETURNED_TO_AGENCY,
                                CarrierStatus.OUT_FOR_DELIVERY)
                        .map(end -> life(failures, end)));
    }

    @Property(tries = 500)
    void theEndIsTheSameInAnyOrderAndWithRepeats(
            @ForAll("lives") List<CarrierReport> life, @ForAll long seed, @ForAll boolean twice) {
        var came = new ArrayList<>(life);
        if (twice) {
            came.addAll(life);
        }
        Collections.shuffle(came, new Random(seed));
        assertThat(play(came).status()).isEqualTo(play(life).status());
    }

    @Property(tries = 500)
    void heldReportsInOrderOfTimeEndAsIfTheyHadComeSo(@ForAll("lives") List<CarrierReport> life, @ForAll long seed) {
        var held = new ArrayList<>(life);
        Collections.shuffle(held, new Random(seed));
        held.sort(CarrierReport.AS_IT_HAPPENED);
        assertThat(play(held)).isEqualTo(play(life));
    }

    private static PostalReturn play(List<CarrierReport> reports) {
        var parcel = PostalReturnTest.HANDED;
        for (var report : reports) {
            var before = parcel;
            parcel = parcel.reported(report, Calendars.OF_2022).fold(Done::after, barred -> before);
        }
        return parcel;
    }

    private static List<CarrierReport> life(int failures, CarrierStatus end) {
        var words = new ArrayList<>(List.of(CarrierStatus.ACCEPTED, CarrierStatus.IN_TRANSIT));
        for (int i = 0; i < failures; i++) {
            words.add(CarrierStatus.OUT_FOR_DELIVERY);
            words.add(CarrierStatus.DELIVERY_FAILED);
        }
        if (end == CarrierStatus.RETURNED_TO_AGENCY) {
            words.add(CarrierStatus.RETURNING);
        }
        if (end == CarrierStatus.DELIVERED) {
            words.add(CarrierStatus.OUT_FOR_DELIVERY);
        }
        words.add(end);
        var life = new ArrayList<CarrierReport>();
        for (int i = 0; i < words.size(); i++) {
            life.add(new CarrierReport(words.get(i), START.plusSeconds(3_600L * i)));
        }
        return life;
    }
}
