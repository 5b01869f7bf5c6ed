package vn.motcua.postal.scheduling;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import vn.motcua.dossier.events.AgencyRef;
import vn.motcua.postal.handover.OpenDay;
import vn.motcua.postal.scheduling.Intake.Completion;
import vn.motcua.postal.scheduling.Planning.Plan;
import vn.motcua.postal.tracking.Columns;

/** New parcels, their orders and their lines on manifests, in one statement. */
@ApplicationScoped
class PlanStore {

    private static final String ADDRESSES =
            "select dossier_id, commune, province from recipient where dossier_id = any($1)";

    private static final String MANIFESTS = """
            select distinct manifest_id from postal_return
            where dossier_id = any($1) and status not in ('DELIVERED', 'RETURNED_TO_AGENCY', 'CANCELLED')""";

    /** Locked behind the parcels, so that no sender takes one meanwhile. What failed is a clerk's, who sends it to the new recipient. */
    private static final String TOLD = """
            select return_id from carrier_order where return_id = any($1) and state in ('SENDING', 'IN_DOUBT', 'ORDERED')""";

    private static final String LOCK_ORDERS =
            "select return_id from carrier_order where return_id = any($1) order by return_id for update";

    private static final String AGAIN = """
            select dossier_id, dossier_code, agency, agency_path, created_at, result_count, correlation_id, causation_id
            from postal_return where id = any($1)""";

    private static final String STOP_WAITING = "delete from waiting_result where dossier_id = any($1)";

    private static final String READY = """
            from waiting_result w where not exists (
                select from postal_return r where r.dossier_id = w.dossier_id
                and r.status not in ('DELIVERED', 'RETURNED_TO_AGENCY', 'CANCELLED'))
            """;

    private static final String TO_SEND = "select dossier_id " + READY + "order by created_at, dossier_id";

    private static final String END_WAITING = "delete " + READY + """
            and dossier_id = $1
            returning dossier_id, dossier_code, agency, agency_path, created_at, result_count, correlation_id, causation_id""";

    /**
     * A dossier's second parcel goes on where the facts of its first ended, and only when that one has come to its end; its row is locked, as it may be about to
     * come back. One that carries a result taken back makes a later result wait for its end; not the same result, whose way home was corrected.
     */
    private static final String INSERT = """
            with given as (
                select g.*, string_to_array(g.path, ' ') as agency_path
                from unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::text[], $6::text[], $7::date[], $8::integer[],
                            $9::timestamptz[], $10::text[], $11::text[], $12::boolean[], $13::text[])
                as g (id, dossier_id, dossier_code, agency, zone, manifest_id, promised_date, result_count, created_at,
                      correlation_id, causation_id, patient, path))
            , fresh as (
                select g.*, coalesce(last.run, 0) + 1 as run, coalesce(last.sequence, 0) as sequence, last.hash
                from given g left join lateral (
                    select run, sequence, hash, status from postal_return r where r.dossier_id = g.dossier_id
                    order by run desc limit 1 for share) last on true
                where last.status is null or last.status in ('DELIVERED', 'RETURNED_TO_AGENCY', 'CANCELLED'))
            , waiting as (
                insert into waiting_result (dossier_id, dossier_code, agency, agency_path, created_at, result_count, correlation_id,
                                            causation_id)
                select g.dossier_id, g.dossier_code, g.agency, g.agency_path, g.created_at, g.result_count, g.correlation_id,
                       g.causation_id
                from given g join postal_return r on r.dossier_id = g.dossier_id
                     and r.status not in ('DELIVERED', 'RETURNED_TO_AGENCY', 'CANCELLED')
                join carrier_order o on o.return_id = r.id and o.state = 'FAILED' and r.handed_over_at is not null
                where (g.patient or g.created_at > r.created_at)
                  and not exists (select from fresh f where f.dossier_id = g.dossier_id)
                on conflict (dossier_id) do update set created_at = excluded.created_at, result_count = excluded.result_count,
                    correlation_id = excluded.correlation_id, causation_id = excluded.causation_id)
            , made as (
                insert into postal_return (id, dossier_id, run, dossier_code, agency, agency_path, zone, status, manifest_id, promised_date,
                                           result_count, created_at, sequence, hash, correlation_id, causation_id)
                select id, dossier_id, run, dossier_code, agency, agency_path, zone, 'PLANNED', manifest_id, promised_date,
                       result_count, created_at, sequence, hash, correlation_id, causation_id
                from fresh
                returning id, run, dossier_code, manifest_id)
            , ordered as (
                insert into carrier_order (return_id, order_number)
                select id, dossier_code || case when run = 1 then '' else '-R' || run end from made)
            update manifest m set line_count = line_count + lines.number, version = version + 1
            from (select manifest_id, count(*) as number from made group by manifest_id) lines where m.id = lines.manifest_id""";

    private final Pool pool;

    PlanStore(Pool pool) {
        this.pool = pool;
    }

