package vn.motcua.dossier.feedback;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import vn.motcua.dossier.edge.RequestKey;
import vn.motcua.dossier.events.EventFormat;
import vn.motcua.dossier.feedback.course.Channel;
import vn.motcua.dossier.feedback.course.Dates;
import vn.motcua.dossier.feedback.course.Deadline;
import vn.motcua.dossier.feedback.course.Feedback;
import vn.motcua.dossier.feedback.course.Kind;
import vn.motcua.dossier.feedback.course.Matter;
import vn.motcua.dossier.feedback.course.Status;

/** Feedback in the database. Each write is one statement that is its own transaction: state, words, history and pointer together or not at all. */
@ApplicationScoped
class FeedbackStore {

    private static final String COLUMNS = """
            f.id, f.kind, f.status, f.previous_status, f.sequence, f.step_sequence, f.changed_at, f.last_hash, f.channel, f.agency,
            f.agency_path, f.procedure, f.citizen, f.private_digest, f.received_at, f.arrived_at, f.classified_at, f.asked_at,
            f.answered_at, f.published_at, f.refused_at, f.reason, f.score, f.ledger, f.queue_at""";

    private static final String WORDS = ", w.author, w.text, w.question, w.supplement, w.answer, w.salt";

    private static final String EARLIER =
            ", e.sequence as earlier_sequence, e.type, e.time, e.data, e.request_digest as earlier_digest";

    private static final String ONE = "select " + COLUMNS + WORDS + EARLIER + """
             from feedback f join feedback_words w on w.feedback_id = f.id
            left join event e on e.subject = f.id and e.request_scope = $2 and e.request_key = $3
            where f.id = $1""";

    // The key of a creation stands with the feedback, so that the constraint can refuse a second one.
    private static final String CREATED = "select " + COLUMNS + WORDS + """
            , e.sequence as earlier_sequence, e.type, e.time, e.data, f.request_digest as earlier_digest
             from feedback f join feedback_words w on w.feedback_id = f.id join event e on e.subject = f.id and e.sequence = 1
            where f.request_scope = $1 and f.request_key = $2""";

    private static final String CREATE = """
            with created as (
                insert into feedback (id, status, sequence, step_sequence, changed_at, last_hash, channel, agency, agency_path, procedure,
                    citizen, private_digest, received_at, arrived_at, ledger, due_at, wake_at, request_scope, request_key, request_digest)
                values ($1, $2, 1, 1, $3, $4, $5, $6, $7, $8, $9, $10, $11, $11, $12, $13, $14, $15, $16, $17)
                on conflict (request_scope, request_key) do nothing
                returning id),
            words as (
                insert into feedback_words (feedback_id, author, text, salt) select id, $18, $19, $20 from created),
            fact as (
                insert into event (subject, sequence, id, type, time, data, hash, correlation_id, traceparent, actor)
                select id, 1, $21, $22, $3, $23, $4, $24, $25, $26 from created)
            insert into outgoing (subject, sequence) select id, 1 from created returning subject""";

    // The update alone decides; everything else selects from it.
    private static final String STEP = """
            with moved as (
                update feedback set kind = $3, status = $4, previous_status = $5, sequence = $2::bigint + 1, step_sequence = $6, changed_at = $7,
                    last_hash = $8, agency = $9, agency_path = $10, arrived_at = $11, classified_at = $12, asked_at = $13,
                    answered_at = $14, published_at = $15, refused_at = $16, reason = $17, score = $18, ledger = $19, due_at = $20,
                    wake_at = $21
                where id = $1 and sequence = $2
                returning id, sequence),
            words as (
                update feedback_words w set question = $22, supplement = $23, answer = $24 from moved m where w.feedback_id = m.id),
            fact as (
                insert into event (subject, sequence, id, type, time, data, previous_hash, hash, correlation_id, traceparent,
                    request_scope, request_key, request_digest, actor, note)
                select id, sequence, $25, $26, $7, $27, $28, $8, $29, $30, $31, $32, $33, $34, $35 from moved)
            insert into outgoing (subject, sequence) select id, sequence from moved returning subject""";

    private static final String DUE = "select " + COLUMNS + """
             from feedback f where f.agency = $1 and f.due_at is not null and (f.queue_at, f.id) > ($2, $3)
            order by f.queue_at, f.id limit $4""";

    private static final String OF_STATUS = "select " + COLUMNS + """
             from feedback f where f.agency = $1 and f.status = $5 and (f.queue_at, f.id) > ($2, $3)
            order by f.queue_at, f.id limit $4""";

