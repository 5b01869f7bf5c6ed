package vn.motcua.dossier.papers.forms;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.motcua.dossier.edge.RequestKey;
import vn.motcua.dossier.events.EventHash;

/** Which registers were closed. One statement each; says nothing about rights. */
@ApplicationScoped
class ClosedRegisterStore {

    private static final String COLUMNS = """
            select agency, year, number, first_day, last_day, issued_at, issued_by, lines, heads, root_day, root, sha256, bytes, signed, request_digest
            from register
            """;

    /** Without the heads of every line, which a list does not show. */
    private static final String LISTED = COLUMNS + """
            where agency = $1 and ($2::integer is null or (year, number) < ($2, $3)) order by year desc, number desc limit $4
            """;

    private static final String ONE = COLUMNS + "where agency = $1 and year = $2 and number = $3";

    private static final String BY_KEY = COLUMNS + "where request_scope = $1 and request_key = $2";

    private static final String LAST_ROOT = "select day, root from history_root order by day desc limit 1";

    private static final String PLACE = """
            select coalesce(max(number), 0)::integer + 1, (count(*) filter (where issued_at >= $3 and issued_at < $4))::integer
            from register where agency = $1 and year = $2
            """;

    /** Only behind the last number: whoever was quicker with it has it, and there is never a gap. */
    private static final String KEEP = """
            with %s,
            kept as (
                insert into register (agency, year, number, first_day, last_day, issued_at, issued_by, lines, heads, root_day, root, sha256, bytes,
                    signed, request_scope, request_key, request_digest)
                select $1::text, $2::integer, $3::integer, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17 from marked
                where $3::integer = (select coalesce(max(number), 0) + 1 from register where agency = $1::text and year = $2::integer)
                on conflict do nothing returning sha256),
            %s
            select from kept
            """.formatted(LeftoverStore.marked(12), LeftoverStore.UNMARK);

    /**
     * A closed register.
     *
     * @param by account of who closed it
     * @param heads as {@link Register#heads} writes them
     * @param sha256 64 lower-case hexadecimal digits
     */
    record Closed(
            String agency,
            Register.Closing closing,
            LocalDate from,
            LocalDate to,
            Instant at,
            String by,
            int lines,
            String heads,
            String sha256,
            int bytes,
            boolean signed,
            byte[] requestDigest) {

        RegisterView view() {
            return new RegisterView(
                    agency,
                    closing.year(),
                    closing.number(),
                    from,
                    to,
                    at,
                    lines,
                    EventHash.PREFIX + EventHash.sha256(heads),
                    closing.rootDay(),
                    closing.root(),
                    EventHash.PREFIX + sha256,
                    bytes,
                    signed,
                    "/v1/registers/" + agency + "/originals/" + closing.year() + "/" + closing.number());
        }

        @Override
        public String toString() {
            return "Closed[" + agency + ", " + closing + "]";
        }
    }

    /** The last root that was published over all histories. */
    record Root(LocalDate day, String root) {}

    /** @param next the number that the next register gets @param thatDay how many were closed on that day */
    record Place(int next, int thatDay) {}

    private final Pool pool;

    ClosedRegisterStore(Pool pool) {
        this.pool = pool;
    }

    Uni<Optional<Root>> lastRoot() {
        return pool.query(LAST_ROOT).execute().map(rows -> {
            for (var row : rows) {
                return Optional.of(new Root(row.getLocalDate(0), row.getString(1)));
            }
            return Optional.empty();
        });
    }

    Uni<Place> place(String agency, LocalDate today) {
        return pool.preparedQuery(PLACE)
                .execute(Tuple.of(
                        agency,
                        today.getYear(),
                        today.atStartOfDay(Words.VIETNAM).toOffsetDateTime(),
                        today.plusDays(1).atStartOfDay(Words.VIETNAM).toOffsetDateTime()))
                .map(rows -> rows.iterator().next())
                .map(row -> new Place(row.getInteger(0), row.getInteger(1)));
    }

    /** @return whether it was kept; false if its number, or the key, has a register already */
    Uni<Boolean> keep(Closed closed, RequestKey key) {
        return pool.preparedQuery(KEEP)
                .execute(Tuple.from(List.of(
                        closed.agency(),
                        closed.closing().year(),
                        closed.closing().number(),
                        closed.from(),
                        closed.to(),
                        closed.at().atOffset(ZoneOffset.UTC),
                        closed.by(),
                        closed.lines(),
                        closed.heads(),
                        closed.closing().rootDay(),
                        closed.closing().root(),
                        closed.sha256(),
                        closed.bytes(),
                        closed.signed(),
                        key.scope(),
                        key.key(),
                        Buffer.buffer(key.digest()))))
                .map(rows -> rows.size() == 1);
    }

    Uni<Optional<Closed>> by(RequestKey key) {
        return one(BY_KEY, Tuple.of(key.scope(), key.key()));
    }

    Uni<Optional<Closed>> one(String agency, int year, int number) {
        return one(ONE, Tuple.of(agency, year, number));
    }

    /** Newest first. @param beforeYear of the last on the page before; null for the first page */
    Uni<List<Closed>> page(String agency, Integer beforeYear, Integer beforeNumber, int most) {
        return all(LISTED, Tuple.of(agency, beforeYear, beforeNumber, most));
    }

    private Uni<Optional<Closed>> one(String query, Tuple values) {
        return all(query, values).map(found -> found.stream().findFirst());
    }

    private Uni<List<Closed>> all(String query, Tuple values) {
        return pool.preparedQuery(query).execute(values).map(rows -> {
            var found = new ArrayList<Closed>();
            rows.forEach(row -> found.add(closed(row)));
            return found;
        });
    }

    private static Closed closed(Row row) {
        return new Closed(
                row.getString("agency"),
                new Register.Closing(
                        row.getInteger("year"),
                        row.getInteger("number"),
                        row.getLocalDate("root_day"),
                        row.getString("root")),
                row.getLocalDate("first_day"),
                row.getLocalDate("last_day"),
                row.getOffsetDateTime("issued_at").toInstant(),
                row.getString("issued_by"),
                row.getInteger("lines"),
                row.getString("heads"),
                row.getString("sha256"),
                row.getInteger("bytes"),
                row.getBoolean("signed"),
                row.getBuffer("request_digest").getBytes());
    }
}
