package vn.motcua.dossier.casework;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import vn.motcua.dossier.edge.RequestKey;

/** Dossiers for steps, many in one query, or one. */
final class LoadStatement {

    /** @param key what it did already is loaded too; null: nothing */
    record Asked(UUID id, RequestKey key) {}

    private static final Bindings ASKED = new Bindings("id uuid, request_scope text, request_key text");

    static final String LOADS = "select asked.place, " + KeptColumns.OF_DOSSIER + ", " + KeptColumns.OF_EARLIER
            + " from " + ASKED.relation()
            + """
             join dossier d on d.id = asked.id join applicant a on a.dossier_id = d.id
            left join event e on e.subject = d.id and e.request_scope = asked.request_scope and e.request_key = asked.request_key
            """;

    private LoadStatement() {}

    static Uni<List<Optional<Kept>>> execute(SqlClient client, List<Asked> all) {
        var rows = all.stream()
                .map(one -> Bindings.row(
                        one.id(),
                        one.key() == null ? null : one.key().scope(),
                        one.key() == null ? null : one.key().key()))
                .toList();
        return client.preparedQuery(LOADS).execute(ASKED.tuple(rows)).map(found -> {
            var kept = new ArrayList<Optional<Kept>>(Collections.nCopies(all.size(), Optional.empty()));
            for (var row : found) {
                var columns = new Columns(row);
                kept.set((int) columns.number() - 1, Optional.of(KeptColumns.read(columns)));
            }
            return kept;
        });
    }
}
