package vn.motcua.dossier.casework;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.SqlClient;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import vn.motcua.dossier.casework.CreationWrite.Issued;
import vn.motcua.dossier.events.EventFormat;
import vn.motcua.dossier.lifecycle.DossierCode;

/**
 * New dossiers in one statement, or one. The request's key decides; everything else selects from it. The day's counter gives the numbers, the
 * database puts the codes into the events and computes their hashes. Rows are taken in one order everywhere, so that two such statements
 * wait for each other and never both.
 */
final class CreationStatement {

    private static final String COLUMNS = """
            request_scope text, request_key text, request_digest bytea, id uuid, agency text, day date, stem text, data_before text,
            data_after text, hashed_before text, hashed_after text, status text, changed_at timestamptz, channel text, return_method text,
            origin text, legal_profile text, procedure text, procedure_version int, sector text, immediate boolean, agency_path text,
            citizen text, submitted_at timestamptz, reply_due_at timestamptz, accepted_at timestamptz, due_at timestamptz,
            original_due_at timestamptz, reason text, private_digest text, name text, id_number text, phone text, email text,
            address text, commune text, province text, notify_by_sms boolean, notify_by_email boolean, language text, components text,
            authorised_person text, salt bytea, event_id uuid, type text, correlation_id text, causation_id text, traceparent text, actor text, note text,
            course text, wake_at timestamptz, receiving_one_stop text""";

    private static final Bindings ASKED = new Bindings(COLUMNS);

    /** For a dossier that brings the number along, which was taken out of its day's counter before. */
    private static final Bindings ASKED_NUMBERED = new Bindings(COLUMNS + ", number int");

    private static final Bindings ASKED_WITH_FILES = new Bindings(COLUMNS + ", files text, account text");

    private static final String REQUEST = """
            ),
            request as (
                insert into creation (request_scope, request_key, request_digest, dossier_id)
                select request_scope, request_key, request_digest, id from asked order by request_scope, request_key
                on conflict do nothing
                returning dossier_id),
            """;

    private static final String BY_COUNTER = """
            fresh as materialized (
                select a.*, row_number() over day as nth, count(*) over (partition by counter, day) as of_day
                from request r join asked a on a.id = r.dossier_id
                window day as (partition by counter, day order by place)),
            numbered as (
                insert into day_counter as known (agency, day, last)
                select counter, day, count(*) from fresh group by counter, day order by counter, day
                on conflict (agency, day) do update set last = known.last + excluded.last
                returning agency, day, last),
            named as materialized (
                select f.*, stem || lpad((n.last - f.of_day + f.nth)::text, 4, '0') as code
                from fresh f join numbered n on n.agency = f.counter and n.day = f.day),
            """;

    private static final String AS_BROUGHT = """
            named as materialized (
                select a.*, stem || lpad(a.number::text, 4, '0') as code from request r join asked a on a.id = r.dossier_id),
            """;

    private static final String WRITES = """
            content as materialized (
                select n.*, data_before || code || data_after as data,
                    'sha256:' || encode(sha256(convert_to(hashed_before || code || hashed_after, 'UTF8')), 'hex') as hash
                from named n),
            kept as (
                insert into dossier (id, code, status, sequence, step_sequence, changed_at, last_hash, channel, return_method, origin,
                    legal_profile, procedure, procedure_version, sector, immediate, agency, agency_path, citizen, submitted_at,
                    reply_due_at, accepted_at, due_at, original_due_at, reason, private_digest, course, wake_at, receiving_one_stop)
                select id, code, status, 1, 1, changed_at, hash, channel, return_method, origin, legal_profile, procedure,
                    procedure_version, sector, immediate, agency, string_to_array(agency_path, ' '), citizen, submitted_at,
                    reply_due_at, accepted_at, due_at, original_due_at, reason, private_digest, course, wake_at, receiving_one_stop
                from content order by code),
            person as (
                insert into applicant (dossier_id, name, id_number, phone, email, address, commune, province, notify_by_sms,
                    notify_by_email, language, components, authorised_person, salt)
                select id, name, id_number, phone, email, address, commune, province, notify_by_sms, notify_by_email, language,
                    components, authorised_person, salt
                from content),
            fact as (
                insert into event (subject, sequence, id, type, time, data, hash, correlation_id, causation_id, traceparent, actor, note)
                select id, 1, event_id, type, changed_at, data, hash, correlation_id, causation_id, traceparent, actor, note
                from content),
            pointer as (
                insert into outgoing (subject, sequence) select id, 1 from content)""";

    /** Uploads are used up by the very statement that files them: who comes second has no bytes and fails as a whole. */
    private static final String FILES = """
            , wanted as (
                select c.id as dossier_id, c.changed_at, c.account, f.*
                from content c cross join lateral jsonb_to_recordset(c.files::jsonb)
                    as f (id uuid, upload uuid, source uuid, component text, kind text, result boolean, salt text, pages int)),
            taken as (
                delete from upload u using wanted w
                where u.id = w.upload and u.account = w.account and u.ready
                returning u.id, u.sha256, u.bytes, u.media_type, u.signature, u.signature_broken),
            filed as (
                insert into document (id, dossier_id, sequence, component, kind, result, sha256, salt, bytes, media_type, signature, signature_broken, pages, source,
                    added_at)
                select w.id, w.dossier_id, 1, w.component, w.kind, w.result, coalesce(t.sha256, s.sha256), w.salt, coalesce(t.bytes, s.bytes),
                    coalesce(t.media_type, s.media_type), coalesce(t.signature, s.signature),
                    coalesce(t.signature_broken, s.signature_broken, false), w.pages, w.source, w.changed_at
                from wanted w left join taken t on t.id = w.upload left join document s on s.id = w.source)""";

