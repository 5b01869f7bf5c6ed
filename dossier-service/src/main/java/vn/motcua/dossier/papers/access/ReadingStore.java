package vn.motcua.dossier.papers.access;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import vn.motcua.dossier.edge.Role;

/** Who read what. Rows are added and, when their time is over, deleted; only a citizen whose dossier is destroyed is taken out of theirs. */
@ApplicationScoped
class ReadingStore {

    private static final String NOTE = """
            insert into reading (what, dossier_id, document_id, paper, register_agency, account, roles, agency, purpose, address, device, at, trace_id)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10::text::inet, $11, $12, $13)
            """;

    /** Whoever takes the result back holds the dossier: a reading is noted before that, or not at all. */
    private static final String NOTE_GIVEN = """
            with given as (select id from dossier where id = $2 and completed_at is not null for share)
            insert into reading (what, dossier_id, document_id, paper, register_agency, account, roles, agency, purpose, address, device, at, trace_id)
            select $1, id, $3, $4, $5, $6, $7, $8, $9, $10::text::inet, $11, $12, $13 from given
            """;

    private static final String SHOWN =
            "select id, at, what, document_id, paper, account, roles, agency, purpose, host(address), device, trace_id from reading ";

    private static final String OF_DOSSIER =
            SHOWN + "where dossier_id = $1 and ($2::bigint is null or id < $2) order by id desc limit $3";

    private static final String OF_REGISTERS =
            SHOWN + "where register_agency = $1 and ($2::bigint is null or id < $2) order by id desc limit $3";

    private static final String FORGET = """
            update reading set account = '', address = null, device = null where dossier_id = $1 and roles = 'citizen'
            """;

    private static final String SWEEP =
            "delete from reading where id in (select id from reading where at < $1 order by id limit $2)";

    /** A reading and its place in the list. */
    record Noted(long id, ReadingView view) {}

    private final Pool pool;

    ReadingStore(Pool pool) {
        this.pool = pool;
    }

    Uni<Void> note(Reader reader, Read read, Instant at) {
        return note(NOTE, reader, read, at).replaceWithVoid();
    }

    /** Of the result of a dossier; false, and nothing noted, where there is none any more. */
    Uni<Boolean> noteGiven(Reader reader, Read read, Instant at) {
        return note(NOTE_GIVEN, reader, read, at).map(rows -> rows == 1);
    }

    private Uni<Integer> note(String statement, Reader reader, Read read, Instant at) {
        var caller = reader.caller();
        var roles = caller.roles().stream().map(Role::claim).sorted().toList();
        return pool.preparedQuery(statement)
                .execute(Tuple.from(new Object[] {
                    read.what().name(),
                    read.dossier(),
                    read.document(),
                    read.paper(),
                    read.registerAgency(),
                    caller.subject(),
                    String.join(" ", roles),
                    caller.agency(),
                    reader.purpose().name(),
                    reader.address(),
                    reader.device(),
                    at.atOffset(ZoneOffset.UTC),
                    reader.traceId()
                }))
                .map(rows -> rows.rowCount());
    }

    /** Newest first. @param before the last on the page before; null for the first page */
    Uni<List<Noted>> ofDossier(UUID dossier, Long before, int most) {
        return all(OF_DOSSIER, Tuple.of(dossier, before, most));
    }

    /** The same of an agency's registers. */
    Uni<List<Noted>> ofRegisters(String agency, Long before, int most) {
        return all(OF_REGISTERS, Tuple.of(agency, before, most));
    }

    /** Who the applicant is goes; that they read stays. */
    static Uni<Void> forget(SqlConnection tx, UUID dossier) {
        return tx.preparedQuery(FORGET).execute(Tuple.of(dossier)).replaceWithVoid();
    }

    /** Deletes what is older, so many at most. @return how many went */
    Uni<Integer> sweep(Instant before, int most) {
        return pool.preparedQuery(SWEEP)
                .execute(Tuple.of(before.atOffset(ZoneOffset.UTC), most))
                .map(rows -> rows.rowCount());
    }

    private Uni<List<Noted>> all(String query, Tuple values) {
        return pool.preparedQuery(query).execute(values).map(rows -> {
            var found = new ArrayList<Noted>();
            rows.forEach(row -> found.add(new Noted(row.getLong(0), view(row))));
            return found;
        });
    }

    private static ReadingView view(Row row) {
        return new ReadingView(
                row.getOffsetDateTime(1).toInstant(),
                Read.What.valueOf(row.getString(2)),
                row.getUUID(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                row.getString(8),
                row.getString(9),
                row.getString(10),
                row.getString(11));
    }
}
