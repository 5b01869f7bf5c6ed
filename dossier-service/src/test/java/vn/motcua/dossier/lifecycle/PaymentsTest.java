package vn.motcua.dossier.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.motcua.dossier.lifecycle.Lives.FEE;
import static vn.motcua.dossier.lifecycle.Lives.PAY_DEADLINE;
import static vn.motcua.dossier.lifecycle.Samples.DUE;
import static vn.motcua.dossier.lifecycle.Samples.LIMIT;
import static vn.motcua.dossier.lifecycle.Samples.NINE;
import static vn.motcua.dossier.lifecycle.Samples.TEN;
import static vn.motcua.dossier.lifecycle.Samples.after;
import static vn.motcua.dossier.lifecycle.Samples.as;
import static vn.motcua.dossier.lifecycle.Samples.bar;
import static vn.motcua.dossier.lifecycle.Samples.done;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** T17 to T19: a financial obligation in the course of processing. */
class PaymentsTest {

    private static final Instant PAID = Hours.at("2022-06-10T10:00");

    @Test
    void theClockStandsStillUntilThePaymentIsThere() {
        var done = done(Lives.processing().payments().request(as(Role.OFFICER), FEE, PAY_DEADLINE, TEN));

        assertThat(done.fact()).isEqualTo(new Fact.PaymentRequested(TEN, as(Role.OFFICER), FEE, PAY_DEADLINE));
        assertThat(done.dossier().course().pause())
                .isEqualTo(new Pause(Pause.Cause.PAYMENT, DossierStatus.PROCESSING, TEN, PAY_DEADLINE, FEE, List.of()));
        assertThat(done.dossier().course().clock().get(1))
                .isEqualTo(new ClockEntry(ClockEntry.Kind.PAUSE, TEN, "PAYMENT", null, null, null));
        assertThat(done.dossier().course().alarms())
                .isEqualTo(new Alarms(null, null, null, null, PAY_DEADLINE, null, null));
    }

    @Test
    void onlyAnAmountIsAskedForAndUntilLater() {
        var payments = Lives.processing().payments();

        assertThat(bar(payments.request(as(Role.CASHIER), 0, PAY_DEADLINE, TEN)))
                .isEqualTo(Bar.NOTHING_TO_PAY);
        assertThat(bar(payments.request(as(Role.CASHIER), -1, PAY_DEADLINE, TEN)))
                .isEqualTo(Bar.NOTHING_TO_PAY);
        assertThat(bar(payments.request(as(Role.CASHIER), FEE, TEN, TEN))).isEqualTo(Bar.DEADLINE_PAST);
        assertThat(done(payments.request(as(Role.CASHIER), 1, null, TEN))).isNotNull();
    }

    @Test
    void aPaymentInFullLetsWhatWasLeftOfTheLimitRunOn() {
        var waiting = Lives.toPay(Lives.processing(), TEN, PAY_DEADLINE);
        var appointment = Hours.resumed(waiting, LIMIT, TEN, PAID);

        var done = done(
                waiting.payments().confirm(as(Role.CASHIER), Lives.paid(PAID), ClockPolicy.RESUME, appointment, PAID));

        assertThat(done.dossier().timeline().dueAt()).isEqualTo(Hours.at("2022-06-17T09:00"));
        assertThat(done.dossier().timeline().originalDueAt()).isEqualTo(DUE);
        assertThat(done.fact())
                .isEqualTo(new Fact.PaymentConfirmed(
                        PAID, as(Role.CASHIER), FEE, PaymentMethod.ONLINE, PAID, DUE, Gateway.NATIONAL));
        assertThat(done.dossier().course().clock().get(2))
                .isEqualTo(new ClockEntry(
                        ClockEntry.Kind.RESUME, PAID, null, null, Hours.at("2022-06-17T09:00"), "civil-servants|1"));
        assertThat(done.dossier().course().alarms())
                .isEqualTo(new Alarms(
                        null, Hours.at("2022-06-16T09:00"), null, Hours.at("2022-06-17T09:00"), null, null, null));
        assertThat(done.dossier().course().payments()).containsExactly("pay-1");
    }

    @Test
    void itGoesBackWhereItWasAsked() {
        var waiting = Lives.toPay(Lives.accepted());

        assertThat(after(waiting.payments()
                                .confirm(
                                        as(Role.CASHIER),
                                        Lives.paid(NINE),
                                        ClockPolicy.RESUME,
                                        Samples.APPOINTMENT,
                                        NINE))
                        .status())
                .isEqualTo(DossierStatus.ACCEPTED);
    }

    @Test
    void whatIsPaidIsWhatWasAskedForWithItsReferenceAndNotInTheFuture() {
        var payments = Lives.toPay(Lives.processing()).payments();

        assertThat(bar(payments.confirm(
                        as(Role.CASHIER), paid(null, FEE, TEN), ClockPolicy.RESUME, Samples.APPOINTMENT, TEN)))
                .isEqualTo(Bar.REFERENCE_MISSING);
        assertThat(bar(payments.confirm(
                        as(Role.CASHIER), paid("p", FEE - 1, TEN), ClockPolicy.RESUME, Samples.APPOINTMENT, TEN)))
                .isEqualTo(Bar.AMOUNT_DIFFERS);
        assertThat(bar(payments.confirm(
                        as(Role.CASHIER),
                        paid("p", FEE, TEN.plusMillis(1)),
                        ClockPolicy.RESUME,
                        Samples.APPOINTMENT,
                        TEN)))
                .isEqualTo(Bar.PAID_IN_FUTURE);
    }

    @Test
    void thePaymentOfAnEarlierRequestDoesNotPayALaterOne() {
        var once = after(Lives.toPay(Lives.processing())
                .payments()
                .confirm(as(Role.CASHIER), Lives.paid(NINE), ClockPolicy.RESUME, Samples.APPOINTMENT, NINE));

        assertThat(bar(once.payments()
                        .confirm(as(Role.CASHIER), Lives.paid(TEN), ClockPolicy.RESUME, Samples.APPOINTMENT, TEN)))
                .isEqualTo(Bar.NO_PAYMENT_ASKED);
        assertThat(bar(Lives.toPay(once)
                        .payments()
                        .confirm(as(Role.CASHIER), Lives.paid(TEN), ClockPolicy.RESUME, Samples.APPOINTMENT, TEN)))
                .isEqualTo(Bar.REFERENCE_KNOWN);
    }

    @Test
    void aPaymentThatDoesNotComeStopsTheDossierForGood() {
        var waiting = Lives.toPay(Lives.processing());

        assertThat(bar(waiting.stops().stop(as(Role.OFFICER), "COURT", true, PAY_DEADLINE.minusMillis(1))))
                .isEqualTo(Bar.STILL_TIME_LEFT);
        var stopped = done(waiting.stops().stop(as(Role.OFFICER), "COURT", true, PAY_DEADLINE));
        assertThat(stopped.fact())
                .isEqualTo(new Fact.Stopped(PAY_DEADLINE, as(Role.OFFICER), "PAYMENT_EXPIRED", false));
        assertThat(stopped.dossier().isClosed()).isTrue();
        assertThat(stopped.dossier().timeline().endedAt()).isEqualTo(PAY_DEADLINE);
    }

    private static Payments.Paid paid(String reference, long amount, Instant at) {
        return new Payments.Paid(reference, amount, PaymentMethod.CASH, at);
    }
}
