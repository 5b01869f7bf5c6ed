package vn.motcua.dossier.catalogue;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import vn.motcua.dossier.catalogue.Reconciled.Difference;
import vn.motcua.dossier.events.CatalogueEntry;
import vn.motcua.dossier.events.EventFormat;

/** Where data files say otherwise than what holds. Blocking: not for an event loop. */
@ApplicationScoped
class DifferenceStore {

    /** A difference as it was found. @param fields in order of their names */
    record Found(
            String file,
            int fileVersion,
            String kind,
            String code,
            int version,
            List<String> fields,
            Instant foundAt) {}

    // What holds now may say the same by now: somebody has seen to it.
    private static final String OPEN = """
            select d.file, d.file_version, d.kind, d.code, d.version, d.fields, d.found_at from catalogue_difference d
            where not exists (
                select from catalogue_item i
                where i.kind = d.kind and i.code = d.code and i.version = d.version and i.digest = d.digest)
            """;

    private final DataSource database;

    DifferenceStore(DataSource database) {
        this.database = database;
    }

    /** In the transaction that loads the file: what it says otherwise, in place of what its earlier versions said. */
    static void replace(Connection connection, CatalogueFile file, List<Difference> all) throws SQLException {
        try (PreparedStatement forget =
                connection.prepareStatement("delete from catalogue_difference where file = ?")) {
            forget.setString(1, file.name());
            forget.executeUpdate();
        }
        if (all.isEmpty()) {
            return;
        }
        Set<String> own = file.entries().stream().map(CatalogueEntry::key).collect(Collectors.toSet());
        try (PreparedStatement insert = connection.prepareStatement("""
                insert into catalogue_difference (file, file_version, kind, code, version, fields, digest) values (?, ?, ?, ?, ?, ?, ?)
                on conflict (kind, code, version) do update
                set file = excluded.file, file_version = excluded.file_version, fields = excluded.fields, digest = excluded.digest,
                    found_at = excluded.found_at""")) {
            for (Difference one : all) {
                if (own.contains(one.entry().key())) {
                    insert.setString(1, file.name());
                    insert.setInt(2, file.version());
                    insert.setString(3, one.entry().wireKind());
                    insert.setString(4, one.entry().code());
                    insert.setInt(5, one.entry().version());
                    insert.setString(6, String.join(",", one.fields()));
                    insert.setString(7, Digests.of(EventFormat.canonicalText(one.entry())));
                    insert.addBatch();
                }
            }
            insert.executeBatch();
        }
    }

    /** Those of one file, by kind, code and version. */
    List<Found> of(String file, int most) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(
                        OPEN + " and d.file = ? order by d.kind, d.code, d.version limit ?")) {
            select.setString(1, file);
            select.setInt(2, most);
            return found(select);
        } catch (SQLException failed) {
            throw new IllegalStateException("the differences of the catalogue's files could not be read", failed);
        }
    }

    /** Those behind this one, by kind, code and version. */
    List<Found> page(String kind, String code, int version, int most) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(OPEN
                        + " and (d.kind, d.code, d.version) > (?, ?, ?) order by d.kind, d.code, d.version limit ?")) {
            select.setString(1, kind);
            select.setString(2, code);
            select.setInt(3, version);
            select.setInt(4, most);
            return found(select);
        }
    }

    private static List<Found> found(PreparedStatement select) throws SQLException {
        List<Found> all = new ArrayList<>();
        try (ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                all.add(new Found(
                        rows.getString(1),
                        rows.getInt(2),
                        rows.getString(3),
                        rows.getString(4),
                        rows.getInt(5),
                        List.of(rows.getString(6).split(",")),
                        rows.getObject(7, OffsetDateTime.class).toInstant()));
            }
        }
        return all;
    }
}
