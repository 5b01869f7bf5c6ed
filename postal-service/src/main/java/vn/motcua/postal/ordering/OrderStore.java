package vn.motcua.postal.ordering;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.motcua.postal.ordering.CarrierOrder.Party;
import vn.motcua.postal.returns.TrackingNumber;
import vn.motcua.postal.tracking.Columns;

/** The send-once ledger. Instances share the work: a row is one instance's until its lease ends. Leases are on real time. */
@ApplicationScoped
class OrderStore {

    private static final String TAKE = """
            with due as (
                select return_id, state, cancel_requested from carrier_order
                where due_at <= clock_timestamp()
                  and (state in ('PLANNED', 'SENDING', 'IN_DOUBT') or (state = 'ORDERED' and cancel_requested))
                order by due_at limit $1 for update skip locked)
            , taken as (
                update carrier_order o
                set state = case when due.state = 'PLANNED' and due.cancel_requested then 'CANCELLED'
                                 when due.state = 'PLANNED' then 'SENDING'
                                 when due.state = 'SENDING' then 'IN_DOUBT' else due.state end,
                    lease = $2, due_at = clock_timestamp() + $3 * interval '1 millisecond', attempts = o.attempts + 1
                from due where o.return_id = due.return_id
                returning o.return_id, o.order_number, o.state, o.attempts, o.cancel_requested, o.planned_at)
            select t.*, r.agency, r.result_count from taken t join postal_return r on r.id = t.return_id""";

    private static final String RECEIVER = """
            select p.name, p.phone, p.address, p.commune, p.province
            from postal_return r left join recipient p on p.dossier_id = r.dossier_id where r.id = $1""";

    /** Whoever learns the number may say so: the lease does not matter, the truth does. */
    private static final String ACCEPT = """
            update carrier_order
            set state = 'ORDERED', tracking_number = $2, ordered_at = clock_timestamp(), reason = null, lease = null, attempts = 0,
                due_at = clock_timestamp()
            where return_id = $1 and state in ('SENDING', 'IN_DOUBT')""";

    /** What was to be taken back anyway is done with once it is known not to have arrived. */
    private static final String PUT = """
            update carrier_order
            set state = case when cancel_requested and tracking_number is null and $3 in ('PLANNED', 'FAILED') then 'CANCELLED'
                             else $3 end,
                reason = $4, lease = null, due_at = clock_timestamp() + $5 * interval '1 millisecond',
                cancel_requested = cancel_requested and $3 <> 'FAILED'
            where return_id = $1 and lease = $2""";

    private static final String REQUEST_CANCELLATION = """
            update carrier_order
            set cancel_requested = true, due_at = case when state in ('PLANNED', 'ORDERED') then clock_timestamp() else due_at end,
                state = case when state = 'FAILED' then 'CANCELLED' else state end
            where return_id = any($1) and state <> 'CANCELLED'""";

    /** The parcel is on its way and should not be. The mark goes when the parcel has come to its end. */
    private static final String LEAVE_TO_CLERK =
            "update carrier_order set state = 'FAILED', reason = $2 where return_id = any($1) and state = 'ORDERED'";

    private static final String LOCK = """
            select r.agency, r.status, o.state, o.retries, o.tracking_number
            from carrier_order o join postal_return r on r.id = o.return_id where o.return_id = $1 for update of o""";

    private static final String RETRY = """
            update carrier_order
            set state = 'PLANNED', retries = retries + 1, attempts = 0, reason = null, lease = null,
                due_at = clock_timestamp(), planned_at = clock_timestamp()
            where return_id = $1""";

    private final Pool pool;

    /** An order as a clerk finds it, locked. */
    record Standing(String agency, OrderState state, int retries, boolean failed) {}

    OrderStore(Pool pool) {
        this.pool = pool;
    }