    private static final String OF_CITIZEN = "select " + COLUMNS + """
             from feedback f where f.citizen = $1 and (f.received_at, f.id) < ($2, $3)
            order by f.received_at desc, f.id desc limit $4""";

    private static final String WAKING = """
            select wake_at, id from feedback where wake_at <= $1 and (wake_at, id) > ($2, $3) order by wake_at, id limit $4""";

    private static final String OPEN_OF = """
            select id from feedback where agency = $1 and status in ('RECEIVED', 'PROCESSING', 'SUPPLEMENT_REQUIRED', 'ANSWERED') order by id limit $2""";

    private static final TypeReference<List<Deadline>> LEDGER = new TypeReference<>() {};

    private final Pool pool;

    FeedbackStore(Pool pool) {
        this.pool = pool;
    }

    /** A place in a list: a time and an id. */
    record Place(Instant at, UUID id) {}

    /** A line of a list. @param place where it stands in a queue */
    record Line(Feedback feedback, Place place) {}

    /** With what that key did to it before; empty if there is none. @param key null where nothing is asked */
    Uni<Optional<Kept>> load(UUID id, RequestKey key) {
        return pool.preparedQuery(ONE)
                .execute(Tuple.of(id, key == null ? null : key.scope(), key == null ? null : key.key()))
                .map(rows -> first(rows, FeedbackStore::kept));
    }

    /** The feedback that this key created; empty if it created none. */
    Uni<Optional<Kept>> created(RequestKey key) {
        return pool.preparedQuery(CREATED)
                .execute(Tuple.of(key.scope(), key.key()))
                .map(rows -> first(rows, FeedbackStore::kept));
    }

    /** False if the key was used before. */
    Uni<Boolean> create(FeedbackWrite write) {
        var feedback = write.feedback();
        var matter = feedback.matter();
        var key = write.provenance().key();
        return pool.preparedQuery(CREATE)
                .execute(tuple(
                        feedback.id(),
                        feedback.status().name(),
                        utc(feedback.changedAt()),
                        write.event().hash(),
                        matter.channel().name(),
                        matter.agency(),
                        matter.agencyPath().toArray(String[]::new),
                        matter.procedure(),
                        matter.citizen(),
                        matter.privateDigest(),
                        utc(feedback.dates().receivedAt()),
                        EventFormat.canonicalText(feedback.ledger()),
                        utc(feedback.dueAt().orElse(null)),
                        utc(feedback.wakesAt().orElse(null)),
                        key.scope(),
                        key.key(),
                        Buffer.buffer(key.digest()),
                        write.words().author(),
                        write.words().text(),
                        Buffer.buffer(write.words().salt()),
                        write.event().id(),
                        write.event().type(),
                        write.event().data(),
                        write.provenance().correlationId(),
                        write.provenance().traceparent(),
                        write.provenance().account()))
                .map(rows -> rows.size() == 1);
    }

    /** False if somebody was quicker. */
    Uni<Boolean> step(FeedbackWrite write) {
        var feedback = write.feedback();
        var dates = feedback.dates();
        var provenance = write.provenance();
        var key = provenance.key();
        return pool.preparedQuery(STEP)
                .execute(tuple(
                        feedback.id(),
                        feedback.sequence() - 1,
                        word(feedback.kind()),
                        feedback.status().name(),
                        word(feedback.previousStatus()),
                        write.stepSequence(),
                        utc(feedback.changedAt()),
                        write.event().hash(),
                        feedback.matter().agency(),
                        feedback.matter().agencyPath().toArray(String[]::new),
                        utc(dates.arrivedAt()),
                        utc(dates.classifiedAt()),
                        utc(dates.askedAt()),
                        utc(dates.answeredAt()),
                        utc(dates.publishedAt()),
                        utc(dates.refusedAt()),
                        feedback.reason(),
                        feedback.score() == null ? null : feedback.score().shortValue(),
                        EventFormat.canonicalText(feedback.ledger()),
                        utc(feedback.dueAt().orElse(null)),
                        utc(feedback.wakesAt().orElse(null)),
                        write.words().question(),
                        write.words().supplement(),
                        write.words().answer(),
                        write.event().id(),
                        write.event().type(),
                        write.event().data(),
                        write.event().previousHash(),
                        provenance.correlationId(),
                        provenance.traceparent(),
                        key == null ? null : key.scope(),
                        key == null ? null : key.key(),
                        key == null ? null : Buffer.buffer(key.digest()),
                        provenance.account(),
                        provenance.note()))
                .map(rows -> rows.size() == 1);
    }

