package vn.motcua.dossier.subscriber;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.util.List;

/**
 * What one stream of events means to a service. One CDI bean for each consumed stream, which also names its channel:
 *
 * <pre>{@code
 * @Incoming("dossier-lifecycle")
 * Uni<Void> receive(ConsumerRecords<String, byte[]> poll) {
 *     return inbox.receive(this, poll);
 * }
 * }</pre>
 *
 * with {@code mp.messaging.incoming.dossier-lifecycle.topic=dossier.lifecycle.v1}. The group is the application's name unless {@code group.id} is
 * set; everything else a channel needs comes with the kit.
 */
public interface Subscription {

    /** The longest name, in characters. */
    int LONGEST_NAME = 100;

    /** Name of the stream and of its channel, such as {@code dossier-lifecycle}. Part of the key of what was applied: it never changes. */
    String name();

    /**
     * Applies deliveries in the transaction of {@code tx}, in as few statements as possible; it neither begins nor ends a transaction and calls
     * nobody outside. Each subject's deliveries stand in order, and none is ever given twice once it was committed. The order between subjects
     * means nothing. At most {@code motcua.subscriber.batch} deliveries, or those that had waited.
     *
     * <p>A failure rolls everything back; the same deliveries then come again in smaller parts, until the subject that fails stands alone
     * and its event is parked. A failing connection or database is retried instead. {@link NotYet} lets the subject wait. The
     * message of any other exception is shown to operators: it must not quote personal data.
     */
    Uni<Void> apply(SqlConnection tx, List<Delivery> deliveries);

    /** Whether a subject first seen above sequence 1 starts there. Otherwise it waits for what is missing before. */
    default boolean startsMidStream() {
        return false;
    }
}
