package vn.motcua.kpi.collecting;

import java.time.Instant;
import vn.motcua.dossier.events.DossierEvent;
import vn.motcua.dossier.events.DossierState;
import vn.motcua.dossier.events.Extended;
import vn.motcua.dossier.events.RatingSubmitted;
import vn.motcua.dossier.events.SupplementPhase;
import vn.motcua.dossier.events.SupplementRequested;

/**
 * What some events of a dossier tell, in their order: its latest state, and what only single facts say. Of the latter null means that
 * these events do not tell: what was known before stays.
 *
 * @param state the latest
 * @param reply how an online submission was answered
 * @param supplements how often papers were asked for after acceptance
 * @param extended true if the agency named a later date
 * @param rating what the applicant said of the whole, 1 to 5
 * @param ratedAt when they said it
 * @param money what they tell of fees
 * @param filed what they tell of files and of the result
 */
record Told(
        DossierState state,
        Reply reply,
        Integer supplements,
        Boolean extended,
        Integer rating,
        Instant ratedAt,
        Money money,
        Filed filed) {

    static final Told NOTHING = new Told(null, Reply.NOTHING, null, null, null, null, Money.NOTHING, Filed.NOTHING);

    /**
     * With one more event, which carries a state.
     *
     * @param at when it became true
     */
    Told then(DossierEvent event, Instant at) {
        var next = event.dossier();
        var replied = reply.then(event, at);
        var paid = money.then(event);
        var added = filed.then(event);
        return event.fold(new DossierEvent.SomeCases<>() {
            @Override
            public Told supplementRequested(SupplementRequested fact) {
                var asked = fact.phase() == SupplementPhase.PROCESSING
                        ? Integer.valueOf(fact.requestNumber())
                        : supplements;
                return new Told(next, replied, asked, extended, rating, ratedAt, paid, added);
            }

            @Override
            public Told extended(Extended fact) {
                return new Told(next, replied, supplements, true, rating, ratedAt, paid, added);
            }

            @Override
            public Told ratingSubmitted(RatingSubmitted fact) {
                return new Told(next, replied, supplements, extended, fact.score(), at, paid, added);
            }

            @Override
            public Told other(DossierEvent fact) {
                return new Told(next, replied, supplements, extended, rating, ratedAt, paid, added);
            }
        });
    }
}