    private static final String ANSWER = """

            select id, code, hash from content
            """;

    static final String CREATIONS = statement(ASKED, BY_COUNTER, "");

    private static final String NUMBERED = statement(ASKED_NUMBERED, AS_BROUGHT, "");

    private static final String WITH_FILES = statement(ASKED_WITH_FILES, BY_COUNTER, FILES);

    private CreationStatement() {}

    private static String statement(Bindings asked, String naming, String moreWrites) {
        return "with asked as materialized (select *, coalesce(receiving_one_stop, agency) as counter from "
                + asked.relation() + REQUEST + naming + WRITES + moreWrites + ANSWER;
    }

    /** What a dossier that brings its number along got; empty for a key that was used before. */
    static Uni<Optional<Issued>> executeNumbered(SqlClient client, CreationWrite write, int number) {
        var row = new ArrayList<>(row(write));
        row.add(number);
        return client.preparedQuery(NUMBERED)
                .execute(ASKED_NUMBERED.tuple(List.of(row)))
                .map(found -> {
                    for (var one : found) {
                        return Optional.of(new Issued(one.getString(1), one.getString(2)));
                    }
                    return Optional.empty();
                });
    }

    /** What each got; empty for a key that was used before. A key at most once. */
    static Uni<List<Optional<Issued>>> execute(SqlClient client, List<CreationWrite> writes) {
        var rows = writes.stream().map(CreationStatement::row).toList();
        return client.preparedQuery(CREATIONS).execute(ASKED.tuple(rows)).map(found -> {
            var issued = new HashMap<UUID, Issued>();
            found.forEach(row -> issued.put(row.getUUID(0), new Issued(row.getString(1), row.getString(2))));
            return writes.stream()
                    .map(write -> Optional.ofNullable(issued.get(write.dossier().id())))
                    .toList();
        });
    }

    /** What one with files got; empty for a key that was used before. */
    static Uni<Optional<Issued>> executeWithFiles(SqlClient client, CreationWrite write) {
        var row = new ArrayList<Object>(row(write));
        row.addAll(Bindings.row(files(write.filings()), write.filings().get(0).account()));
        return client.preparedQuery(WITH_FILES)
                .execute(ASKED_WITH_FILES.tuple(List.of(row)))
                .map(found -> {
                    for (var one : found) {
                        return Optional.of(new Issued(one.getString(1), one.getString(2)));
                    }
                    return Optional.empty();
                });
    }

    private static String files(List<Filing> filings) {
        return EventFormat.canonicalText(filings.stream()
                .map(filing -> new File(
                        filing.document().id(),
                        filing.upload(),
                        filing.source(),
                        filing.document().component(),
                        filing.document().kind().name(),
                        filing.document().result(),
                        filing.document().salt(),
                        filing.document().pages()))
                .toList());
    }

    private record File(
            UUID id,
            UUID upload,
            UUID source,
            String component,
            String kind,
            boolean result,
            String salt,
            Integer pages) {}

    private static List<Object> row(CreationWrite write) {
        var dossier = write.dossier();
        var matter = dossier.matter();
        var times = dossier.timeline();
        var provenance = write.provenance();
        var day = LocalDate.ofInstant(times.submittedAt(), DossierCode.ZONE);
        var data = CreationWrite.around(write.event().data());
        var hashed = CreationWrite.around(write.event().hashed());
        var row = new ArrayList<Object>(Bindings.row(
                provenance.key().scope(),
                provenance.key().key(),
                Buffer.buffer(provenance.key().digest()),
                dossier.id(),
                matter.agency(),
                day,
                DossierCode.stem(matter.counter(), day),
                data[0],
                data[1],
                hashed[0],
                hashed[1],
                dossier.status().name(),
                Bindings.utc(dossier.changedAt()),
                matter.channel().name(),
                matter.returnMethod().name(),
                matter.origin().name(),
                matter.legalProfile().year(),
                matter.procedure(),
                matter.procedureVersion(),
                matter.sector(),
                matter.immediate(),
                String.join(" ", matter.agencyPath()),
                matter.citizen(),
                Bindings.utc(times.submittedAt()),
                Bindings.utc(times.replyDueAt()),
                Bindings.utc(times.acceptedAt()),
                Bindings.utc(times.dueAt()),
                Bindings.utc(times.originalDueAt()),
                dossier.reason(),
                matter.privateDigest()));
        row.addAll(PrivateColumns.values(write.part()));
        row.addAll(Bindings.row(
                write.event().id(),
                write.event().type(),
                provenance.correlationId(),
                provenance.causationId(),
                provenance.traceparent(),
                provenance.account(),
                provenance.note(),
                CourseText.write(dossier.course()),
                Bindings.utc(dossier.course().wakesAt().orElse(null)),
                matter.receivingOneStop()));
        return row;
    }
}
