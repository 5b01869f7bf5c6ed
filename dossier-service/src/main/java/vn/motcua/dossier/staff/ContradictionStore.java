package vn.motcua.dossier.staff;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import vn.motcua.dossier.staff.roster.Contradiction;

/** Where tokens and the staff list disagree: one row per account and kind. */
@ApplicationScoped
class ContradictionStore {

    // Another instance may have seen the same account a moment ago.
    private static final String SEEN = """
            insert into staff_contradiction as c (account, kind, token_says, list_says, first_seen, last_seen)
            select $1, seen.kind, seen.token_says, seen.list_says, $5, $5
            from unnest($2::text[], $3::text[], $4::text[]) as seen(kind, token_says, list_says)
            on conflict (account, kind) do update
            set token_says = excluded.token_says, list_says = excluded.list_says, last_seen = excluded.last_seen
            where c.last_seen <= excluded.last_seen - interval '1 minute' or c.last_seen > excluded.last_seen""";

    private static final String LIST = """
            select account, kind, token_says, list_says, first_seen, last_seen from staff_contradiction
            where (account, kind) > ($1, $2) and last_seen >= $3
            order by account, kind limit $4""";

    private final Pool pool;

    ContradictionStore(Pool pool) {
        this.pool = pool;
    }

    /** Notes what was seen; what was noted less than a minute ago stays as it is. */
    Uni<Void> seen(String account, List<Contradiction> contradictions, Instant at) {
        return pool.preparedQuery(SEEN)
                .execute(Tuple.tuple(new ArrayList<>(List.of(
                        account,
                        contradictions.stream().map(one -> one.kind().name()).toArray(String[]::new),
                        contradictions.stream().map(Contradiction::tokenSays).toArray(String[]::new),
                        contradictions.stream().map(Contradiction::listSays).toArray(String[]::new),
                        at.atOffset(ZoneOffset.UTC)))))
                .replaceWithVoid();
    }

    /** Those seen since, by account and kind, after one. */
    Uni<List<ContradictionView>> list(Instant since, String afterAccount, String afterKind, int limit) {
        return pool.preparedQuery(LIST)
                .execute(Tuple.of(afterAccount, afterKind, since.atOffset(ZoneOffset.UTC), limit))
                .map(rows -> StaffStore.list(rows, ContradictionStore::view));
    }

    private static ContradictionView view(Row row) {
        return new ContradictionView(
                row.getString("account"),
                Contradiction.Kind.valueOf(row.getString("kind")),
                row.getString("token_says"),
                row.getString("list_says"),
                row.getOffsetDateTime("first_seen").toInstant(),
                row.getOffsetDateTime("last_seen").toInstant());
    }
}
