package vn.motcua.dossier.proving;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import vn.motcua.dossier.events.HistoryRoot;

/** Rows of roots. */
final class RootStatement {

    static final String ALL = "select day, source, histories, tree, previous_root, root from history_root ";

    private RootStatement() {}

    /** Null before the first. */
    static HistoryRoot last(Connection connection) throws SQLException {
        try (var select = connection.prepareStatement(ALL + "order by day desc limit 1")) {
            var found = read(select);
            return found.isEmpty() ? null : found.get(0);
        }
    }

    static List<HistoryRoot> read(PreparedStatement select) throws SQLException {
        var found = new ArrayList<HistoryRoot>();
        try (var row = select.executeQuery()) {
            while (row.next()) {
                found.add(new HistoryRoot(
                        row.getObject(1, LocalDate.class),
                        row.getString(2),
                        row.getLong(3),
                        row.getString(4),
                        row.getString(5),
                        row.getString(6)));
            }
        }
        return found;
    }

    static void insert(Connection connection, HistoryRoot root) throws SQLException {
        try (var insert = connection.prepareStatement(
                "insert into history_root (day, source, histories, tree, previous_root, root) values (?, ?, ?, ?, ?, ?)")) {
            insert.setObject(1, root.day());
            insert.setString(2, root.source());
            insert.setLong(3, root.histories());
            insert.setString(4, root.tree());
            insert.setString(5, root.previousRoot());
            insert.setString(6, root.root());
            insert.executeUpdate();
        }
    }
}
