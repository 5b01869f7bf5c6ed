package vn.motcua.dossier.subscriber;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/** What tests look up in the database. */
@ApplicationScoped
class Database {

    private final DataSource source;

    Database(DataSource source) {
        this.source = source;
    }

    /** The sequences that took effect for a subject, in the order they did. */
    List<Long> effects(UUID subject) {
        return column("select sequence from effect where subject = '" + subject + "' order by position");
    }

    long number(String sql) {
        return column(sql).get(0);
    }

    List<Long> column(String sql) {
        return query(sql, rows -> rows.getLong(1));
    }

    List<String> texts(String sql) {
        return query(sql, rows -> rows.getString(1));
    }

    void execute(String sql) {
        try (var connection = source.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failed) {
            throw new IllegalStateException(sql, failed);
        }
    }

    private interface Read<T> {
        T from(ResultSet rows) throws SQLException;
    }

    private <T> List<T> query(String sql, Read<T> read) {
        try (var connection = source.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            var found = new ArrayList<T>();
            while (rows.next()) {
                found.add(read.from(rows));
            }
            return found;
        } catch (SQLException failed) {
            throw new IllegalStateException(sql, failed);
        }
    }
}
