package vn.motcua.dossier.keeping;

import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.pgclient.PgException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import vn.motcua.dossier.edge.RequestKey;
import vn.motcua.dossier.keeping.DestructionOrder.Decision;
import vn.motcua.dossier.keeping.DestructionOrder.Item;
import vn.motcua.dossier.keeping.DestructionOrder.ItemState;
import vn.motcua.dossier.keeping.DestructionOrder.Proof;
import vn.motcua.dossier.keeping.DestructionOrder.State;
import vn.motcua.dossier.keeping.rules.KeepingBar;

/** Orders of destruction and their dossiers. */
@ApplicationScoped
class DestructionStore {

    /** The order with its dossiers or neither: a dossier that stands in another open order aborts the whole statement. */
    private static final String DRAFT = """
            with made as (
                insert into destruction_order (id, agency, basis, state, drafted_by, account, drafted_at, request_scope, request_key,
                    request_digest)
                values ($1, $2, $3, 'DRAFTED', $4, $5, $6, $7, $8, $9)
                on conflict on constraint destruction_order_request do nothing
                returning id)
            insert into destruction_item (order_id, dossier_id, code, procedure, closed_on, keep_until, basis, state, open)
            select made.id, i.dossier, i.code, i.procedure, i.closed_on, i.keep_until, i.basis, 'PENDING', true
            from made, unnest($10::uuid[], $11::text[], $12::text[], $13::date[], $14::date[], $15::text[])
                as i (dossier, code, procedure, closed_on, keep_until, basis)
            """;

    private static final String DECIDE = """
            with decided as (
                update destruction_order set state = $2, decided_by = $3, decided_at = $4, decision_note = $5, decision_scope = $6,
                    decision_key = $7, decision_digest = $8
                where id = $1 and state = 'DRAFTED'
                returning id, state),
            let_go as (
                update destruction_item i set open = false from decided d where i.order_id = d.id and d.state = 'REJECTED')
            select id from decided
            """;

    private static final String ORDER = """
            select id, number, agency, basis, state, drafted_by, account, drafted_at, request_digest, decided_by, decided_at, decision_note,
                decision_scope, decision_key, decision_digest, executed_at, certificate
            from destruction_order
            """;

    private static final String ITEMS = """
            select dossier_id, code, procedure, closed_on, keep_until, basis, state, bar, package_sha256, receipt, sequence, hash,
                erased_sequence, erased_hash, files, destroyed_at
            from destruction_item where order_id = $1 order by code
            """;

    private static final String DUE =
            "select id from destruction_order where state = 'APPROVED' order by number limit $1";

    private static final String PENDING =
            "select dossier_id from destruction_item where order_id = $1 and state = 'PENDING' order by code limit $2";

    /** One instance has it; what another one has done meanwhile is not done again. */
    private static final String TAKE = """
            select from destruction_item where order_id = $1 and dossier_id = $2 and state = 'PENDING' for update skip locked
            """;

    private static final String LEAVE_OUT = """
            update destruction_item set state = 'LEFT_OUT', bar = $3, open = false where order_id = $1 and dossier_id = $2
            """;

    private static final String PROVE = """
            update destruction_item set state = 'DESTROYED', open = false, package_sha256 = $3, receipt = $4, sequence = $5, hash = $6,
                erased_sequence = $7, erased_hash = $8, files = $9, destroyed_at = $10
            where order_id = $1 and dossier_id = $2
            """;

    private static final String EXECUTED = """
            update destruction_order o set state = 'EXECUTED', executed_at = $2, certificate = $3
            where id = $1 and state = 'APPROVED' and not exists (select from destruction_item i where i.order_id = o.id and i.state = 'PENDING')
            """;

    private final Pool pool;

    DestructionStore(@ReactiveDataSource("casework") Pool pool) {
        this.pool = pool;
    }

    /** Empty where a dossier has come into another open order meanwhile; true also where the key was used before: then that order stands. */
    Uni<Boolean> draft(
            UUID id,
            String agency,
            String basis,
            List<Item> items,
            String by,
            String account,
            Instant at,
            RequestKey key) {
        return pool.preparedQuery(DRAFT)
                .execute(Tuple.tuple(Arrays.asList(
                        id,
                        agency,
                        basis,
                        by,
                        account,
                        utc(at),
                        key.scope(),
                        key.key(),
                        Buffer.buffer(key.digest()),
                        items.stream().map(Item::dossier).toArray(UUID[]::new),
                        items.stream().map(Item::code).toArray(String[]::new),
                        items.stream().map(Item::procedure).toArray(String[]::new),
                        items.stream().map(Item::closedOn).toArray(LocalDate[]::new),
                        items.stream().map(Item::keepUntil).toArray(LocalDate[]::new),
                        items.stream().map(Item::basis).toArray(String[]::new))))
                .replaceWith(true)
                .onFailure(DestructionStore::isOrderedAlready)
                .recoverWithItem(false);
    }

    private static boolean isOrderedAlready(Throwable failure) {
        return failure instanceof PgException violated && "destruction_item_open".equals(violated.getConstraint());
    }

    /** Whether it was a draft until now. */
    Uni<Boolean> decide(UUID order, State how, String by, String note, Instant at, RequestKey key) {
        return pool.preparedQuery(DECIDE)
                .execute(Tuple.tuple(Arrays.asList(
                        order, how.name(), by, utc(at), note, key.scope(), key.key(), Buffer.buffer(key.digest()))))
                .map(rows -> rows.size() == 1);
    }