    /** Takes what is due, at most so many. Its own transaction. */
    Uni<List<DueOrder>> take(int most, Duration lease) {
        var token = UUID.randomUUID();
        return pool.preparedQuery(TAKE)
                .execute(Tuple.of(most, token, lease.toMillis()))
                .map(rows -> {
                    var due = new ArrayList<DueOrder>(rows.size());
                    rows.forEach(row -> due.add(order(row, token)));
                    return due;
                });
    }

    /**
     * Whom the parcel goes to; fields may be null. Asked after the order was taken, and not with it: who changes the recipient either finds the order
     * on the wire, or is done before this is read.
     */
    Uni<Party> receiver(DueOrder order) {
        return pool.preparedQuery(RECEIVER)
                .execute(Tuple.of(order.returnId()))
                .map(rows -> party(rows.iterator().next()));
    }

    /** The carrier has it. Answers false if that was known. */
    Uni<Boolean> accept(SqlConnection tx, UUID returnId, TrackingNumber number) {
        return tx.preparedQuery(ACCEPT)
                .execute(Tuple.of(returnId, number.text()))
                .map(rows -> rows.rowCount() == 1);
    }

    /** Gives the order back in that state, to be looked at again after so long. Nothing if the lease was lost. Its own transaction. */
    Uni<Void> put(DueOrder order, OrderState state, String reason, Duration after) {
        return pool.preparedQuery(PUT)
                .execute(Tuple.of(order.returnId(), order.lease(), state.name(), reason, after.toMillis()))
                .replaceWithVoid();
    }

    /** Asks for these orders to be taken back, wherever they stand. */
    Uni<Void> requestCancellation(SqlConnection tx, List<UUID> returnIds) {
        return returnIds.isEmpty()
                ? Uni.createFrom().voidItem()
                : tx.preparedQuery(REQUEST_CANCELLATION)
                        .execute(Tuple.of(returnIds.toArray(UUID[]::new)))
                        .replaceWithVoid();
    }

    /** Puts orders whose parcels the carrier has on the list of what a clerk has to look at. */
    Uni<Void> leaveToClerk(SqlConnection tx, List<UUID> returnIds, String why) {
        return returnIds.isEmpty()
                ? Uni.createFrom().voidItem()
                : tx.preparedQuery(LEAVE_TO_CLERK)
                        .execute(Tuple.of(returnIds.toArray(UUID[]::new), why))
                        .replaceWithVoid();
    }

    /** The order of that parcel, if there is one. */
    Uni<Optional<Standing>> lock(SqlConnection tx, UUID returnId) {
        return tx.preparedQuery(LOCK)
                .execute(Tuple.of(returnId))
                .map(rows -> rows.size() == 0
                        ? Optional.empty()
                        : Optional.of(standing(rows.iterator().next())));
    }

    /** To be sent again at once, as if it were new. */
    Uni<Void> retry(SqlConnection tx, UUID returnId) {
        return tx.preparedQuery(RETRY).execute(Tuple.of(returnId)).replaceWithVoid();
    }

    /** One that has a tracking number did not fail to get there, but to be taken back. */
    private static Standing standing(Row row) {
        var state = OrderState.valueOf(row.getString("state"));
        return new Standing(
                row.getString("agency"),
                state,
                row.getInteger("retries"),
                state == OrderState.FAILED
                        && row.getString("status").equals("PLANNED")
                        && row.getString("tracking_number") == null);
    }

    private static Party party(Row row) {
        var address = Stream.of(row.getString("address"), row.getString("commune"), row.getString("province"))
                .filter(Objects::nonNull)
                .filter(part -> !part.isBlank())
                .collect(Collectors.joining(", "));
        return new Party(row.getString("name"), address, row.getString("phone"));
    }

    private static DueOrder order(Row row, UUID lease) {
        return new DueOrder(
                row.getUUID("return_id"),
                row.getString("order_number"),
                OrderState.valueOf(row.getString("state")),
                row.getInteger("attempts"),
                row.getBoolean("cancel_requested"),
                Columns.instant(row.getOffsetDateTime("planned_at")),
                lease,
                row.getString("agency"),
                row.getInteger("result_count"));
    }
}
