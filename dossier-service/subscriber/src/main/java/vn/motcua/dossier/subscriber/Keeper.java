package vn.motcua.dossier.subscriber;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Writes down what was decided, in the transaction in which it was applied. */
@ApplicationScoped
class Keeper {

    private final InboxStore store;
    private final SubscriberConfig config;

    Keeper(InboxStore store, SubscriberConfig config) {
        this.store = store;
        this.config = config;
    }

    /**
     * Moves subjects on, keeps what is held and forgets what waited and is applied. The usual poll costs one statement here.
     *
     * @param lifted subjects that are free from now on even if nothing was applied
     */
    Uni<Void> settle(
            SqlConnection tx,
            String stream,
            Map<Subject, Turn> turns,
            Map<Subject, Standing> standings,
            Collection<Subject> lifted) {
        var moved = new ArrayList<Map.Entry<Subject, Turn>>();
        var held = new ArrayList<Delivery>();
        var touched = new ArrayList<Subject>();
        turns.forEach((subject, turn) -> {
            var standing = standings.get(subject);
            if (turn.last() != standing.last() || lifted.contains(subject)) {
                moved.add(Map.entry(subject, turn));
            }
            if (!turn.hold().isEmpty() || standing.held() > 0 && turn.last() != standing.last()) {
                touched.add(subject);
            }
            held.addAll(bounded(turn, config.mostHeld() - standing.held()));
        });
        return store.advance(tx, stream, moved)
                .chain(() -> store.keep(tx, stream, held))
                .chain(() -> store.tidy(tx, stream, touched));
    }

    /** Beyond the room that is left, only the place of an event is kept; the very next one, which failed, is kept whole in any case. */
    private static List<Delivery> bounded(Turn turn, int room) {
        var hold = turn.hold();
        boolean failed = !hold.isEmpty() && hold.get(0).sequence() == turn.last() + 1;
        int whole = Math.max(failed ? 1 : 0, room);
        if (hold.size() <= whole) {
            return hold;
        }
        var bounded = new ArrayList<>(hold.subList(0, whole));
        hold.subList(whole, hold.size()).forEach(each -> bounded.add(each.placeOnly()));
        return bounded;
    }
}
