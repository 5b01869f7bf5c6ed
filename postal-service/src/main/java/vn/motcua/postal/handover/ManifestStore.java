package vn.motcua.postal.handover;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import vn.motcua.postal.returns.Zone;
import vn.motcua.postal.tracking.Columns;

/** Manifests under a lock. One that has 1,000 parcels takes no more: the day gets another run. Locks are taken in the order manifest, parcel, order, so that nobody waits in a ring. */
@ApplicationScoped
public class ManifestStore {

    /** Another instance may open or close at the same moment; more often than that something is wrong. */
    private static final int TRIES = 5;

    private static final String OPEN = """
            insert into manifest (id, agency, day, run, closes_at)
            select agency || '-' || to_char(day, 'YYYYMMDD') || '-' || run, agency, day, run, closes_at
            from (select w.agency, w.day, w.closes_at,
                         1 + coalesce((select max(m.run) from manifest m where m.agency = w.agency and m.day = w.day), 0) as run
                  from unnest($1::text[], $2::date[], $3::timestamptz[]) as w (agency, day, closes_at)
                  where not exists (select from manifest m where m.agency = w.agency and m.day = w.day and m.state = 'OPEN'
                                    and m.line_count < 1000)
                  order by w.agency, w.day) n
            on conflict do nothing""";

    private static final String LOCK_OPEN = """
            select id, agency, day, state, version, closes_at from manifest
            where state = 'OPEN' and line_count < 1000 and (agency, day) in (select * from unnest($1::text[], $2::date[]))
            order by agency, day for update""";

    private static final String LOCK =
            "select id, agency, day, state, version, closes_at from manifest where id = $1 for update";
    private static final String LOCK_MANY =
            "select id from manifest where id = any($1) order by agency, day, run for update";

    /** Not while an order on it is on the wire: its tracking number is about to come. The lease bounds that wait. */
    private static final String TO_CLOSE = """
            select m.id from manifest m
            where m.state = 'OPEN' and m.closes_at <= $1
              and not exists (select from postal_return r join carrier_order o on o.return_id = r.id
                              where r.manifest_id = m.id and o.state = 'SENDING' and o.due_at > clock_timestamp())
            order by m.closes_at, m.id limit 10000""";

    private static final String CLOSE =
            "update manifest set state = 'CLOSED', closed_at = $2, version = version + 1 where id = $1 and state = 'OPEN'";
    private static final String HAND_OVER = """
            update manifest set state = 'HANDED_OVER', handed_over_at = $2, handed_over_by = $3, received_by = $4,
                                version = version + 1
            where id = $1 and state = 'CLOSED'""";
    private static final String WITHOUT_NUMBER =
            "select id, zone from postal_return where manifest_id = $1 and status = 'PLANNED' order by id for update";
    private static final String MOVE = """
            with moved as (
                update postal_return r set manifest_id = $1, promised_date = g.promised_date
                from unnest($2::uuid[], $3::date[]) as g (id, promised_date)
                where r.id = g.id and r.status = 'PLANNED' returning r.id)
            update manifest set line_count = line_count + (select count(*) from moved), version = version + 1 where id = $1""";

    private final Pool pool;

    ManifestStore(Pool pool) {
        this.pool = pool;
    }

    /** The manifests of these days that take parcels, opened where there is none, locked until the transaction ends. Id by agency and day. */
    public Uni<Map<OpenDay, String>> lockOpen(SqlConnection tx, List<OpenDay> days) {
        return lockOpen(tx, days, TRIES);
    }

    private Uni<Map<OpenDay, String>> lockOpen(SqlConnection tx, List<OpenDay> days, int tries) {
        var keys = Columns.of(days).add(String.class, OpenDay::agency).add(LocalDate.class, OpenDay::day);
        var all = Columns.of(days)
                .add(String.class, OpenDay::agency)
                .add(LocalDate.class, OpenDay::day)
                .addInstant(OpenDay::closesAt);
        return tx.preparedQuery(OPEN)
                .execute(all.tuple())
                .flatMap(opened -> tx.preparedQuery(LOCK_OPEN).execute(keys.tuple()))
                .flatMap(rows -> {
                    var ids = new HashMap<OpenDay, String>();
                    rows.forEach(row -> days.stream()
                            .filter(day -> day.agency().equals(row.getString("agency"))
                                    && day.day().equals(row.getLocalDate("day")))
                            .forEach(day -> ids.put(day, row.getString("id"))));
                    if (ids.size() == days.size()) {
                        return Uni.createFrom().item(ids);
                    }
                    return tries > 1
                            ? lockOpen(tx, days, tries - 1)
                            : Uni.createFrom().failure(new IllegalStateException("no manifest stays open for " + days));
                });
    }

    /** The manifest with that id. */
    Uni<Optional<Manifest>> lock(SqlConnection tx, String id) {
        return tx.preparedQuery(LOCK)
                .execute(Tuple.of(id))
                .map(rows -> rows.size() == 0
                        ? Optional.empty()
                        : Optional.of(manifest(rows.iterator().next())));
    }

    /** Locks these manifests, for a change of their lines. */
    public Uni<Void> lockAll(SqlConnection tx, List<String> ids) {
        return tx.preparedQuery(LOCK_MANY)
                .execute(Tuple.of(ids.toArray(String[]::new)))
                .replaceWithVoid();
    }

    /** Ids of those past their cut-off at that business instant; more than a province has agencies, so that none that stays open hides others. Reads only. */
    Uni<List<String>> toClose(Instant now) {
        return pool.preparedQuery(TO_CLOSE).execute(Tuple.of(Columns.utc(now))).map(rows -> {
            var ids = new ArrayList<String>();
            rows.forEach(row -> ids.add(row.getString("id")));
            return ids;
        });
    }

    Uni<Void> close(SqlConnection tx, String id, Instant at) {
        return tx.preparedQuery(CLOSE).execute(Tuple.of(id, Columns.utc(at))).replaceWithVoid();
    }

    Uni<Void> handOver(SqlConnection tx, String id, Instant at, String handedOverBy, String receivedBy) {
        return tx.preparedQuery(HAND_OVER)
                .execute(Tuple.of(id, Columns.utc(at), handedOverBy, receivedBy))
                .replaceWithVoid();
    }

    /** Parcels on it that the carrier has not taken yet, with their zones. */
    Uni<Map<UUID, Zone>> withoutNumber(SqlConnection tx, String id) {
        return tx.preparedQuery(WITHOUT_NUMBER).execute(Tuple.of(id)).map(rows -> {
            var zones = new HashMap<UUID, Zone>();
            rows.forEach(row -> zones.put(row.getUUID("id"), Zone.valueOf(row.getString("zone"))));
            return zones;
        });
    }

    /** Puts these parcels on that manifest, with the dates now expected. */
    Uni<Void> move(SqlConnection tx, String id, Map<UUID, LocalDate> promised) {
        var lines = List.copyOf(promised.entrySet());
        var parameters = Tuple.tuple();
        parameters.addValue(id);
        parameters.addValue(lines.stream().map(Map.Entry::getKey).toArray(UUID[]::new));
        parameters.addValue(lines.stream().map(Map.Entry::getValue).toArray(LocalDate[]::new));
        return tx.preparedQuery(MOVE).execute(parameters).replaceWithVoid();
    }

    private static Manifest manifest(Row row) {
        return new Manifest(
                row.getString("id"),
                row.getString("agency"),
                row.getLocalDate("day"),
                ManifestState.valueOf(row.getString("state")),
                row.getLong("version"),
                Columns.instant(row.getOffsetDateTime("closes_at")));
    }
}
