package vn.motcua.dossier.numbering;

import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.pgclient.PgException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import vn.motcua.dossier.edge.RequestKey;
import vn.motcua.dossier.lifecycle.DossierCode;

/** Blocks and what became of their numbers. */
@ApplicationScoped
class NumberStore {

    // The counter and the block together or neither: a key that was used before, or a day without enough numbers,
    // aborts the whole statement.
    private static final String RESERVE = """
            with counted as (
                insert into day_counter as counter (agency, day, last, reserved) values ($2::text, $3::date, $4::int, $4::int)
                on conflict (agency, day) do update set last = counter.last + excluded.last, reserved = counter.reserved + excluded.reserved
                    where counter.reserved + excluded.reserved <= $10::int
                returning last)
            insert into number_block (id, agency, day, first, last, reserved_at, reserved_by, request_scope, request_key, request_digest)
            select $1::uuid, $2::text, $3::date, last - $4::int + 1, last, $5::timestamptz, $6::text, $7::text, $8::text, $9::bytea from counted
            """;

    private static final String BLOCKS = """
            select b.id, b.agency, b.day, b.first, b.last, b.reserved_at, b.closed_at,
                (select count(*) from dossier d
                 where d.code between b.agency || to_char(b.day, '-YYMMDD-') || lpad(b.first::text, 4, '0')
                     and b.agency || to_char(b.day, '-YYMMDD-') || lpad(b.last::text, 4, '0'))::int,
                b.request_digest
            from number_block b
            """;

    private static final String CLOSE =
            "update number_block set closed_at = $2, closed_by = $3 where id = $1 and closed_at is null returning id";

    private static final String VOID = """
            insert into void_number (agency, day, number, block, voided_at)
            select b.agency, b.day, n, b.id, b.closed_at
            from number_block b, generate_series(b.first, b.last) n
            where b.id = $1 and not exists (
                select from dossier d where d.code = b.agency || to_char(b.day, '-YYMMDD-') || lpad(n::text, 4, '0'))
            order by n
            """;

    private static final String REGISTER = """
            with numbers as (
                select n, case
                        when d.id is not null then 'USED'
                        when v.number is not null then 'VOID'
                        when b.id is not null and b.closed_at is null then 'RESERVED'
                        else 'MISSING' end as state, b.id as block
                from day_counter c cross join generate_series(1, c.last) n
                left join dossier d on d.code = $3 || lpad(n::text, 4, '0')
                left join void_number v on v.agency = c.agency and v.day = c.day and v.number = n
                left join number_block b on b.agency = c.agency and b.day = c.day and n between b.first and b.last
                where c.agency = $1 and c.day = $2),
            runs as (
                select n, state, block, n - row_number() over (partition by state, block order by n) as run from numbers)
            select min(n), max(n), state, block from runs group by state, block, run order by 1
            """;

    private final Pool pool;

    NumberStore(@ReactiveDataSource("casework") Pool pool) {
        this.pool = pool;
    }

    /** A block and the digest of the request that asked for it. */
    record Found(NumberBlock block, byte[] digest) {}

    /**
     * Whether it was reserved, or the key was used before; false if more of the day would be reserved than may be. Fails if the day has not so many left.
     *
     * @param most how many numbers of a day may be reserved in all
     */
    Uni<Boolean> reserve(
            UUID id, String agency, LocalDate day, int size, Instant at, String by, RequestKey key, int most) {
        return pool.preparedQuery(RESERVE)
                .execute(Tuple.from(List.of(
                        id, agency, day, size, utc(at), by, key.scope(), key.key(), Buffer.buffer(key.digest()), most)))
                .map(done -> done.rowCount() == 1)
                .onFailure(failure -> violates(failure, "number_block_request"))
                .recoverWithItem(true);
    }

    static boolean violates(Throwable failure, String constraint) {
        return failure instanceof PgException database && constraint.equals(database.getConstraint());
    }

    Uni<Optional<Found>> by(RequestKey key) {
        return blocks("where b.request_scope = $1 and b.request_key = $2", Tuple.of(key.scope(), key.key()))
                .map(found -> found.stream().findFirst());
    }

    Uni<Optional<Found>> byId(UUID id) {
        return blocks("where b.id = $1", Tuple.of(id))
                .map(found -> found.stream().findFirst());
    }

    /** In the order of their numbers. */
    Uni<List<Found>> of(String agency, LocalDate day) {
        return blocks("where b.agency = $1 and b.day = $2 order by b.first", Tuple.of(agency, day));
    }

    /**
     * Closes it and declares void what nobody used; once. The row's lock keeps dossiers under its numbers out until then, and the second statement sees
     * those that were quicker: hence a transaction.
     */
    Uni<Void> close(UUID id, Instant at, String by) {
        return pool.withTransaction(connection -> connection
                .preparedQuery(CLOSE)
                .execute(Tuple.of(id, utc(at), by))
                .chain(closed -> closed.size() == 0
                        ? Uni.createFrom().voidItem()
                        : connection.preparedQuery(VOID).execute(Tuple.of(id)).replaceWithVoid()));
    }

    Uni<List<NumberRegister.Entry>> register(String agency, LocalDate day) {
        return pool.preparedQuery(REGISTER)
                .execute(Tuple.of(agency, day, DossierCode.stem(agency, day)))
                .map(rows -> {
                    var entries = new ArrayList<NumberRegister.Entry>();
                    for (var row : rows) {
                        entries.add(new NumberRegister.Entry(
                                row.getInteger(0),
                                row.getInteger(1),
                                NumberRegister.State.valueOf(row.getString(2)),
                                row.getUUID(3)));
                    }
                    return entries;
                });
    }

    private Uni<List<Found>> blocks(String which, Tuple values) {
        return pool.preparedQuery(BLOCKS + which).execute(values).map(rows -> {
            var found = new ArrayList<Found>();
            for (var row : rows) {
                found.add(new Found(block(row), row.getBuffer(8).getBytes()));
            }
            return found;
        });
    }

    private static NumberBlock block(Row row) {
        var agency = row.getString(1);
        var day = row.getLocalDate(2);
        int first = row.getInteger(3);
        int last = row.getInteger(4);
        return new NumberBlock(
                row.getUUID(0),
                agency,
                day,
                first,
                last,
                new DossierCode(agency, day, first).text(),
                new DossierCode(agency, day, last).text(),
                row.getInteger(7),
                row.getOffsetDateTime(5).toInstant(),
                row.getOffsetDateTime(6) == null
                        ? null
                        : row.getOffsetDateTime(6).toInstant());
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
