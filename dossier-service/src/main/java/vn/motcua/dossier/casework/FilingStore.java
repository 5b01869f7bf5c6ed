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

/** What files are known to be before they are filed. Whether they are still there is decided by the statement that files them. */
@ApplicationScoped
class FilingStore {

    /**
     * A file.
     *
     * @param citizen owner of the dossier that it is in; null for an upload, and where nobody logged in
     * @param signature what was found of its signatures when it was sent; null for what is no PDF
     * @param broken whether it has a signature that does not hold
     */
    record Known(String sha256, long bytes, String mediaType, String citizen, String signature, boolean broken) {

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
            select id, sha256, bytes, media_type, null::text, signature, signature_broken, false, null::text from upload
            where id = any($1::uuid[]) and account = $2 and ready and expires_at > $3
            """;

    // A result is taken over only once it was given: decided, paid, and not taken back.
    private static final String DOCUMENTS = """
            select o.id, o.sha256, o.bytes, o.media_type, d.citizen, o.signature, o.signature_broken, o.result,
                case when o.result then d.course end
            from document o join dossier d on d.id = o.dossier_id
            where o.id = any($1::uuid[]) and (not o.result or d.completed_at is not null)
            """;

    private static final String OPENED = """
            select exists (select from reading
            where dossier_id = $1 and what = 'DOCUMENT' and document_id = any($2::uuid[]) and 'citizen' = any(string_to_array(roles, ' ')))
            """;

    private final Pool pool;

    FilingStore(@ReactiveDataSource("casework") Pool pool) {
        this.pool = pool;
    }

    /** Those of these uploads that the account sent and may still use. */
    Uni<Map<UUID, Known>> uploads(Collection<UUID> ids, String account, Instant at) {
        return ids.isEmpty()
                ? Uni.createFrom().item(Map.of())
                : found(UPLOADS, Tuple.of(ids.toArray(UUID[]::new), account, at.atOffset(ZoneOffset.UTC)));
    }

    /** These documents of any dossiers. */
    Uni<Map<UUID, Known>> documents(Collection<UUID> ids) {
        return ids.isEmpty() ? Uni.createFrom().item(Map.of()) : found(DOCUMENTS, Tuple.of(ids.toArray(UUID[]::new)));
    }

    /** Whether the applicant has opened one of these documents of the dossier. */
    static Uni<Boolean> isOpened(SqlConnection tx, UUID dossier, Collection<UUID> documents) {
        return documents.isEmpty()
                ? Uni.createFrom().item(false)
                : tx.preparedQuery(OPENED)
                        .execute(Tuple.of(dossier, documents.toArray(UUID[]::new)))
                        .map(rows -> rows.iterator().next().getBoolean(0));
    }

    private Uni<Map<UUID, Known>> found(String query, Tuple values) {
        return pool.preparedQuery(query).execute(values).map(rows -> {
            var known = new HashMap<UUID, Known>();
            for (Row row : rows) {
                if (row.getBoolean(7) && !isGiven(row.getUUID(0), row.getString(8))) {
                    continue;
                }
                known.put(
                        row.getUUID(0),
                        new Known(
                                row.getString(1),
                                row.getLong(2),
                                row.getString(3),
                                row.getString(4),
                                row.getString(5),
                                row.getBoolean(6)));
            }
            return known;
        });
    }

    private static boolean isGiven(UUID result, String course) {
        var known = CourseText.read(course);
        return known.owed().outstanding() == 0 && known.resultFiles().contains(result);
    }
}
