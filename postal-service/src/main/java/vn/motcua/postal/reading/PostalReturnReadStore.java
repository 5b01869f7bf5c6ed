package vn.motcua.postal.reading;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import vn.motcua.dossier.edge.Page;

/** Reads parcels. Newest first; a page is one scan of an index. */
@ApplicationScoped
class PostalReturnReadStore {

    private static final String ROWS = "select r, o from ReturnRow r join OrderRow o on o.returnId = r.id";

    private final Mutiny.SessionFactory sessions;

    PostalReturnReadStore(Mutiny.SessionFactory sessions) {
        this.sessions = sessions;
    }

    /** A parcel and its order. */
    record Found(ReturnRow parcel, OrderRow order) {}

    /** A parcel with all that is known of it; the recipient may be null. */
    record Whole(ReturnRow parcel, OrderRow order, RecipientRow recipient, List<ReportRow> reports) {}

    /**
     * What a list is about.
     *
     * @param agency whose subtree; never null
     * @param dossier null for any
     * @param status of the parcel; null for any
     * @param state of the order; null for any
     * @param before id of the last row of the page before; null on the first
     */
    record Question(String agency, UUID dossier, String status, String state, UUID before) {}

    Uni<Page<Found>> list(Question question, int limit) {
        var where = new ArrayList<String>();
        var values = new LinkedHashMap<String, Object>();
        where.add("(r.agency = :agency or r.agency like :below)");
        values.put("agency", question.agency());
        values.put("below", question.agency() + ".%");
        and(where, values, "r.dossierId = :dossier", "dossier", question.dossier());
        and(where, values, "r.status = :status", "status", question.status());
        and(where, values, "o.state = :state", "state", question.state());
        and(where, values, "r.id < :before", "before", question.before());
        var hql = ROWS + " where " + String.join(" and ", where) + " order by r.id desc";
        return sessions.withSession(session -> {
                    var query =
                            session.createSelectionQuery(hql, Object[].class).setMaxResults(limit + 1);
                    values.forEach(query::setParameter);
                    return query.getResultList();
                })
                .map(rows -> rows.stream().map(PostalReturnReadStore::found).toList())
                .map(found -> Page.of(found, limit, last -> last.parcel().id.toString()));
    }

    Uni<Optional<Whole>> one(UUID id) {
        return sessions.withSession(session -> session.createSelectionQuery(
                        "select r, o, p from ReturnRow r join OrderRow o on o.returnId = r.id"
                                + " left join RecipientRow p on p.dossierId = r.dossierId where r.id = :id",
                        Object[].class)
                .setParameter("id", id)
                .getSingleResultOrNull()
                .flatMap(row -> row == null ? Uni.createFrom().item(Optional.empty()) : whole(session, row)));
    }

    private static Uni<Optional<Whole>> whole(Mutiny.Session session, Object[] row) {
        var order = (OrderRow) row[1];
        return session.createSelectionQuery("from ReportRow w where w.key.itemCode = :item", ReportRow.class)
                .setParameter("item", order.trackingNumber == null ? "" : order.trackingNumber)
                .setMaxResults(Page.MAX_LIMIT)
                .getResultList()
                .map(reports -> {
                    var inTime = new ArrayList<>(reports);
                    inTime.sort(Comparator.<ReportRow, java.time.Instant>comparing(report -> report.key.time)
                            .thenComparing(report -> report.key.status));
                    return Optional.of(new Whole((ReturnRow) row[0], order, (RecipientRow) row[2], inTime));
                });
    }

    private static void and(
            List<String> where, Map<String, Object> values, String condition, String name, Object value) {
        if (value != null) {
            where.add(condition);
            values.put(name, value);
        }
    }

    private static Found found(Object[] row) {
        return new Found((ReturnRow) row[0], (OrderRow) row[1]);
    }
}
