package vn.motcua.dossier.catalogue;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

    private static final Map<String, String> FILES =
            Map.of("AGENCY", "agencies", "PROCEDURE", "procedures", "CALENDAR", "calendars", "REASON", "reasons");

    /** Stands for what no entry says: a published entry that is at fault beside a file's. No entry has it as its digest. */
    private static final String CONTRADICTION = "contradiction";

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
                    insert.setString(7, digest(one.entry()));
                    insert.addBatch();
                }
            }
            insert.executeBatch();
        }
    }

    /** In the transaction that mends: what is new in there. */
    static List<Found> add(Connection connection, Mended mended, List<CatalogueFile> files) throws SQLException {
        Map<String, String> brought = new HashMap<>();
        files.forEach(file -> file.entries().forEach(entry -> brought.put(entry.key(), file.name())));
        List<Found> added = new ArrayList<>();
        for (CatalogueEntry entry : mended.removed()) {
            added.addAll(add(connection, brought, entry, Reconciled.WHOLE, digest(entry)));
        }
        for (CatalogueEntry entry : mended.closed()) {
            added.addAll(add(connection, brought, entry, "validTo", heldDigest(connection, entry)));
        }
        for (CatalogueFault fault : mended.left()) {
            String field = fault.field().isEmpty() ? Reconciled.WHOLE : fault.field();
            added.addAll(add(connection, brought, fault.entry(), field, CONTRADICTION));
        }
        return added;
    }

    private static List<Found> add(
            Connection connection, Map<String, String> brought, CatalogueEntry entry, String field, String digest)
            throws SQLException {
        // Of another build's file the kind alone tells.
        String file = brought.getOrDefault(entry.key(), FILES.getOrDefault(entry.wireKind(), "procedures"));
        try (PreparedStatement insert = connection.prepareStatement("""
                insert into catalogue_difference (file, file_version, kind, code, version, fields, digest)
                values (?, coalesce((select version from catalogue_file where name = ?), 1), ?, ?, ?, ?, ?)
                on conflict (kind, code, version) do update set fields = excluded.fields, digest = excluded.digest
                where catalogue_difference.digest <> excluded.digest
                returning file, file_version, kind, code, version, fields, found_at""")) {
            insert.setString(1, file);
            insert.setString(2, file);
            insert.setString(3, entry.wireKind());
            insert.setString(4, entry.code());
            insert.setInt(5, entry.version());
            insert.setString(6, field);
            insert.setString(7, digest);
            return found(insert);
        }
    }

    /** In a transaction that publishes: contradictions that are none any more are listed no more. */
    static void forgetResolved(Connection connection) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("select from catalogue_difference where digest = ? limit 1")) {
            select.setString(1, CONTRADICTION);
            try (ResultSet row = select.executeQuery()) {
                if (!row.next()) {
                    return;
                }
            }
        }
        var holding = CatalogueStore.entries(connection, CatalogueStore.ALL);
        Object[] atFault = CatalogueRules.faults("catalogue", holding).stream()
                .map(fault -> fault.entry().key())
                .distinct()
                .toArray();
        try (PreparedStatement forget = connection.prepareStatement("""
                delete from catalogue_difference where digest = ? and kind || '|' || code || '|' || version <> all (?)""")) {
            forget.setString(1, CONTRADICTION);
            forget.setArray(2, connection.createArrayOf("text", atFault));
            forget.executeUpdate();
        }
    }

    private static String digest(CatalogueEntry entry) {
        return Digests.of(EventFormat.canonicalText(entry));
    }

    /** Of what holds of the entry until it is mended. */
    private static String heldDigest(Connection connection, CatalogueEntry entry) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "select digest from catalogue_item where kind = ? and code = ? and version = ?")) {
            select.setString(1, entry.wireKind());
            select.setString(2, entry.code());
            select.setInt(3, entry.version());
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        }
    }

    /** Those of one file, by kind, code and version. */
    static List<Found> of(Connection connection, String file, int most) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement(OPEN + " and d.file = ? order by d.kind, d.code, d.version limit ?")) {
            select.setString(1, file);
            select.setInt(2, most);
            return found(select);
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
