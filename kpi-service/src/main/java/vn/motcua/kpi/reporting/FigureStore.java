package vn.motcua.kpi.reporting;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;
import vn.motcua.kpi.indicators.Counters;
import vn.motcua.kpi.indicators.PostalCounters;
import vn.motcua.kpi.indicators.Replies;
import vn.motcua.kpi.indicators.Satisfaction;

/** Counts in the database, by sector and procedure; {@link Counters#of} says the same of a single dossier. */
@ApplicationScoped
class FigureStore {

    // A dossier is there in the period if it was accepted by its end and had not ended before it began. Time in which
    // its clock
    // stands still is not held against it: least() passes over null. The conditions repeat those of Counters.of; a test
    // holds
    // the two against each other on random lives.
    private static final String BY_PROCEDURE = """
            select m.sector as sector, m.procedure as procedure,
              sum(case when m.acceptedOn < :from then 1 else 0 end) as carriedOver,
              sum(case when m.acceptedOn >= :from and m.channel = 'ONLINE' then 1 else 0 end) as online,
              sum(case when m.acceptedOn >= :from and m.channel not in ('ONLINE', 'POST') then 1 else 0 end) as direct,
              sum(case when m.acceptedOn >= :from and m.channel = 'POST' then 1 else 0 end) as post,
              sum(case when m.endedOn <= :to and least(m.endedOn, m.pausedOn) < m.dueOn then 1 else 0 end) as early,
              sum(case when m.endedOn <= :to and (m.dueOn is null or least(m.endedOn, m.pausedOn) = m.dueOn)
                  then 1 else 0 end) as onTime,
              sum(case when m.endedOn <= :to and least(m.endedOn, m.pausedOn) > m.dueOn then 1 else 0 end) as late,
              sum(case when (m.endedOn is null or m.endedOn > :to)
                    and (m.dueOn is null or m.dueOn >= :judged or m.dueOn >= m.pausedOn)
                  then 1 else 0 end) as inTime,
              sum(case when (m.endedOn is null or m.endedOn > :to)
                    and m.dueOn < :judged and (m.pausedOn is null or m.dueOn < m.pausedOn)
                  then 1 else 0 end) as overdue,
              sum(case when m.endedOn <= :to and least(m.endedOn, m.pausedOn) > m.originalDueOn
                  then 1 else 0 end) as strictlyLate,
              sum(case when m.endedOn <= :to and m.status = 'STOPPED' then 1 else 0 end) as stopped,
              sum(case when m.acceptedOn >= :from and m.supplements >= 1 then 1 else 0 end) as supplemented,
              sum(case when m.acceptedOn >= :from and m.supplements >= 2 then 1 else 0 end) as supplementedAgain,
              sum(case when m.acceptedOn >= :from and m.extended = true then 1 else 0 end) as extended,
              sum(case when m.acceptedOn >= :from and m.paidOnline = true then 1 else 0 end) as paidOnline,
              sum(case when m.endedOn <= :to and (least(m.endedOn, m.pausedOn) > m.dueOn or m.supplements >= 2)
                  then 1 else 0 end) as lateOrAskedAgain
            from DossierMeasurement m
            where (m.agency = :agency or m.agency like :below)
              and m.acceptedOn <= :to and (m.endedOn is null or m.endedOn >= :from)
              and m.voidedOn is null
              and (:procedure is null or m.procedure = :procedure)
              and (:channel is null or m.channel = :channel)
              and (:origin = 'ALL' or :origin = 'OWN' and m.origin <> 'MIRRORED' or :origin = m.origin)
            group by m.sector, m.procedure
            order by m.sector, m.procedure
            """;

    private static final String REPLIES = """
            select
              sum(case when m.repliedAt is not null or m.replyLate = true or m.status <> 'WITHDRAWN' and m.replyDueAt < :now
                  then 1 else 0 end) as judged,
              sum(case when m.repliedAt <= m.replyDueAt and (m.replyLate is null or m.replyLate = false) then 1 else 0 end) as inTime
            from DossierMeasurement m
            where (m.agency = :agency or m.agency like :below)
              and m.submittedOn between :from and :to and m.replyDueAt is not null
              and m.voidedOn is null
              and (:procedure is null or m.procedure = :procedure)
              and (:channel is null or m.channel = :channel)
              and (:origin = 'ALL' or :origin = 'OWN' and m.origin <> 'MIRRORED' or :origin = m.origin)
            """;

    private static final String RATINGS = """
            select count(m.rating) as rated, sum(case when m.rating >= :satisfied then 1 else 0 end) as satisfied
            from DossierMeasurement m
            where (m.agency = :agency or m.agency like :below)
              and m.ratedOn between :from and :to
              and m.voidedOn is null
              and (:procedure is null or m.procedure = :procedure)
              and (:channel is null or m.channel = :channel)
              and (:origin = 'ALL' or :origin = 'OWN' and m.origin <> 'MIRRORED' or :origin = m.origin)
            """;

