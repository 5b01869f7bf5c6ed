package vn.motcua.dossier.casework;

import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** What uploads are known to be before they are filed. Whether they are still there is decided by the statement that files them. */
@ApplicationScoped
class FilingStore {

    /**
     * A file.
     *
     * @param signature what was found of its signatures when it was sent; null for what is no PDF
     * @param broken whether it has a signature that does not hold
     */
    record Known(String sha256, long bytes, String mediaType, String signature, boolean broken) {

        private static final String NOT_SIGNED = "NOT_SIGNED";
        private static final Set<String> NOT_JUDGED = Set.of("FILE_UNREADABLE", "FILE_NOT_LOOKED_INTO");

        /** Whether it says that it is signed and nobody could look whether that holds. */
        boolean isNotJudged() {
            return NOT_JUDGED.contains(String.valueOf(signature));
        }

        /** Whether a signature was found in it and looked into, whatever came of that. */
        boolean isSigned() {
            return signature != null && !signature.equals(NOT_SIGNED) && !isNotJudged();
        }
    }

    private static final String UPLOADS = """
            select id, sha256, bytes, media_type, signature, signature_broken from upload
            where id = any($1::uuid[]) and account = $2 and ready and expires_at > $3
            """;

    private static final String HOLD = "select from dossier where id = $1 for update";

    private static final String OPENED = """
            select exists (select from reading
            where dossier_id = $1 and what = 'DOCUMENT' and document_id = any($2::uuid[]) and 'citizen' = any(string_to_array(roles, ' '))
            union all select from document where source = any($2::uuid[]))
            """;

    private final Pool pool;

    FilingStore(@ReactiveDataSource("casework") Pool pool) {
        this.pool = pool;
    }

    /** Those of these uploads that the account sent and may still use. */
    Uni<Map<UUID, Known>> uploads(Collection<UUID> ids, String account, Instant at) {
        return ids.isEmpty()
                ? Uni.createFrom().item(Map.of())
                : pool.preparedQuery(UPLOADS)
                        .execute(Tuple.of(ids.toArray(UUID[]::new), account, at.atOffset(ZoneOffset.UTC)))
                        .map(rows -> {
                            var known = new HashMap<UUID, Known>();
                            rows.forEach(row -> known.put(row.getUUID(0), known(row)));
                            return known;
                        });
    }

    /**
     * Whether the applicant has opened one of these documents of the dossier, or filed it in another, where they open it too. Holds the dossier, so that
     * nobody opens one until the transaction ends.
     */
    static Uni<Boolean> isOpened(SqlConnection tx, UUID dossier, Collection<UUID> documents) {
        return documents.isEmpty()
                ? Uni.createFrom().item(false)
                : tx.preparedQuery(HOLD)
                        .execute(Tuple.of(dossier))
                        .chain(() ->
                                tx.preparedQuery(OPENED).execute(Tuple.of(dossier, documents.toArray(UUID[]::new))))
                        .map(rows -> rows.iterator().next().getBoolean(0));
    }

    private static Known known(Row row) {
        return new Known(row.getString(1), row.getLong(2), row.getString(3), row.getString(4), row.getBoolean(5));
    }
}
