package vn.motcua.dossier.subscriber;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** How far each subject has come, and what of it waits. Every statement takes all subjects of a poll, in their order. */
@ApplicationScoped
class InboxStore {

    // New rows come from the insert, known ones from the select; one that another instance has just inserted is in
    // neither and is asked for again. Row by row through the key, whatever the planner believes: of a table that was
    // empty a minute ago it knows nothing, and would compare each row with each subject.
    private static final String CLAIM = """
            with wanted as (
                select source, subject from unnest($2::text[], $3::uuid[]) as w (source, subject) order by source, subject),
            fresh as (
                insert into inbox (stream, source, subject) select $1, source, subject from wanted
                on conflict do nothing returning source, subject),
            known as (
                select k.* from wanted w cross join lateral (
                    select i.source, i.subject, i.last_sequence, i.held, i.block, i.blocked_since from inbox i
                    where i.stream = $1 and i.source = w.source and i.subject = w.subject for update) k)
            select source, subject, 0::bigint as last_sequence, 0 as held, null as block, 0::bigint as waited from fresh
            union all
            select source, subject, last_sequence, held, block,
                coalesce(extract(epoch from clock_timestamp() - blocked_since), 0)::bigint from known""";

    private static final String HELD = """
            select h.source, h.subject, h.sequence, h.attributes::text as attributes, h.value, h.topic, h.partition, h.record_offset
            from unnest($2::text[], $3::uuid[]) as w (source, subject)
            cross join lateral (
                select * from waiting_event e where e.stream = $1 and e.source = w.source and e.subject = w.subject
                order by e.sequence limit $4) h
            order by h.source, h.subject, h.sequence""";

    // The rows are there, claimed: as an insert with conflicts it goes through the key too.
    private static final String ADVANCE = """
            insert into inbox (stream, source, subject, last_sequence, block, blocked_since, retry_at)
            select $1, m.source, m.subject, m.last, case when m.again then 'NOT_YET' end,
                case when m.again then now() end, case when m.again then now() end
            from unnest($2::text[], $3::uuid[], $4::bigint[], $5::boolean[]) as m (source, subject, last, again)
            on conflict (stream, source, subject) do update set last_sequence = excluded.last_sequence, tries = 0,
                block_reason = null, block = excluded.block, blocked_since = excluded.blocked_since, retry_at = excluded.retry_at""";

    // A value that was left in the topic is filled in when the topic is read again.
    private static final String KEEP = """
            insert into waiting_event (stream, source, subject, sequence, attributes, value, topic, partition, record_offset)
            select $1, k.source, k.subject, k.sequence, k.attributes::jsonb, k.value, k.topic, k.partition, k.record_offset
            from unnest($2::text[], $3::uuid[], $4::bigint[], $5::text[], $6::bytea[], $7::text[], $8::integer[], $9::bigint[])
                as k (source, subject, sequence, attributes, value, topic, partition, record_offset)
            on conflict (stream, source, subject, sequence) do update set value = excluded.value
            where waiting_event.value is null and excluded.value is not null""";

    private static final String TIDY = """
            with touched as (select source, subject from unnest($2::text[], $3::uuid[]) as t (source, subject)),
            gone as (
                delete from waiting_event e using inbox i, touched t
                where i.stream = $1 and i.source = t.source and i.subject = t.subject
                  and e.stream = $1 and e.source = t.source and e.subject = t.subject and e.sequence <= i.last_sequence)
            update inbox i set held = (
                select count(*) from waiting_event e
                where e.stream = $1 and e.source = i.source and e.subject = i.subject and e.sequence > i.last_sequence)
            from touched t where i.stream = $1 and i.source = t.source and i.subject = t.subject""";

    /** Locks the subjects' rows until the end of the transaction, making those that are new. */
    Uni<Map<Subject, Standing>> claim(SqlConnection tx, String stream, List<Subject> subjects) {
        return claim(tx, stream, subjects, new HashMap<>(subjects.size() * 2));
    }

