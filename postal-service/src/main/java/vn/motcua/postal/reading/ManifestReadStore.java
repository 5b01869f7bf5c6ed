package vn.motcua.postal.reading;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;
import vn.motcua.dossier.edge.Page;

/** Reads manifests. Latest day first. */
@ApplicationScoped
class ManifestReadStore {

    /** A parcel stands on the list unless it was cancelled before it left. */
    private static final String ON_LIST = "(r.status <> 'CANCELLED' or r.handedOverAt is not null)";

    private final Mutiny.SessionFactory sessions;

    ManifestReadStore(Mutiny.SessionFactory sessions) {
        this.sessions = sessions;
    }

    /** How much lies on a manifest. */
    record Sum(long parcels, long documents) {
        static final Sum NOTHING = new Sum(0, 0);
    }

    /** A parcel on a manifest; the recipient may be null. */
    record Line(ReturnRow parcel, OrderRow order, RecipientRow recipient) {}

    /** A manifest and its parcels. */
    record Whole(ManifestRow manifest, List<Line> lines) {}

    /** A manifest and how much lies on it. */
    record Found(ManifestRow manifest, Sum sum) {}

    /**
     * What a list is about.
     *
     * @param agency whose subtree; never null
     * @param day null for any
     * @param beforeDay with {@code beforeId}: the last row of the page before; null on the first
     */
    record Question(String agency, LocalDate day, LocalDate beforeDay, String beforeId) {}

    Uni<Page<Found>> list(Question question, int limit) {
        var where = new ArrayList<String>();
        var values = new LinkedHashMap<String, Object>();
        where.add("(m.agency = :agency or m.agency like :below)");
        values.put("agency", question.agency());
        values.put("below", question.agency() + ".%");
        if (question.day() != null) {
            where.add("m.day = :day");
            values.put("day", question.day());
        }
        if (question.beforeId() != null) {
            where.add("(m.day < :beforeDay or (m.day = :beforeDay and m.id < :beforeId))");
            values.put("beforeDay", question.beforeDay());
            values.put("beforeId", question.beforeId());
        }
        var hql = "from ManifestRow m where " + String.join(" and ", where) + " order by m.day desc, m.id desc";
        return sessions.withSession(session -> {
            var query = session.createSelectionQuery(hql, ManifestRow.class).setMaxResults(limit + 1);
            values.forEach(query::setParameter);
            return query.getResultList()
                    .flatMap(rows -> sums(session, rows).map(sums -> {
                        var found = rows.stream()
                                .map(row -> new Found(row, sums.getOrDefault(row.id, Sum.NOTHING)))
                                .toList();
                        return Page.of(found, limit, last -> last.manifest().id);
                    }));
        });
    }

    Uni<Optional<Whole>> one(String id) {
        return sessions.withSession(session -> session.createSelectionQuery(
                        "from ManifestRow m where m.id = :id", ManifestRow.class)
                .setParameter("id", id)
                .getSingleResultOrNull()
                .flatMap(manifest -> manifest == null
                        ? Uni.createFrom().item(Optional.empty())
                        : lines(session, id).map(lines -> Optional.of(new Whole(manifest, lines)))));
    }

    private static Uni<List<Line>> lines(Mutiny.Session session, String id) {
        return session.createSelectionQuery(
                        "select r, o, p from ReturnRow r join OrderRow o on o.returnId = r.id"
                                + " left join RecipientRow p on p.dossierId = r.dossierId"
                                + " where r.manifestId = :id and " + ON_LIST + " order by r.id",
                        Object[].class)
                .setParameter("id", id)
                .getResultList()
                .map(rows -> rows.stream()
                        .map(row -> new Line((ReturnRow) row[0], (OrderRow) row[1], (RecipientRow) row[2]))
                        .toList());
    }

    private static Uni<Map<String, Sum>> sums(Mutiny.Session session, List<ManifestRow> manifests) {
        if (manifests.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        return session.createSelectionQuery(
                        "select r.manifestId, count(r), sum(r.resultCount) from ReturnRow r where r.manifestId in (:ids) and "
                                + ON_LIST + " group by r.manifestId",
                        Object[].class)
                .setParameter("ids", manifests.stream().map(row -> row.id).toList())
                .getResultList()
                .map(rows -> {
                    var sums = new HashMap<String, Sum>();
                    rows.forEach(row -> sums.put(
                            (String) row[0], new Sum(((Number) row[1]).longValue(), ((Number) row[2]).longValue())));
                    return sums;
                });
    }
}
