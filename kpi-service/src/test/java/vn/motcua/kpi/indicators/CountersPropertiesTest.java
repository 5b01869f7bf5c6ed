package vn.motcua.kpi.indicators;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class CountersPropertiesTest {

    private static final LocalDate FIRST = LocalDate.of(2022, 1, 1);

    @Property
    void receivedIsResolvedAndInProgress(
            @ForAll("measurements") Measurement dossier,
            @ForAll("periods") Period period,
            @ForAll("days") LocalDate today) {
        var counters = Counters.of(dossier, period, today);
        assertThat(counters.received())
                .isEqualTo(counters.resolved() + counters.inProgress())
                .isBetween(0L, 1L);
    }

    /** What is in progress at the end of one period is carried over into the next, and nothing else is. */
    @Property
    void whatIsLeftIsCarriedOver(
            @ForAll("measurements") Measurement dossier,
            @ForAll("periods") Period period,
            @ForAll("days") LocalDate today) {
        var next = new Period(period.to().plusDays(1), period.to().plusDays(30));
        assertThat(Counters.of(dossier, next, today).carriedOver())
                .isEqualTo(Counters.of(dossier, period, today).inProgress());
    }

    @Provide
    Arbitrary<LocalDate> days() {
        return Arbitraries.integers().between(0, 120).map(FIRST::plusDays);
    }

    @Provide
    Arbitrary<Period> periods() {
        return Combinators.combine(days(), Arbitraries.integers().between(0, 60))
                .as((from, length) -> new Period(from, from.plusDays(length)));
    }

    @Provide
    Arbitrary<Measurement> measurements() {
        var length = Arbitraries.integers().between(0, 40).injectNull(0.3);
        return Combinators.combine(Arbitraries.of(Way.class), days().injectNull(0.1), length, length)
                .as((way, accepted, limit, taken) -> accepted == null
                        ? new Measurement(way, null, null, null, null)
                        : new Measurement(
                                way, accepted, after(accepted, limit), after(accepted, limit), after(accepted, taken)));
    }

    private static LocalDate after(LocalDate day, Integer days) {
        return days == null ? null : day.plusDays(days);
    }
}
