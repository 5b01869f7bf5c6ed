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
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import vn.motcua.dossier.archiving.Bag;
import vn.motcua.dossier.edge.RequestKey;

/** Packages that were made and those that the archive took over. */
@ApplicationScoped
class PackageStore {

    /** Only while the dossier stands where it stood when the package was put together. */
    private static final String MADE = """
            insert into archive_package (dossier_id, sha256, bytes, objects, sequence, hash, made_at, made_by)
            select id, $3, $4, $5, sequence, last_hash, $6, $7 from dossier where id = $1 and sequence = $2
            """;

    private static final String COLUMNS = "v.sha256, v.receipt, v.recorded_at, v.recorded_by, v.request_digest";

    private static final String HAND_OVER = """
            insert into archive_handover as v
                (dossier_id, package, sha256, receipt, recorded_at, recorded_by, request_scope, request_key, request_digest)
            select p.dossier_id, p.id, p.sha256, $4, $5, $6, $7, $8, $9
            from archive_package p
            where p.dossier_id = $1 and p.sha256 = $2 and p.sequence = $3
            order by p.id desc limit 1
            on conflict do nothing
            returning\s""" + COLUMNS;

    private static final String BY_KEY =
            "select " + COLUMNS + " from archive_handover v where v.request_scope = $1 and v.request_key = $2";

    private static final String KNOWN =
            "select max(sequence) from archive_package where dossier_id = $1 and sha256 = $2";

    /** @param digest of the request that told of it */
    record HandoverRow(String sha256, String receipt, Instant recordedAt, String recordedBy, byte[] digest) {}

    private final Pool pool;

    PackageStore(@ReactiveDataSource("casework") Pool pool) {
        this.pool = pool;
    }

    /** Notes that somebody gets a package; false if the dossier moved meanwhile, and nothing was noted. */
    Uni<Boolean> made(UUID dossier, long sequence, Bag.Seal seal, long objects, Instant at, String by) {
        return pool.preparedQuery(MADE)
                .execute(Tuple.tuple(Arrays.asList(
                        dossier,
                        sequence,
                        "sha256:" + seal.sha256(),
                        seal.bytes(),
                        (int) objects,
                        at.atOffset(ZoneOffset.UTC),
                        by)))
                .map(done -> done.rowCount() == 1);
    }

    /** Empty if there is no such package of this state of the dossier, it was handed over before, or the key was used. */
    Uni<Optional<HandoverRow>> handOver(
            UUID dossier, String sha256, long sequence, String receipt, Instant at, String by, RequestKey key) {
        return pool.preparedQuery(HAND_OVER)
                .execute(Tuple.tuple(Arrays.asList(
                        dossier,
                        sha256,
                        sequence,
                        receipt,
                        at.atOffset(ZoneOffset.UTC),
                        by,
                        key.scope(),
                        key.key(),
                        Buffer.buffer(key.digest()))))
                .map(PackageStore::first);
    }

    Uni<Optional<HandoverRow>> byKey(RequestKey key) {
        return pool.preparedQuery(BY_KEY)
                .execute(Tuple.of(key.scope(), key.key()))
                .map(PackageStore::first);
    }

    /** Up to which fact the dossier goes in that package; empty if no such package was ever made. */
    Uni<Optional<Long>> known(UUID dossier, String sha256) {
        return pool.preparedQuery(KNOWN)
                .execute(Tuple.of(dossier, sha256))
                .map(rows -> Optional.ofNullable(rows.iterator().next().getLong(0)));
    }

    private static Optional<HandoverRow> first(RowSet<Row> rows) {
        for (var row : rows) {
            return Optional.of(new HandoverRow(
                    row.getString("sha256"),
                    row.getString("receipt"),
                    row.getOffsetDateTime("recorded_at").toInstant(),
                    row.getString("recorded_by"),
                    row.getBuffer("request_digest").getBytes()));
        }
        return Optional.empty();
    }
}
