package vn.motcua.kpi.reporting;

import static vn.motcua.kpi.reporting.FigureStore.number;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import org.hibernate.reactive.mutiny.Mutiny;
import vn.motcua.kpi.indicators.FeedbackCounters;
import vn.motcua.kpi.indicators.Satisfaction;

/** Counts reports and proposals in the database; {@link FeedbackCounters#of} says the same of a single one. */
@ApplicationScoped
class FeedbackFigureStore {

    private static final String RECEIVED = """
            select count(f.feedbackId) as received,
              sum(case when f.handledOn is not null then 1 else 0 end) as handled,
              sum(case when f.handledOn is not null or f.late = true then 1 else 0 end) as judged,
              sum(case when f.handledOn is not null and (f.late is null or f.late = false) then 1 else 0 end) as inTime
            from FeedbackMeasurement f
            where (f.agency = :agency or f.agency like :below) and f.receivedOn between :from and :to
              and (:procedure is null or f.procedure = :procedure)
            """;

    private static final String OPINIONS = """
            select count(f.rating) as rated, sum(case when f.rating >= :satisfied then 1 else 0 end) as satisfied
            from FeedbackMeasurement f
            where (f.agency = :agency or f.agency like :below) and f.ratedOn between :from and :to
              and (:procedure is null or f.procedure = :procedure)
            """;

    private final Mutiny.SessionFactory sessions;

    FeedbackFigureStore(Mutiny.SessionFactory sessions) {
        this.sessions = sessions;
    }

    /** All that is counted of a period. None is mirrored: they are handled here, whoever received them. */
    Uni<FeedbackCounters> counters(Question question) {
        return question.origin() == Asking.Origin.MIRRORED
                ? Uni.createFrom().item(FeedbackCounters.NONE)
                : opinions(question)
                        .flatMap(opinions -> ask(RECEIVED, question)
                                .map(sum -> new FeedbackCounters(
                                        number(sum, "received"),
                                        number(sum, "handled"),
                                        number(sum, "judged"),
                                        number(sum, "inTime"),
                                        opinions)));
    }

    private Uni<Satisfaction> opinions(Question question) {
        return ask(OPINIONS, question).map(sum -> new Satisfaction(number(sum, "rated"), number(sum, "satisfied")));
    }

    private Uni<Tuple> ask(String statement, Question question) {
        return sessions.withStatelessSession(session -> {
            var query = session.createQuery(statement, Tuple.class)
                    .setParameter("agency", question.agency())
                    .setParameter("below", question.below())
                    .setParameter("procedure", question.procedure())
                    .setParameter("from", question.period().from())
                    .setParameter("to", question.period().to());
            if (statement.contains(":satisfied")) {
                query.setParameter("satisfied", Satisfaction.SATISFIED_FROM);
            }
            return query.getSingleResult();
        });
    }
}
