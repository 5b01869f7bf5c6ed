package vn.motcua.dossier.keeping;

import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import vn.motcua.dossier.edge.RequestKey;

/** Legal holds. Each write is one statement and its own transaction. */
@ApplicationScoped
class HoldStore {

    private static final String COLUMNS =
            "h.id, h.dossier_id, h.number, h.reason, h.placed_by, h.placed_at, h.lifted_at, h.lifted_by,"
                    + " h.lifting_reason, h.request_digest, h.lifting_scope, h.lifting_key, h.lifting_digest";

    /** Whoever destroys the dossier holds its private part: the hold is there before that, or there is nothing to hold any more. */
    private static final String PLACE = """
            with whole as (select dossier_id from applicant where dossier_id = $1 and octet_length(salt) > 0 for share)
            insert into legal_hold as h (dossier_id, number, reason, placed_by, placed_at, request_scope, request_key, request_digest)
            select dossier_id, 1 + coalesce((select max(number) from legal_hold o where o.dossier_id = $1), 0), $2, $3, $4, $5, $6, $7 from whole
            on conflict do nothing
            returning\s""" + COLUMNS;

    private static final String LIFT = """
            update legal_hold h set lifted_at = $4, lifted_by = $5, lifting_reason = $3, lifting_scope = $6, lifting_key = $7, lifting_digest = $8
            where h.dossier_id = $1 and h.number = $2 and h.lifted_at is null
            returning\s""" + COLUMNS;

    private static final String OPEN = "select " + COLUMNS + """
            , d.code from legal_hold h join dossier d on d.id = h.dossier_id
            where h.lifted_at is null and h.id > $2 and (d.agency = $1 or d.agency like $1 || '.%')
            order by h.id limit $3
            """;

    /**
     * A hold.
     *
     * @param lifting null while it holds
     * @param digest of the request that placed it
     */
    record HoldRow(
            long id,
            UUID dossier,
            int number,
            String reason,
            String placedBy,
            Instant placedAt,
            Lifting lifting,
            byte[] digest) {}

    /** Who let it go again, and by which request. */
    record Lifting(Instant at, String by, String reason, String scope, String key, byte[] digest) {}

    /** A hold with the code of its dossier. */
    record Listed(HoldRow hold, String code) {}

    private final Pool pool;

    HoldStore(@ReactiveDataSource("casework") Pool pool) {
        this.pool = pool;
    }

    /** Empty if the key was used, somebody else placed one at this very moment, or the dossier was destroyed. */
    Uni<Optional<HoldRow>> place(UUID dossier, String reason, String by, Instant at, RequestKey key) {
        return pool.preparedQuery(PLACE)
                .execute(Tuple.tuple(Arrays.asList(
                        dossier, reason, by, utc(at), key.scope(), key.key(), Buffer.buffer(key.digest()))))
                .map(HoldStore::first);
    }

    /** Empty if it does not hold any more. */
    Uni<Optional<HoldRow>> lift(UUID dossier, int number, String reason, String by, Instant at, RequestKey key) {
        return pool.preparedQuery(LIFT)
                .execute(Tuple.tuple(Arrays.asList(
                        dossier, number, reason, utc(at), by, key.scope(), key.key(), Buffer.buffer(key.digest()))))
                .map(HoldStore::first);
    }

    Uni<Optional<HoldRow>> byKey(RequestKey key) {
        return pool.preparedQuery(
                        "select " + COLUMNS + " from legal_hold h where h.request_scope = $1 and h.request_key = $2")
                .execute(Tuple.of(key.scope(), key.key()))
                .map(HoldStore::first);
    }

    Uni<Optional<HoldRow>> find(UUID dossier, int number) {
        return pool.preparedQuery("select " + COLUMNS + " from legal_hold h where h.dossier_id = $1 and h.number = $2")
                .execute(Tuple.of(dossier, number))
                .map(HoldStore::first);
    }

    /** All of a dossier, the newest first; at most so many. */
    Uni<List<HoldRow>> of(UUID dossier, int most) {
        return pool.preparedQuery("select " + COLUMNS
                        + " from legal_hold h where h.dossier_id = $1 order by h.number desc limit $2")
                .execute(Tuple.of(dossier, most))
                .map(rows -> {
                    var all = new ArrayList<HoldRow>();
                    rows.forEach(row -> all.add(read(row)));
                    return all;
                });
    }

    /** Those that hold in an agency and below it, in the order in which they were placed. */
    Uni<List<Listed>> open(String agency, long after, int most) {
        return pool.preparedQuery(OPEN).execute(Tuple.of(agency, after, most)).map(rows -> {
            var all = new ArrayList<Listed>();
            rows.forEach(row -> all.add(new Listed(read(row), row.getString("code"))));
            return all;
        });
    }

    private static Optional<HoldRow> first(RowSet<Row> rows) {
        var found = rows.iterator();
        return found.hasNext() ? Optional.of(read(found.next())) : Optional.empty();
    }

    private static HoldRow read(Row row) {
        var lifted = row.getOffsetDateTime("lifted_at");
        return new HoldRow(
                row.getLong("id"),
                row.getUUID("dossier_id"),
                row.getInteger("number"),
                row.getString("reason"),
                row.getString("placed_by"),
                row.getOffsetDateTime("placed_at").toInstant(),
                lifted == null
                        ? null
                        : new Lifting(
                                lifted.toInstant(),
                                row.getString("lifted_by"),
                                row.getString("lifting_reason"),
                                row.getString("lifting_scope"),
                                row.getString("lifting_key"),
                                row.getBuffer("lifting_digest").getBytes()),
                row.getBuffer("request_digest").getBytes());
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
