package vn.motcua.notification.planning;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import vn.motcua.notification.contacts.Contact;
import vn.motcua.notification.contacts.EmailAddress;
import vn.motcua.notification.contacts.MobileNumber;
import vn.motcua.notification.notices.Channel;
import vn.motcua.notification.notices.Masked;
import vn.motcua.notification.notices.NoticeState;
import vn.motcua.notification.notices.Reasons;
import vn.motcua.notification.notices.Wording;

/** Writes notices in the transaction that claims their events. An event that comes again plans nothing: its rows are there. */
@ApplicationScoped
class DraftStore {

    private static final String INSERT = """
            insert into notice (id, event_id, dossier_id, code, agency, wording, version, language, channel, address, masked, subject, body,
                parts, state, reason, superseded, occurred_at, recorded_at, due_at)
            select id, event_id, dossier_id, code, agency, wording, version, language, channel, address, masked, subject, body,
                parts, state, reason, coalesce(reason = 'SUPERSEDED', false), occurred_at, recorded_at, case when state = 'PLANNED' then now() end
            from jsonb_to_recordset($1) as n (place int, id uuid, event_id uuid, dossier_id uuid, code text, agency text, wording text,
                version int, language text, channel text, address text, masked text, subject text, body text, parts int, state text,
                reason text, occurred_at timestamptz, recorded_at timestamptz)
            order by place
            on conflict do nothing
            returning channel, wording, state, reason""";

    // What is being sent keeps its lease: its outcome is written by whoever holds it.
    private static final String ERASE = """
            update notice set address = null, masked = null, subject = null, body = null, row_version = row_version + 1,
                state = case when state = 'PLANNED' then 'SUPPRESSED' else state end,
                reason = case when state = 'PLANNED' then $2 else reason end,
                due_at = case when state = 'PLANNED' then null else due_at end
            where dossier_id = any($1) and (body is not null or address is not null)""";

    // What is being sent keeps its lease here too; the mark keeps it from being planned again.
    private static final String SUPERSEDE = """
            update notice set superseded = true, row_version = row_version + 1,
                state = case when state = 'PLANNED' then 'SUPPRESSED' else state end,
                reason = case when state = 'PLANNED' or state = 'SUPPRESSED' and reason = $4 then $5 else reason end,
                due_at = case when state = 'PLANNED' then null else due_at end
            where dossier_id = any($1) and (dossier_id = any($2) or wording = any($3)) and state <> 'SENT' and not superseded
            returning reason""";

    private static final String REASSIGN = """
            update notice n set agency = t.agency, row_version = row_version + 1 from unnest($1::uuid[], $2::text[]) as t (dossier_id, agency)
            where n.dossier_id = t.dossier_id and n.agency <> t.agency""";

    // What is on the wire, in doubt or given up may go out once more: then not to whom it went before either.
    private static final String READDRESS = """
            update notice n set address = a.address, masked = a.masked, row_version = row_version + 1,
                state = case when n.state = 'PLANNED' and a.address is null then 'SUPPRESSED' else n.state end,
                reason = case when n.state = 'PLANNED' and a.address is null then $5 else n.reason end,
                due_at = case when n.state = 'PLANNED' and a.address is null then null else n.due_at end
            from unnest($1::uuid[], $2::text[], $3::text[], $4::text[]) as a (dossier_id, channel, address, masked)
            where n.dossier_id = a.dossier_id and n.channel = a.channel and n.state <> 'SENT' and n.body is not null""";

    private final PlanningMetrics metrics;

    DraftStore(PlanningMetrics metrics) {
        this.metrics = metrics;
    }

