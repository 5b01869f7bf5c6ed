package vn.motcua.local;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** One database and the role that owns it. The password is never part of {@link #toString()}. */
public record LocalDatabase(String host, int port, String name, String role, String password) {

    /** For JDBC, without credentials. */
    public String jdbcUrl() {
        return "jdbc:postgresql://" + host + ":" + port + "/" + name;
    }

    /** For the reactive client, without credentials. */
    public String reactiveUrl() {
        return "postgresql://" + host + ":" + port + "/" + name;
    }

    /** A new connection as the owning role; the caller closes it. */
    public Connection connect() throws SQLException {
        return DriverManager.getConnection(jdbcUrl(), role, password);
    }

    @Override
    public String toString() {
        return role + "@" + host + ":" + port + "/" + name;
    }
}
