package vn.motcua.dossier.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.motcua.dossier.lifecycle.Samples.TEN;
import static vn.motcua.dossier.lifecycle.Samples.WORKFLOW;
import static vn.motcua.dossier.lifecycle.Samples.after;
import static vn.motcua.dossier.lifecycle.Samples.as;
import static vn.motcua.dossier.lifecycle.Samples.bar;
import static vn.motcua.dossier.lifecycle.Samples.done;
import static vn.motcua.dossier.lifecycle.Samples.party;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A result that goes home by itself has no counter on its way where somebody would ask for the fee (T24, T27). */
class PaidBeforeSentTest {

    private static final Workflow OF_ONE_STEP = new Workflow(WORKFLOW.steps().subList(0, 1));

    @ParameterizedTest
    @EnumSource(
            value = ReturnMethod.class,
            names = {"POST", "ELECTRONIC"})
    void whatIsSentIsGrantedOnceItIsPaid(ReturnMethod method) {
        var owing = Lives.owing(method);
        assertThat(bar(completed(owing, Outcome.GRANTED))).isEqualTo(Bar.FEES_BEFORE_SENDING);

        var paid = after(owing.payments().confirm(as(Role.CASHIER), Lives.paid(TEN), ClockPolicy.RESUME, null, TEN));
        assertThat(after(completed(paid, Outcome.GRANTED)).status()).isEqualTo(DossierStatus.COMPLETED);
    }

    @Test
    void whatIsCollectedIsPaidWhenItIsCollected() {
        assertThat(after(completed(Lives.owing(), Outcome.GRANTED)).status()).isEqualTo(DossierStatus.COMPLETED);
    }

    @ParameterizedTest
    @EnumSource(ReturnMethod.class)
    void aDenialWaitsForNoMoney(ReturnMethod method) {
        assertThat(after(completed(Lives.owing(method), Outcome.DENIED)).outcome())
                .isEqualTo(Outcome.DENIED);
    }

    @Test
    void whatCannotBeGrantedIsOfferedToWhoCanStillDenyIt() {
        var owing = Lives.owing(ReturnMethod.POST);
        assertThat(steps(Role.LEADER, owing)).contains(Step.COMPLETION);

        var atOnce = accepted(ReturnMethod.POST);
        assertThat(bar(atOnce.complete(as(Role.RECEPTION), Outcome.GRANTED, "1/KQ", null, OF_ONE_STEP, TEN)))
                .isEqualTo(Bar.FEES_BEFORE_SENDING);
        assertThat(stepsOfOne(Role.RECEPTION, atOnce)).doesNotContain(Step.COMPLETION);
        assertThat(stepsOfOne(Role.LEADER, atOnce)).contains(Step.COMPLETION);
        assertThat(stepsOfOne(Role.RECEPTION, accepted(ReturnMethod.COUNTER))).contains(Step.COMPLETION);
    }

    @ParameterizedTest
    @EnumSource(
            value = ReturnMethod.class,
            names = {"POST", "ELECTRONIC"})
    void anotherWayHomeIsNoWayAroundTheFee(ReturnMethod method) {
        var completed = Lives.completed(Lives.owing());
        assertThat(bar(corrected(completed, method))).isEqualTo(Bar.FEES_BEFORE_ANOTHER_WAY);

        var paid =
                after(completed.payments().confirm(as(Role.CASHIER), Lives.paid(TEN), ClockPolicy.RESUME, null, TEN));
        assertThat(after(corrected(paid, method)).matter().returnMethod()).isEqualTo(method);
        assertThat(after(corrected(Lives.owing(), method)).matter().returnMethod())
                .as("there is no result yet, and none before it is paid")
                .isEqualTo(method);
        assertThat(after(corrected(after(completed(Lives.owing(), Outcome.DENIED)), method))
                        .matter()
                        .returnMethod())
                .isEqualTo(method);
    }

    @Test
    void aFeeThatComesWithTheCorrectionCountsToo() {
        var tariff = Bill.of(List.of(Bill.Line.of("PHI", Bill.Kind.FEE, Bill.Timing.POSTPAID, Lives.FEE)));

        assertThat(bar(corrected(Lives.completed(), ReturnMethod.POST, tariff))).isEqualTo(Bar.FEES_BEFORE_ANOTHER_WAY);
        assertThat(after(corrected(Lives.completed(), ReturnMethod.COUNTER, tariff))
                        .course()
                        .owed()
                        .outstanding())
                .isEqualTo(Lives.FEE);
    }

    @Test
    void theApplicantOpensAResultOnceItIsPaid() {
        var result = Samples.document(true);
        var attached =
                done(Lives.owing().documents().add(as(Role.CLERK), result, TEN)).dossier();
        var completed = after(completed(attached, Outcome.GRANTED));
        assertThat(Rights.mayOpen(party(Role.CITIZEN), completed, result.id(), true))
                .isFalse();
        assertThat(Rights.mayOpen(party(Role.LEADER), completed, result.id(), true))
                .isTrue();

        var paid =
                after(completed.payments().confirm(as(Role.CASHIER), Lives.paid(TEN), ClockPolicy.RESUME, null, TEN));
        assertThat(Rights.mayOpen(party(Role.CITIZEN), paid, result.id(), true)).isTrue();
    }

    private static Dossier accepted(ReturnMethod method) {
        var terms = Samples.OPEN.costing(
                Bill.of(List.of(Bill.Line.of("PHI", Bill.Kind.FEE, Bill.Timing.POSTPAID, Lives.FEE))), false, null);
        return after(Dossier.acceptAtCounter(
                        Samples.ID,
                        Samples.matter(Channel.COUNTER, method, false),
                        terms,
                        as(Role.RECEPTION),
                        Samples.APPOINTMENT,
                        Samples.NINE))
                .named(Samples.CODE);
    }

    private static Attempt completed(Dossier dossier, Outcome outcome) {
        var granted = outcome == Outcome.GRANTED;
        return dossier.complete(
                as(Role.LEADER), outcome, granted ? "1/KQ" : null, granted ? null : "CONDITIONS", Workflow.NONE, TEN);
    }

    private static Attempt corrected(Dossier dossier, ReturnMethod method) {
        return corrected(dossier, method, null);
    }

    private static Attempt corrected(Dossier dossier, ReturnMethod method, Bill tariff) {
        var fields = tariff == null
                ? Set.of(CorrectedField.RETURN_METHOD)
                : Set.of(CorrectedField.RETURN_METHOD, CorrectedField.PROCEDURE);
        var correction = new Correction(dossier.matter().returnedBy(method), fields, null, null, tariff);
        return dossier.amendments().correct(as(Role.LEADER), correction, "ENTRY_ERROR", TEN);
    }

    private static List<Step> steps(Role role, Dossier dossier) {
        return Rights.nextSteps(party(role), dossier, Laws.OF_2022);
    }

    private static List<Step> stepsOfOne(Role role, Dossier dossier) {
        return Rights.nextSteps(party(role), dossier, Laws.OF_2022, OF_ONE_STEP);
    }
}
