package vn.motcua.kpi.collecting;

import vn.motcua.dossier.events.Accepted;
import vn.motcua.dossier.events.Corrected;
import vn.motcua.dossier.events.DossierEvent;
import vn.motcua.dossier.events.PaymentConfirmed;
import vn.motcua.dossier.events.PaymentMethod;
import vn.motcua.dossier.events.PaymentRequested;
import vn.motcua.dossier.events.Submitted;

/**
 * What some events of a dossier tell of its fees, in their order; null where they do not tell.
 *
 * @param owed whether there was something to pay for it; false where nothing was, or all of it was waived
 * @param online true if something was paid online
 */
record Money(Boolean owed, Boolean online) {

    static final Money NOTHING = new Money(null, null);

    /** With one more event. */
    Money then(DossierEvent event) {
        return event.fold(new DossierEvent.SomeCases<>() {
            @Override
            public Money submitted(Submitted fact) {
                return fact.prepaid() == null ? Money.this : paid(fact.prepaid().method());
            }

            @Override
            public Money accepted(Accepted fact) {
                return owing(fact.feesDue());
            }

            @Override
            public Money corrected(Corrected fact) {
                return owing(fact.feesDue());
            }

            @Override
            public Money paymentRequested(PaymentRequested fact) {
                return new Money(true, online);
            }

            @Override
            public Money paymentConfirmed(PaymentConfirmed fact) {
                return paid(fact.method());
            }

            @Override
            public Money other(DossierEvent fact) {
                return Money.this;
            }
        });
    }

    private Money owing(Long due) {
        return due == null ? this : new Money(due > 0, online);
    }

    /** What was paid online once was, whatever is paid at the counter besides. */
    private Money paid(PaymentMethod method) {
        return new Money(true, method == PaymentMethod.ONLINE ? Boolean.TRUE : online);
    }
}