    /** What an agency owes, by due date, after a place. */
    Uni<List<Line>> due(String agency, Place after, int limit) {
        return pool.preparedQuery(DUE)
                .execute(tuple(agency, utc(after.at()), after.id(), limit))
                .map(rows -> list(rows, FeedbackStore::line));
    }

    /** What an agency has of one status, by due date, after a place; what has none comes last. */
    Uni<List<Line>> ofStatus(String agency, Status status, Place after, int limit) {
        return pool.preparedQuery(OF_STATUS)
                .execute(tuple(agency, utc(after.at()), after.id(), limit, status.name()))
                .map(rows -> list(rows, FeedbackStore::line));
    }

    /** An author's own, newest first, after a place. */
    Uni<List<Line>> ofCitizen(String citizen, Place after, int limit) {
        return pool.preparedQuery(OF_CITIZEN)
                .execute(tuple(citizen, utc(after.at()), after.id(), limit))
                .map(rows -> list(rows, FeedbackStore::line));
    }

    /** What an agency has still to see to. */
    Uni<List<UUID>> openOf(String agency, int limit) {
        return pool.preparedQuery(OPEN_OF)
                .execute(tuple(agency, limit))
                .map(rows -> list(rows, row -> row.getUUID("id")));
    }

    /** What has to be told as overdue by then, after a place, in the order in which it became due. */
    Uni<List<Place>> waking(Instant now, Place after, int limit) {
        return pool.preparedQuery(WAKING)
                .execute(tuple(utc(now), utc(after.at()), after.id(), limit))
                .map(rows -> list(rows, row -> new Place(instant(row, "wake_at"), row.getUUID("id"))));
    }

    private static Line line(Row row) {
        return new Line(feedback(row), new Place(instant(row, "queue_at"), row.getUUID("id")));
    }

    private static Kept kept(Row row) {
        var words = new Words(
                row.getString("author"),
                row.getString("text"),
                row.getString("question"),
                row.getString("supplement"),
                row.getString("answer"),
                bytes(row, "salt"));
        var earlier = row.getLong("earlier_sequence") == null
                ? null
                : new Kept.Earlier(
                        row.getLong("earlier_sequence"),
                        row.getString("type"),
                        instant(row, "time"),
                        row.getString("data"),
                        bytes(row, "earlier_digest"));
        return new Kept(feedback(row), row.getLong("step_sequence"), row.getString("last_hash"), words, earlier);
    }

    private static Feedback feedback(Row row) {
        return new Feedback(
                row.getUUID("id"),
                word(row, "kind", Kind::valueOf),
                word(row, "status", Status::valueOf),
                word(row, "previous_status", Status::valueOf),
                row.getLong("sequence"),
                instant(row, "changed_at"),
                new Matter(
                        word(row, "channel", Channel::valueOf),
                        row.getString("agency"),
                        Arrays.asList(row.getArrayOfStrings("agency_path")),
                        row.getString("procedure"),
                        row.getString("citizen"),
                        row.getString("private_digest")),
                new Dates(
                        instant(row, "received_at"),
                        instant(row, "arrived_at"),
                        instant(row, "classified_at"),
                        instant(row, "asked_at"),
                        instant(row, "answered_at"),
                        instant(row, "published_at"),
                        instant(row, "refused_at")),
                row.getString("reason"),
                row.getInteger("score"),
                ledger(row.getString("ledger")));
    }

    private static List<Deadline> ledger(String text) {
        try {
            return EventFormat.mapper().readValue(text, LEDGER);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("a ledger cannot be read", broken);
        }
    }

    private static <T> Optional<T> first(RowSet<Row> rows, Function<Row, T> read) {
        return list(rows, read).stream().findFirst();
    }

    private static <T> List<T> list(RowSet<Row> rows, Function<Row, T> read) {
        var found = new ArrayList<T>(rows.size());
        rows.forEach(row -> found.add(read.apply(row)));
        return found;
    }

    private static Tuple tuple(Object... values) {
        return Tuple.tuple(new ArrayList<>(Arrays.asList(values)));
    }

    private static byte[] bytes(Row row, String column) {
        return row.getValue(column) instanceof Buffer found ? found.getBytes() : null;
    }

    private static <T> T word(Row row, String column, Function<String, T> read) {
        var word = row.getString(column);
        return word == null ? null : read.apply(word);
    }

    private static String word(Enum<?> word) {
        return word == null ? null : word.name();
    }

    private static Instant instant(Row row, String column) {
        var at = row.getOffsetDateTime(column);
        return at == null ? null : at.toInstant();
    }

    private static OffsetDateTime utc(Instant at) {
        return at == null ? null : at.atOffset(ZoneOffset.UTC);
    }
}