    /** As far as it decides the zone; parts may be null. */
    record Place(String commune, String province) {
        static final Place UNKNOWN = new Place(null, null);
    }

    Uni<Map<UUID, Place>> addresses(SqlConnection tx, List<Completion> completions) {
        var dossiers = completions.stream().map(Completion::dossierId).toArray(UUID[]::new);
        return tx.preparedQuery(ADDRESSES).execute(Tuple.of(dossiers)).map(rows -> {
            var places = new HashMap<UUID, Place>();
            rows.forEach(row -> places.put(
                    row.getUUID("dossier_id"), new Place(row.getString("commune"), row.getString("province"))));
            return places;
        });
    }

    Uni<List<String>> manifestsOf(SqlConnection tx, Collection<UUID> dossiers) {
        return tx.preparedQuery(MANIFESTS)
                .execute(Tuple.of(dossiers.toArray(UUID[]::new)))
                .map(rows -> {
                    var ids = new ArrayList<String>();
                    rows.forEach(row -> ids.add(row.getString("manifest_id")));
                    return ids;
                });
    }

    /** Of which of these parcels the carrier has been told, or may have been. Nobody tells it of another one until the transaction ends. */
    Uni<Set<UUID>> toldToTheCarrier(SqlConnection tx, List<UUID> returnIds) {
        var ids = Tuple.of(returnIds.toArray(UUID[]::new));
        return tx.preparedQuery(LOCK_ORDERS)
                .execute(ids)
                .flatMap(locked -> tx.preparedQuery(TOLD).execute(ids))
                .map(rows -> {
                    var told = new HashSet<UUID>();
                    rows.forEach(row -> told.add(row.getUUID("return_id")));
                    return told;
                });
    }

    /** What these parcels carried, to be sent again. */
    Uni<List<Completion>> again(SqlConnection tx, List<UUID> returnIds) {
        return returnIds.isEmpty()
                ? Uni.createFrom().item(List.of())
                : tx.preparedQuery(AGAIN)
                        .execute(Tuple.of(returnIds.toArray(UUID[]::new)))
                        .map(PlanStore::completions);
    }

    /** The results of these dossiers wait for no parcel any more: they were taken back themselves. */
    Uni<Void> stopWaiting(SqlConnection tx, Collection<UUID> dossiers) {
        return tx.preparedQuery(STOP_WAITING)
                .execute(Tuple.of(dossiers.toArray(UUID[]::new)))
                .replaceWithVoid();
    }

    /** Dossiers whose result waited for a parcel that has come to its end, those that waited longest first. Reads only. */
    Uni<List<UUID>> toSend() {
        return pool.preparedQuery(TO_SEND).execute().map(rows -> {
            var dossiers = new ArrayList<UUID>();
            rows.forEach(row -> dossiers.add(row.getUUID("dossier_id")));
            return dossiers;
        });
    }

    /** The result of one of them, which waits no more; empty where another instance was faster. */
    Uni<List<Completion>> endWaiting(SqlConnection tx, UUID dossier) {
        return tx.preparedQuery(END_WAITING).execute(Tuple.of(dossier)).map(PlanStore::completions);
    }

    private static List<Completion> completions(RowSet<Row> rows) {
        var completions = new ArrayList<Completion>(rows.size());
        rows.forEach(row -> completions.add(new Completion(
                row.getUUID("dossier_id"),
                row.getString("dossier_code"),
                new AgencyRef(row.getString("agency"), List.of(row.getArrayOfStrings("agency_path"))),
                Columns.instant(row.getOffsetDateTime("created_at")),
                row.getInteger("result_count"),
                true,
                row.getString("correlation_id"),
                row.getString("causation_id"))));
        return completions;
    }

    Uni<Void> insert(SqlConnection tx, List<Plan> plans, Map<OpenDay, String> manifests) {
        var rows = Columns.of(plans)
                .add(UUID.class, plan -> plan.parcel().id())
                .add(UUID.class, plan -> plan.parcel().dossierId())
                .add(String.class, plan -> plan.parcel().dossierCode())
                .add(String.class, plan -> plan.parcel().agency())
                .add(String.class, plan -> plan.parcel().zone().name())
                .add(String.class, plan -> manifests.get(plan.day()))
                .add(LocalDate.class, plan -> plan.parcel().promisedDate())
                .add(Integer.class, plan -> plan.completion().resultCount())
                .addInstant(plan -> plan.completion().completedAt())
                .add(String.class, plan -> plan.completion().correlationId())
                .add(String.class, plan -> plan.completion().causationId())
                .add(Boolean.class, plan -> plan.completion().patient())
                // Arrays of arrays cannot be taken apart by unnest; codes have no spaces.
                .add(String.class, plan -> String.join(" ", plan.path()));
        return tx.preparedQuery(INSERT).execute(rows.tuple()).replaceWithVoid();
    }
}
