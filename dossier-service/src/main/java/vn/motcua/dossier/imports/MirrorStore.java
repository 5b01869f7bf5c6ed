package vn.motcua.dossier.imports;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.pgclient.PgException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import vn.motcua.dossier.casework.CourseText;
import vn.motcua.dossier.casework.KeptColumns;
import vn.motcua.dossier.casework.PrivateColumns;
import vn.motcua.dossier.lifecycle.Dossier;
import vn.motcua.dossier.lifecycle.DossierCode;

/**
 * Writes one reported fact in one statement, which is its own transaction. For the first fact of a dossier the dossier's own line decides, for the
 * others its sequence; everything else selects from that. A fact that came in between under the same id undoes the statement as a whole.
 */
@ApplicationScoped
class MirrorStore {

    private static final String KNOWN = "select " + KeptColumns.OF_DOSSIER_ALONE + """
            , f.digest as fact_digest
            from (values ($1::text, $2::text, $3::text)) as told (source, source_id, fact_id)
            left join mirrored_fact f on f.source = told.source and f.fact_id = told.fact_id
            left join mirrored_dossier m on m.source = told.source and m.source_id = told.source_id
            left join dossier d on d.id = m.dossier_id
            """;

    private static final String FIRST = """
            with line as (
                insert into mirrored_dossier (source, source_id, dossier_id) values ($1, $2, $3)
                on conflict do nothing
                returning dossier_id),
            told as (
                insert into mirrored_fact (source, fact_id, digest, dossier_id, sequence)
                select $1::text, $4::text, $5::bytea, dossier_id, 1 from line),
            raised as (
                insert into day_counter as counter (agency, day, last) select $6::text, $7::date, $8::int from line
                where $9 and not exists (select from day_counter c where c.agency = $6 and c.day = $7 and c.last >= $8)
                on conflict (agency, day) do update set last = greatest(counter.last, excluded.last)),
            kept as (
                insert into dossier (id, code, sequence, step_sequence, origin, private_digest, status, previous_status, changed_at,
                    last_hash, channel, return_method, legal_profile, procedure, procedure_version, sector, immediate, agency,
                    agency_path, submitted_at, accepted_at, due_at, original_due_at, completed_at, ended_at, returned_at, outcome,
                    course, registered_by)
                select dossier_id, $10::text, 1, 1, 'MIRRORED', $11::text, $12::text, $13::text, $14::timestamptz, $15::text,
                    $16::text, $17::text, $18::text, $19::text, $20::int, $21::text, $22::boolean, $23::text, $24::text[],
                    $25::timestamptz, $26::timestamptz, $27::timestamptz, $28::timestamptz, $29::timestamptz, $30::timestamptz,
                    $31::timestamptz, $32::text, $33::text, $52::text
                from line),
            person as (
                insert into applicant (dossier_id, name, id_number, phone, email, address, commune, province, notify_by_sms,
                    notify_by_email, language, components, authorised_person, salt)
                select dossier_id, $39::text, $40::text, $41::text, $42::text, $43::text, $44::text, $45::text, $46::boolean,
                    $47::boolean, $48::text, $49::text, $50::text, $51::bytea
                from line),
            fact as (
                insert into event (subject, sequence, id, type, time, data, previous_hash, hash, actor)
                select dossier_id, 1, $34::uuid, $35::text, $14, $36::text, $37::text, $15, $38::text from line)
            insert into outgoing (subject, sequence) select dossier_id, 1 from line
            """;

    private static final String NEXT = """
            with moved as (
                update dossier set sequence = sequence + 1, step_sequence = sequence + 1, status = $6, previous_status = $7,
                    changed_at = $8, last_hash = $9, channel = $10, return_method = $11, legal_profile = $12, procedure = $13,
                    procedure_version = $14, sector = $15, immediate = $16, agency = $17, agency_path = $18, submitted_at = $19,
                    accepted_at = $20, due_at = $21, original_due_at = $22, completed_at = $23, ended_at = $24, returned_at = $25,
                    outcome = $26, course = $27
                where id = $4 and sequence = $5::bigint - 1 and origin = 'MIRRORED'
                returning id, sequence),
            told as (
                insert into mirrored_fact (source, fact_id, digest, dossier_id, sequence)
                select $1::text, $2::text, $3::bytea, id, sequence from moved),
            fact as (
                insert into event (subject, sequence, id, type, time, data, previous_hash, hash, actor)
                select id, sequence, $28::uuid, $29::text, $8, $30::text, $31::text, $9, $32::text from moved)
            insert into outgoing (subject, sequence) select id, sequence from moved
            """;

