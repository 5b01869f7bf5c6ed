package vn.motcua.dossier.proving;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import vn.motcua.dossier.events.HistoryHead;
import vn.motcua.dossier.events.HistoryRoot;
import vn.motcua.dossier.events.MerkleTree;
import vn.motcua.dossier.lifecycle.DossierCode;

/** Makes the root of a day from the events that were recorded by its end. Blocking: not for an event loop. */
@ApplicationScoped
class RootStore {

    /** Leaves whose root is kept: aligned, so that these are nodes of the tree. */
    static final int RUN = 1 << 10;

    private static final int FETCHED = 4 * RUN;

    // The database's clock, since it is the database that stamps events.
    private static final String DUE = """
            with today as (select (clock_timestamp() at time zone ?)::date as day),
            due as (
                select coalesce((select max(day) + 1 from history_root), today.day - 1) as day, today.day as today from today)
            select day, today - day from due where day < today
            """;

    // A step that began before midnight may be committed after it: the day waits for whoever was at work when it ended.
    private static final String AT_WORK = """
            select count(*) from pg_stat_activity
            where datname = current_database() and pid <> pg_backend_pid() and xact_start < ?
            """;

    private static final String CONTRADICTIONS = """
            select count(*), min(l.subject::text) from history_leaf l
            where not exists (
                select from event e where e.subject = l.subject and e.sequence = l.sequence and e.hash = l.hash)
            """;

    private static final String HEADS = """
            insert into history_leaf as leaf (subject, sequence, hash)
            select distinct on (subject) subject, sequence, hash from event
            where recorded_at >= ? and recorded_at < ?
            order by subject, sequence desc
            on conflict (subject) do update set sequence = excluded.sequence, hash = excluded.hash
            where leaf.sequence < excluded.sequence
            """;

    // A root that was made before its day ended does not hold what came later on that day.
    private static final String UNFINISHED = "select made_at < ? from history_root where day = ?";

    private static final OffsetDateTime BEGINNING = OffsetDateTime.parse("1970-01-01T00:00:00Z");
    private static final OffsetDateTime EVER_AFTER = OffsetDateTime.parse("9999-01-01T00:00:00Z");

    private final DataSource database;

    RootStore(DataSource database) {
        this.database = database;
    }

    /**
     * The next day to make a root of.
     *
     * @param days how many wait, this one included
     * @param quiet whether everything that began on it has ended
     */
    record Due(LocalDate day, int days, boolean quiet) {}

    /**
     * A root that was made.
     *
     * @param contradictions histories that no longer have the fact which the root before was made of
     * @param example one of them; null if none
     */
    record Made(HistoryRoot root, long contradictions, String example) {}

