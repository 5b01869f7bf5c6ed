package vn.motcua.dossier.casework;

import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Tuple;
import java.lang.reflect.Array;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Rows that go into one statement as one array per column: {@code from unnest($1::uuid[], …) as asked (id, …)}. The description names each
 * column and its type once: {@code id uuid, sequence bigint}.
 */
final class Bindings {

    private final List<String> names = new ArrayList<>();
    private final List<String> types = new ArrayList<>();

    Bindings(String description) {
        for (var column : description.split(",")) {
            var words = column.strip().split("\\s+");
            names.add(words[0]);
            types.add(words[1]);
        }
    }

    /** The relation of all rows, as it stands after {@code from}; {@code place} numbers them from 1. */
    String relation() {
        var arrays = IntStream.range(0, names.size())
                .mapToObj(i -> "$" + (i + 1) + "::" + types.get(i) + "[]")
                .collect(Collectors.joining(", "));
        return "unnest(" + arrays + ") with ordinality as asked (" + String.join(", ", names) + ", place)";
    }

    /** The parameters: each row's values in the order of the description. */
    Tuple tuple(List<List<Object>> rows) {
        var columns = new ArrayList<Object>(names.size());
        for (int i = 0; i < names.size(); i++) {
            var column = Array.newInstance(javaType(types.get(i)), rows.size());
            for (int row = 0; row < rows.size(); row++) {
                Array.set(column, row, rows.get(row).get(i));
            }
            columns.add(column);
        }
        return Tuple.from(columns);
    }

    private static Class<?> javaType(String type) {
        return switch (type) {
            case "uuid" -> UUID.class;
            case "text" -> String.class;
            case "bigint" -> Long.class;
            case "int" -> Integer.class;
            case "boolean" -> Boolean.class;
            case "timestamptz" -> OffsetDateTime.class;
            case "date" -> LocalDate.class;
            case "bytea" -> Buffer.class;
            default -> throw new IllegalArgumentException("no array of " + type);
        };
    }

    /** A row. */
    static List<Object> row(Object... values) {
        return Arrays.asList(values);
    }

    static String word(Enum<?> word) {
        return word == null ? null : word.name();
    }

    static OffsetDateTime utc(Instant at) {
        return at == null ? null : at.atOffset(ZoneOffset.UTC);
    }
}
