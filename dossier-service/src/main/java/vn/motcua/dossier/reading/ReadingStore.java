package vn.motcua.dossier.reading;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Every read of dossiers, through Hibernate Reactive in stateless sessions: one statement each, no locks, nothing cached. Says nothing about rights
 * beyond what it is given.
 */
@ApplicationScoped
class ReadingStore {

    /** A dossier with its private part, which is null where a person was erased altogether. */
    record Found(DossierRow dossier, ApplicantRow applicant) {}

    /** A row's place in a queue: by when an answer is due, without a date last. @param dueAt null among those without */
    record Place(Instant dueAt, UUID id) {}

    /** Of which officer. @param only whether those that nobody has taken are left out */
    record Whose(String officer, boolean only) {}

    /** A row's place among a citizen's own: newest first. */
    record Newest(Instant submittedAt, UUID id) {}

    private static final String WITH_APPLICANT =
            "select d, a from DossierRow d left join ApplicantRow a on a.dossierId = d.id where ";

    /**
     * Whose queue.
     *
     * @param agency its code
     * @param received what its one-stop shop took in on behalf of others, instead of what it answers for
     * @param mirrored those that a ministry's system masters, or those that are worked on here; nobody takes a mirrored one in for others
     */
    record Queue(String agency, boolean received, boolean mirrored) {

        private String condition() {
            return received ? RECEIVED : OF_QUEUE + (mirrored ? OF_MIRRORED : OF_OURS);
        }
    }

    private static final String OF_QUEUE =
            "select d from DossierRow d where d.agency = :agency and d.status = :status ";

    private static final String RECEIVED =
            "select d from DossierRow d where d.receivingOneStop = :agency and d.status = :status ";

    // Written out, not bound: each way has an index of its own, which the planner takes by this very condition.
    private static final String OF_OURS = "and d.origin <> 'MIRRORED' ";

    private static final String OF_MIRRORED = "and d.origin = 'MIRRORED' ";

    private static final String OF_NOBODY = "and d.officer is null ";

    private static final String OF_ONE_OFFICER = "and d.officer = :officer ";

    private static final String OF_PARTS =
            "select d from DossierRow d where array_intersects(d.holders, :agencies) and d.id > :after order by d.id";

    private static final String OF_LED =
            "select d from DossierRow d where d.agency in :agencies and d.holders is not null and d.id > :after order by d.id";

    /** How many are looked at together for late parts. */
    private static final int LOOKED_AT = 200;

    private static final String BY_DUE_DATE = "order by d.answerBy, d.id";

    private final Mutiny.SessionFactory sessions;

    ReadingStore(Mutiny.SessionFactory sessions) {
        this.sessions = sessions;
    }

    Uni<Optional<Found>> byId(UUID id) {
        return found(WITH_APPLICANT + "d.id = :key", id);
    }

    Uni<Optional<Found>> byCode(String code) {
        return found(WITH_APPLICANT + "d.code = :key", code);
    }

    private Uni<Optional<Found>> found(String query, Object key) {
        return sessions.withStatelessSession(session -> session.createSelectionQuery(query, Object[].class)
                        .setParameter("key", key)
                        .getSingleResultOrNull())
                .map(row -> Optional.ofNullable(row)
                        .map(parts -> new Found((DossierRow) parts[0], (ApplicantRow) parts[1])));
    }

    /** The dossier without its private part. */
    Uni<Optional<DossierRow>> bare(UUID id) {
        return sessions.withStatelessSession(session -> session.createSelectionQuery(
                                "select d from DossierRow d where d.id = :id", DossierRow.class)
                        .setParameter("id", id)
                        .getSingleResultOrNull())
                .map(Optional::ofNullable);
    }

    /** How far the dossier behind a code is. @param mayGoOn whether it was accepted and has not ended: also one that was stopped for a while */
    record Stand(String status, boolean mayGoOn) {}

    /** Of the dossier behind a code, nothing else. */
    Uni<Optional<Stand>> standOf(String code) {
        return sessions.withStatelessSession(session -> session.createSelectionQuery(
                                "select d.status, d.acceptedAt is not null and d.endedAt is null from DossierRow d where d.code = :code",
                                Stand.class)
                        .setParameter("code", code)
                        .getSingleResultOrNull())
                .map(Optional::ofNullable);
    }

    /** The dossier with that code, if this is the hash of one of its facts. */
    Uni<Optional<UUID>> provenBy(String code, String hash) {
        return sessions.withStatelessSession(session -> session.createSelectionQuery(
                                "select d.id from DossierRow d where d.code = :code and exists "
                                        + "(select 1 from HistoryRow e where e.subject = d.id and e.hash = :hash)",
                                UUID.class)
                        .setParameter("code", code)
                        .setParameter("hash", hash)
                        .getSingleResultOrNull())
                .map(Optional::ofNullable);
    }

    /** Events after a sequence, in order. */
    Uni<List<HistoryRow>> history(UUID subject, long after, int limit) {
        return sessions.withStatelessSession(session -> session.createSelectionQuery(
                        "select e from HistoryRow e where e.subject = :subject and e.sequence > :after order by e.sequence",
                        HistoryRow.class)
                .setParameter("subject", subject)
                .setParameter("after", after)
                .setMaxResults(limit)
                .getResultList());
    }

    /** A citizen's own, newest first. @param after null for the first page */
    Uni<List<DossierRow>> own(String citizen, Newest after, int limit) {
        // The bound on the time alone is what the index begins at; the second line only skips rows of that very
        // instant.
        String page = after == null
                ? ""
                : "and d.submittedAt <= :submittedAt and (d.submittedAt < :submittedAt or d.id > :id) ";
        return sessions.withStatelessSession(session -> {
            Mutiny.SelectionQuery<DossierRow> query = session.createSelectionQuery(
                            "select d from DossierRow d where d.citizen = :citizen " + page
                                    + "order by d.submittedAt desc, d.id",
                            DossierRow.class)
                    .setParameter("citizen", citizen)
                    .setMaxResults(limit);
            if (after != null) {
                query.setParameter("submittedAt", after.submittedAt()).setParameter("id", after.id());
            }
            return query.getResultList();
        });
    }

