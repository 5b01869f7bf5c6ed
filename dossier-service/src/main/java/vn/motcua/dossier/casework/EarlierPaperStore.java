package vn.motcua.dossier.casework;

import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import vn.motcua.dossier.casework.FilingStore.Known;
import vn.motcua.dossier.lifecycle.Document;

/** Papers that lie in dossiers, each with its dossier as it stands. Says nothing about who may file them again. */
@ApplicationScoped
class EarlierPaperStore {

    private static final String PAPERS = "select " + KeptColumns.OF_DOSSIER_ALONE + """
            , w.id_number as owner_number, o.id as document, o.component, o.kind, o.result, o.sha256, o.bytes, o.media_type, o.signature,
                o.signature_broken, o.added_at
            """;

    private static final String NAMED = PAPERS + """
            from document o join dossier d on d.id = o.dossier_id join applicant w on w.dossier_id = d.id
            where o.id = any($1::uuid[])
            """;

    /** Of nobody where there is neither account nor number. Ids of dossiers grow with time: the newest come from the end of the index. */
    static final String OF_OWNER = """
            with owned as (
                (select d.id, null as id_number from dossier d where d.citizen = $1 and d.id <> $3 order by d.submitted_at desc, d.id limit 200)
                union all
                (select a.dossier_id, a.id_number from applicant a where a.id_number = $2 and a.dossier_id <> $3
                order by a.dossier_id desc limit 200))
            """ + PAPERS + """
            from owned w join dossier d on d.id = w.id join document o on o.dossier_id = d.id
            order by o.added_at desc, o.id desc
            limit 1000
            """;

    private final Pool pool;

    EarlierPaperStore(@ReactiveDataSource("casework") Pool pool) {
        this.pool = pool;
    }

    /** These papers of any dossiers. */
    Uni<List<EarlierPaper>> named(Collection<UUID> ids) {
        return ids.isEmpty()
                ? Uni.createFrom().item(List.of())
                : found(NAMED, Tuple.of((Object) ids.toArray(UUID[]::new)));
    }

    /**
     * The papers of an owner's newest 200 dossiers but this one, the last filed first, at most 1,000.
     *
     * @param citizen account; null: not asked for
     * @param idNumber null: not asked for
     */
    Uni<List<EarlierPaper>> ofOwner(String citizen, String idNumber, UUID but) {
        return found(OF_OWNER, Tuple.of(citizen, idNumber, but));
    }

    private Uni<List<EarlierPaper>> found(String query, Tuple values) {
        return pool.preparedQuery(query).execute(values).map(rows -> {
            var papers = new ArrayList<EarlierPaper>();
            rows.forEach(row -> papers.add(paper(row)));
            return papers;
        });
    }

    private static EarlierPaper paper(Row row) {
        var file = new Known(
                row.getString("sha256"),
                row.getLong("bytes"),
                row.getString("media_type"),
                row.getString("signature"),
                row.getBoolean("signature_broken"));
        return new EarlierPaper(
                row.getUUID("document"),
                row.getString("component"),
                Document.Kind.valueOf(row.getString("kind")),
                row.getBoolean("result"),
                file,
                row.getOffsetDateTime("added_at").toInstant(),
                KeptColumns.read(row),
                row.getString("owner_number"));
    }
}
