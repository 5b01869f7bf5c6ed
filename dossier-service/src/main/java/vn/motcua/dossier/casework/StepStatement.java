package vn.motcua.dossier.casework;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.SqlClient;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import vn.motcua.dossier.lifecycle.Course;

/**
 * Steps of different dossiers in one statement, or one. The update alone decides; everything else selects from it, so a step either has its event
 * and its pointer or left nothing. After waiting for another session's lock PostgreSQL looks at the row again: at its sequence, and whether a later
 * date was proposed meanwhile, while which nothing is completed.
 */
final class StepStatement {

    private static final String ORDINARY = """
            id uuid, sequence bigint, status text, previous_status text, step_sequence bigint, changed_at timestamptz, last_hash text,
            officer text, accepted_at timestamptz, due_at timestamptz, original_due_at timestamptz, completed_at timestamptz,
            ended_at timestamptz, returned_at timestamptz, outcome text, reason text, result_reference text, event_id uuid, type text,
            data text, previous_hash text, correlation_id text, causation_id text, traceparent text, request_scope text,
            request_key text, request_digest bytea, actor text, note text, reply_due_at timestamptz, course text, wake_at timestamptz,
            holders text, delegation uuid""";

    /** What only a transfer, a correction or an adoption changes: too seldom to be carried by every step. */
    private static final String MATTER = """
            , agency text, agency_path text, procedure text, procedure_version int, sector text, immediate boolean, return_method text,
            origin text, citizen text, private_digest text, person boolean, name text, id_number text, phone text, email text,
            address text, commune text, province text, notify_by_sms boolean, notify_by_email boolean, language text, components text,
            authorised_person text, salt bytea, proposal int, receiving_one_stop text""";

    private static final Bindings ASKED = new Bindings(ORDINARY);

    private static final Bindings ASKED_REMADE = new Bindings(ORDINARY + MATTER);

    static final String STEPS = statement(ASKED, "", "", "", "");

    // A proposal that awaits its decision is held until the commit: whoever rejects it meanwhile finds it decided.
    private static final String REMADE = statement(
            ASKED_REMADE,
            """

            held as materialized (
                select c.dossier_id, c.kind from correction_proposal c join asked a on c.dossier_id = a.id and c.number = a.proposal
                where c.outcome is null
                for update of c),""",
            " and (a.proposal is null or exists (select from held h where h.dossier_id = d.id))",
            """
            , agency = a.agency, agency_path = string_to_array(a.agency_path, ' '), procedure = a.procedure,
                procedure_version = a.procedure_version, sector = a.sector, immediate = a.immediate,
                return_method = a.return_method, origin = a.origin, citizen = a.citizen, private_digest = a.private_digest,
                receiving_one_stop = a.receiving_one_stop,
                extension_proposed = d.extension_proposed
                    and not exists (select from held h where h.dossier_id = d.id and h.kind = 'EXTENSION')""",
            """
            , person as (
                update applicant p set name = a.name, id_number = a.id_number, phone = a.phone, email = a.email,
                    address = a.address, commune = a.commune, province = a.province, notify_by_sms = a.notify_by_sms,
                    notify_by_email = a.notify_by_email, language = a.language, components = a.components,
                    authorised_person = a.authorised_person, salt = a.salt
                from moved m join asked a on a.id = m.id
                where p.dossier_id = m.id and a.person),
            decided as (
                update correction_proposal c set outcome = 'CONFIRMED', decided_by = a.actor, decided_at = a.changed_at
                from moved m join asked a on a.id = m.id
                where c.dossier_id = m.id and c.number = a.proposal)""");

    /** The file that a step brings. */
    private static final String FILE = """
            , document_id uuid, upload uuid, source uuid, component text, kind text, result boolean, salt text, pages int, account text""";

    private static final Bindings ASKED_WITH_FILE = new Bindings(ORDINARY + FILE);

    /** The upload is used up by the very statement that files it: who comes second has no bytes and fails as a whole. */
    private static final String WITH_FILE = statement(ASKED_WITH_FILE, "", "", "", """
            , taken as (
                delete from upload u using moved m join asked a on a.id = m.id
                where u.id = a.upload and u.account = a.account and u.ready
                returning u.id, u.sha256, u.bytes, u.media_type, u.signature, u.signature_broken),
            filed as (
                insert into document (id, dossier_id, sequence, component, kind, result, sha256, salt, bytes, media_type, signature, signature_broken, pages, source,
                    added_at)
                select a.document_id, m.id, m.sequence, a.component, a.kind, a.result, coalesce(t.sha256, s.sha256), a.salt,
                    coalesce(t.bytes, s.bytes), coalesce(t.media_type, s.media_type), coalesce(t.signature, s.signature),
                    coalesce(t.signature_broken, s.signature_broken, false), a.pages, a.source, a.changed_at
                from moved m join asked a on a.id = m.id left join taken t on t.id = a.upload left join document s on s.id = a.source)""");

    private StepStatement() {}

