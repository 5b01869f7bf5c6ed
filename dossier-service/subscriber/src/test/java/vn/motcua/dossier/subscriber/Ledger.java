package vn.motcua.dossier.subscriber;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/**
 * A service in small: writes each event's word as a row. The word {@code unacceptable} is refused by the database, {@code needs:CODE} wants a
 * procedure of the catalogue; whatever a test calls broken fails in Java.
 */
@ApplicationScoped
class Ledger implements Subscription {

    static final String NAME = "test-lifecycle";

    private static final String WRITE =
            "insert into effect (subject, sequence, word) select * from unnest($1::uuid[], $2::bigint[], $3::text[])";

    private final Set<UUID> broken = ConcurrentHashMap.newKeySet();
    private final AtomicInteger calls = new AtomicInteger();
    private final AtomicReference<Function<SqlConnection, Uni<Void>>> once = new AtomicReference<>();
    private final Inbox inbox;
    private final CatalogueCopy catalogue;

    Ledger(Inbox inbox, CatalogueCopy catalogue) {
        this.inbox = inbox;
        this.catalogue = catalogue;
    }

    @Incoming(NAME)
    Uni<Void> receive(ConsumerRecords<String, byte[]> poll) {
        return inbox.receive(this, poll);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Uni<Void> apply(SqlConnection tx, List<Delivery> deliveries) {
        calls.incrementAndGet();
        deliveries.forEach(this::check);
        var write = tx.preparedQuery(WRITE).execute(rows(deliveries)).replaceWithVoid();
        var interruption = once.getAndSet(null);
        return interruption == null ? write : write.chain(() -> interruption.apply(tx));
    }

    /** Does this once, after the next rows are written and before they are committed. */
    void interruptOnce(Function<SqlConnection, Uni<Void>> interruption) {
        once.set(interruption);
    }

    /** How often something was applied, in vain or not. */
    int calls() {
        return calls.get();
    }

    Set<UUID> broken() {
        return broken;
    }

    private void check(Delivery delivery) {
        if (broken.contains(delivery.attributes().subjectId())) {
            throw new IllegalStateException("cannot be understood: \"Hoàng Thị Mẫu\" 0912345678 mau@example.vn");
        }
        if (word(delivery).startsWith("needs:")) {
            var code = word(delivery).substring("needs:".length());
            catalogue.procedure(code, 1).orElseThrow(() -> new NotYet("PROCEDURE|" + code + "|1"));
        }
    }

    static Tuple rows(List<Delivery> deliveries) {
        return Tuple.tuple()
                .addArrayOfUUID(deliveries.stream()
                        .map(each -> each.attributes().subjectId())
                        .toArray(UUID[]::new))
                .addArrayOfLong(deliveries.stream()
                        .map(each -> each.attributes().sequence())
                        .toArray(Long[]::new))
                .addArrayOfString(deliveries.stream().map(Ledger::word).toArray(String[]::new));
    }

    private static String word(Delivery delivery) {
        return new String(delivery.value(), StandardCharsets.UTF_8);
    }
}
