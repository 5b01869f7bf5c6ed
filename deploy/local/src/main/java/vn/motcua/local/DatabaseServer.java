package vn.motcua.local;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.regex.Pattern;

/** A running PostgreSQL server and its superuser, wherever it came from. */
public record DatabaseServer(String host, int port, String user, String password) {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,62}");
    private static final Pattern PASSWORD = Pattern.compile("[A-Za-z0-9_-]{1,200}");

    /**
     * Makes the database and the role that owns it; what is there already is kept, the password is set anew. Nobody but the owner may connect.
     *
     * @param name and role: lower case, digits and underscores, at most 63
     * @param password letters, digits, - and _
     */
    public LocalDatabase createDatabase(String name, String role, String password) {
        require(NAME, name);
        require(NAME, role);
        require(PASSWORD, password);
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            String verb =
                    exists(statement, "select 1 from pg_roles where rolname = '" + role + "'") ? "alter" : "create";
            statement.execute(verb + " role " + role + " login password '" + password + "'");
            if (!exists(statement, "select 1 from pg_database where datname = '" + name + "'")) {
                statement.execute("create database " + name + " owner " + role);
                statement.execute("revoke connect on database " + name + " from public");
            }
            return new LocalDatabase(host, port, name, role, password);
        } catch (SQLException e) {
            throw new IllegalStateException("cannot make the database " + name + ": " + e.getMessage(), e);
        }
    }

    /** A new connection as the superuser; the caller closes it. */
    public Connection connect() throws SQLException {
        return DriverManager.getConnection("jdbc:postgresql://" + host + ":" + port + "/postgres", user, password);
    }

    private static boolean exists(Statement statement, String query) throws SQLException {
        try (ResultSet rows = statement.executeQuery(query)) {
            return rows.next();
        }
    }

    private static void require(Pattern pattern, String text) {
        if (!pattern.matcher(text).matches()) {
            throw new IllegalArgumentException("not allowed as a database, role or password here: " + text);
        }
    }

    @Override
    public String toString() {
        return user + "@" + host + ":" + port;
    }
}
