package vn.motcua.dossier.keeping;

import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import vn.motcua.dossier.casework.KeptColumns;

/** Dossiers with all that bears on their keeping. Says nothing about rights. */
@ApplicationScoped
class KeepingStore {

    private static final String LOOK = "select " + KeptColumns.OF_DOSSIER_ALONE + """
            , (select count(*) from legal_hold h where h.dossier_id = d.id and h.lifted_at is null) as holds,
            v.sha256 as package, v.receipt, p.sequence as package_sequence, p.objects as package_objects,
            (select count(*) from document c where c.dossier_id = d.id) + (select count(*) from form f where f.dossier_id = d.id) as objects,
            exists (select from receipt r
                where r.dossier_id = d.id and r.closed_at is null and (r.verdict <> 'SETTLED' or r.due_back_at is not null)) as money_open,
            (select i.order_id from destruction_item i where i.dossier_id = d.id and i.open) as open_order
            from dossier d
            left join lateral (
                select sha256, receipt, package from archive_handover a where a.dossier_id = d.id order by a.id desc limit 1) v on true
            left join archive_package p on p.id = v.package
            """;

    private static final String THESE = LOOK + " where d.id = any ($1::uuid[])";

    /** The statuses are those of the index; which of them are closed, and since when, the dossier says. */
    private static final String CLOSED = LOOK + """
             where d.agency = $1 and d.status in ('REFUSED', 'WITHDRAWN', 'STOPPED', 'RETURNED')
                and (coalesce(d.returned_at, d.ended_at, d.submitted_at), d.id) > ($2, $3)
                and coalesce(d.returned_at, d.ended_at, d.submitted_at) < $4
            order by coalesce(d.returned_at, d.ended_at, d.submitted_at), d.id limit $5
            """;

    /** A place in the list of an agency's closed dossiers. */
    record Place(Instant since, UUID id) {
        static final Place FIRST = new Place(Instant.EPOCH, new UUID(0, 0));

        static Place of(Looked looked) {
            var times = looked.dossier().timeline();
            var since = times.returnedAt() != null
                    ? times.returnedAt()
                    : times.endedAt() != null ? times.endedAt() : times.submittedAt();
            return new Place(since, looked.dossier().id());
        }
    }

    private final Pool pool;

    KeepingStore(@ReactiveDataSource("casework") Pool pool) {
        this.pool = pool;
    }

    /** Those of them that there are, by id. */
    Uni<Map<UUID, Looked>> look(List<UUID> dossiers) {
        return look(pool, dossiers);
    }

    /** The same as the transaction sees it. */
    static Uni<Map<UUID, Looked>> look(SqlClient client, List<UUID> dossiers) {
        return client.preparedQuery(THESE)
                .execute(Tuple.of(dossiers.toArray(new UUID[0])))
                .map(rows -> {
                    var found = new HashMap<UUID, Looked>();
                    rows.forEach(row -> {
                        var looked = read(row);
                        found.put(looked.dossier().id(), looked);
                    });
                    return found;
                });
    }

    /** An agency's dossiers that stand in a status of the end, oldest first. @param before which they ended */
    Uni<List<Looked>> closed(String agency, Place after, Instant before, int most) {
        return pool.preparedQuery(CLOSED)
                .execute(Tuple.of(
                        agency,
                        after.since().atOffset(ZoneOffset.UTC),
                        after.id(),
                        before.atOffset(ZoneOffset.UTC),
                        most))
                .map(rows -> {
                    var found = new ArrayList<Looked>();
                    rows.forEach(row -> found.add(read(row)));
                    return found;
                });
    }

    private static Looked read(Row row) {
        var sha256 = row.getString("package");
        return new Looked(
                KeptColumns.read(row),
                row.getLong("step_sequence"),
                row.getString("last_hash"),
                row.getLong("holds"),
                sha256 == null
                        ? null
                        : new Looked.Handover(
                                sha256,
                                row.getString("receipt"),
                                row.getLong("package_sequence"),
                                row.getInteger("package_objects")),
                row.getLong("objects"),
                row.getBoolean("money_open"),
                row.getUUID("open_order"));
    }
}
