package vn.motcua.kpi.reporting;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;
import vn.motcua.kpi.indicators.Delays;

/** Counts legs in the database, by the agency that held them; {@link Delays#of} says the same of a single leg. */
@ApplicationScoped
class DelayStore {

    /** As {@code HeldLeg.lateAfter}. */
    private static final String LATE_AFTER = "(case when l.dueOn < l.openedOn then l.openedOn else l.dueOn end)";

    /** What was not finished is awaited no more when the dossier has ended. */
    private static final String AWAITED_UNTIL = "coalesce(l.finishedOn, m.endedOn)";

    private static final String BY_HOLDER = """
            select l.agency as agency, count(*) as held,
              sum(case when l.finishedOn <= :to and l.withdrawn = false then 1 else 0 end) as finished,
              sum(case when %3$s <= :to and %3$s > %2$s then 1 else 0 end) as late,
              sum(case when %3$s <= :to and %3$s > %2$s then timestampdiff(day, %2$s, %3$s) else 0L end) as daysLate,
              sum(case when (l.finishedOn is null or l.finishedOn > :to) and (m.endedOn is null or m.endedOn > :to)
                    and %2$s < :judged
                  then 1 else 0 end) as openLate,
              sum(case when (l.finishedOn is null or l.finishedOn > :to) and (m.endedOn is null or m.endedOn > :to)
                    and %2$s < :judged
                  then timestampdiff(day, %2$s, :judged) else 0L end) as openDaysLate
            from LegMeasurement l join DossierMeasurement m on m.dossierId = l.dossierId
            where (%1$s.agency = :agency or %1$s.agency like :below)
              and l.openedOn <= :to
              and (l.finishedOn >= :from or l.finishedOn is null and (m.endedOn is null or m.endedOn >= :from))
              and m.voidedOn is null
              and (:procedure is null or m.procedure = :procedure)
              and (:origin = 'ALL' or :origin = 'OWN' and m.origin <> 'MIRRORED' or :origin = m.origin)
            group by l.agency
            order by l.agency
            """;

    private final Mutiny.SessionFactory sessions;

    DelayStore(Mutiny.SessionFactory sessions) {
        this.sessions = sessions;
    }

    /** By the holder's code; of the legs that the agencies asked for held, or of the dossiers that they answer for. */
    Uni<List<Row>> byHolder(Question question, Asking.Legs legs) {
        var query = BY_HOLDER.formatted(
                switch (legs) {
                    case HELD -> "l";
                    case LED -> "m";
                },
                LATE_AFTER,
                AWAITED_UNTIL);
        return sessions.withStatelessSession(session -> session.createQuery(query, Tuple.class)
                        .setParameter("agency", question.agency())
                        .setParameter("below", question.below())
                        .setParameter("procedure", question.procedure())
                        .setParameter("origin", question.origin().name())
                        .setParameter("from", question.period().from())
                        .setParameter("to", question.period().to())
                        .setParameter("judged", question.judgedOn())
                        .getResultList())
                .map(rows -> rows.stream().map(DelayStore::row).toList());
    }

    /** What one agency's legs count for. */
    record Row(String agency, Delays delays) {}

    private static Row row(Tuple t) {
        return new Row(
                t.get("agency", String.class),
                new Delays(
                        FigureStore.number(t, "held"),
                        FigureStore.number(t, "finished"),
                        FigureStore.number(t, "late"),
                        FigureStore.number(t, "daysLate"),
                        FigureStore.number(t, "openLate"),
                        FigureStore.number(t, "openDaysLate")));
    }
}
