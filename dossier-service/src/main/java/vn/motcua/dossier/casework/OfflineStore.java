package vn.motcua.dossier.casework;

import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import vn.motcua.dossier.casework.CreationWrite.Issued;
import vn.motcua.dossier.lifecycle.DossierCode;

/**
 * Dossiers under numbers of a block. Seldom, and what bars one are other dossiers of the block: so the block is locked, looked at and written under in a
 * transaction, not in a statement of its own. Nobody else waits for it.
 */
@ApplicationScoped
class OfflineStore {

    private static final String BLOCK =
            "select agency, day, first, last, closed_at is not null from number_block where id = $1";

    private static final String NEIGHBOURS = """
            select max(submitted_at) filter (where code < $3), min(submitted_at) filter (where code > $3), coalesce(bool_or(code = $3), false)
            from dossier where code between $1 and $2
            """;

    private final Pool pool;

    OfflineStore(@ReactiveDataSource("casework") Pool pool) {
        this.pool = pool;
    }

    /** A block of numbers. */
    record Block(String agency, LocalDate day, int first, int last, boolean closed) {

        boolean holds(int number) {
            return first <= number && number <= last;
        }

        String code(int number) {
            return new DossierCode(agency, day, number).text();
        }
    }

    /**
     * What stands beside a number.
     *
     * @param before the latest time under a lower number of the block; null without one
     * @param after the earliest time under a higher one; null without one
     */
    record Neighbours(Instant before, Instant after, boolean used) {

        boolean admit(Instant at) {
            return (before == null || !at.isBefore(before)) && (after == null || !at.isAfter(after));
        }
    }

    Uni<Optional<Block>> block(UUID id) {
        return pool.preparedQuery(BLOCK).execute(Tuple.of(id)).map(OfflineStore::block);
    }

    /** Written under that number if the block is still open, the number free and the time in its place; otherwise the refusal. */
    Uni<Optional<Issued>> create(CreationWrite write, UUID id, int number) {
        return pool.withTransaction(connection -> connection
                        .preparedQuery(BLOCK + " for update")
                        .execute(Tuple.of(id))
                        .map(OfflineStore::block)
                        .map(found -> found.orElseThrow(NumberRefusals::noBlock))
                        .chain(block -> neighbours(connection, block, number)
                                .invoke(beside -> NumberRefusals.check(block, beside, number, submitted(write))))
                        .chain(() -> CreationStatement.executeNumbered(connection, write, number)))
                .onFailure()
                .transform(failure -> WriteFaults.named(failure, write.dossier()));
    }

    private static Uni<Neighbours> neighbours(SqlConnection connection, Block block, int number) {
        return connection
                .preparedQuery(NEIGHBOURS)
                .execute(Tuple.of(block.code(block.first()), block.code(block.last()), block.code(number)))
                .map(rows -> {
                    var columns = new Columns(rows.iterator().next());
                    return new Neighbours(columns.instant(), columns.instant(), columns.flag());
                });
    }

    private static Instant submitted(CreationWrite write) {
        return write.dossier().timeline().submittedAt();
    }

    private static Optional<Block> block(RowSet<Row> rows) {
        for (var row : rows) {
            return Optional.of(new Block(
                    row.getString(0), row.getLocalDate(1), row.getInteger(2), row.getInteger(3), row.getBoolean(4)));
        }
        return Optional.empty();
    }
}
