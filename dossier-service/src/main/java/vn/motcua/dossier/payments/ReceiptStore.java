package vn.motcua.dossier.payments;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import vn.motcua.dossier.lifecycle.PaymentMethod;
import vn.motcua.dossier.payments.ReceiptRow.Closed;
import vn.motcua.dossier.payments.ReceiptRow.Closing;
import vn.motcua.dossier.payments.ReceiptRow.Source;
import vn.motcua.dossier.payments.ReceiptRow.Verdict;

/** The table of movements of money. A movement stands in it once, whoever tells of it how often. */
@ApplicationScoped
public class ReceiptStore {

    private static final String TAKE = """
            insert into receipt (source, transaction, reference, dossier_id, agency, amount, method, paid_at, recorded_at, verdict, bar, desk)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
            on conflict on constraint receipt_transaction do nothing
            """;

    private static final String JUDGE = """
            update receipt set verdict = $3, bar = $4, dossier_id = $5, agency = $6 where source = $1 and transaction = $2 and desk = $7
            """;

    private static final String COLUMNS = """
            id, source, desk, transaction, reference, dossier_id, agency, amount, method, paid_at, recorded_at, verdict, bar, due_back_at,
            closed_how, closed_at, closed_by, closed_desk, refund_reference, reason, note, request_scope, request_key, request_digest
            """;

    private static final String TOLD =
            "select " + COLUMNS + " from receipt where source = $1 and desk = $2 and transaction = $3";

    private static final String FIND = "select " + COLUMNS + " from receipt where id = $1";

    private static final String LOCK_DOSSIER = "select from dossier where id = $1 for update";

    // A prepayment that no dossier has named lies on the list once it has lain long enough. What nobody knows is the
    // root agency's.
    private static final String TO_LOOK_AT = "select " + COLUMNS + """
             from receipt r
            where closed_at is null and (verdict <> 'SETTLED' or due_back_at is not null or dossier_id is null)
                and (verdict <> 'SETTLED' or due_back_at is not null or recorded_at < $3)
                and (agency = $1 or agency like $1 || '.%' or agency is null and position('.' in $1) = 0)
                and id > $2
            order by id limit $4
            """;

    private static final String OF_DOSSIER =
            "select " + COLUMNS + " from receipt where dossier_id = $1 order by id limit 200";

    private static final String CLOSE = """
            update receipt set closed_how = $2, closed_at = $3, closed_by = $4, refund_reference = $5, reason = $6, note = $7,
                request_scope = $8, request_key = $9, request_digest = $10, closed_desk = $11
            where id = $1 and closed_at is null
            """;

    // With a dossier goes what came for it, as long as it is open: it may have to be given back.
    private static final String HAND_OVER = """
            with asked as (
                update payment set agency = $2
                where agency = $1 and (state = 'OPEN' or state = 'PAID' and dossier_id is null) returning 1),
            came as (
                update receipt r set agency = $2
                where agency = $1 and closed_at is null
                    and (verdict <> 'SETTLED' or due_back_at is not null or dossier_id is null
                        or exists (select from dossier d where d.id = r.dossier_id and d.agency = $2 and d.ended_at is null))
                returning 1)
            select ((select count(*) from asked) + (select count(*) from came))::int
            """;

    private static final String FORGET = """
            with asked as (
                update payment set citizen = null, request_scope = null, request_key = null, request_digest = null where dossier_id = $1)
            update receipt set note = null, closed_by = null, request_scope = null, request_key = null, request_digest = null
            where dossier_id = $1
            """;

    /** Forgets who paid for a dossier, who closed what and what anybody noted; amounts, references and dates stay. */
    public Uni<Void> forget(SqlConnection tx, UUID dossier) {
        return tx.preparedQuery(FORGET).execute(Tuple.of(dossier)).replaceWithVoid();
    }

    /** What is open of an agency goes to the one that took over: what has to be paid, was paid in advance and not used, or has to be looked at. */
    public Uni<Integer> handOver(SqlConnection tx, String agency, String successor) {
        return tx.preparedQuery(HAND_OVER)
                .execute(Tuple.of(agency, successor))
                .map(rows -> rows.iterator().next().getInteger(0));
    }