    /**
     * A queue's dossiers of one status by due date, those without a date last: one index scan a page, two on the page where dates end. What an officer
     * has and what nobody has taken are two such scans, put together: neither reads past what colleagues have.
     *
     * @param whose which officer's; null for all
     * @param after null for the first page
     */
    Uni<List<DossierRow>> queue(Queue queue, String status, Whose whose, Place after, int limit) {
        String agency = queue.agency();
        String all = queue.condition();
        return sessions.withStatelessSession(session -> {
            if (whose == null) {
                return page(session, all, agency, status, null, after, limit);
            }
            var own = page(session, all + OF_ONE_OFFICER, agency, status, whose.officer(), after, limit);
            return whose.only()
                    ? own
                    : own.flatMap(mine -> page(session, all + OF_NOBODY, agency, status, null, after, limit)
                            .map(free -> merged(mine, free, limit)));
        });
    }

    private static Uni<List<DossierRow>> page(
            Mutiny.StatelessSession session,
            String these,
            String agency,
            String status,
            String officer,
            Place after,
            int limit) {
        if (after == null) {
            return rows(session, these + BY_DUE_DATE, agency, status, officer, null, limit);
        }
        if (after.dueAt() == null) {
            return undated(session, these, agency, status, officer, after, limit);
        }
        return rows(
                        session,
                        these + "and (d.answerBy, d.id) > (:dueAt, :id) " + BY_DUE_DATE,
                        agency,
                        status,
                        officer,
                        after,
                        limit)
                .flatMap(dated -> dated.size() == limit
                        ? Uni.createFrom().item(dated)
                        : undated(session, these, agency, status, officer, null, limit - dated.size())
                                .map(rest -> joined(dated, rest)));
    }

    private static List<DossierRow> merged(List<DossierRow> one, List<DossierRow> other, int limit) {
        return Stream.concat(one.stream(), other.stream())
                .sorted(DossierRow.BY_ANSWER)
                .limit(limit)
                .toList();
    }

    private static Uni<List<DossierRow>> undated(
            Mutiny.StatelessSession session,
            String mine,
            String agency,
            String status,
            String officer,
            Place after,
            int limit) {
        String page = after == null ? "" : "and d.id > :id ";
        // Ordered by a date that is always null: so the planner sees that the index has the order already.
        String hql = mine + "and d.answerBy is null " + page + BY_DUE_DATE;
        return rows(session, hql, agency, status, officer, after, limit);
    }

    private static Uni<List<DossierRow>> rows(
            Mutiny.StatelessSession session,
            String hql,
            String agency,
            String status,
            String officer,
            Place after,
            int limit) {
        Mutiny.SelectionQuery<DossierRow> query = session.createSelectionQuery(hql, DossierRow.class)
                .setParameter("agency", agency)
                .setParameter("status", status)
                .setMaxResults(limit);
        if (officer != null) {
            query.setParameter("officer", officer);
        }
        if (after != null) {
            query.setParameter("id", after.id());
        }
        if (after != null && after.dueAt() != null) {
            query.setParameter("dueAt", after.dueAt());
        }
        return query.getResultList();
    }

    private static List<DossierRow> joined(List<DossierRow> dated, List<DossierRow> rest) {
        List<DossierRow> all = new ArrayList<>(dated);
        all.addAll(rest);
        return all;
    }

    /** Dossiers of which one of these agencies has an open part, as they came in. @param after id of the last one seen */
    Uni<List<DossierRow>> parts(List<String> agencies, UUID after, int limit) {
        return sessions.withStatelessSession(session -> session.createSelectionQuery(OF_PARTS, DossierRow.class)
                .setParameter("agencies", agencies.toArray(String[]::new))
                .setParameter("after", after)
                .setMaxResults(limit)
                .getResultList());
    }

    /** Dossiers of these agencies of which others have an open part. @param lateAt only where one was due before then; null for all */
    Uni<List<DossierRow>> led(List<String> agencies, UUID after, Instant lateAt, int limit) {
        return lateAt == null ? led(agencies, after, limit) : late(agencies, after, lateAt, limit, new ArrayList<>());
    }

    private Uni<List<DossierRow>> led(List<String> agencies, UUID after, int limit) {
        return sessions.withStatelessSession(session -> session.createSelectionQuery(OF_LED, DossierRow.class)
                .setParameter("agencies", agencies)
                .setParameter("after", after)
                .setMaxResults(limit)
                .getResultList());
    }

    // The parts stand in the text of the course: it is read of the few dossiers with an open part, until there are
    // enough.
    private Uni<List<DossierRow>> late(
            List<String> agencies, UUID after, Instant at, int limit, List<DossierRow> found) {
        return led(agencies, after, LOOKED_AT).chain(rows -> {
            rows.stream().filter(row -> hasLatePart(row, at)).forEach(found::add);
            return found.size() >= limit || rows.size() < LOOKED_AT
                    ? Uni.createFrom().item(found.subList(0, Math.min(limit, found.size())))
                    : late(agencies, rows.get(rows.size() - 1).id, at, limit, found);
        });
    }

    private static boolean hasLatePart(DossierRow row, Instant at) {
        return row.dossier().course().legs().stream()
                .anyMatch(leg -> leg.isOpen()
                        && leg.awaitedBy() != null
                        && leg.awaitedBy().isBefore(at));
    }
}
