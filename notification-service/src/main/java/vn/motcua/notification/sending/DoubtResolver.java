package vn.motcua.notification.sending;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import vn.motcua.notification.notices.Answer;
import vn.motcua.notification.notices.Backoff;
import vn.motcua.notification.notices.NoticeState;
import vn.motcua.notification.notices.Settlement;

/** Asks the SMS gateway what became of messages in doubt. Known there: sent. Certainly not: planned again, under the same request id. */
@ApplicationScoped
class DoubtResolver {

    private static final int AT_ONCE = 20;

    private final Ledger ledger;
    private final SmsGateway gateway;
    private final SendingMetrics metrics;
    private final Backoff backoff;

    DoubtResolver(Ledger ledger, SmsGateway gateway, SendingMetrics metrics, SendingConfig config) {
        this.ledger = ledger;
        this.gateway = gateway;
        this.metrics = metrics;
        this.backoff = new Backoff(config.backoff(), config.mostTries());
    }

    /** One round of questions, one after the other. */
    Uni<Void> resolve() {
        return ledger.toAsk(AT_ONCE)
                .chain(open -> Multi.createFrom()
                        .iterable(open)
                        .onItem()
                        .transformToUniAndConcatenate(
                                notice -> gateway.ask(notice.id()).chain(answer -> settle(notice, answer)))
                        .collect()
                        .last()
                        .replaceWithVoid());
    }

    private Uni<Void> settle(Outgoing notice, Answer answer) {
        var settlement = Settlement.of(answer, notice.failures(), backoff);
        if (settlement.state() == NoticeState.IN_DOUBT) {
            return Uni.createFrom().voidItem();
        }
        return ledger.settle(notice, settlement)
                .invoke(written -> {
                    if (written) {
                        metrics.settled(notice, settlement);
                    }
                })
                .replaceWithVoid();
    }
}
