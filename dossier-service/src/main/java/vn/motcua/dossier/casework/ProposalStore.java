package vn.motcua.dossier.casework;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import vn.motcua.dossier.edge.RequestKey;
import vn.motcua.dossier.events.EventFormat;

/**
 * What was proposed: corrections of closed dossiers, which await a second leader, and what officers propose for open ones. Each write is one
 * statement and its own transaction; {@link StepStatement} confirms.
 */
@ApplicationScoped
class ProposalStore {

    private static final String COLUMNS =
            "number, kind, asked, account, proposed_by, proposed_at, outcome, decided_by, decided_at, decision_note,"
                    + " request_digest, decision_scope, decision_key, decision_digest";

    private static final String CORRECTION = "CORRECTION";

    /** A dossier that has one which awaits its decision, and a key that was used, get nothing. */
    private static final String ADD = """
            insert into correction_proposal (dossier_id, number, asked, proposed_by, account, proposed_at, request_scope, request_key,
                request_digest)
            select $1::uuid, coalesce(max(number), 0) + 1, $2::text, $3::text, $4::text, $5::timestamptz, $6::text, $7::text, $8::bytea
            from correction_proposal where dossier_id = $1
            on conflict do nothing
            returning\s""" + COLUMNS;

    /**
     * Only while the dossier stands as the proposer saw it; and whoever completes it meanwhile sees that a later date is proposed. Waits first for
     * whoever decides the one that is open, then for the dossier, in the order in which these lock: so none waits for ever.
     */
    private static final String DRAFT = """
            with open as materialized (
                select number from correction_proposal where dossier_id = $1 and kind = $9::text and outcome is null for update),
            seen as (
                select id from dossier where id = $1 and step_sequence = $10 and (select count(*) from open) >= 0 for no key update),
            added as (
                insert into correction_proposal (dossier_id, number, asked, proposed_by, account, proposed_at, request_scope, request_key,
                    request_digest, kind)
                select id, (select coalesce(max(number), 0) + 1 from correction_proposal where dossier_id = $1), $2::text, $3::text, $4::text,
                    $5::timestamptz, $6::text, $7::text, $8::bytea, $9::text
                from seen
                on conflict do nothing
                returning dossier_id,\s""" + COLUMNS + """
            ),
            told as (
                update dossier d set extension_proposed = true from added a where d.id = a.dossier_id and a.kind = 'EXTENSION')
            select\s""" + COLUMNS + " from added";

    private static final String REJECT = """
            with rejected as (
                update correction_proposal set outcome = 'REJECTED', decided_by = $3, decided_at = $4, decision_note = $5,
                    decision_scope = $6, decision_key = $7, decision_digest = $8
                where dossier_id = $1 and number = $2 and outcome is null
                returning dossier_id,\s""" + COLUMNS + """
            ),
            told as (
                update dossier d set extension_proposed = false from rejected r where d.id = r.dossier_id and r.kind = 'EXTENSION')
            select\s""" + COLUMNS + " from rejected";

    /** By the index of those that are open, of the whole province: there are never many. */
    private static final String AWAITING = """
            select p.dossier_id, d.code, d.agency, d.receiving_one_stop, d.procedure, d.sector, d.status, p.number, p.kind, p.proposed_by, p.proposed_at
            from correction_proposal p join dossier d on d.id = p.dossier_id
            where p.outcome is null and (d.agency = $1 or d.receiving_one_stop = $1) and (p.proposed_at, p.dossier_id, p.number) > ($2, $3, $4)
            order by p.proposed_at, p.dossier_id, p.number
            limit $5""";

    private final Pool pool;

    ProposalStore(@ReactiveDataSource("casework") Pool pool) {
        this.pool = pool;
    }

    /** The proposal as it was recorded; empty if another awaits its decision, or the key was used before. */
    Uni<Optional<Proposal>> add(
            UUID dossier, StepRequest.Correction asked, String proposedBy, String account, Instant at, RequestKey key) {
        return pool.preparedQuery(ADD)
                .execute(Tuple.from(List.of(
                        dossier,
                        EventFormat.canonicalText(asked),
                        proposedBy,
                        account,
                        Bindings.utc(at),
                        key.scope(),
                        key.key(),
                        Buffer.buffer(key.digest()))))
                .map(rows -> list(rows).stream().findFirst());
    }

    /** What an officer proposes, as it was recorded; empty as {@link #add}, and if somebody took a step since {@code seen}. */
    Uni<Optional<Proposal>> draft(Order order, StepRequest.Proposing asked, Instant at) {
        var key = order.provenance().key();
        return pool.preparedQuery(DRAFT)
                .execute(Tuple.from(List.of(
                        order.dossier(),
                        EventFormat.canonicalText(asked),
                        order.provenance().account(),
                        order.by().account(),
                        Bindings.utc(at),
                        key.scope(),
                        key.key(),
                        Buffer.buffer(key.digest()),
                        asked.kind().name(),
                        order.seen())))
                .map(rows -> list(rows).stream().findFirst());
    }

