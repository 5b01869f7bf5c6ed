package vn.motcua.dossier.testing;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.motcua.local.LocalDatabase;
import vn.motcua.local.testing.LocalInfrastructure;

/** Looks into the database of the application under test. */
public final class Tables {

    /** In one snapshot. */
    private static final String STATE = """
            select 'dossier', count(*) from dossier union all
            select 'applicant', count(*) from applicant union all
            select 'event', count(*) from event union all
            select 'day_counter', count(*) from day_counter union all
            select 'creation', count(*) from creation union all
            select 'imported_line', count(*) from imported_line union all
            select 'mirrored_dossier', count(*) from mirrored_dossier union all
            select 'mirrored_fact', count(*) from mirrored_fact union all
            select 'sequences', coalesce(sum(sequence + step_sequence), 0) from dossier union all
            select 'numbers', coalesce(sum(last), 0) from day_counter
            """;

    private Tables() {}

    /** What a write leaves behind: rows of each table, the sum of all sequences and of all counters. */
    public static Map<String, Long> state() {
        var state = new LinkedHashMap<String, Long>();
        rows(STATE).forEach(row -> state.put(row.get(0), Long.parseLong(row.get(1))));
        return state;
    }

    public static long number(String query, Object... values) {
        return Long.parseLong(rows(query, values).get(0).get(0));
    }

    public static String text(String query, Object... values) {
        return rows(query, values).get(0).get(0);
    }

    public static List<String> column(String query, Object... values) {
        return rows(query, values).stream().map(row -> row.get(0)).toList();
    }

    public static List<List<String>> rows(String query, Object... values) {
        return rows(LocalInfrastructure.database(), query, values);
    }

    public static List<List<String>> rows(LocalDatabase database, String query, Object... values) {
        try (var connection = database.connect();
                var statement = connection.prepareStatement(query)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            try (var rows = statement.executeQuery()) {
                var found = new ArrayList<List<String>>();
                while (rows.next()) {
                    var row = new ArrayList<String>();
                    for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                        row.add(rows.getString(i));
                    }
                    found.add(row);
                }
                return found;
            }
        } catch (SQLException broken) {
            throw new IllegalStateException(broken);
        }
    }

    /** Runs a statement; answers how many rows it touched. */
    public static int run(LocalDatabase database, String statement, Object... values) {
        try (var connection = database.connect();
                var prepared = connection.prepareStatement(statement)) {
            for (int i = 0; i < values.length; i++) {
                prepared.setObject(i + 1, values[i]);
            }
            return prepared.executeUpdate();
        } catch (SQLException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