    private Uni<Map<Subject, Standing>> claim(
            SqlConnection tx, String stream, List<Subject> subjects, Map<Subject, Standing> claimed) {
        return tx.preparedQuery(CLAIM).execute(keys(stream, subjects)).chain(rows -> {
            for (var row : rows) {
                claimed.put(subject(row), standing(row));
            }
            var missing = subjects.stream()
                    .filter(subject -> !claimed.containsKey(subject))
                    .toList();
            return missing.isEmpty() ? Uni.createFrom().item(claimed) : claim(tx, stream, missing, claimed);
        });
    }

    /** The first of each subject's waiting events, in order. */
    Uni<Map<Subject, List<Delivery>>> held(SqlConnection tx, String stream, List<Subject> subjects, int most) {
        if (subjects.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        return tx.preparedQuery(HELD)
                .execute(keys(stream, subjects).addInteger(Math.max(1, most / subjects.size())))
                .map(rows -> {
                    var held = new HashMap<Subject, List<Delivery>>();
                    rows.forEach(row -> held.computeIfAbsent(subject(row), none -> new ArrayList<>())
                            .add(delivery(row)));
                    return held;
                });
    }

    /** Moves the subjects on and frees them; those with more to come are left to the sweep. */
    Uni<Void> advance(SqlConnection tx, String stream, List<Map.Entry<Subject, Turn>> turns) {
        if (turns.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        var last = turns.stream().map(each -> each.getValue().last()).toArray(Long[]::new);
        var again = turns.stream().map(each -> each.getValue().again()).toArray(Boolean[]::new);
        var keys = keys(stream, turns.stream().map(Map.Entry::getKey).toList());
        return tx.preparedQuery(ADVANCE)
                .execute(keys.addArrayOfLong(last).addArrayOfBoolean(again))
                .replaceWithVoid();
    }

    /** Keeps events for later; one that is kept already stays as it is. A delivery without value keeps its place only. */
    Uni<Void> keep(SqlConnection tx, String stream, List<Delivery> deliveries) {
        if (deliveries.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        var values = deliveries.stream()
                .map(each -> each.value() == null ? null : Buffer.buffer(each.value()))
                .toArray(Buffer[]::new);
        var tuple = keys(stream, deliveries.stream().map(Delivery::subject).toList())
                .addArrayOfLong(deliveries.stream().map(Delivery::sequence).toArray(Long[]::new))
                .addArrayOfString(deliveries.stream()
                        .map(each -> StoredAttributes.write(each.attributes()))
                        .toArray(String[]::new))
                .addValue(values)
                .addArrayOfString(deliveries.stream().map(Delivery::topic).toArray(String[]::new))
                .addArrayOfInteger(deliveries.stream().map(Delivery::partition).toArray(Integer[]::new))
                .addArrayOfLong(deliveries.stream().map(Delivery::offset).toArray(Long[]::new));
        return tx.preparedQuery(KEEP).execute(tuple).replaceWithVoid();
    }

    /** Forgets what waited and is applied now, and counts anew what still waits. */
    Uni<Void> tidy(SqlConnection tx, String stream, Collection<Subject> subjects) {
        if (subjects.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return tx.preparedQuery(TIDY)
                .execute(keys(stream, List.copyOf(subjects)))
                .replaceWithVoid();
    }

    static Tuple keys(String stream, List<Subject> subjects) {
        return Tuple.tuple()
                .addString(stream)
                .addArrayOfString(subjects.stream().map(Subject::source).toArray(String[]::new))
                .addArrayOfUUID(subjects.stream().map(Subject::id).toArray(UUID[]::new));
    }

    private static Subject subject(Row row) {
        return new Subject(row.getString("source"), row.getUUID("subject"));
    }

    private static Standing standing(Row row) {
        var block = row.getString("block");
        return new Standing(
                row.getLong("last_sequence"),
                row.getInteger("held"),
                block == null ? Standing.Block.NONE : Standing.Block.valueOf(block),
                Duration.ofSeconds(row.getLong("waited")));
    }

    private static Delivery delivery(Row row) {
        var value = row.getBuffer("value");
        return new Delivery(
                StoredAttributes.read(row.getString("attributes")),
                value == null ? null : value.getBytes(),
                row.getString("topic"),
                row.getInteger("partition"),
                row.getLong("record_offset"));
    }
}
