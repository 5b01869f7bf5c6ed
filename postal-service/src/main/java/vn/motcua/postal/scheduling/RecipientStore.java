package vn.motcua.postal.scheduling;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import vn.motcua.dossier.events.Address;
import vn.motcua.dossier.events.Recipient;
import vn.motcua.postal.tracking.Columns;

/** The latest recipient of each dossier whose result goes by post. The only place with names. */
@ApplicationScoped
class RecipientStore {

    private static final String KEEP = """
            insert into recipient (dossier_id, name, phone, address, commune, province)
            select * from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[])
            on conflict (dossier_id) do update
            set name = excluded.name, phone = excluded.phone, address = excluded.address, commune = excluded.commune,
                province = excluded.province, changed_at = clock_timestamp()
            where (recipient.name, recipient.phone, recipient.address, recipient.commune, recipient.province)
                  is distinct from (excluded.name, excluded.phone, excluded.address, excluded.commune, excluded.province)
            returning dossier_id, xmax <> 0 as changed""";

    private static final String FORGET = "delete from recipient where dossier_id = any($1)";

    /** Answers the dossiers whose recipient was another one before. */
    Uni<Set<UUID>> keep(SqlConnection tx, Map<UUID, Recipient> recipients) {
        if (recipients.isEmpty()) {
            return Uni.createFrom().item(Set.of());
        }
        var rows = Columns.of(List.copyOf(recipients.entrySet()))
                .add(UUID.class, Map.Entry::getKey)
                .add(String.class, row -> row.getValue().name())
                .add(String.class, row -> row.getValue().phone())
                .add(String.class, row -> part(row.getValue(), Address::text))
                .add(String.class, row -> part(row.getValue(), Address::commune))
                .add(String.class, row -> part(row.getValue(), Address::province));
        return tx.preparedQuery(KEEP).execute(rows.tuple()).map(written -> {
            var changed = new HashSet<UUID>();
            written.forEach(row -> {
                if (row.getBoolean("changed")) {
                    changed.add(row.getUUID("dossier_id"));
                }
            });
            return changed;
        });
    }

    Uni<Void> forget(SqlConnection tx, Set<UUID> dossiers) {
        return dossiers.isEmpty()
                ? Uni.createFrom().voidItem()
                : tx.preparedQuery(FORGET)
                        .execute(Tuple.of(dossiers.toArray(UUID[]::new)))
                        .replaceWithVoid();
    }

    private static String part(Recipient recipient, Function<Address, String> part) {
        return recipient.address() == null ? null : part.apply(recipient.address());
    }
}
