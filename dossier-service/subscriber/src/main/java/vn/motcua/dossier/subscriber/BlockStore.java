package vn.motcua.dossier.subscriber;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;

/** Stops a subject whose event cannot be applied, and notes what became of parked ones. All under the subject's row lock. */
@ApplicationScoped
class BlockStore {

    private static final String DEFER = """
            update inbox set block = 'NOT_YET', block_reason = $4, blocked_since = coalesce(blocked_since, now()), tries = tries + 1,
                retry_at = now() + least($6::float8, $5::float8 * power(2, least(tries, 30))) * interval '1 second'
            where stream = $1 and source = $2 and subject = $3""";

    private static final String PARK = """
            with stopped as (
                update inbox set block = 'PARKED', block_reason = $10, blocked_since = coalesce(blocked_since, now()), retry_at = null
                where stream = $1 and source = $2 and subject = $3)
            insert into parked_event (stream, source, subject, sequence, event_id, type, topic, partition, record_offset, reason)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
            on conflict (stream, source, subject) where resolved_at is null do update
            set reason = excluded.reason, tries = parked_event.tries + 1, last_tried_at = now()""";

    private static final String RESOLVE = """
            update parked_event set resolved_at = now(), resolved_by = $5,
                resolution = case when sequence = $6 then 'DISCARDED' else 'RELEASED' end,
                discard_reason = case when sequence = $6 then $7 end
            where stream = $1 and source = $2 and subject = $3 and resolved_at is null and sequence <= $4""";

    private final SubscriberConfig config;

    BlockStore(SubscriberConfig config) {
        this.config = config;
    }

    /** The subject waits and is tried again later, each time after twice the pause. */
    Uni<Void> defer(SqlConnection tx, String stream, Subject subject, NotYet missing) {
        return tx.preparedQuery(DEFER)
                .execute(key(stream, subject)
                        .addString(ParkingReason.bounded(missing.getMessage()))
                        .addDouble(config.firstRetry().toMillis() / 1000.0)
                        .addDouble(config.longestRetry().toMillis() / 1000.0))
                .replaceWithVoid();
    }

    /** The subject waits for an operator because of this event. */
    Uni<Void> park(SqlConnection tx, String stream, Delivery failing, String reason) {
        var attributes = failing.attributes();
        return tx.preparedQuery(PARK)
                .execute(key(stream, failing.subject())
                        .addLong(attributes.sequence())
                        .addUUID(attributes.id())
                        .addString(attributes.type())
                        .addString(failing.topic())
                        .addInteger(failing.partition())
                        .addLong(failing.offset())
                        .addString(reason))
                .replaceWithVoid();
    }

    /** Closes what was parked up to this sequence, as the operator ordered. */
    Uni<Void> resolve(SqlConnection tx, String stream, Subject subject, long upTo, Errand.Order order) {
        return tx.preparedQuery(RESOLVE)
                .execute(key(stream, subject)
                        .addLong(upTo)
                        .addString(order.by())
                        .addLong(order.leftOut())
                        .addString(order.reason()))
                .replaceWithVoid();
    }

    private static Tuple key(String stream, Subject subject) {
        return Tuple.tuple().addString(stream).addString(subject.source()).addUUID(subject.id());
    }
}
