package vn.motcua.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** A statement that takes one array per column ({@code unnest($1::uuid[], …) as asked (id, …)}), prepared for the plain driver, one row at a time. */
final class ColumnArrays {

    private static final Pattern PARAMETER = Pattern.compile("\\$\\d+::(\\w+)\\[\\]");
    private static final Pattern NAMES = Pattern.compile("as asked \\(([^)]*)\\)");

    private final Connection connection;
    private final List<String> types = new ArrayList<>();
    private final String[] names;
    private final PreparedStatement prepared;

    ColumnArrays(Connection connection, String statement) throws SQLException {
        this.connection = connection;
        var parameters = PARAMETER.matcher(statement);
        while (parameters.find()) {
            types.add(parameters.group(1));
        }
        var described = NAMES.matcher(statement);
        if (!described.find()) {
            throw new IllegalArgumentException("the statement names no columns");
        }
        names = described.group(1).split(",\\s*");
        prepared = connection.prepareStatement(PARAMETER.matcher(statement).replaceAll("?::$1[]"));
    }

    /**
     * Executes it with one row; the statement must answer one row.
     *
     * @param values by column, as PostgreSQL reads them; a column that is not there is null
     */
    void once(Map<String, String> values) throws SQLException {
        for (int i = 0; i < types.size(); i++) {
            prepared.setArray(i + 1, connection.createArrayOf(types.get(i), new String[] {values.get(names[i])}));
        }
        try (var answer = prepared.executeQuery()) {
            if (!answer.next()) {
                throw new IllegalStateException("nothing was written for " + values);
            }
        }
    }
}