    /** Writes what is not there yet, in this order. */
    Uni<Void> insert(SqlConnection tx, List<Draft> drafts) {
        if (drafts.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        var rows = new JsonArray();
        drafts.forEach(draft -> rows.add(json(draft).put("place", rows.size())));
        return tx.preparedQuery(INSERT)
                .execute(Tuple.of(rows))
                .invoke(written -> written.forEach(row -> metrics.written(
                        Channel.valueOf(row.getString("channel")),
                        row.getString("wording"),
                        NoticeState.valueOf(row.getString("state")),
                        row.getString("reason"))))
                .replaceWithVoid();
    }

    /** Forgets addresses and texts of these dossiers; what was not sent yet never will be. */
    Uni<Void> erase(SqlConnection tx, Collection<UUID> dossiers) {
        if (dossiers.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return tx.preparedQuery(ERASE)
                .execute(Tuple.tuple()
                        .addArrayOfUUID(dossiers.toArray(UUID[]::new))
                        .addString(Reasons.ERASED))
                .replaceWithVoid();
    }

    /** What was not sent yet goes to the new contact, or nowhere if that does not want it. */
    Uni<Void> readdress(SqlConnection tx, List<Contact> contacts) {
        if (contacts.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        var targets = contacts.stream()
                .flatMap(contact -> List.of(sms(contact), email(contact)).stream())
                .toList();
        return tx.preparedQuery(READDRESS)
                .execute(Tuple.tuple()
                        .addArrayOfUUID(targets.stream().map(Target::dossier).toArray(UUID[]::new))
                        .addArrayOfString(targets.stream()
                                .map(target -> target.channel().name())
                                .toArray(String[]::new))
                        .addArrayOfString(targets.stream().map(Target::address).toArray(String[]::new))
                        .addArrayOfString(targets.stream().map(Target::masked).toArray(String[]::new))
                        .addString(Reasons.NOT_WANTED))
                .replaceWithVoid();
    }

    /**
     * Holds back what is not sent yet and tells something that was taken back. What a provider is being called for, or may have taken over, goes
     * its way, but is not sent again.
     *
     * @param recalled dossiers of which only what tells of a result is held back
     * @param closed dossiers of which everything is
     */
    Uni<Void> supersede(SqlConnection tx, Set<UUID> recalled, Set<UUID> closed) {
        if (recalled.isEmpty() && closed.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return tx.preparedQuery(SUPERSEDE)
                .execute(Tuple.tuple()
                        .addArrayOfUUID(Stream.concat(recalled.stream(), closed.stream())
                                .toArray(UUID[]::new))
                        .addArrayOfUUID(closed.toArray(UUID[]::new))
                        .addArrayOfString(Stream.of(Wording.values())
                                .filter(Wording::ofAResult)
                                .map(Wording::name)
                                .toArray(String[]::new))
                        .addString(Reasons.STALE)
                        .addString(Reasons.SUPERSEDED))
                .invoke(rows -> rows.forEach(row -> {
                    if (Reasons.SUPERSEDED.equals(row.getString("reason"))) {
                        metrics.suppressed(Reasons.SUPERSEDED, 1);
                    }
                }))
                .replaceWithVoid();
    }

    /** Lets another agency see what was written for a dossier. */
    Uni<Void> reassign(SqlConnection tx, Map<UUID, String> agencies) {
        if (agencies.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        var dossiers = List.copyOf(agencies.keySet());
        return tx.preparedQuery(REASSIGN)
                .execute(Tuple.tuple()
                        .addArrayOfUUID(dossiers.toArray(UUID[]::new))
                        .addArrayOfString(dossiers.stream().map(agencies::get).toArray(String[]::new)))
                .replaceWithVoid();
    }

    private record Target(UUID dossier, Channel channel, String address, String masked) {}

    private static Target sms(Contact contact) {
        var phone = contact.sms() ? MobileNumber.e164(contact.phone()) : Optional.<String>empty();
        return new Target(
                contact.dossier(),
                Channel.SMS,
                phone.orElse(null),
                phone.map(Masked::phone).orElse(null));
    }

    private static Target email(Contact contact) {
        var address = contact.mail() ? EmailAddress.of(contact.email()) : Optional.<String>empty();
        return new Target(
                contact.dossier(),
                Channel.EMAIL,
                address.orElse(null),
                address.map(Masked::email).orElse(null));
    }

    private static JsonObject json(Draft draft) {
        return new JsonObject()
                .put("id", draft.id().toString())
                .put("event_id", draft.event().toString())
                .put("dossier_id", draft.dossier().toString())
                .put("code", draft.code())
                .put("agency", draft.agency())
                .put("wording", draft.letter().wording().name())
                .put("version", draft.letter().version())
                .put("language", draft.letter().language().name())
                .put("channel", draft.channel().name())
                .put("address", draft.address())
                .put("masked", draft.masked())
                .put("subject", draft.letter().subject())
                .put("body", draft.letter().text())
                .put("parts", draft.parts())
                .put("state", draft.state().name())
                .put("reason", draft.reason())
                .put("occurred_at", draft.occurredAt().toString())
                .put(
                        "recorded_at",
                        draft.recordedAt() == null ? null : draft.recordedAt().toString());
    }
}
