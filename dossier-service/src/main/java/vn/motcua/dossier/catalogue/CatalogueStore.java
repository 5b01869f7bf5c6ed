package vn.motcua.dossier.catalogue;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import javax.sql.DataSource;
import vn.motcua.dossier.catalogue.DifferenceStore.Found;
import vn.motcua.dossier.events.CatalogueEntry;
import vn.motcua.dossier.events.EventFormat;

/** The tables of what holds. Blocking: not for an event loop. */
@ApplicationScoped
class CatalogueStore {

    static final String ALL = "select content from catalogue_item order by kind, code, version";

    /** So many differences of a file are told at start; the rest stands in the list that administrators read. */
    private static final int MOST_FOUND = 100;

    /** What became of a data file. */
    enum Loading {
        LOADED,
        UNCHANGED,
        /** The database holds a newer version of the file, which an instance of a later build has loaded. */
        SUPERSEDED
    }

    /**
     * What became of the files, by their names.
     *
     * @param found differences that were not known before this start, in no order
     */
    record Loaded(Map<String, Loading> files, List<Found> found) {}

    private record FileState(int version, String digest) {}

    private final DataSource database;

    CatalogueStore(DataSource database) {
        this.database = database;
    }

    /** Whether the database has no such file, or an older one. */
    boolean lacks(CatalogueFile file) {
        try (Connection connection = database.getConnection()) {
            FileState held = state(connection, file.name());
            return held == null || held.version() < file.version();
        } catch (SQLException failed) {
            throw new IllegalStateException("the catalogue's files could not be read from the database", failed);
        }
    }

    /** Loads a file. @throws InvalidCatalogue when its content changed but not its version */
    Loading load(CatalogueFile file) {
        return load(List.of(file)).files().get(file.name());
    }

