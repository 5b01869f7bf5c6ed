package vn.motcua.dossier.catalogue;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import vn.motcua.dossier.edge.Problem;
import vn.motcua.dossier.edge.ProblemType;
import vn.motcua.dossier.edge.RequestKey;
import vn.motcua.dossier.events.CatalogueEntry;
import vn.motcua.dossier.events.EventFormat;

/** The tables of drafts and of what was decided about them. Blocking. */
@ApplicationScoped
class DraftStore {

    private static final String COLUMNS = "select content, revision, written_by, written_at from catalogue_draft ";

    private final DataSource database;

    DraftStore(DataSource database) {
        this.database = database;
    }

    /** By kind, code and version, behind the given one. */
    List<Draft> page(String kind, String code, int version, int most) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(
                        COLUMNS + "where (kind, code, version) > (?, ?, ?) order by kind, code, version limit ?")) {
            select.setString(1, kind);
            select.setString(2, code);
            select.setInt(3, version);
            select.setInt(4, most);
            return drafts(select);
        }
    }

    Optional<Draft> find(String kind, String code, int version) throws SQLException {
        try (Connection connection = database.getConnection()) {
            return find(connection, kind, code, version);
        }
    }

    /** Begins a transaction in which nobody else changes the catalogue, on any instance. Without commit nothing happened. */
    Turn turn() throws SQLException {
        Connection connection = database.getConnection();
        try {
            connection.setAutoCommit(false);
            CatalogueStore.takeTurn(connection);
            return new Turn(connection);
        } catch (SQLException | RuntimeException failed) {
            connection.close();
            throw failed;
        }
    }

    private static Optional<Draft> find(Connection connection, String kind, String code, int version)
            throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement(COLUMNS + "where kind = ? and code = ? and version = ?")) {
            select.setString(1, kind);
            select.setString(2, code);
            select.setInt(3, version);
            return drafts(select).stream().findFirst();
        }
    }

    private static List<Draft> drafts(PreparedStatement select) throws SQLException {
        List<Draft> drafts = new ArrayList<>();
        try (ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                drafts.add(new Draft(
                        EventFormat.mapper().readValue(rows.getString(1), CatalogueEntry.class),
                        rows.getLong(2),
                        rows.getString(3),
                        rows.getObject(4, OffsetDateTime.class).toInstant()));
            }
            return drafts;
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("a draft of the catalogue cannot be read", broken);
        }
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    /** One transaction. Not thread-safe; closing without commit undoes it. */
    static final class Turn implements AutoCloseable {

        private final Connection connection;

        private Turn(Connection connection) {
            this.connection = connection;
        }

        /** What was answered to this very request before. @throws Problem 422 when the key belongs to another request */
        Optional<String> answer(RequestKey key) throws SQLException {
            try (PreparedStatement select = connection.prepareStatement(
                    "select digest, answer from catalogue_request where scope = ? and key = ?")) {
                select.setString(1, key.scope());
                select.setString(2, key.key());
                try (ResultSet row = select.executeQuery()) {
                    if (!row.next()) {
                        return Optional.empty();
                    }
                    if (!key.sameRequest(row.getBytes(1))) {
                        throw Problem.of(ProblemType.KEY_REUSED);
                    }
                    return Optional.of(row.getString(2));
                }
            }
        }

        void remember(RequestKey key, String answer, Instant at) throws SQLException {
            try (PreparedStatement insert = connection.prepareStatement(
                    "insert into catalogue_request (scope, key, digest, answer, answered_at) values (?, ?, ?, ?, ?)")) {
                insert.setString(1, key.scope());
                insert.setString(2, key.key());
                insert.setBytes(3, key.digest());
                insert.setString(4, answer);
                insert.setObject(5, utc(at));
                insert.executeUpdate();
            }
        }

        /** Everything that is published. */
        List<CatalogueEntry> published() throws SQLException {
            return CatalogueStore.entries(connection, CatalogueStore.ALL);
        }

        /** The highest published version; 0 where there is none. */
        int highestPublished(String kind, String code) throws SQLException {
            try (PreparedStatement select = connection.prepareStatement(
                    "select coalesce(max(version), 0) from catalogue_item where kind = ? and code = ?")) {
                select.setString(1, kind);
                select.setString(2, code);
                try (ResultSet row = select.executeQuery()) {
                    row.next();
                    return row.getInt(1);
                }
            }
        }

        Optional<Draft> draft(String kind, String code, int version) throws SQLException {
            return find(connection, kind, code, version);
        }

        /** All of them. */
        List<Draft> drafts() throws SQLException {
            try (PreparedStatement select = connection.prepareStatement(COLUMNS)) {
                return DraftStore.drafts(select);
            }
        }

        /** Writes drafts that are new or changed; each gets the given revision. */
        void write(List<Draft> drafts) throws SQLException {
            try (PreparedStatement upsert = connection.prepareStatement("""
                    insert into catalogue_draft (kind, code, version, content, revision, written_by, written_at)
                    values (?, ?, ?, ?, ?, ?, ?)
                    on conflict (kind, code, version) do update
                    set content = excluded.content, revision = excluded.revision, written_by = excluded.written_by,
                        written_at = excluded.written_at""")) {
                for (Draft draft : drafts) {
                    upsert.setString(1, draft.entry().wireKind());
                    upsert.setString(2, draft.entry().code());
                    upsert.setInt(3, draft.entry().version());
                    upsert.setString(4, EventFormat.canonicalText(draft.entry()));
                    upsert.setLong(5, draft.revision());
                    upsert.setString(6, draft.writtenBy());
                    upsert.setObject(7, utc(draft.writtenAt()));
                    upsert.addBatch();
                }
                upsert.executeBatch();
            }
        }

        void remove(List<CatalogueEntry> drafts) throws SQLException {
            try (PreparedStatement delete = connection.prepareStatement(
                    "delete from catalogue_draft where kind = ? and code = ? and version = ?")) {
                for (CatalogueEntry entry : drafts) {
                    delete.setString(1, entry.wireKind());
                    delete.setString(2, entry.code());
                    delete.setInt(3, entry.version());
                    delete.addBatch();
                }
                delete.executeBatch();
            }
        }

        /** Writes entries into what holds, with those that they close, and raises the edition. */
        void publish(Publication publication, String by, Instant at) throws SQLException {
            CatalogueStore.save(connection, publication.changed(), true);
            try (PreparedStatement insert = connection.prepareStatement(
                    "insert into catalogue_decision (kind, code, version, decided_by, decided_at) values (?, ?, ?, ?, ?)")) {
                for (CatalogueEntry entry : publication.published()) {
                    insert.setString(1, entry.wireKind());
                    insert.setString(2, entry.code());
                    insert.setInt(3, entry.version());
                    insert.setString(4, by);
                    insert.setObject(5, utc(at));
                    insert.addBatch();
                }
                insert.executeBatch();
            }
            remove(publication.published());
            DifferenceStore.forgetResolved(connection);
            CatalogueStore.raiseEdition(connection);
        }

        void commit() throws SQLException {
            connection.commit();
        }

        @Override
        public void close() throws SQLException {
            try (connection) {
                // Nothing is left to undo after a commit.
                connection.rollback();
            }
        }
    }
}
