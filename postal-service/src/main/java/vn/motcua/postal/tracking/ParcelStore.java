package vn.motcua.postal.tracking;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import vn.motcua.dossier.events.AgencyRef;
import vn.motcua.postal.returns.ParcelStatus;
import vn.motcua.postal.returns.PostalReturn;
import vn.motcua.postal.returns.Zone;

/** Parcels for those who move them: read under a lock, in order of their ids, and written together with their facts. */
@ApplicationScoped
public class ParcelStore {

    private static final String READ = """
            select r.id, r.dossier_id, r.run, r.dossier_code, r.agency, r.agency_path, r.zone, r.status, r.promised_date, r.attempt,
                   r.reported_at, r.handed_over_at, r.delivered_at, r.next_invitation, r.manifest_id, r.sequence, r.hash, r.correlation_id,
                   r.causation_id, o.tracking_number
            from postal_return r join carrier_order o on o.return_id = r.id
            where %s order by r.id for update of r""";

    private static final String BY_ID = READ.formatted("r.id = $1");
    private static final String BY_ITEMS = READ.formatted("o.tracking_number = any($1)");
    private static final String ON_MANIFEST = READ.formatted("r.manifest_id = $1 and r.status = 'ORDERED'");
    private static final String ACTIVE = READ.formatted(
            "r.dossier_id = any($1) and r.status not in ('DELIVERED', 'RETURNED_TO_AGENCY', 'CANCELLED')");

    /** Before the parcels, as the hand-over does: what is cancelled comes off a list that somebody may be about to sign. */
    private static final String LOCK_MANIFESTS = """
            select m.id from manifest m
            where m.state <> 'HANDED_OVER'
              and m.id in (select r.manifest_id from postal_return r join carrier_order o on o.return_id = r.id
                           where o.tracking_number = any($1))
            order by m.agency, m.day, m.run for update""";

    private static final String LISTS_CHANGED = "update manifest set version = version + 1 where id = any($1)";

    /**
     * The update alone decides; facts and pointers are made of the rows that it moved. The dossier's other parcels learn how far its facts have come, so that
     * whichever moves next goes on behind them. A parcel that was left to a clerk because it should not have been on its way is on nobody's list once its way
     * has ended.
     */
    private static final String SAVE = """
            with moved as (
                update postal_return r
                set status = g.status, promised_date = g.promised_date, attempt = g.attempt, reported_at = g.reported_at,
                    handed_over_at = g.handed_over_at, delivered_at = g.delivered_at, next_invitation = g.next_invitation,
                    sequence = g.sequence, hash = g.hash
                from unnest($1::uuid[], $2::text[], $3::bigint[], $4::text[], $5::date[], $6::integer[], $7::timestamptz[],
                            $8::timestamptz[], $9::timestamptz[], $10::date[], $11::bigint[], $12::text[])
                     as g (id, status_before, sequence_before, status, promised_date, attempt, reported_at, handed_over_at,
                           delivered_at, next_invitation, sequence, hash)
                where r.id = g.id and r.status = g.status_before and r.sequence = g.sequence_before
                returning r.id, r.status, r.handed_over_at)
            , settled as (
                update carrier_order o set state = 'ORDERED', reason = null from moved
                where o.return_id = moved.id and o.state = 'FAILED' and o.tracking_number is not null
                  and moved.handed_over_at is not null and moved.status in ('DELIVERED', 'RETURNED_TO_AGENCY', 'CANCELLED'))
            , fact as (
                insert into event (subject, sequence, id, type, time, data, previous_hash, hash, correlation_id, causation_id, actor)
                select f.subject, f.sequence, f.id, f.type, f.time, f.data, f.previous_hash, f.hash, f.correlation_id,
                       f.causation_id, f.actor
                from unnest($13::uuid[], $14::uuid[], $15::bigint[], $16::uuid[], $17::text[], $18::timestamptz[], $19::text[],
                            $20::text[], $21::text[], $22::text[], $23::text[], $24::text[])
                     as f (return_id, subject, sequence, id, type, time, data, previous_hash, hash, correlation_id, causation_id, actor)
                join moved on moved.id = f.return_id
                returning subject, sequence)
            , behind as (
                update postal_return r set sequence = last.sequence, hash = last.hash
                from (select distinct on (f.subject) f.subject, f.sequence, f.hash
                      from unnest($14::uuid[], $15::bigint[], $21::text[]) as f (subject, sequence, hash)
                      order by f.subject, f.sequence desc) last
                where r.dossier_id = last.subject and r.id <> all($1::uuid[]))
            , pointer as (
                insert into outgoing (subject, sequence) select subject, sequence from fact order by subject, sequence
                returning sequence)
            select (select count(*) from moved) as moved, (select count(*) from pointer) as pointers""";

    private final FactWriter writer;

    ParcelStore(FactWriter writer) {
        this.writer = writer;
    }

    /** The parcel with that id, or none. */
    public Uni<List<Journey>> lock(SqlConnection tx, UUID id) {
        return read(tx, BY_ID, Tuple.of(id));
    }

    /** The parcels with these tracking numbers. */
    Uni<List<Journey>> lockItems(SqlConnection tx, Collection<String> items) {
        return read(tx, BY_ITEMS, Tuple.of(items.toArray(String[]::new)));
    }

