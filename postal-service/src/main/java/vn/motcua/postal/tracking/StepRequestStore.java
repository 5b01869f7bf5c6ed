package vn.motcua.postal.tracking;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HexFormat;
import vn.motcua.dossier.edge.Problem;
import vn.motcua.dossier.edge.ProblemType;
import vn.motcua.dossier.edge.RequestKey;

/** Which steps were taken under which idempotency key. Asked and written under the lock of the row that the step moves. */
@ApplicationScoped
public class StepRequestStore {

    private static final String FIND = "select digest from step_request where scope = $1 and key = $2 and target = $3";
    private static final String KEEP = "insert into step_request (scope, key, target, digest) values ($1, $2, $3, $4)";

    /**
     * Whether this very request was already carried out on that target.
     *
     * @throws Problem 422 if the key was used there for another request
     */
    public Uni<Boolean> done(SqlConnection tx, RequestKey key, String target) {
        return tx.preparedQuery(FIND)
                .execute(Tuple.of(key.scope(), key.key(), target))
                .map(rows -> {
                    if (rows.size() == 0) {
                        return false;
                    }
                    var digest = HexFormat.of().parseHex(rows.iterator().next().getString("digest"));
                    if (key.sameRequest(digest)) {
                        return true;
                    }
                    throw Problem.of(ProblemType.KEY_REUSED)
                            .detail(
                                    "Khóa này đã dùng cho một yêu cầu khác; hãy dùng khóa mới.",
                                    "The key was used for another request; use a new one.");
                });
    }

    /** Keeps the key of a step that succeeded. What was barred is not kept. */
    public Uni<Void> keep(SqlConnection tx, RequestKey key, String target) {
        return tx.preparedQuery(KEEP)
                .execute(Tuple.of(key.scope(), key.key(), target, HexFormat.of().formatHex(key.digest())))
                .replaceWithVoid();
    }
}
