package vn.motcua.dossier.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import vn.motcua.dossier.lifecycle.Bill.Kind;
import vn.motcua.dossier.lifecycle.Bill.Line;
import vn.motcua.dossier.lifecycle.Bill.Relief;
import vn.motcua.dossier.lifecycle.Bill.Timing;

/** The arithmetic of what a dossier costs. */
class BillTest {

    private static final Bill BOTH = Bill.of(List.of(
            Line.of("PHI", Kind.FEE, Timing.PREPAID, 40_000),
            Line.of("LE_PHI", Kind.CHARGE, Timing.POSTPAID, 20_000),
            Line.of("BAN_SAO", Kind.CHARGE, Timing.EXEMPT, 8_000)));

    @Test
    void whatIsPaidBeforeIsOnePartOfTheWhole() {
        assertThat(BOTH.total()).isEqualTo(60_000);
        assertThat(BOTH.outstanding()).isEqualTo(60_000);
        assertThat(BOTH.outstandingBefore()).isEqualTo(40_000);
        assertThat(BOTH.timing()).isEqualTo(Timing.PREPAID);

        var before = BOTH.settledBefore("R1");
        assertThat(before.paid()).isEqualTo(40_000);
        assertThat(before.outstanding()).isEqualTo(20_000);
        assertThat(before.outstandingBefore()).isZero();
        assertThat(before.refundable("R1")).isEqualTo(40_000);
        assertThat(before.refundable("R2")).isZero();
        assertThat(before.settled("R2").paid()).isEqualTo(60_000);
        assertThat(before.settled("R2").refundable()).containsExactly("R1", "R2");
    }

    @Test
    void anotherTariffLeavesWhatWasSettledAndKeepsReliefs() {
        var other = Bill.of(List.of(
                Line.of("PHI", Kind.FEE, Timing.PREPAID, 50_000),
                Line.of("LE_PHI", Kind.CHARGE, Timing.POSTPAID, 30_000),
                Line.of("NEW", Kind.CHARGE, Timing.POSTPAID, 5_000)));

        var settled = BOTH.settledBefore("R1").under(other);
        assertThat(settled.paid()).isEqualTo(40_000);
        assertThat(settled.outstanding()).isEqualTo(35_000);
        assertThat(settled.lines()).extracting(Line::code).containsExactly("PHI", "LE_PHI", "NEW");

        var relieved = BOTH.relieved(
                        List.of(new Relief("PHI", null, "WAR_MERIT"), new Relief("LE_PHI", 15_000L, "POOR")))
                .under(other);
        assertThat(relieved.lines()).extracting(Line::due).containsExactly(0L, 15_000L, 5_000L);
        assertThat(BOTH.under(Bill.NONE)).isEqualTo(Bill.NONE);
        assertThat(BOTH.settledBefore("R1").under(Bill.NONE).total()).isEqualTo(40_000);
    }

    @Test
    void aLineThatNobodyPaysIsNoReasonToWait() {
        var free = Bill.of(List.of(Line.of("PHI", Kind.FEE, Timing.EXEMPT, 40_000)));

        assertThat(free.total()).isZero();
        assertThat(free.timing()).isEqualTo(Timing.EXEMPT);
        assertThat(free.state(false, false)).isEmpty();
        assertThat(Bill.NONE.state(false, false)).isEmpty();
    }

    @Test
    void whoIsPoorPaysLessOrNothingAndTheReasonStays() {
        var less = BOTH.relieved(List.of(new Relief("PHI", 15_000L, "POOR_HOUSEHOLD")));
        assertThat(less.outstandingBefore()).isEqualTo(25_000);
        assertThat(less.lines().get(0).relief()).isEqualTo("POOR_HOUSEHOLD");

        var nothing = BOTH.relieved(
                List.of(new Relief("PHI", null, "POOR_HOUSEHOLD"), new Relief("LE_PHI", 1_000_000L, "POOR_HOUSEHOLD")));
        assertThat(nothing.total()).isZero();
        assertThat(nothing.timing()).isEqualTo(Timing.EXEMPT);
        assertThat(nothing.lines()).extracting(Line::amount).containsExactly(40_000L, 20_000L, 8_000L);
    }

    @Test
    void whatWasPaidIsNotReducedAfterwards() {
        var paid = BOTH.settledBefore("R1");

        assertThat(paid.relieved(List.of(new Relief("PHI", null, "POOR_HOUSEHOLD"))))
                .isEqualTo(paid);
        assertThat(BOTH.relieved(List.of(new Relief("OTHER", null, "POOR_HOUSEHOLD"))))
                .isEqualTo(BOTH);
    }

