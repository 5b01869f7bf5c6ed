package vn.motcua.dossier.casework;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.UUID;

/** Takes away what is private of a dossier. Its facts stay: no hash covers any of this. */
final class ErasureStore {

    private static final String HOLD =
            "select from dossier d join applicant a on a.dossier_id = d.id where d.id = $1 for update of d, a";

    /** Without the salt nobody can try out whose name has the digest that the facts carry. An empty one says that the row was emptied. */
    private static final String EMPTY = """
            with person as (
                update applicant set name = null, id_number = null, phone = null, email = null, address = null, commune = null,
                    province = null, notify_by_sms = false, notify_by_email = false, language = 'vi', components = '[]',
                    authorised_person = null, salt = ''
                where dossier_id = $1),
            keys as (delete from creation where dossier_id = $1),
            acting as (delete from acted_under where dossier_id = $1),
            proposals as (delete from correction_proposal where dossier_id = $1)
            update event set actor = null, note = null, request_scope = null, request_key = null, request_digest = null,
                correlation_id = null, traceparent = null
            where subject = $1
            """;

    private ErasureStore() {}

    /** The dossier first, then its people: in the order in which a step takes them. Whether there is such a dossier. */
    static Uni<Boolean> hold(SqlConnection tx, UUID dossier) {
        return tx.preparedQuery(HOLD).execute(Tuple.of(dossier)).map(rows -> rows.size() == 1);
    }

    static Uni<Void> empty(SqlConnection tx, UUID dossier) {
        return tx.preparedQuery(EMPTY).execute(Tuple.of(dossier)).replaceWithVoid();
    }
}
