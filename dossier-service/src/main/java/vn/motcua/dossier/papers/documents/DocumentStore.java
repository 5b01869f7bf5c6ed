package vn.motcua.dossier.papers.documents;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import vn.motcua.dossier.casework.Paper;
import vn.motcua.dossier.casework.PrivateColumns;
import vn.motcua.dossier.lifecycle.Document;

/** The files of dossiers. Says nothing about rights. */
@ApplicationScoped
class DocumentStore {

    private static final String COLUMNS =
            "select id, component, kind, result, sha256, salt, bytes, media_type, pages, added_at, signature, names"
                    + " from document left join file_signer using (sha256) where dossier_id = $1 ";

    private static final String ALL = COLUMNS + "order by sequence, id";

    private static final String ONE = COLUMNS + "and id = $2";

    private static final String PAPERS = "select components from applicant where dossier_id = $1";

    private static final String FORGET = """
            with gone as (delete from document where dossier_id = $1 returning sha256),
            mark as (
                insert into object_removal (sha256, since) select distinct sha256, $2::timestamptz from gone on conflict do nothing)
            select distinct sha256 from gone order by sha256
            """;

    /** A file as it was filed. @param signature what was found of its signatures; null for what is no PDF */
    record Filed(Document document, Instant addedAt, String signature, List<String> signers) {}

    private final Pool pool;

    DocumentStore(Pool pool) {
        this.pool = pool;
    }

    /** All of a dossier, as they came. */
    Uni<List<Filed>> of(UUID dossier) {
        return pool.preparedQuery(ALL).execute(Tuple.of(dossier)).map(rows -> {
            var all = new ArrayList<Filed>();
            rows.forEach(row -> all.add(filed(row)));
            return all;
        });
    }

    Uni<Optional<Filed>> one(UUID dossier, UUID document) {
        return pool.preparedQuery(ONE).execute(Tuple.of(dossier, document)).map(rows -> {
            for (var row : rows) {
                return Optional.of(filed(row));
            }
            return Optional.empty();
        });
    }

    /** The papers that were handed in, as reception or the applicant said. */
    Uni<List<Paper>> papers(UUID dossier) {
        return pool.preparedQuery(PAPERS).execute(Tuple.of(dossier)).map(rows -> {
            for (var row : rows) {
                return PrivateColumns.papers(row.getString(0));
            }
            return List.of();
        });
    }

    /** Takes the files away; their bytes go when nothing else refers to them. @return {@code sha256:…} of each */
    static Uni<List<String>> forget(SqlConnection tx, UUID dossier, Instant at) {
        return tx.preparedQuery(FORGET)
                .execute(Tuple.of(dossier, at.atOffset(ZoneOffset.UTC)))
                .map(rows -> {
                    var gone = new ArrayList<String>();
                    rows.forEach(row -> gone.add(row.getString(0)));
                    return gone;
                });
    }

    private static Filed filed(Row row) {
        return new Filed(
                new Document(
                        row.getUUID(0),
                        row.getString(1),
                        Document.Kind.valueOf(row.getString(2)),
                        row.getBoolean(3),
                        row.getString(4),
                        row.getString(5),
                        row.getLong(6),
                        row.getString(7),
                        row.getInteger(8)),
                row.getOffsetDateTime(9).toInstant(),
                row.getString(10),
                row.getArrayOfStrings(11) == null ? List.of() : List.of(row.getArrayOfStrings(11)));
    }
}