    // Asked of the dossier when the figures are asked for, and so the same whichever stream told first; a parcel whose
    // dossier is
    // not known yet is of no procedure and no channel.
    private static final String PARCELS = """
            select
              sum(case when p.handedOverOn between :from and :to then 1 else 0 end) as handedOver,
              sum(case when p.deliveredOn between :from and :to then 1 else 0 end) as delivered,
              sum(case when p.deliveredOn between :from and :to and p.deliveredOn <= p.promisedOn then 1 else 0 end) as inTime,
              sum(case when p.handedOverOn between :from and :to or p.deliveredOn between :from and :to
                  then p.failedAttempts else 0 end) as failed
            from ParcelMeasurement p
            where (p.agency = :agency or p.agency like :below)
              and not exists (select 1 from DossierMeasurement m where m.dossierId = p.dossierId and m.voidedOn is not null)
              and (:procedure is null and :channel is null
                or exists (
                  select 1 from DossierMeasurement m
                  where m.dossierId = p.dossierId
                    and (:procedure is null or m.procedure = :procedure)
                    and (:channel is null or m.channel = :channel)))
            """;

    private final Mutiny.SessionFactory sessions;

    FigureStore(Mutiny.SessionFactory sessions) {
        this.sessions = sessions;
    }

    /** Counters by sector and procedure, in the order of their codes. */
    Uni<List<Row>> byProcedure(Question question) {
        return sessions.withStatelessSession(session -> asked(session, BY_PROCEDURE, question)
                        .setParameter("judged", question.judgedOn())
                        .getResultList())
                .map(rows -> rows.stream().map(FigureStore::row).toList());
    }

    /** How the online submissions of the period were answered. */
    Uni<Replies> replies(Question question) {
        return sessions.withStatelessSession(session -> asked(session, REPLIES, question)
                        .setParameter("now", question.now())
                        .getSingleResult())
                .map(sum -> new Replies(number(sum, "judged"), number(sum, "inTime")));
    }

    /** What applicants said in the period of how they were served. */
    Uni<Satisfaction> ratings(Question question) {
        return sessions.withStatelessSession(session -> asked(session, RATINGS, question)
                        .setParameter("satisfied", Satisfaction.SATISFIED_FROM)
                        .getSingleResult())
                .map(sum -> new Satisfaction(number(sum, "rated"), number(sum, "satisfied")));
    }

    /** Only own dossiers make parcels; those of a dossier that was set aside do not count. */
    Uni<PostalCounters> parcels(Question question) {
        return sessions.withStatelessSession(session -> session.createQuery(PARCELS, Tuple.class)
                        .setParameter("agency", question.agency())
                        .setParameter("below", question.below())
                        .setParameter("procedure", question.procedure())
                        .setParameter("channel", question.channel())
                        .setParameter("from", question.period().from())
                        .setParameter("to", question.period().to())
                        .getSingleResult())
                .map(sum -> new PostalCounters(
                        number(sum, "handedOver"),
                        number(sum, "delivered"),
                        number(sum, "inTime"),
                        number(sum, "failed")));
    }

    /** What one procedure counts for. */
    record Row(String sector, String procedure, Counters counters) {}

    private static Row row(Tuple t) {
        return new Row(
                t.get("sector", String.class),
                t.get("procedure", String.class),
                new Counters(
                        number(t, "carriedOver"),
                        number(t, "online"),
                        number(t, "direct"),
                        number(t, "post"),
                        number(t, "early"),
                        number(t, "onTime"),
                        number(t, "late"),
                        number(t, "inTime"),
                        number(t, "overdue"),
                        number(t, "strictlyLate"),
                        number(t, "stopped"),
                        number(t, "supplemented"),
                        number(t, "supplementedAgain"),
                        number(t, "extended"),
                        number(t, "paidOnline"),
                        number(t, "lateOrAskedAgain")));
    }

    /** A query over dossiers with what was asked for filled in: which agencies, procedure, channel, origin and days. */
    static Mutiny.SelectionQuery<Tuple> asked(Mutiny.StatelessSession session, String query, Question question) {
        return session.createQuery(query, Tuple.class)
                .setParameter("agency", question.agency())
                .setParameter("below", question.below())
                .setParameter("procedure", question.procedure())
                .setParameter("channel", question.channel())
                .setParameter("origin", question.origin().name())
                .setParameter("from", question.period().from())
                .setParameter("to", question.period().to());
    }

    /** A sum over no rows is null. */
    static long number(Tuple sums, String name) {
        var sum = (Number) sums.get(name);
        return sum == null ? 0 : sum.longValue();
    }
}