    private static String statement(
            Bindings asked, String before, String condition, String moreColumns, String moreWrites) {
        return "with asked as materialized (select * from " + asked.relation() + """
            ),""" + before + """

            moved as (
                update dossier d set status = a.status, previous_status = a.previous_status, sequence = a.sequence + 1,
                    step_sequence = a.step_sequence, changed_at = a.changed_at, last_hash = a.last_hash, officer = a.officer,
                    accepted_at = a.accepted_at, due_at = a.due_at, original_due_at = a.original_due_at,
                    completed_at = a.completed_at, ended_at = a.ended_at, returned_at = a.returned_at, outcome = a.outcome,
                    reason = a.reason, result_reference = a.result_reference, reply_due_at = a.reply_due_at, course = a.course,
                    wake_at = a.wake_at, holders = string_to_array(a.holders, ' ')""" + moreColumns + """

                from asked a
                where d.id = a.id and d.sequence = a.sequence
                    and not (d.extension_proposed and a.status = 'COMPLETED' and d.status <> 'COMPLETED')"""
                + condition + """

                returning d.id, d.sequence),
            fact as (
                insert into event (subject, sequence, id, type, time, data, previous_hash, hash, correlation_id, causation_id,
                    traceparent, request_scope, request_key, request_digest, actor, note)
                select a.id, m.sequence, a.event_id, a.type, a.changed_at, a.data, a.previous_hash, a.last_hash, a.correlation_id,
                    a.causation_id, a.traceparent, a.request_scope, a.request_key, a.request_digest, a.actor, a.note
                from moved m join asked a on a.id = m.id),
            pointer as (
                insert into outgoing (subject, sequence) select id, sequence from moved),
            acting as (
                insert into acted_under (dossier_id, sequence, delegation)
                select m.id, m.sequence, a.delegation from moved m join asked a on a.id = m.id where a.delegation is not null)""" + moreWrites
                + """

            select id from moved
            """;
    }

    /** For a write that also changes what the dossier is about: whether it took effect. */
    private static Uni<Boolean> executeRemade(SqlClient client, StepWrite write) {
        var row = new ArrayList<Object>(row(write));
        row.addAll(matter(write));
        return client.preparedQuery(REMADE)
                .execute(ASKED_REMADE.tuple(List.of(row)))
                .map(found -> found.size() == 1);
    }

    /** For a write that brings a file: whether it took effect. */
    private static Uni<Boolean> executeWithFile(SqlClient client, StepWrite write) {
        var filing = write.filing();
        var document = filing.document();
        var row = new ArrayList<Object>(row(write));
        row.addAll(Bindings.row(
                document.id(),
                filing.upload(),
                filing.source(),
                document.component(),
                document.kind().name(),
                document.result(),
                document.salt(),
                document.pages(),
                filing.account()));
        return client.preparedQuery(WITH_FILE)
                .execute(ASKED_WITH_FILE.tuple(List.of(row)))
                .map(found -> found.size() == 1);
    }

    /** A write that goes alone, for what it changes beside the dossier itself. */
    static Uni<Boolean> executeAlone(SqlClient client, StepWrite write) {
        return write.filing() == null ? executeRemade(client, write) : executeWithFile(client, write);
    }

    /** For each write whether it took effect. A dossier at most once. */
    static Uni<List<Boolean>> execute(SqlClient client, List<StepWrite> writes) {
        var rows = writes.stream().map(StepStatement::row).toList();
        return client.preparedQuery(STEPS).execute(ASKED.tuple(rows)).map(found -> {
            var moved = new HashSet<UUID>();
            found.forEach(row -> moved.add(row.getUUID(0)));
            return writes.stream()
                    .map(write -> moved.contains(write.dossier().id()))
                    .toList();
        });
    }

    private static List<Object> row(StepWrite write) {
        var dossier = write.dossier();
        var times = dossier.timeline();
        var event = write.event();
        var provenance = write.provenance();
        var key = provenance.key();
        return Bindings.row(
                dossier.id(),
                dossier.sequence() - 1,
                dossier.status().name(),
                Bindings.word(dossier.previousStatus()),
                write.stepSequence(),
                Bindings.utc(dossier.changedAt()),
                event.hash(),
                dossier.officer(),
                Bindings.utc(times.acceptedAt()),
                Bindings.utc(times.dueAt()),
                Bindings.utc(times.originalDueAt()),
                Bindings.utc(times.completedAt()),
                Bindings.utc(times.endedAt()),
                Bindings.utc(times.returnedAt()),
                Bindings.word(dossier.outcome()),
                dossier.reason(),
                dossier.resultReference(),
                event.id(),
                event.type(),
                event.data(),
                event.previousHash(),
                provenance.correlationId(),
                provenance.causationId(),
                provenance.traceparent(),
                key == null ? null : key.scope(),
                key == null ? null : key.key(),
                key == null ? null : Buffer.buffer(key.digest()),
                provenance.account(),
                provenance.note(),
                Bindings.utc(times.replyDueAt()),
                CourseText.write(dossier.course()),
                Bindings.utc(dossier.course().wakesAt().orElse(null)),
                holders(dossier.course()),
                provenance.delegation());
    }

    private static String holders(Course course) {
        var holders = course.holders();
        return holders.isEmpty() ? null : String.join(" ", holders);
    }

    private static List<Object> matter(StepWrite write) {
        var matter = write.dossier().matter();
        var part = write.part();
        var row = new ArrayList<Object>(Bindings.row(
                matter.agency(),
                String.join(" ", matter.agencyPath()),
                matter.procedure(),
                matter.procedureVersion(),
                matter.sector(),
                matter.immediate(),
                matter.returnMethod().name(),
                matter.origin().name(),
                matter.citizen(),
                matter.privateDigest(),
                part != null));
        row.addAll(part == null ? Collections.nCopies(PrivateColumns.COUNT, null) : PrivateColumns.values(part));
        row.add(write.proposal());
        row.add(matter.receivingOneStop());
        return row;
    }
}
