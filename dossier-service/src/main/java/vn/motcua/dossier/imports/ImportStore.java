package vn.motcua.dossier.imports;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import vn.motcua.dossier.casework.CourseText;
import vn.motcua.dossier.casework.EventRow;
import vn.motcua.dossier.casework.PrivateColumns;
import vn.motcua.dossier.lifecycle.DossierCode;

/** Writes one line in one statement, which is its own transaction: the line decides, everything else selects from it. */
@ApplicationScoped
class ImportStore {

    private static final String WRITE = """
            with line as (
                insert into imported_line (source, source_id, digest, dossier_id) values ($1, $2, $3, $4)
                on conflict do nothing
                returning dossier_id),
            raised as (
                insert into day_counter as counter (agency, day, last) select $5::text, $6::date, $7::int from line
                where not exists (select from day_counter c where c.agency = $5 and c.day = $6 and c.last >= $7)
                on conflict (agency, day) do update set last = greatest(counter.last, excluded.last)),
            kept as (
                insert into dossier (id, code, status, previous_status, sequence, step_sequence, changed_at, last_hash, channel,
                    return_method, origin, legal_profile, procedure, procedure_version, sector, immediate, agency, agency_path,
                    submitted_at, reply_due_at, accepted_at, due_at, original_due_at, completed_at, ended_at, returned_at,
                    outcome, reason, result_reference, private_digest, course, wake_at, registered_by)
                select dossier_id, $8::text, $9::text, $10::text, $11::bigint, $11::bigint, $12::timestamptz, $13::text, $14::text,
                    $15::text, $16::text, $17::text, $18::text, $19::int, $20::text, $21::boolean, $22::text, $23::text[],
                    $24::timestamptz, $25::timestamptz, $26::timestamptz, $27::timestamptz, $28::timestamptz, $29::timestamptz,
                    $30::timestamptz, $31::timestamptz, $32::text, $33::text, $34::text, $35::text, $58::text, $59::timestamptz,
                    $60::text
                from line),
            person as (
                insert into applicant (dossier_id, name, id_number, phone, email, address, commune, province, notify_by_sms,
                    notify_by_email, language, components, authorised_person, salt)
                select dossier_id, $36::text, $37::text, $38::text, $39::text, $40::text, $41::text, $42::text, $43::boolean,
                    $44::boolean, $45::text, $46::text, $47::text, $48::bytea
                from line),
            fact as (
                insert into event (subject, sequence, id, type, time, data, previous_hash, hash, actor, note)
                select line.dossier_id, e.sequence, e.id, e.type, e.time, e.data, e.previous_hash, e.hash, $49::text, e.note
                from line cross join unnest($50::bigint[], $51::uuid[], $52::text[], $53::timestamptz[], $54::text[], $55::text[],
                    $56::text[], $57::text[]) as e (sequence, id, type, time, data, previous_hash, hash, note))
            insert into outgoing (subject, sequence)
            select line.dossier_id, s from line cross join generate_series(1, $11::bigint) as s order by s
            """;

    private static final String KNOWN = "select digest from imported_line where source = $1 and source_id = $2";

    private final Pool pool;

    ImportStore(Pool pool) {
        this.pool = pool;
    }

    /** True if it was written, false if (source, sourceId) had come before; fails with {@link LineRefused} if the code is another's, or its number a block's. */
    Uni<Boolean> write(ImportWrite write) {
        return pool.preparedQuery(WRITE)
                .execute(Tuple.from(values(write)))
                .map(rows -> rows.rowCount() > 0)
                .onFailure(CodeFaults::isOne)
                .transform(CodeFaults::refused);
    }

    /** Whether the line that came before was this very one. */
    Uni<Boolean> isSame(ImportWrite write) {
        return pool.preparedQuery(KNOWN)
                .execute(Tuple.of(write.source(), write.sourceId()))
                .map(rows -> {
                    for (var row : rows) {
                        return row.getValue(0) instanceof Buffer digest
                                && Arrays.equals(digest.getBytes(), write.digest());
                    }
                    return false;
                });
    }

    private static List<Object> values(ImportWrite write) {
        var dossier = write.dossier();
        var matter = dossier.matter();
        var times = dossier.timeline();
        var events = write.events();
        var values = new ArrayList<Object>(60);
        values.add(write.source());
        values.add(write.sourceId());
        values.add(Buffer.buffer(write.digest()));
        values.add(dossier.id());
        values.add(write.code().agency());
        values.add(write.code().day());
        // A number beyond those that are given out means that the day, a past one, is full.
        values.add(Math.min(write.code().number(), DossierCode.HIGHEST));
        values.add(dossier.code());
        values.add(dossier.status().name());
        values.add(word(dossier.previousStatus()));
        values.add(dossier.sequence());
        values.add(utc(dossier.changedAt()));
        values.add(events.get(events.size() - 1).hash());
        values.add(matter.channel().name());
        values.add(matter.returnMethod().name());
        values.add(matter.origin().name());
        values.add(matter.legalProfile().year());
        values.add(matter.procedure());
        values.add(matter.procedureVersion());
        values.add(matter.sector());
        values.add(matter.immediate());
        values.add(matter.agency());
        values.add(matter.agencyPath().toArray(String[]::new));
        values.add(utc(times.submittedAt()));
        values.add(utc(times.replyDueAt()));
        values.add(utc(times.acceptedAt()));
        values.add(utc(times.dueAt()));
        values.add(utc(times.originalDueAt()));
        values.add(utc(times.completedAt()));
        values.add(utc(times.endedAt()));
        values.add(utc(times.returnedAt()));
        values.add(word(dossier.outcome()));
        values.add(dossier.reason());
        values.add(dossier.resultReference());
        values.add(matter.privateDigest());
        values.addAll(PrivateColumns.values(write.part()));
        values.add(write.account());
        values.add(events.stream().map(EventRow::sequence).toArray(Long[]::new));
        values.add(events.stream().map(EventRow::id).toArray(UUID[]::new));
        values.add(events.stream().map(EventRow::type).toArray(String[]::new));
        values.add(events.stream().map(event -> utc(event.time())).toArray(OffsetDateTime[]::new));
        values.add(events.stream().map(EventRow::data).toArray(String[]::new));
        values.add(events.stream().map(EventRow::previousHash).toArray(String[]::new));
        values.add(events.stream().map(EventRow::hash).toArray(String[]::new));
        values.add(write.notes().toArray(String[]::new));
        values.add(CourseText.write(dossier.course()));
        values.add(utc(dossier.course().wakesAt().orElse(null)));
        values.add(OthersNumbers.registeredBy(write.code(), matter));
        return values;
    }

    private static String word(Enum<?> word) {
        return word == null ? null : word.name();
    }

    private static OffsetDateTime utc(Instant at) {
        return at == null ? null : at.atOffset(ZoneOffset.UTC);
    }
}
