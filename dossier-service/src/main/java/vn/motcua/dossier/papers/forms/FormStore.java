package vn.motcua.dossier.papers.forms;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import vn.motcua.dossier.casework.Applicant;
import vn.motcua.dossier.casework.CourseText;
import vn.motcua.dossier.casework.PrivateColumns;
import vn.motcua.dossier.events.EventFormat;
import vn.motcua.dossier.lifecycle.Form;
import vn.motcua.dossier.papers.forms.CaseFile.Entry;

/** What papers are made from, and which have been made. One statement each; says nothing about rights. */
@ApplicationScoped
class FormStore {

    /** A history is read as far as this; no dossier of this world comes near. */
    static final int MOST_EVENTS = 2_000;

    /** An original. @param sha256 64 lower-case hexadecimal digits */
    record Original(Form kind, long sequence, String sha256, int bytes, boolean signed, Instant renderedAt) {}

    private static final String ORIGINALS =
            "select kind, sequence, sha256, bytes, signed, rendered_at from form where dossier_id = $1";

    /** Whoever destroys the dossier holds its private part: a paper that is just being made is kept before that, or not at all. */
    private static final String KEEP = """
            with whole as (select dossier_id from applicant where dossier_id = $1 and octet_length(salt) > 0 for share),
            %s,
            kept as (
                insert into form (dossier_id, kind, sequence, sha256, bytes, signed, rendered_at, rating_digest)
                select dossier_id, $2, $3, $4, $5, $6, $7, $8 from whole, marked
                on conflict do nothing returning sha256),
            %s
            select from kept""".formatted(LeftoverStore.marked(4), LeftoverStore.UNMARK);

    private static final String FORGET = """
            with gone as (delete from form where dossier_id = $1 returning 'sha256:' || sha256 as sha256),
            mark as (
                insert into object_removal (sha256, since) select distinct sha256, $2::timestamptz from gone on conflict do nothing)
            select distinct sha256 from gone order by sha256
            """;

    private static final String HISTORY = """
            select sequence, time, type, data, hash, request_scope, actor, note from event
            where subject = $1 and sequence <= $2 order by sequence limit $3""";

    private static final String PRIVATE_PART = """
            select a.name, a.id_number, a.phone, a.email, a.address, a.commune, a.province, a.notify_by_sms, a.notify_by_email, a.language,
              a.components, a.authorised_person, d.course, d.reason
            from dossier d left join applicant a on a.dossier_id = d.id where d.id = $1""";

    private final Pool pool;

    FormStore(Pool pool) {
        this.pool = pool;
    }

    /** All of a dossier's originals. */
    Uni<List<Original>> originals(UUID dossier) {
        return pool.preparedQuery(ORIGINALS).execute(Tuple.of(dossier)).map(rows -> {
            var originals = new ArrayList<Original>();
            rows.forEach(row -> originals.add(original(row)));
            return originals;
        });
    }

    Uni<Optional<Original>> original(UUID dossier, Form kind, long sequence) {
        return pool.preparedQuery(ORIGINALS + " and kind = $2 and sequence = $3")
                .execute(Tuple.of(dossier, kind.name(), sequence))
                .map(rows -> first(rows).map(FormStore::original));
    }

    /**
     * Keeps it unless there is one already, or the dossier was destroyed.
     *
     * @param ratingDigest of the code that it bears; null without one
     * @return whether it was kept
     */
    Uni<Boolean> keep(UUID dossier, Original original, byte[] ratingDigest) {
        return pool.preparedQuery(KEEP)
                .execute(Tuple.from(Arrays.asList(
                        dossier,
                        original.kind().name(),
                        original.sequence(),
                        original.sha256(),
                        original.bytes(),
                        original.signed(),
                        original.renderedAt().atOffset(ZoneOffset.UTC),
                        ratingDigest == null ? null : Buffer.buffer(ratingDigest))))
                .map(rows -> rows.size() == 1);
    }

    /** Takes the papers away; their bytes go when nothing else refers to them. @return {@code sha256:…} of each */
    static Uni<List<String>> forget(SqlConnection tx, UUID dossier, Instant at) {
        return tx.preparedQuery(FORGET)
                .execute(Tuple.of(dossier, at.atOffset(ZoneOffset.UTC)))
                .map(rows -> {
                    var gone = new ArrayList<String>();
                    rows.forEach(row -> gone.add(row.getString(0)));
                    return gone;
                });
    }

    /** What happened up to an event, that one included, in order; at most {@link #MOST_EVENTS}. */
    Uni<List<Entry>> history(UUID dossier, long upTo) {
        return pool.preparedQuery(HISTORY)
                .execute(Tuple.of(dossier, upTo, MOST_EVENTS))
                .map(rows -> {
                    var history = new ArrayList<Entry>();
                    rows.forEach(row -> history.add(entry(row)));
                    return history;
                });
    }

    /** The private part beside a history that was read; empty if there is no such dossier. */
    Uni<Optional<CaseFile>> file(UUID dossier, List<Entry> history) {
        return pool.preparedQuery(PRIVATE_PART)
                .execute(Tuple.of(dossier))
                .map(rows -> first(rows)
                        .map(row -> new CaseFile(
                                dossier,
                                history,
                                applicant(row),
                                PrivateColumns.authorisedPerson(row.getString("authorised_person")),
                                row.getString("components") == null
                                        ? List.of()
                                        : PrivateColumns.papers(row.getString("components")),
                                CourseText.read(row.getString("course")).asked(),
                                CourseText.read(row.getString("course")).owed(),
                                row.getString("reason"))));
    }

    private static Original original(Row row) {
        return new Original(
                Form.valueOf(row.getString("kind")),
                row.getLong("sequence"),
                row.getString("sha256"),
                row.getInteger("bytes"),
                row.getBoolean("signed"),
                row.getOffsetDateTime("rendered_at").toInstant());
    }

    private static Entry entry(Row row) {
        // Written as "subject (name)" where the token had a name; creations have no key of their own.
        var actor = row.getString("actor");
        var bracket = actor == null ? -1 : actor.indexOf(" (");
        var named = bracket > 0 && actor.endsWith(")");
        var scope = row.getString("request_scope");
        return new Entry(
                row.getLong("sequence"),
                row.getOffsetDateTime("time").toInstant(),
                EventFormat.read(row.getString("type"), row.getString("data").getBytes(StandardCharsets.UTF_8)),
                row.getString("hash"),
                scope != null ? scope : named ? actor.substring(0, bracket) : actor,
                named ? actor.substring(bracket + 2, actor.length() - 1) : null,
                row.getString("note"));
    }

    private static Applicant applicant(Row row) {
        if (row.getString("name") == null) {
            return null;
        }
        var street = row.getString("address");
        return new Applicant(
                row.getString("name"),
                row.getString("id_number"),
                row.getString("phone"),
                row.getString("email"),
                street == null
                        ? null
                        : new Applicant.Address(street, row.getString("commune"), row.getString("province")),
                row.getBoolean("notify_by_sms"),
                row.getBoolean("notify_by_email"),
                row.getString("language"));
    }

    private static Optional<Row> first(RowSet<Row> rows) {
        var found = rows.iterator();
        return found.hasNext() ? Optional.of(found.next()) : Optional.empty();
    }
}