    private final Pool pool;

    MirrorStore(Pool pool) {
        this.pool = pool;
    }

    /**
     * What is known of what a line tells.
     *
     * @param digest of the line that told this fact before; null if none did
     * @param dossier null if nothing was told of it yet
     * @param lastHash of its last event; null without a dossier
     */
    record Known(byte[] digest, Dossier dossier, String lastHash) {}

    Uni<Known> known(MirrorLine line) {
        return pool.preparedQuery(KNOWN)
                .execute(Tuple.of(line.source(), line.sourceId(), line.factId()))
                .map(rows -> known(rows.iterator().next()));
    }

    /**
     * True if it was written; false if something came in between, and nothing changed. Fails with {@link LineRefused} if the code is another
     * dossier's, or its number a block's.
     */
    Uni<Boolean> write(MirrorWrite write) {
        var statement = write.part() == null ? NEXT : FIRST;
        return pool.preparedQuery(statement)
                .execute(Tuple.from(write.part() == null ? next(write) : first(write)))
                .map(rows -> rows.rowCount() > 0)
                .onFailure(failure -> breaks(failure, "mirrored_fact_once"))
                .recoverWithItem(false)
                .onFailure(CodeFaults::isOne)
                .transform(CodeFaults::refused);
    }

    private static Known known(Row row) {
        var digest = row.getValue("fact_digest") instanceof Buffer bytes ? bytes.getBytes() : null;
        return row.getUUID("id") == null
                ? new Known(digest, null, null)
                : new Known(digest, KeptColumns.read(row), row.getString("last_hash"));
    }

    private static boolean breaks(Throwable failure, String constraint) {
        return failure instanceof PgException database && constraint.equals(database.getConstraint());
    }

    private static List<Object> first(MirrorWrite write) {
        var dossier = write.dossier();
        var code = DossierCode.parse(dossier.code()).orElseThrow();
        var values = new ArrayList<Object>(Arrays.asList(
                write.source(),
                write.sourceId(),
                dossier.id(),
                write.factId(),
                Buffer.buffer(write.digest()),
                code.agency(),
                code.day(),
                code.number(),
                write.counted(),
                dossier.code(),
                dossier.matter().privateDigest()));
        values.addAll(state(write));
        values.addAll(event(write));
        values.addAll(PrivateColumns.values(write.part()));
        values.add(OthersNumbers.registeredBy(code, dossier.matter()));
        return values;
    }

    private static List<Object> next(MirrorWrite write) {
        var values = new ArrayList<Object>(Arrays.asList(
                write.source(),
                write.factId(),
                Buffer.buffer(write.digest()),
                write.dossier().id(),
                write.dossier().sequence()));
        values.addAll(state(write));
        values.addAll(event(write));
        return values;
    }

    private static List<Object> state(MirrorWrite write) {
        var dossier = write.dossier();
        var matter = dossier.matter();
        var times = dossier.timeline();
        return Arrays.asList(
                dossier.status().name(),
                word(dossier.previousStatus()),
                utc(dossier.changedAt()),
                write.event().hash(),
                matter.channel().name(),
                matter.returnMethod().name(),
                matter.legalProfile().year(),
                matter.procedure(),
                matter.procedureVersion(),
                matter.sector(),
                matter.immediate(),
                matter.agency(),
                matter.agencyPath().toArray(String[]::new),
                utc(times.submittedAt()),
                utc(times.acceptedAt()),
                utc(times.dueAt()),
                utc(times.originalDueAt()),
                utc(times.completedAt()),
                utc(times.endedAt()),
                utc(times.returnedAt()),
                word(dossier.outcome()),
                CourseText.write(dossier.course()));
    }

    private static List<Object> event(MirrorWrite write) {
        var event = write.event();
        return Arrays.asList(event.id(), event.type(), event.data(), event.previousHash(), write.account());
    }

    private static String word(Enum<?> word) {
        return word == null ? null : word.name();
    }

    private static OffsetDateTime utc(Instant at) {
        return at == null ? null : at.atOffset(ZoneOffset.UTC);
    }
}