    Uni<Optional<DestructionOrder>> byKey(RequestKey key) {
        return one(ORDER + " where request_scope = $1 and request_key = $2", Tuple.of(key.scope(), key.key()));
    }

    /** With its dossiers. */
    Uni<Optional<DestructionOrder>> find(UUID id) {
        return one(ORDER + " where id = $1", Tuple.of(id));
    }

    /** An agency's own orders, the newest first, without their dossiers. @param before number; the first page begins with {@link Long#MAX_VALUE} */
    Uni<List<DestructionOrder>> of(String agency, long before, int most) {
        return pool.preparedQuery(ORDER + " where agency = $1 and number < $2 order by number desc limit $3")
                .execute(Tuple.of(agency, before, most))
                .map(rows -> {
                    var all = new ArrayList<DestructionOrder>();
                    rows.forEach(row -> all.add(read(row, List.of())));
                    return all;
                });
    }

    /** Orders that are being carried out, oldest first. */
    Uni<List<UUID>> due(int most) {
        return ids(DUE, Tuple.of(most));
    }

    /** Dossiers of an order with which nothing was done yet. */
    Uni<List<UUID>> pending(UUID order, int most) {
        return ids(PENDING, Tuple.of(order, most));
    }

    static Uni<Boolean> take(SqlConnection tx, UUID order, UUID dossier) {
        return tx.preparedQuery(TAKE).execute(Tuple.of(order, dossier)).map(rows -> rows.size() == 1);
    }

    static Uni<Void> leaveOut(SqlConnection tx, UUID order, UUID dossier, KeepingBar bar) {
        return tx.preparedQuery(LEAVE_OUT)
                .execute(Tuple.of(order, dossier, bar.name()))
                .replaceWithVoid();
    }

    static Uni<Void> prove(SqlConnection tx, UUID order, UUID dossier, Proof proof) {
        return tx.preparedQuery(PROVE)
                .execute(Tuple.tuple(Arrays.asList(
                        order,
                        dossier,
                        proof.packageSha256(),
                        proof.receipt(),
                        proof.sequence(),
                        proof.hash(),
                        proof.erasedSequence(),
                        proof.erasedHash(),
                        proof.files().toArray(new String[0]),
                        utc(proof.destroyedAt()))))
                .replaceWithVoid();
    }

    /** Whether this ended it. @param certificate {@code sha256:…} */
    Uni<Boolean> executed(UUID order, Instant at, String certificate) {
        return pool.preparedQuery(EXECUTED)
                .execute(Tuple.of(order, utc(at), certificate))
                .map(done -> done.rowCount() == 1);
    }

    private Uni<Optional<DestructionOrder>> one(String query, Tuple values) {
        return pool.preparedQuery(query).execute(values).chain(rows -> {
            var found = rows.iterator();
            if (!found.hasNext()) {
                return Uni.createFrom().item(Optional.empty());
            }
            var row = found.next();
            return pool.preparedQuery(ITEMS)
                    .execute(Tuple.of(row.getUUID("id")))
                    .map(lines -> {
                        var items = new ArrayList<Item>();
                        lines.forEach(line -> items.add(item(line)));
                        return Optional.of(read(row, items));
                    });
        });
    }

    private Uni<List<UUID>> ids(String query, Tuple values) {
        return pool.preparedQuery(query).execute(values).map(rows -> {
            var all = new ArrayList<UUID>();
            rows.forEach(row -> all.add(row.getUUID(0)));
            return all;
        });
    }

    private static DestructionOrder read(Row row, List<Item> items) {
        var decided = row.getOffsetDateTime("decided_at");
        return new DestructionOrder(
                row.getUUID("id"),
                row.getLong("number"),
                row.getString("agency"),
                row.getString("basis"),
                State.valueOf(row.getString("state")),
                row.getString("drafted_by"),
                row.getString("account"),
                row.getOffsetDateTime("drafted_at").toInstant(),
                row.getBuffer("request_digest").getBytes(),
                decided == null
                        ? null
                        : new Decision(
                                row.getString("decided_by"),
                                decided.toInstant(),
                                row.getString("decision_note"),
                                row.getString("decision_scope"),
                                row.getString("decision_key"),
                                row.getBuffer("decision_digest").getBytes()),
                instant(row, "executed_at"),
                row.getString("certificate"),
                List.copyOf(items));
    }

    private static Item item(Row row) {
        var state = ItemState.valueOf(row.getString("state"));
        return new Item(
                row.getUUID("dossier_id"),
                row.getString("code"),
                row.getString("procedure"),
                row.getLocalDate("closed_on"),
                row.getLocalDate("keep_until"),
                row.getString("basis"),
                state,
                row.getString("bar"),
                state != ItemState.DESTROYED
                        ? null
                        : new Proof(
                                row.getString("package_sha256"),
                                row.getString("receipt"),
                                row.getLong("sequence"),
                                row.getString("hash"),
                                row.getLong("erased_sequence"),
                                row.getString("erased_hash"),
                                List.of(row.getArrayOfStrings("files")),
                                instant(row, "destroyed_at")));
    }

    private static Instant instant(Row row, String column) {
        var at = row.getOffsetDateTime(column);
        return at == null ? null : at.toInstant();
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