    @Test
    void theStateTellsWhatIsPaidAwaitedGivenBackOrNoLongerPaid() {
        assertThat(BOTH.state(false, false)).contains(PaymentState.UNPAID);
        assertThat(BOTH.state(true, false)).contains(PaymentState.PENDING);
        assertThat(BOTH.state(false, true)).contains(PaymentState.CANCELLED);
        assertThat(BOTH.settledBefore("R1").state(false, false)).contains(PaymentState.UNPAID);
        assertThat(BOTH.settledBefore("R1").state(false, true)).contains(PaymentState.PAID);
        assertThat(BOTH.settled("R1").state(false, false)).contains(PaymentState.PAID);
        assertThat(BOTH.settled("R1").givenBack("R1", "B1").state(false, true)).contains(PaymentState.REFUNDED);
        assertThat(BOTH.settledBefore("R1").givenBack("R1", "B1").state(false, true))
                .contains(PaymentState.REFUNDED);
        var gaveBack = BOTH.settledBefore("R1").givenBack("R1", "B1");
        assertThat(gaveBack.outstanding()).isPositive();
        assertThat(gaveBack.state(false, false)).as("and more is due").contains(PaymentState.UNPAID);
        assertThat(gaveBack.state(true, false)).contains(PaymentState.PENDING);
    }

    @Test
    void whatWasGivenBackIsNotAskedForAgain() {
        var back = BOTH.settled("R1").givenBack("R1", "B1");

        assertThat(back.outstanding()).isZero();
        assertThat(back.refundable("R1")).isZero();
        assertThat(back.refundable()).isEmpty();
    }

    @Test
    void aLineCannotBeReducedBelowNothingOrGivenBackUnpaid() {
        assertThatThrownBy(() -> new Line("PHI", Kind.FEE, Timing.POSTPAID, 1, 2, "X", null, null))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Line("PHI", Kind.FEE, Timing.POSTPAID, 1, 0, null, null, "B1"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Line.of("PHI", Kind.FEE, Timing.POSTPAID, -1))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /** Not a đồng is lost, whatever is reduced, paid and given back. */
    @Property(tries = 2000)
    void paidAndOutstandingAreAlwaysTheWhole(@ForAll("bills") Bill bill, @ForAll("reliefs") List<Relief> reliefs) {
        var stages = new ArrayList<Bill>();
        stages.add(bill.relieved(reliefs));
        stages.add(stages.get(0).settledBefore("R1"));
        stages.add(stages.get(1).noticed(7));
        stages.add(stages.get(2).settled("R2"));
        stages.add(stages.get(3).givenBack("R1", "B1"));
        stages.add(stages.get(4).givenBack("R2", "B2"));

        for (var stage : stages) {
            assertThat(stage.paid() + stage.outstanding()).isEqualTo(stage.total());
            assertThat(stage.refunded()).isBetween(0L, stage.paid());
            assertThat(stage.outstandingBefore()).isBetween(0L, stage.outstanding());
            assertThat(stage.refundable().stream().mapToLong(stage::refundable).sum())
                    .isEqualTo(stage.paid() - stage.refunded());
        }
        assertThat(stages.get(5).refunded()).isEqualTo(stages.get(5).total());
        assertThat(stages.get(0).total()).isLessThanOrEqualTo(bill.total());
    }

    @Provide
    Arbitrary<Bill> bills() {
        return Combinators.combine(
                        Arbitraries.of("A", "B", "C", "D"),
                        Arbitraries.of(Kind.FEE, Kind.CHARGE),
                        Arbitraries.of(Timing.class),
                        Arbitraries.longs().between(0, 1_000_000_000_000L))
                .as(Line::of)
                .list()
                .uniqueElements(Line::code)
                .ofMaxSize(4)
                .map(Bill::of);
    }

    @Provide
    Arbitrary<List<Relief>> reliefs() {
        return Combinators.combine(
                        Arbitraries.of("A", "B", "C", "D", "E"),
                        Arbitraries.longs().between(0, 2_000_000_000_000L).injectNull(0.3))
                .as((code, less) -> new Relief(code, less, "POOR_HOUSEHOLD"))
                .list()
                .ofMaxSize(6);
    }
}