    /** The parcels with these tracking numbers, behind the manifests on which they lie unsigned. */
    Uni<List<Journey>> lockItemsAndLists(SqlConnection tx, Collection<String> items) {
        return tx.preparedQuery(LOCK_MANIFESTS)
                .execute(Tuple.of(items.toArray(String[]::new)))
                .flatMap(locked -> lockItems(tx, items));
    }

    /** Says that parcels came off these manifests. */
    public Uni<Void> listsChanged(SqlConnection tx, Collection<String> manifestIds) {
        return manifestIds.isEmpty()
                ? Uni.createFrom().voidItem()
                : tx.preparedQuery(LISTS_CHANGED)
                        .execute(Tuple.of(manifestIds.toArray(String[]::new)))
                        .replaceWithVoid();
    }

    /** The ordered parcels on that manifest. */
    public Uni<List<Journey>> lockManifest(SqlConnection tx, String manifestId) {
        return read(tx, ON_MANIFEST, Tuple.of(manifestId));
    }

    /** The parcels of these dossiers that may still move, at most one each. */
    public Uni<List<Journey>> lockActive(SqlConnection tx, Collection<UUID> dossiers) {
        return read(tx, ACTIVE, Tuple.of(dossiers.toArray(UUID[]::new)));
    }

    /** Writes what moved, with its facts and the pointers that send them. Whoever calls {@code EventRelay.wake()} after the commit. */
    public Uni<Void> save(SqlConnection tx, List<Journey> journeys) {
        var moved = journeys.stream().filter(Journey::moved).toList();
        if (moved.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        var facts = moved.stream().flatMap(journey -> journey.facts().stream()).toList();
        var parameters = parcels(moved);
        facts(facts).forEach(parameters::addValue);
        return tx.preparedQuery(SAVE).execute(parameters).map(rows -> {
            var row = rows.iterator().next();
            if (row.getLong("moved") != moved.size() || row.getLong("pointers") != facts.size()) {
                throw new IllegalStateException("a locked parcel was moved by another");
            }
            return null;
        });
    }

    private Uni<List<Journey>> read(SqlConnection tx, String sql, Tuple parameters) {
        return tx.preparedQuery(sql).execute(parameters).map(rows -> {
            var journeys = new ArrayList<Journey>(rows.size());
            var chains = new HashMap<UUID, FactChain>();
            rows.forEach(row -> {
                var parcel = parcel(row);
                var chain = chains.computeIfAbsent(
                        parcel.value().dossierId(), dossier -> new FactChain(parcel.sequence(), parcel.hash()));
                journeys.add(new Journey(parcel, chain, writer));
            });
            return journeys;
        });
    }

    private static Tuple parcels(List<Journey> moved) {
        return Columns.of(moved)
                .add(UUID.class, journey -> journey.now().id())
                .add(String.class, journey -> journey.before().value().status().name())
                .add(Long.class, journey -> journey.before().sequence())
                .add(String.class, journey -> journey.now().status().name())
                .add(LocalDate.class, journey -> journey.now().promisedDate())
                .add(Integer.class, journey -> journey.now().failedAttempts())
                .addInstant(journey -> journey.now().reportedAt())
                .addInstant(journey -> journey.now().handedOverAt())
                .addInstant(journey -> journey.now().deliveredAt())
                .add(LocalDate.class, journey -> journey.now().nextInvitation())
                .add(Long.class, journey -> journey.chain().sequence())
                .add(String.class, journey -> journey.chain().hash())
                .tuple();
    }

    private static List<Object> facts(List<NewFact> facts) {
        var columns = Columns.of(facts)
                .add(UUID.class, fact -> fact.after().id())
                .add(UUID.class, fact -> fact.after().dossierId())
                .add(Long.class, NewFact::sequence)
                .add(UUID.class, NewFact::id)
                .add(String.class, NewFact::type)
                .addInstant(NewFact::time)
                .add(String.class, NewFact::data)
                .add(String.class, NewFact::previousHash)
                .add(String.class, NewFact::hash)
                .add(String.class, NewFact::correlationId)
                .add(String.class, NewFact::causationId)
                .add(String.class, NewFact::actor)
                .tuple();
        var values = new ArrayList<Object>(columns.size());
        for (int i = 0; i < columns.size(); i++) {
            values.add(columns.getValue(i));
        }
        return values;
    }

    private static Parcel parcel(Row row) {
        var value = new PostalReturn(
                row.getUUID("id"),
                row.getUUID("dossier_id"),
                row.getString("dossier_code"),
                row.getString("agency"),
                Zone.valueOf(row.getString("zone")),
                ParcelStatus.valueOf(row.getString("status")),
                row.getLocalDate("promised_date"),
                row.getInteger("attempt"),
                Columns.instant(row.getOffsetDateTime("reported_at")),
                Columns.instant(row.getOffsetDateTime("handed_over_at")),
                Columns.instant(row.getOffsetDateTime("delivered_at")),
                row.getLocalDate("next_invitation"));
        return new Parcel(
                value,
                row.getInteger("run"),
                new AgencyRef(row.getString("agency"), List.of(row.getArrayOfStrings("agency_path"))),
                row.getString("manifest_id"),
                row.getLong("sequence"),
                row.getString("hash"),
                row.getString("correlation_id"),
                row.getString("causation_id"),
                row.getString("tracking_number"));
    }
}
