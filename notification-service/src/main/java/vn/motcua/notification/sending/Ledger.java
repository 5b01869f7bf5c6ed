package vn.motcua.notification.sending;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.stream.StreamSupport;
import vn.motcua.notification.notices.Channel;
import vn.motcua.notification.notices.NoticeState;
import vn.motcua.notification.notices.Reasons;
import vn.motcua.notification.notices.Settlement;

/**
 * The send-once ledger. Each method is one statement and so one transaction; any number of instances may use it. Leases and pauses are measured by
 * the database's clock, which all instances share.
 */
@ApplicationScoped
class Ledger {

    // Of one dossier and channel the earlier notice goes first: a second one that is due waits until the first is out.
    private static final String LEASE = """
            with due as (
                select id from notice n where state = 'PLANNED' and channel = $1 and due_at <= now() and not exists (
                    select 1 from notice e where e.dossier_id = n.dossier_id and e.channel = n.channel and e.position < n.position
                    and (e.state = 'SENDING' or e.state = 'PLANNED' and e.due_at <= now()))
                order by due_at, position limit $2 for update skip locked)
            update notice n set state = 'SENDING', attempt = attempt + 1, lease_until = now() + $3::bigint * interval '1 millisecond',
                due_at = null, row_version = row_version + 1
            from due where n.id = due.id and n.state = 'PLANNED'
            returning n.id, n.channel, n.address, n.subject, n.body, n.wording, n.attempt, n.failures""";

    // A certain answer that comes after the lease was given up still settles the doubt. Nothing is planned again for an
    // address that was erased, or to tell what was taken back meanwhile.
    private static final String SETTLE = """
            update notice set lease_until = null, row_version = row_version + 1, provider_id = coalesce($5::text, provider_id),
                state = case when $3::text = 'PLANNED' and (address is null or superseded) then 'SUPPRESSED' else $3 end,
                reason = case when $3 = 'PLANNED' and address is null then case when body is null then $7::text else $9::text end when $3 = 'PLANNED' and superseded then $8::text else $4::text end,
                failures = failures + case when $3 = 'PLANNED' then 1 else 0 end,
                asks = case when $3 = 'PLANNED' then 0 else asks end,
                due_at = case when $3 = 'IN_DOUBT' or $3 = 'PLANNED' and address is not null and not superseded
                    then now() + $6::bigint * interval '1 millisecond' end,
                sent_at = case when $3 = 'SENT' then now() end
            where id = $1 and attempt = $2 and (state = 'SENDING' or state = 'IN_DOUBT' and $3 <> 'IN_DOUBT')""";

    private static final String EXPIRE = """
            update notice set state = 'IN_DOUBT', reason = $1, lease_until = null, due_at = now(), row_version = row_version + 1
            where state = 'SENDING' and lease_until < now() returning channel""";

    private static final String TO_ASK = """
            with due as (
                select id from notice where state = 'IN_DOUBT' and channel = 'SMS' and due_at <= now()
                order by due_at limit $1 for update skip locked)
            update notice n set asks = asks + 1,
                due_at = now() + least($3::float8, $2::float8 * power(2, least(n.asks, 20))) * interval '1 millisecond'
            from due where n.id = due.id
            returning n.id, n.channel, n.address, n.subject, n.body, n.wording, n.attempt, n.failures""";

    private static final String LEVELS = """
            select channel, count(*) filter (where state = 'IN_DOUBT') as in_doubt, count(*) filter (where state = 'PLANNED') as planned,
                coalesce(extract(epoch from now() - min(planned_at) filter (where state = 'PLANNED')), 0)::float8 as oldest
            from notice where state in ('PLANNED', 'IN_DOUBT') group by channel""";

    private final Pool pool;
    private final SendingConfig config;

    Ledger(Pool pool, SendingConfig config) {
        this.pool = pool;
        this.config = config;
    }

    /** How much of one channel is open, and the age in seconds of the oldest planned notice. */
    record Level(Channel channel, long planned, long inDoubt, double oldestSeconds) {}

    /** Takes notices that are due, each for one call of a provider. Committed when it completes. */
    Uni<List<Outgoing>> lease(Channel channel, int most) {
        return pool.preparedQuery(LEASE)
                .execute(Tuple.of(channel.name(), most, config.lease().toMillis()))
                .map(Ledger::outgoing);
    }

    /** Writes the outcome of a call. False when it is not this call's to write any more. */
    Uni<Boolean> settle(Outgoing notice, Settlement settlement) {
        var pause = settlement.state() == NoticeState.IN_DOUBT ? config.askAfter() : settlement.after();
        return pool.preparedQuery(SETTLE)
                .execute(Tuple.tuple()
                        .addUUID(notice.id())
                        .addInteger(notice.attempt())
                        .addString(settlement.state().name())
                        .addString(settlement.reason())
                        .addString(settlement.providerId())
                        .addLong((pause == null ? Duration.ZERO : pause).toMillis())
                        .addString(Reasons.ERASED)
                        .addString(Reasons.SUPERSEDED)
                        .addString(Reasons.NOT_WANTED))
                .map(result -> result.rowCount() == 1);
    }

    /** Names in doubt whatever was being sent by somebody who did not come back. Answers how many. */
    Uni<Integer> expire() {
        return pool.preparedQuery(EXPIRE)
                .execute(Tuple.of(Reasons.LEASE_EXPIRED))
                .map(RowSet::rowCount);
    }

    /** Messages in doubt about which the gateway is to be asked now; each is asked again later, after twice the pause. */
    Uni<List<Outgoing>> toAsk(int most) {
        return pool.preparedQuery(TO_ASK)
                .execute(Tuple.tuple()
                        .addInteger(most)
                        .addDouble((double) config.askAfter().toMillis())
                        .addDouble((double) config.longestAskPause().toMillis()))
                .map(Ledger::outgoing);
    }

    Uni<List<Level>> levels() {
        return pool.query(LEVELS)
                .execute()
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> new Level(
                                Channel.valueOf(row.getString("channel")),
                                row.getLong("planned"),
                                row.getLong("in_doubt"),
                                row.getDouble("oldest")))
                        .toList());
    }

    private static List<Outgoing> outgoing(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(row -> new Outgoing(
                        row.getUUID("id"),
                        Channel.valueOf(row.getString("channel")),
                        row.getString("address"),
                        row.getString("subject"),
                        row.getString("body"),
                        row.getString("wording"),
                        row.getInteger("attempt"),
                        row.getInteger("failures")))
                .toList();
    }
}