    /** Keeps a movement; false if it was told of before, and nothing changes. */
    public Uni<Boolean> take(SqlConnection tx, ReceiptRow row) {
        return tx.preparedQuery(TAKE)
                .execute(Tuple.tuple(Arrays.asList(
                        row.source().name(),
                        row.transaction(),
                        row.reference(),
                        row.dossier(),
                        row.agency(),
                        row.amount(),
                        row.method().name(),
                        Cells.utc(row.paidAt()),
                        Cells.utc(row.recordedAt()),
                        row.verdict().name(),
                        row.bar(),
                        row.desk())))
                .map(done -> done.rowCount() == 1);
    }

    /** Says what became of a movement that was just kept. */
    public Uni<Void> judge(SqlConnection tx, ReceiptRow row) {
        return tx.preparedQuery(JUDGE)
                .execute(Tuple.tuple(Arrays.asList(
                        row.source().name(),
                        row.transaction(),
                        row.verdict().name(),
                        row.bar(),
                        row.dossier(),
                        row.agency(),
                        row.desk())))
                .replaceWithVoid();
    }

    /** The movement that was told of before under the number of this one, in the same books. */
    public Uni<Optional<ReceiptRow>> told(SqlClient client, ReceiptRow again) {
        return client.preparedQuery(TOLD)
                .execute(Tuple.of(again.source().name(), again.desk(), again.transaction()))
                .map(rows -> Cells.first(rows, ReceiptStore::read));
    }

    public Uni<Optional<ReceiptRow>> find(SqlClient client, long id) {
        return client.preparedQuery(FIND).execute(Tuple.of(id)).map(rows -> Cells.first(rows, ReceiptStore::read));
    }

    /** The movement, for nobody else to close. Its dossier comes first: an end of the dossier takes both in this order. */
    public Uni<ReceiptRow> lock(SqlConnection tx, ReceiptRow row) {
        return tx.preparedQuery(LOCK_DOSSIER)
                .execute(Tuple.of(row.dossier()))
                .chain(() -> tx.preparedQuery(FIND + " for update").execute(Tuple.of(row.id())))
                .map(rows -> read(rows.iterator().next()));
    }

    /** What somebody of that agency has to look at, oldest first. @param unusedSince prepayments that came before count as forgotten */
    public Uni<List<ReceiptRow>> toLookAt(SqlClient client, String agency, long after, Instant unusedSince, int most) {
        return client.preparedQuery(TO_LOOK_AT)
                .execute(Tuple.of(agency, after, Cells.utc(unusedSince), most))
                .map(ReceiptStore::all);
    }

    /** All that came for a dossier, oldest first. */
    public Uni<List<ReceiptRow>> ofDossier(SqlClient client, UUID dossier) {
        return client.preparedQuery(OF_DOSSIER).execute(Tuple.of(dossier)).map(ReceiptStore::all);
    }

    /** Closes it; false if somebody has. */
    public Uni<Boolean> close(SqlConnection tx, long id, Closing closing) {
        return tx.preparedQuery(CLOSE)
                .execute(Tuple.tuple(Arrays.asList(
                        id,
                        closing.how().name(),
                        Cells.utc(closing.at()),
                        closing.by(),
                        closing.refundReference(),
                        closing.reason(),
                        closing.note(),
                        closing.requestScope(),
                        closing.requestKey(),
                        Buffer.buffer(closing.requestDigest()),
                        closing.desk())))
                .map(done -> done.rowCount() == 1);
    }

    private static List<ReceiptRow> all(Iterable<Row> rows) {
        var found = new ArrayList<ReceiptRow>();
        rows.forEach(row -> found.add(read(row)));
        return found;
    }

    private static ReceiptRow read(Row row) {
        return new ReceiptRow(
                row.getLong("id"),
                Source.valueOf(row.getString("source")),
                row.getString("desk"),
                row.getString("transaction"),
                row.getString("reference"),
                row.getUUID("dossier_id"),
                row.getString("agency"),
                row.getLong("amount"),
                PaymentMethod.valueOf(row.getString("method")),
                Cells.instant(row, "paid_at"),
                Cells.instant(row, "recorded_at"),
                Verdict.valueOf(row.getString("verdict")),
                row.getString("bar"),
                Cells.instant(row, "due_back_at"),
                closing(row));
    }

    private static Closing closing(Row row) {
        return row.getString("closed_how") == null
                ? null
                : new Closing(
                        Closed.valueOf(row.getString("closed_how")),
                        Cells.instant(row, "closed_at"),
                        row.getString("closed_by"),
                        row.getString("closed_desk"),
                        row.getString("refund_reference"),
                        row.getString("reason"),
                        row.getString("note"),
                        row.getString("request_scope"),
                        row.getString("request_key"),
                        Cells.bytes(row, "request_digest"));
    }
}