    /** Empty while the day that comes next has not ended. */
    Optional<Due> due() {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(DUE)) {
            select.setString(1, DossierCode.ZONE.getId());
            try (var row = select.executeQuery()) {
                if (!row.next()) {
                    return Optional.empty();
                }
                var day = row.getObject(1, LocalDate.class);
                return Optional.of(new Due(day, row.getInt(2), atWorkSince(endOf(day)) == 0));
            }
        } catch (SQLException failed) {
            throw new IllegalStateException("the day to be closed could not be read", failed);
        }
    }

    /** Transactions that began before then and have not ended. */
    long atWorkSince(OffsetDateTime end) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(AT_WORK)) {
            select.setObject(1, end);
            try (var row = select.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        } catch (SQLException failed) {
            throw new IllegalStateException("who is at work could not be read", failed);
        }
    }

    /** Makes the day's root, in one transaction; instances take turns. Empty if it has one, and nothing changed. */
    Optional<Made> close(LocalDate day, String source) {
        return close(day, source, endOf(day));
    }

    /** {@link #close}, although the day has not ended: of all that is committed. What is recorded on it later is the next root's. */
    Optional<Made> closeNow(LocalDate day, String source) {
        return close(day, source, EVER_AFTER);
    }

    private Optional<Made> close(LocalDate day, String source, OffsetDateTime end) {
        try (var connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                var made = close(connection, day, source, end);
                connection.commit();
                return made;
            } catch (SQLException | RuntimeException failed) {
                connection.rollback();
                throw failed;
            }
        } catch (SQLException failed) {
            throw new IllegalStateException("the root of " + day + " could not be made", failed);
        }
    }

    private static Optional<Made> close(Connection connection, LocalDate day, String source, OffsetDateTime end)
            throws SQLException {
        takeTurn(connection);
        var last = RootStatement.last(connection);
        if (last != null && !last.day().isBefore(day)) {
            return Optional.empty();
        }
        if (last != null && !last.day().plusDays(1).equals(day)) {
            throw new IllegalStateException("the root of " + last.day() + " is the last, " + day + " is not next");
        }
        var made = contradictions(connection);
        heads(connection, last == null ? BEGINNING : heldUntil(connection, last.day()), end);
        var tree = tree(connection);
        var root = HistoryRoot.of(day, source, tree.size(), tree.root(), last == null ? null : last.root());
        RootStatement.insert(connection, root);
        return Optional.of(new Made(root, made.contradictions(), made.example()));
    }

    private static void takeTurn(Connection connection) throws SQLException {
        try (var turn =
                connection.prepareStatement("select pg_advisory_xact_lock(hashtextextended('history-root', 0))")) {
            turn.execute();
        }
    }

    private static Made contradictions(Connection connection) throws SQLException {
        try (var select = connection.prepareStatement(CONTRADICTIONS);
                var row = select.executeQuery()) {
            row.next();
            return new Made(null, row.getLong(1), row.getString(2));
        }
    }

    private static void heads(Connection connection, OffsetDateTime from, OffsetDateTime end) throws SQLException {
        try (var upsert = connection.prepareStatement(HEADS)) {
            upsert.setObject(1, from);
            upsert.setObject(2, end);
            upsert.executeUpdate();
        }
    }

    /** Up to when the root of that day holds everything: its end, or nothing for sure where it was made before. */
    private static OffsetDateTime heldUntil(Connection connection, LocalDate day) throws SQLException {
        try (var select = connection.prepareStatement(UNFINISHED)) {
            select.setObject(1, endOf(day));
            select.setObject(2, day);
            try (var row = select.executeQuery()) {
                row.next();
                return row.getBoolean(1) ? BEGINNING : endOf(day);
            }
        }
    }

    private static OffsetDateTime endOf(LocalDate day) {
        return day.plusDays(1).atStartOfDay(DossierCode.ZONE).toOffsetDateTime();
    }

    /** Reads the leaves once, in order, and keeps the roots of their runs. */
    private static MerkleTree.Growing tree(Connection connection) throws SQLException {
        var tree = new MerkleTree.Growing();
        try (var clear = connection.prepareStatement("delete from history_run");
                var keep =
                        connection.prepareStatement("insert into history_run (number, first, hash) values (?, ?, ?)");
                var select = connection.prepareStatement(
                        "select subject, sequence, hash from history_leaf order by subject")) {
            clear.executeUpdate();
            select.setFetchSize(FETCHED);
            var run = new ArrayList<byte[]>(RUN);
            UUID first = null;
            try (var row = select.executeQuery()) {
                while (row.next()) {
                    var head = head(row);
                    first = run.isEmpty() ? UUID.fromString(head.subject()) : first;
                    run.add(head.leaf());
                    tree.add(run.get(run.size() - 1));
                    if (run.size() == RUN) {
                        keep(keep, (tree.size() - 1) / RUN, first, run);
                    }
                }
            }
            if (!run.isEmpty()) {
                keep(keep, (tree.size() - 1) / RUN, first, run);
            }
            keep.executeBatch();
        }
        return tree;
    }

    private static void keep(PreparedStatement keep, long number, UUID first, List<byte[]> run) throws SQLException {
        keep.setInt(1, Math.toIntExact(number));
        keep.setObject(2, first);
        keep.setBytes(3, MerkleTree.root(run));
        keep.addBatch();
        run.clear();
    }

    static HistoryHead head(ResultSet row) throws SQLException {
        return new HistoryHead(row.getObject(1, UUID.class).toString(), row.getLong(2), row.getString(3));
    }

    /** Roots that Kafka does not have yet, the oldest first. */
    List<HistoryRoot> unpublished(int most) {
        return read(RootStatement.ALL + "where published_at is null order by day limit ?", null, most);
    }

    /** Kafka has it. */
    void published(HistoryRoot root) {
        try (var connection = database.getConnection();
                var update = connection.prepareStatement(
                        "update history_root set published_at = clock_timestamp() where day = ?")) {
            update.setObject(1, root.day());
            update.executeUpdate();
        } catch (SQLException failed) {
            throw new IllegalStateException("the root of " + root.day() + " could not be marked", failed);
        }
    }

    Optional<HistoryRoot> of(LocalDate day) {
        return read(RootStatement.ALL + "where day = ? limit ?", day, 1).stream()
                .findFirst();
    }

    /** Newest first. @param before the day that ends the page before; null for the first page */
    List<HistoryRoot> page(LocalDate before, int most) {
        return before == null
                ? read(RootStatement.ALL + "order by day desc limit ?", null, most)
                : read(RootStatement.ALL + "where day < ? order by day desc limit ?", before, most);
    }

    private List<HistoryRoot> read(String query, LocalDate day, int most) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(query)) {
            if (day != null) {
                select.setObject(1, day);
            }
            select.setInt(day == null ? 1 : 2, most);
            return RootStatement.read(select);
        } catch (SQLException failed) {
            throw new IllegalStateException("the roots could not be read", failed);
        }
    }
}
