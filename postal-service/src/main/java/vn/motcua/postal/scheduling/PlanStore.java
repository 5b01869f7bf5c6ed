package vn.motcua.postal.scheduling;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
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

    /** A dossier's second parcel goes on where the facts of its first ended, and only when that one will not move any more. */
    private static final String INSERT = """
            with given as (
                select * from unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::text[], $6::text[], $7::date[], $8::integer[],
                                     $9::timestamptz[], $10::text[], $11::text[])
                as g (id, dossier_id, dossier_code, agency, zone, manifest_id, promised_date, result_count, created_at,
                      correlation_id, causation_id))
            , fresh as (
                select g.*, coalesce(last.run, 0) + 1 as run, coalesce(last.sequence, 0) as sequence, last.hash
                from given g left join lateral (
                    select run, sequence, hash, status from postal_return r where r.dossier_id = g.dossier_id
                    order by run desc limit 1) last on true
                where last.status is null or last.status in ('DELIVERED', 'RETURNED_TO_AGENCY', 'CANCELLED'))
            , made as (
                insert into postal_return (id, dossier_id, run, dossier_code, agency, zone, status, manifest_id, promised_date,
                                           result_count, created_at, sequence, hash, correlation_id, causation_id)
                select id, dossier_id, run, dossier_code, agency, zone, 'PLANNED', manifest_id, promised_date,
                       result_count, created_at, sequence, hash, correlation_id, causation_id
                from fresh
                returning id, run, dossier_code, manifest_id)
            , ordered as (
                insert into carrier_order (return_id, order_number)
                select id, dossier_code || case when run = 1 then '' else '-R' || run end from made)
            update manifest m set line_count = line_count + lines.number, version = version + 1
            from (select manifest_id, count(*) as number from made group by manifest_id) lines where m.id = lines.manifest_id""";

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

    Uni<List<String>> manifestsOf(SqlConnection tx, List<UUID> dossiers) {
        return tx.preparedQuery(MANIFESTS)
                .execute(Tuple.of(dossiers.toArray(UUID[]::new)))
                .map(rows -> {
                    var ids = new ArrayList<String>();
                    rows.forEach(row -> ids.add(row.getString("manifest_id")));
                    return ids;
                });
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
                .addInstant(plan -> plan.completion().dossier().completedAt())
                .add(String.class, plan -> plan.completion().correlationId())
                .add(String.class, plan -> plan.completion().causationId());
        return tx.preparedQuery(INSERT).execute(rows.tuple()).replaceWithVoid();
    }
}
