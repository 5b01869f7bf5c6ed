package vn.motcua.dossier.keeping.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Every way in which a dossier can stand, against what the table says bars its destruction. */
class StandingTest {

    private static final LocalDate CLOSED = LocalDate.of(2022, 6, 8);
    private static final LocalDate LAST_DAY = LocalDate.of(2042, 12, 31);
    private static final KeepingRule TWENTY = new KeepingRule(20, KeepingRule.From.PROCEDURE, "TT");
    private static final KeepingRule FOR_EVER = new KeepingRule(null, KeepingRule.From.SECTOR, "TT");

    @Test
    void theYearsCountFromTheEndOfTheYearInWhichItClosed() {
        assertThat(TWENTY.until(LocalDate.of(2022, 1, 1))).contains(LAST_DAY);
        assertThat(TWENTY.until(LocalDate.of(2022, 12, 31))).contains(LAST_DAY);
        assertThat(TWENTY.until(LocalDate.of(2023, 1, 1))).contains(LAST_DAY.plusYears(1));
        assertThat(FOR_EVER.until(CLOSED)).isEmpty();
    }

    @Test
    void theLastDayIsStillKept() {
        assertThat(standing(TWENTY, false, false, false, HandedOver.YES, false).bars(LAST_DAY))
                .containsExactly(KeepingBar.NOT_RUN_OUT);
        assertThat(standing(TWENTY, false, false, false, HandedOver.YES, false).bars(LAST_DAY.plusDays(1)))
                .isEmpty();
    }

    @Test
    void onlyWhatNothingBarsIsDestroyedAndEverythingThatBarsIsTold() {
        int free = 0;
        int cases = 0;
        for (var destroyed : List.of(false, true)) {
            for (var mirrored : List.of(false, true)) {
                for (var held : List.of(false, true)) {
                    for (var money : List.of(false, true)) {
                        for (var ordered : List.of(false, true)) {
                            for (var handed : HandedOver.values()) {
                                for (var term : Term.values()) {
                                    var bars = new Standing(
                                                    destroyed,
                                                    mirrored,
                                                    term == Term.OPEN ? null : CLOSED,
                                                    term.rule(),
                                                    held,
                                                    money,
                                                    handed,
                                                    ordered)
                                            .bars(term.today());
                                    var expected = new ArrayList<KeepingBar>();
                                    say(expected, term.bar() == KeepingBar.NOT_CLOSED, KeepingBar.NOT_CLOSED);
                                    say(expected, mirrored, KeepingBar.MASTERED_ELSEWHERE);
                                    say(expected, held, KeepingBar.HELD);
                                    say(
                                            expected,
                                            term.bar() != null && term.bar() != KeepingBar.NOT_CLOSED,
                                            term.bar());
                                    say(expected, money, KeepingBar.MONEY_OPEN);
                                    say(expected, handed == HandedOver.NO, KeepingBar.NOT_HANDED_OVER);
                                    say(expected, handed == HandedOver.OUTDATED, KeepingBar.HANDED_OVER_OUTDATED);
                                    say(expected, ordered, KeepingBar.ORDERED_ALREADY);
                                    assertThat(bars).isEqualTo(destroyed ? List.of(KeepingBar.DESTROYED) : expected);
                                    cases++;
                                    free += bars.isEmpty() ? 1 : 0;
                                }
                            }
                        }
                    }
                }
            }
        }
        assertThat(cases).isEqualTo(480);
        assertThat(free).as("one way only leads to destruction").isEqualTo(1);
    }

    @Test
    void everyBarSaysInTwoLanguagesWhatItIs() {
        Set<String> told = EnumSet.allOf(KeepingBar.class).stream()
                .map(KeepingBar::vi)
                .collect(java.util.stream.Collectors.toSet());
        assertThat(told).hasSameSizeAs(KeepingBar.values());
        for (var bar : KeepingBar.values()) {
            assertThat(bar.vi())
                    .endsWith(".")
                    .matches(".*[À-ỹ].*")
                    .isEqualTo(Normalizer.normalize(bar.vi(), Normalizer.Form.NFC));
            assertThat(bar.en()).endsWith(".");
        }
    }

    /** How the term of keeping can stand. */
    private enum Term {
        OPEN(TWENTY, LAST_DAY.plusDays(1), KeepingBar.NOT_CLOSED),
        UNSAID(null, LAST_DAY.plusDays(1), KeepingBar.NO_RULE),
        EVER(FOR_EVER, LAST_DAY.plusYears(500), KeepingBar.PERMANENT),
        RUNNING(TWENTY, LAST_DAY, KeepingBar.NOT_RUN_OUT),
        OVER(TWENTY, LAST_DAY.plusDays(1), null);

        private final KeepingRule rule;
        private final LocalDate today;
        private final KeepingBar bar;

        Term(KeepingRule rule, LocalDate today, KeepingBar bar) {
            this.rule = rule;
            this.today = today;
            this.bar = bar;
        }

        KeepingRule rule() {
            return rule;
        }

        LocalDate today() {
            return today;
        }

        KeepingBar bar() {
            return bar;
        }
    }

    private static void say(List<KeepingBar> bars, boolean applies, KeepingBar bar) {
        if (applies) {
            bars.add(bar);
        }
    }

    private static Standing standing(
            KeepingRule rule, boolean mirrored, boolean held, boolean money, HandedOver handed, boolean ordered) {
        return new Standing(false, mirrored, CLOSED, rule, held, money, handed, ordered);
    }
}
