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

    /** A clock that stands still never makes a dossier late: one that was in time when it stopped stays so, whatever the day. */
    @Property
    void whatWasInTimeWhenItsClockStoppedStaysInTime(
            @ForAll("measurements") Measurement dossier,
            @ForAll("periods") Period period,
            @ForAll("days") LocalDate today) {
        if (dossier.pausedOn() == null
                || dossier.dueOn() != null && dossier.dueOn().isBefore(dossier.pausedOn())) {
            return;
        }
        var counters = Counters.of(dossier, period, today);
        assertThat(counters.overdue() + counters.late()).isZero();
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
        var flag = Arbitraries.of(true, false);
        return Combinators.combine(
                        Arbitraries.of(Way.class),
                        days().injectNull(0.1),
                        length,
                        length,
                        length,
                        flag,
                        Arbitraries.of(false, false, false, true),
                        Arbitraries.integers().between(0, 3))
                .as((way, accepted, limit, wait, taken, flagged, voided, supplements) -> new Measurement(
                        way,
                        accepted,
                        after(accepted, limit),
                        after(accepted, limit),
                        after(accepted, wait),
                        after(accepted, taken),
                        flagged,
                        voided,
                        supplements,
                        flagged,
                        supplements == 1));
    }

    private static LocalDate after(LocalDate day, Integer days) {
        return day == null || days == null ? null : day.plusDays(days);
    }
}