    /** The proposal as it was rejected; empty if it was decided before, or there is none. */
    Uni<Optional<Proposal>> reject(Order order, int number, String note, Instant at) {
        var key = order.provenance().key();
        var values = new ArrayList<Object>();
        values.add(order.dossier());
        values.add(number);
        values.add(order.provenance().account());
        values.add(Bindings.utc(at));
        values.add(note);
        values.add(key.scope());
        values.add(key.key());
        values.add(Buffer.buffer(key.digest()));
        return pool.preparedQuery(REJECT)
                .execute(Tuple.from(values))
                .map(rows -> list(rows).stream().findFirst());
    }

    Uni<Optional<Proposal>> find(UUID dossier, int number) {
        return pool.preparedQuery(
                        "select " + COLUMNS + " from correction_proposal where dossier_id = $1 and number = $2")
                .execute(Tuple.of(dossier, number))
                .map(rows -> list(rows).stream().findFirst());
    }

    /** What this key proposed for that dossier. */
    Uni<Optional<Proposal>> byKey(UUID dossier, RequestKey key) {
        return pool.preparedQuery("select " + COLUMNS
                        + " from correction_proposal where dossier_id = $1 and request_scope = $2 and request_key = $3")
                .execute(Tuple.of(dossier, key.scope(), key.key()))
                .map(rows -> list(rows).stream().findFirst());
    }

    /** What awaits its decision in dossiers that an agency answers for or took in, the oldest first. @param after null for the beginning */
    Uni<List<Awaiting>> awaiting(String agency, Awaiting.Place after, int most) {
        var from = after == null ? Awaiting.Place.FIRST : after;
        return pool.preparedQuery(AWAITING)
                .execute(Tuple.of(agency, Bindings.utc(from.proposedAt()), from.dossier(), from.number(), most))
                .map(rows -> {
                    var all = new ArrayList<Awaiting>();
                    for (var row : rows) {
                        all.add(awaiting(row));
                    }
                    return all;
                });
    }

    /** All of a dossier, corrections or the others, the newest first; at most so many. */
    Uni<List<Proposal>> of(UUID dossier, boolean corrections, int most) {
        return pool.preparedQuery("select " + COLUMNS + " from correction_proposal"
                        + " where dossier_id = $1 and (kind = '" + CORRECTION + "') = $2 order by number desc limit $3")
                .execute(Tuple.of(dossier, corrections, most))
                .map(ProposalStore::list);
    }

    private static List<Proposal> list(RowSet<Row> rows) {
        var all = new ArrayList<Proposal>();
        for (var row : rows) {
            all.add(proposal(row));
        }
        return all;
    }

    private static Proposal proposal(Row row) {
        var decided = row.getOffsetDateTime("decided_at");
        var key = row.getString("decision_key");
        var correction = CORRECTION.equals(row.getString("kind"));
        var asked = row.getString("asked");
        return new Proposal(
                row.getInteger("number"),
                correction ? null : StepRequest.Proposable.valueOf(row.getString("kind")),
                correction ? asked(asked, StepRequest.Correction.class) : null,
                correction ? null : asked(asked, StepRequest.Proposing.class),
                row.getString("account"),
                row.getString("proposed_by"),
                row.getOffsetDateTime("proposed_at").toInstant(),
                row.getString("outcome") == null ? null : Proposal.Outcome.valueOf(row.getString("outcome")),
                row.getString("decided_by"),
                decided == null ? null : decided.toInstant(),
                row.getString("decision_note"),
                row.getBuffer("request_digest").getBytes(),
                key == null
                        ? null
                        : new Proposal.Rejection(
                                row.getString("decision_scope"),
                                key,
                                row.getBuffer("decision_digest").getBytes()));
    }

    private static Awaiting awaiting(Row row) {
        return new Awaiting(
                row.getUUID("dossier_id"),
                row.getString("code"),
                row.getString("status"),
                row.getString("agency"),
                row.getString("receiving_one_stop"),
                row.getString("procedure"),
                row.getString("sector"),
                row.getInteger("number"),
                row.getString("kind"),
                row.getString("proposed_by"),
                row.getOffsetDateTime("proposed_at").toInstant());
    }

    private static <T> T asked(String kept, Class<T> type) {
        try {
            return EventFormat.mapper().readValue(kept, type);
        } catch (JsonProcessingException broken) {
            // The cause is not kept: it quotes people.
            throw new IllegalStateException("a kept proposal cannot be read", null);
        }
    }
}