    /**
     * Loads files in one transaction; instances that start together take turns. What an administrator decided stands, see {@link Reconciled} and
     * {@link Mended}.
     *
     * @throws InvalidCatalogue when the content of one changed but not its version
     */
    Loaded load(List<CatalogueFile> files) {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                Loaded loaded = load(connection, files);
                connection.commit();
                return loaded;
            } catch (SQLException | RuntimeException failed) {
                connection.rollback();
                throw failed;
            }
        } catch (SQLException failed) {
            throw new IllegalStateException("the catalogue's files could not be loaded", failed);
        }
    }

    private static Loaded load(Connection connection, List<CatalogueFile> files) throws SQLException {
        takeTurn(connection);
        Set<String> decided = decided(connection);
        List<Found> found = new ArrayList<>(decided.isEmpty() ? List.of() : mend(connection, decided, files));
        Map<String, Loading> loadings = new LinkedHashMap<>();
        List<CatalogueFile> newer = new ArrayList<>();
        for (CatalogueFile file : files) {
            Loading loading = loading(state(connection, file.name()), file);
            loadings.put(file.name(), loading);
            if (loading == Loading.LOADED) {
                newer.add(file);
            }
        }
        if (!newer.isEmpty()) {
            save(connection, decided, newer);
            for (CatalogueFile file : newer) {
                found.addAll(DifferenceStore.of(connection, file.name(), MOST_FOUND));
            }
        }
        return new Loaded(loadings, List.copyOf(found));
    }

    /** What an earlier build left contradicting what is published is put right, as far as that can be told, and listed as a difference. */
    private static List<Found> mend(Connection connection, Set<String> decided, List<CatalogueFile> files)
            throws SQLException {
        Set<String> published =
                keys(connection, "select kind || '|' || code || '|' || version from catalogue_publication");
        Mended mended = Mended.of(entries(connection, ALL), decided, entry -> stood(entry, decided, published));
        if (mended.isNothing()) {
            return List.of();
        }
        List<Found> found = DifferenceStore.add(connection, mended, files);
        for (CatalogueEntry entry : mended.removed()) {
            try (PreparedStatement remove = connection.prepareStatement(
                    "delete from catalogue_item where kind = ? and code = ? and version = ?")) {
                remove.setString(1, entry.wireKind());
                remove.setString(2, entry.code());
                remove.setInt(3, entry.version());
                remove.executeUpdate();
            }
        }
        save(connection, mended.closed(), false);
        if (!mended.removed().isEmpty() || !mended.closed().isEmpty()) {
            raiseEdition(connection);
        }
        return found;
    }

    /** What came behind a published version of the same code, or never was on the topic while others were, came with a start that was stopped. */
    private static boolean stood(CatalogueEntry entry, Set<String> decided, Set<String> published) {
        for (int version = entry.version() - 1; version >= 1; version--) {
            if (decided.contains(entry.wireKind() + "|" + entry.code() + "|" + version)) {
                return false;
            }
        }
        return published.isEmpty() || published.contains(entry.key());
    }

    private static Loading loading(FileState held, CatalogueFile file) {
        if (held == null || held.version() < file.version()) {
            return Loading.LOADED;
        }
        if (held.version() > file.version()) {
            return Loading.SUPERSEDED;
        }
        if (!held.digest().equals(file.digest())) {
            throw new InvalidCatalogue(
                    file.name(), List.of("its content changed but it still has version " + file.version()));
        }
        return Loading.UNCHANGED;
    }

    /** Until the end of the transaction nobody else changes the catalogue. */
    static void takeTurn(Connection connection) throws SQLException {
        try (PreparedStatement turn =
                connection.prepareStatement("select pg_advisory_xact_lock(hashtextextended('catalogue', 0))")) {
            turn.execute();
        }
    }

    private static FileState state(Connection connection, String name) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("select version, digest from catalogue_file where name = ?")) {
            select.setString(1, name);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? new FileState(row.getInt(1), row.getString(2)) : null;
            }
        }
    }

    private static Set<String> decided(Connection connection) throws SQLException {
        return keys(connection, "select kind || '|' || code || '|' || version from catalogue_item where decided");
    }

    private static Set<String> keys(Connection connection, String sql) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(sql);
                ResultSet rows = select.executeQuery()) {
            Set<String> keys = new HashSet<>();
            while (rows.next()) {
                keys.add(rows.getString(1));
            }
            return keys;
        }
    }

    private static void save(Connection connection, Set<String> decided, List<CatalogueFile> files)
            throws SQLException {
        List<CatalogueEntry> brought =
                files.stream().flatMap(file -> file.entries().stream()).toList();
        // The files agree with one another: only what somebody decided here can be contradicted.
        Reconciled reconciled = decided.isEmpty()
                ? new Reconciled(brought, List.of())
                : Reconciled.of(entries(connection, ALL), decided, brought);
        save(connection, reconciled.taken(), false);
        raiseEdition(connection);
        for (CatalogueFile file : files) {
            remember(connection, file);
            DifferenceStore.replace(connection, file, reconciled.differences());
        }
    }

    private static void remember(Connection connection, CatalogueFile file) throws SQLException {
        try (PreparedStatement remember = connection.prepareStatement("""
                insert into catalogue_file (name, version, digest) values (?, ?, ?)
                on conflict (name) do update set version = excluded.version, digest = excluded.digest, loaded_at = clock_timestamp()""")) {
            remember.setString(1, file.name());
            remember.setInt(2, file.version());
            remember.setString(3, file.digest());
            remember.executeUpdate();
        }
    }

    /**
     * Writes entries into what holds.
     *
     * @param decided whether an administrator decided so; what one decided, a file leaves alone
     */
    static void save(Connection connection, List<CatalogueEntry> entries, boolean decided) throws SQLException {
        try (PreparedStatement upsert = connection.prepareStatement("""
                insert into catalogue_item (kind, code, version, valid_from, valid_to, content, digest, decided)
                values (?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (kind, code, version) do update
                set valid_from = excluded.valid_from, valid_to = excluded.valid_to, content = excluded.content, digest = excluded.digest,
                    decided = excluded.decided
                where catalogue_item.digest <> excluded.digest and (excluded.decided or not catalogue_item.decided)""")) {
            for (CatalogueEntry entry : entries) {
                String content = EventFormat.canonicalText(entry);
                upsert.setString(1, entry.wireKind());
                upsert.setString(2, entry.code());
                upsert.setInt(3, entry.version());
                upsert.setObject(4, validity(entry)[0], Types.DATE);
                upsert.setObject(5, validity(entry)[1], Types.DATE);
                upsert.setString(6, content);
                upsert.setString(7, Digests.of(content));
                upsert.setBoolean(8, decided);
                upsert.addBatch();
            }
            upsert.executeBatch();
        }
    }

    /** Lets every instance notice that something changed, once the transaction is committed. */
    static void raiseEdition(Connection connection) throws SQLException {
        try (PreparedStatement raise =
                connection.prepareStatement("update catalogue_edition set number = number + 1")) {
            raise.executeUpdate();
        }
    }

    /** Rises with every change. */
    long edition() {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement("select number from catalogue_edition");
                ResultSet row = select.executeQuery()) {
            row.next();
            return row.getLong(1);
        } catch (SQLException failed) {
            throw new IllegalStateException("the edition of the catalogue could not be read", failed);
        }
    }

    private static LocalDate[] validity(CatalogueEntry entry) {
        if (entry instanceof CatalogueEntry.Agency agency) {
            return new LocalDate[] {agency.validFrom(), agency.validTo()};
        }
        if (entry instanceof CatalogueEntry.Procedure procedure) {
            return new LocalDate[] {procedure.validFrom(), procedure.validTo()};
        }
        return new LocalDate[] {null, null};
    }

    /** Every entry of every version. */
    List<CatalogueEntry> all() {
        return entries(ALL);
    }

    /** Entries that do not stand on this topic as they are now. */
    List<CatalogueEntry> unpublished(String topic, String topicId) {
        return entries("""
                select content from catalogue_item i
                where not exists (
                  select from catalogue_publication p
                  where p.topic = ? and p.topic_id = ? and p.kind = i.kind and p.code = i.code and p.version = i.version
                    and p.digest = i.digest)
                order by kind, code, version""", topic, topicId);
    }

    /** Remembers what the broker has acknowledged. */
    void published(String topic, String topicId, List<CatalogueEntry> entries) {
        try (Connection connection = database.getConnection();
                PreparedStatement upsert = connection.prepareStatement("""
                        insert into catalogue_publication (topic, topic_id, kind, code, version, digest) values (?, ?, ?, ?, ?, ?)
                        on conflict (topic, kind, code, version) do update
                        set topic_id = excluded.topic_id, digest = excluded.digest, published_at = clock_timestamp()""")) {
            for (CatalogueEntry entry : entries) {
                upsert.setString(1, topic);
                upsert.setString(2, topicId);
                upsert.setString(3, entry.wireKind());
                upsert.setString(4, entry.code());
                upsert.setInt(5, entry.version());
                upsert.setString(6, Digests.of(EventFormat.canonicalText(entry)));
                upsert.addBatch();
            }
            upsert.executeBatch();
        } catch (SQLException failed) {
            throw new IllegalStateException("what was published of the catalogue could not be remembered", failed);
        }
    }

    int count() {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement("select count(*) from catalogue_item");
                ResultSet row = select.executeQuery()) {
            row.next();
            return row.getInt(1);
        } catch (SQLException failed) {
            throw new IllegalStateException("the entries of the catalogue could not be counted", failed);
        }
    }

    /** How many entries are not on any topic of this name as they are now. */
    int unsent(String topic) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement("""
                        select count(*) from catalogue_item i
                        where not exists (
                          select from catalogue_publication p
                          where p.topic = ? and p.kind = i.kind and p.code = i.code and p.version = i.version and p.digest = i.digest)""")) {
            select.setString(1, topic);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        } catch (SQLException failed) {
            throw new IllegalStateException("what is unpublished of the catalogue could not be counted", failed);
        }
    }

    /** Something that no two instances do at the same time. */
    interface Alone<T> {
        T work() throws InterruptedException, ExecutionException, TimeoutException;
    }

    /** Waits until no other instance is at it. Holds a connection, but no transaction, while it works. */
    <T> T alone(Alone<T> work) throws InterruptedException, ExecutionException, TimeoutException {
        try (Connection connection = database.getConnection()) {
            lock(connection, "select pg_advisory_lock(hashtextextended('catalogue-publisher', 0))");
            try {
                return work.work();
            } finally {
                lock(connection, "select pg_advisory_unlock(hashtextextended('catalogue-publisher', 0))");
            }
        } catch (SQLException failed) {
            throw new IllegalStateException("the publisher could not get its turn", failed);
        }
    }

    private static void lock(Connection connection, String sql) throws SQLException {
        try (PreparedStatement lock = connection.prepareStatement(sql)) {
            lock.execute();
        }
    }

    private List<CatalogueEntry> entries(String sql, String... parameters) {
        try (Connection connection = database.getConnection()) {
            return entries(connection, sql, parameters);
        } catch (SQLException failed) {
            throw new IllegalStateException("the catalogue could not be read from the database", failed);
        }
    }

    static List<CatalogueEntry> entries(Connection connection, String sql, String... parameters) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                select.setString(i + 1, parameters[i]);
            }
            List<CatalogueEntry> entries = new ArrayList<>();
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    entries.add(EventFormat.mapper().readValue(rows.getString(1), CatalogueEntry.class));
                }
            }
            return entries;
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("an entry of the catalogue cannot be read", broken);
        }
    }
}
