package vn.motcua.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The service's own statements, taken from its classes, so that nobody has to keep a copy true. */
final class OwnStatements {

    private static final Pattern PLACE = Pattern.compile("\\$(\\d+)");

    private OwnStatements() {}

    /** The text of a statement by the class and the name of its constant. */
    static String text(String className, String constant) {
        try {
            var field = Class.forName(className).getDeclaredField(constant);
            field.setAccessible(true);
            return (String) field.get(null);
        } catch (ReflectiveOperationException moved) {
            throw new IllegalStateException(className + "." + constant + " is not there any more", moved);
        }
    }

    /** A statement with numbered places, prepared for a driver that only knows places in order. */
    record Prepared(PreparedStatement statement, List<Integer> places) implements AutoCloseable {

        static Prepared of(Connection connection, String text) throws SQLException {
            var places = new ArrayList<Integer>();
            var matcher = PLACE.matcher(text);
            while (matcher.find()) {
                places.add(Integer.parseInt(matcher.group(1)));
            }
            return new Prepared(connection.prepareStatement(matcher.replaceAll("?")), places);
        }

        /** Fills in the values, the first of them at $1. */
        PreparedStatement with(Object[] values) throws SQLException {
            for (int i = 0; i < places.size(); i++) {
                statement.setObject(i + 1, values[places.get(i) - 1]);
            }
            return statement;
        }

        @Override
        public void close() throws SQLException {
            statement.close();
        }
    }
}
