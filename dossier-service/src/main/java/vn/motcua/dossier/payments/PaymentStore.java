package vn.motcua.dossier.payments;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import vn.motcua.dossier.edge.RequestKey;
import vn.motcua.dossier.lifecycle.Gateway;

/** The table of requests for payment. Whoever locks one and then a dossier does so in this order. */
@ApplicationScoped
public class PaymentStore {

    private static final String COLUMNS =
            "reference, dossier_id, citizen, agency, procedure, procedure_version, amount, state, created_at, expires_at, paid_at, gateway";

    private static final String ASK =
            "insert into payment (" + COLUMNS + ", request_scope, request_key, request_digest)" + """
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
            on conflict on constraint payment_request do nothing
            """;

    private static final String FIND = "select " + COLUMNS + " from payment where reference = $1";

    private static final String ASKED =
            "select " + COLUMNS + ", request_digest from payment where request_scope = $1 and request_key = $2";

    private static final String PAID =
            "update payment set state = 'PAID', paid_at = $2, gateway = $3 where reference = $1";

    private static final String PROLONG =
            "update payment set expires_at = $2 where reference = $1 and state = 'OPEN' and expires_at < $2";

    private static final String REFUNDED = "update payment set state = 'REFUNDED' where reference = $1";

    // The payment decides; what came for it goes with it to the dossier.
    private static final String USE = """
            with used as (
                update payment set dossier_id = $2 where reference = $1 and state = 'PAID' and dossier_id is null returning reference),
            gone as (
                update receipt set dossier_id = $2 where reference in (select reference from used) and verdict = 'SETTLED')
            select from used
            """;

    private static final String OPEN_OF = """
            select count(*) from payment
            where citizen = $1 and created_at > $2 and state = 'OPEN' and dossier_id is null
            """;

    // A request that a dossier does not wait for any more is open for nobody.
    private static final String AWAITED =
            "select from dossier where id = $1 and status = 'PAYMENT_REQUIRED' and origin <> 'MIRRORED'";

    /** Keeps a request; false if the key was used before. @param key null where a step's key stands for it */
    public Uni<Boolean> ask(SqlClient client, PaymentRow row, RequestKey key) {
        return client.preparedQuery(ASK)
                .execute(Tuple.tuple(Arrays.asList(
                        row.reference(),
                        row.dossier(),
                        row.citizen(),
                        row.agency(),
                        row.procedure(),
                        row.procedureVersion(),
                        row.amount(),
                        row.state().name(),
                        Cells.utc(row.createdAt()),
                        Cells.utc(row.expiresAt()),
                        Cells.utc(row.paidAt()),
                        row.gateway() == null ? null : row.gateway().name(),
                        key == null ? null : key.scope(),
                        key == null ? null : key.key(),
                        key == null ? null : Buffer.buffer(key.digest()))))
                .map(done -> done.rowCount() == 1);
    }

    public Uni<Optional<PaymentRow>> find(SqlClient client, String reference) {
        return client.preparedQuery(FIND)
                .execute(Tuple.of(reference))
                .map(rows -> Cells.first(rows, PaymentStore::read));
    }

    /** The request, for nobody else to change until the end of the transaction. */
    public Uni<Optional<PaymentRow>> lock(SqlConnection tx, String reference) {
        return tx.preparedQuery(FIND + " for update")
                .execute(Tuple.of(reference))
                .map(rows -> Cells.first(rows, PaymentStore::read));
    }

    /** What a key asked for. @param digest of that request */
    public record Asked(PaymentRow row, byte[] digest) {}

    public Uni<Optional<Asked>> asked(SqlClient client, RequestKey key) {
        return client.preparedQuery(ASKED)
                .execute(Tuple.of(key.scope(), key.key()))
                .map(rows -> Cells.first(rows, row -> new Asked(read(row), Cells.bytes(row, "request_digest"))));
    }

    /** @param gateway that told so; null where it was paid another way */
    public Uni<Void> paid(SqlConnection tx, String reference, Instant at, Gateway gateway) {
        return tx.preparedQuery(PAID)
                .execute(Tuple.of(reference, Cells.utc(at), gateway == null ? null : gateway.name()))
                .replaceWithVoid();
    }

    /** It may be paid for longer, if it still may be paid. */
    public Uni<Void> prolong(SqlConnection tx, String reference, Instant until) {
        return tx.preparedQuery(PROLONG)
                .execute(Tuple.of(reference, Cells.utc(until)))
                .replaceWithVoid();
    }

    public Uni<Void> refunded(SqlConnection tx, String reference) {
        return tx.preparedQuery(REFUNDED).execute(Tuple.of(reference)).replaceWithVoid();
    }

    /** A payment goes to the dossier that names it; false if it is not paid, or was used or given back. */
    public Uni<Boolean> use(SqlConnection tx, String reference, UUID dossier) {
        return tx.preparedQuery(USE).execute(Tuple.of(reference, dossier)).map(rows -> rows.size() == 1);
    }

    /** How many requests a citizen has open that were made since. */
    public Uni<Long> openOf(SqlClient client, String citizen, Instant since) {
        return client.preparedQuery(OPEN_OF)
                .execute(Tuple.of(citizen, Cells.utc(since)))
                .map(rows -> rows.iterator().next().getLong(0));
    }

    /** Whether the dossier waits for a payment. */
    public Uni<Boolean> isAwaited(SqlClient client, UUID dossier) {
        return client.preparedQuery(AWAITED).execute(Tuple.of(dossier)).map(rows -> rows.size() == 1);
    }

    private static PaymentRow read(Row row) {
        return new PaymentRow(
                row.getString("reference"),
                row.getUUID("dossier_id"),
                row.getString("citizen"),
                row.getString("agency"),
                row.getString("procedure"),
                row.getInteger("procedure_version"),
                row.getLong("amount"),
                PaymentRow.State.valueOf(row.getString("state")),
                Cells.instant(row, "created_at"),
                Cells.instant(row, "expires_at"),
                Cells.instant(row, "paid_at"),
                row.getString("gateway") == null ? null : Gateway.valueOf(row.getString("gateway")));
    }
}
