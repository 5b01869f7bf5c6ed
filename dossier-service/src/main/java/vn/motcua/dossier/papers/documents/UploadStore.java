package vn.motcua.dossier.papers.documents;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import vn.motcua.dossier.papers.signing.Verdict;

/** The upload area, and which objects may go. */
@ApplicationScoped
class UploadStore {

    private static final String UNUSED = "select count(*) from upload where account = $1";

    private static final String BEGIN = """
            insert into upload (id, account, sha256, bytes, media_type, sent_at, expires_at, signature, signature_broken, ready)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, false)
            """;

    private static final String KEEP = "delete from object_removal where sha256 = $1";

    private static final String POSTPONE = "update object_removal set since = $2 where sha256 = $1";

    // Not before: what is said of the same bytes may be on its way out with them.
    private static final String READY = """
            with signers as (
                insert into file_signer (sha256, names) select $2, $3 where cardinality($3::text[]) > 0 on conflict do nothing)
            update upload set ready = true where id = $1
            """;

    private static final String DROP = """
            with gone as (delete from upload where id = $1 and account = $2 returning sha256),
            mark as (
                insert into object_removal (sha256, since) select sha256, $3 from gone on conflict do nothing)
            select count(*) from gone
            """;

    private static final String EXPIRE = """
            with late as (
                select id from upload where expires_at <= $1 order by expires_at, id limit $2 for update skip locked),
            gone as (delete from upload u using late where u.id = late.id returning u.sha256),
            mark as (
                insert into object_removal (sha256, since) select distinct sha256, $1 from gone on conflict do nothing)
            select count(*) from gone
            """;

    private static final String REMOVALS =
            "select sha256 from object_removal where since <= $1 order by since, sha256 limit $2";

    private static final String HOLD = "select from object_removal where sha256 = $1 for update skip locked";

    private static final String NEEDED = """
            select exists (select from upload where sha256 = $1) or exists (select from document where sha256 = $1)
                or exists (select from form where sha256 = substring($1 from 8))
                or exists (select from register where sha256 = substring($1 from 8))
            """;

    private static final String UNMARK = "delete from object_removal where sha256 = $1";

    private static final String REMOVED =
            "with signers as (delete from file_signer where sha256 = $1) delete from object_removal where sha256 = $1";

    private final Pool pool;

    UploadStore(Pool pool) {
        this.pool = pool;
    }

    /** How many uploads of the account no dossier has. */
    Uni<Long> unused(String account) {
        return number(UNUSED, Tuple.of(account));
    }

    /** Refers to the object from now on; it cannot be used before it is {@link #ready}. */
    Uni<Void> begin(UploadView upload, String account, Instant at) {
        SignatureView signature = upload.signature();
        return pool.preparedQuery(BEGIN)
                .execute(Tuple.from(new Object[] {
                    upload.id(),
                    account,
                    upload.sha256(),
                    upload.bytes(),
                    upload.mediaType(),
                    utc(at),
                    utc(upload.expiresAt()),
                    signature == null ? null : signature.reason().name(),
                    signature != null && signature.result() == Verdict.Result.INVALID
                }))
                .replaceWithVoid();
    }

    /**
     * Takes the mark of an object away that is needed again: after {@link #begin}, in a statement of its own, so that whoever looks at the mark later sees
     * what needs it. Waits for whoever is deleting the object at this moment.
     */
    Uni<Void> keep(String sha256) {
        return pool.preparedQuery(KEEP).execute(Tuple.of(sha256)).replaceWithVoid();
    }

    /** Nobody tries to delete the object before then. */
    Uni<Void> postpone(String sha256, Instant until) {
        return pool.preparedQuery(POSTPONE)
                .execute(Tuple.of(sha256, utc(until)))
                .replaceWithVoid();
    }

    /** The store has the bytes. False if it was swept meanwhile. */
    Uni<Boolean> ready(UploadView upload) {
        var signature = upload.signature();
        var names = signature == null ? new String[0] : signature.signers().toArray(String[]::new);
        return pool.preparedQuery(READY)
                .execute(Tuple.of(upload.id(), upload.sha256(), names))
                .map(rows -> rows.rowCount() == 1);
    }

    /** Whether the account had such an upload; it is gone now. */
    Uni<Boolean> drop(UUID id, String account, Instant at) {
        return number(DROP, Tuple.of(id, account, utc(at))).map(gone -> gone == 1);
    }

    /** How many uploads went because their time was over, at most so many. */
    Uni<Long> expire(Instant at, int most) {
        return number(EXPIRE, Tuple.of(utc(at), most));
    }

    /** Objects that may be deleted by then, oldest mark first. */
    Uni<List<String>> removals(Instant at, int most) {
        return pool.preparedQuery(REMOVALS).execute(Tuple.of(utc(at), most)).map(rows -> {
            var found = new ArrayList<String>();
            rows.forEach(row -> found.add(row.getString(0)));
            return found;
        });
    }

    /**
     * Deletes an object if nothing refers to it, and takes its mark away. The mark's row is held meanwhile, so that one instance does it; whoever
     * sends the same bytes waits for the mark to go.
     *
     * @return whether it was deleted; empty where another instance is at it
     */
    Uni<Optional<Boolean>> remove(String sha256, Supplier<Uni<Void>> delete) {
        return pool.withTransaction(connection -> connection
                .preparedQuery(HOLD)
                .execute(Tuple.of(sha256))
                .chain(held -> held.size() == 0
                        ? Uni.createFrom().item(Optional.empty())
                        : remove(connection, sha256, delete).map(Optional::of)));
    }

    private static Uni<Boolean> remove(SqlConnection connection, String sha256, Supplier<Uni<Void>> delete) {
        return connection
                .preparedQuery(NEEDED)
                .execute(Tuple.of(sha256))
                .map(rows -> rows.iterator().next().getBoolean(0))
                .chain(needed -> (needed ? Uni.createFrom().voidItem() : delete.get())
                        .chain(() -> connection
                                .preparedQuery(needed ? UNMARK : REMOVED)
                                .execute(Tuple.of(sha256)))
                        .replaceWith(!needed));
    }

    private Uni<Long> number(String query, Tuple values) {
        return pool.preparedQuery(query)
                .execute(values)
                .map(rows -> rows.iterator().next().getLong(0));
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
