package vn.motcua.dossier.homecoming;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import vn.motcua.dossier.edge.RequestKey;

/** The table of the work list. */
@ApplicationScoped
class HomecomingWorkStore {

    /** A parcel that came home to a dossier that cannot be returned. @param status null if there is no such dossier */
    record Misfit(
            UUID eventId,
            UUID dossierId,
            String code,
            String agency,
            Instant deliveredAt,
            String reason,
            String status) {}

    private static final String ADD = """
            insert into homecoming_work (event_id, dossier_id, dossier_code, agency, delivered_at, reason, status, recorded_at)
            values ($1, $2, $3, $4, $5, $6, $7, $8)
            on conflict (event_id) do nothing""";

    private static final String SETTLE = """
            update homecoming_work
            set settled_at = $2, settled_by = $3, settlement_note = $4, request_scope = $5, request_key = $6, request_digest = $7
            where id = $1 and settled_at is null""";

    private static final String CAME_HOME = "select from event where subject = $1 and request_scope = $2 limit 1";

    private static final String FORGET = "delete from homecoming_work where dossier_id = $1";

    private final Pool pool;
    private final Mutiny.SessionFactory sessions;

    HomecomingWorkStore(Pool pool, Mutiny.SessionFactory sessions) {
        this.pool = pool;
        this.sessions = sessions;
    }

    /** Adds a line in the given transaction; the same event adds none the second time. */
    Uni<Void> add(SqlConnection tx, Misfit misfit, Instant at) {
        return tx.preparedQuery(ADD)
                .execute(Tuple.tuple(List.of())
                        .addUUID(misfit.eventId())
                        .addUUID(misfit.dossierId())
                        .addString(misfit.code())
                        .addString(misfit.agency())
                        .addOffsetDateTime(misfit.deliveredAt().atOffset(ZoneOffset.UTC))
                        .addString(misfit.reason())
                        .addString(misfit.status())
                        .addOffsetDateTime(at.atOffset(ZoneOffset.UTC)))
                .replaceWithVoid();
    }

    /** Whether an earlier fact of the parcel has returned the dossier: then there is nothing for a person to do. */
    Uni<Boolean> cameHomeBefore(SqlConnection tx, UUID dossier) {
        return tx.preparedQuery(CAME_HOME)
                .execute(Tuple.of(dossier, Homecoming.STREAM))
                .map(rows -> rows.size() > 0);
    }

    /** Open lines of an agency and below it, oldest first, after an id. */
    Uni<List<HomecomingWorkRow>> open(String agency, long after, int limit) {
        return sessions.withStatelessSession(session -> session.createSelectionQuery("""
                        select w from HomecomingWorkRow w
                        where w.settledAt is null and w.id > :after and (w.agency = :agency or w.agency like concat(:agency, '.%'))
                        order by w.id""", HomecomingWorkRow.class)
                .setParameter("after", after)
                .setParameter("agency", agency)
                .setMaxResults(limit)
                .getResultList());
    }

    Uni<Optional<HomecomingWorkRow>> byId(long id) {
        return sessions.withStatelessSession(session -> session.createSelectionQuery(
                                "select w from HomecomingWorkRow w where w.id = :id", HomecomingWorkRow.class)
                        .setParameter("id", id)
                        .getSingleResultOrNull())
                .map(Optional::ofNullable);
    }

    /** True if this call settled it; false if somebody had before. */
    Uni<Boolean> settle(long id, Instant at, String note, RequestKey key) {
        return pool.preparedQuery(SETTLE)
                .execute(Tuple.tuple(List.of())
                        .addLong(id)
                        .addOffsetDateTime(at.atOffset(ZoneOffset.UTC))
                        .addString(key.scope())
                        .addString(note)
                        .addString(key.scope())
                        .addString(key.key())
                        .addValue(Buffer.buffer(key.digest())))
                .map(rows -> rows.rowCount() == 1);
    }

    /** All of a dossier that is destroyed. */
    static Uni<Void> forget(SqlConnection tx, UUID dossier) {
        return tx.preparedQuery(FORGET).execute(Tuple.of(dossier)).replaceWithVoid();
    }
}
