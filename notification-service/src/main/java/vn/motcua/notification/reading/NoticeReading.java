package vn.motcua.notification.reading;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** Reads notices, oldest first. A page is one walk along an index. */
@ApplicationScoped
class NoticeReading {

    private final Mutiny.SessionFactory sessions;

    NoticeReading(Mutiny.SessionFactory sessions) {
        this.sessions = sessions;
    }

    /**
     * What a list is about; exactly one of dossier, code and state.
     *
     * @param after position of the last row of the page before; 0 on the first
     */
    record Question(UUID dossier, String code, String state, long after) {}

    /** At most {@code limit} rows that may be seen. */
    Uni<List<NoticeRow>> list(Question question, Sight sight, int limit) {
        var where = new ArrayList<String>();
        var values = new LinkedHashMap<String, Object>();
        where.add("n.position > :after");
        values.put("after", question.after());
        and(where, values, "n.dossierId = :dossier", "dossier", question.dossier());
        and(where, values, "n.code = :code", "code", question.code());
        and(where, values, "n.state = :state", "state", question.state());
        if (!sight.all()) {
            and(where, values, "(n.agency = :agency or n.agency like :below)", "agency", sight.agency());
            values.put("below", sight.agency() + ".%");
        }
        var hql = "from NoticeRow n where " + String.join(" and ", where) + " order by n.position";
        return sessions.withStatelessSession(session -> {
                    var query =
                            session.createSelectionQuery(hql, NoticeRow.class).setMaxResults(limit);
                    values.forEach(query::setParameter);
                    return query.getResultList();
                })
                // A caller who hangs up must not leave a session half closed.
                .memoize()
                .indefinitely();
    }

    Uni<Optional<NoticeRow>> one(UUID id) {
        return sessions.withStatelessSession(
                        session -> session.createSelectionQuery("from NoticeRow n where n.id = :id", NoticeRow.class)
                                .setParameter("id", id)
                                .getSingleResultOrNull())
                .map(Optional::ofNullable)
                .memoize()
                .indefinitely();
    }

    private static void and(
            List<String> where, Map<String, Object> values, String condition, String name, Object value) {
        if (value != null) {
            where.add(condition);
            values.put(name, value);
        }
    }
}
