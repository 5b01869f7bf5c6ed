package vn.motcua.dossier.keeping;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import vn.motcua.dossier.testing.Tables;

/** What the database still says of a dossier in words or bytes, whichever table it stands in. */
final class Leftovers {

    private static final String COLUMNS = """
            select c.table_name, c.column_name, k.column_name
            from information_schema.columns c
            join information_schema.tables t on t.table_schema = c.table_schema and t.table_name = c.table_name and t.table_type = 'BASE TABLE'
            join information_schema.columns k on k.table_schema = c.table_schema and k.table_name = c.table_name and k.data_type = 'uuid'
            where c.table_schema = current_schema() and c.data_type in ('text', 'character varying', 'json', 'jsonb', 'bytea', 'ARRAY')
            order by 1, 2""";

    private Leftovers() {}

    /** {@code table.column} of each line {@code table: column column}; others say why. */
    static List<String> named(String lines) {
        return lines.lines()
                .filter(line -> !line.startsWith("//"))
                .flatMap(line -> Stream.of(line.substring(line.indexOf(':') + 2).split(" "))
                        .map(column -> line.substring(0, line.indexOf(':')) + "." + column))
                .toList();
    }

    /** {@code table.column} of each that is not empty in a row that names the dossier, by whichever of its columns. */
    static List<String> of(String dossier) {
        var found = new ArrayList<String>();
        for (var column : Tables.rows(COLUMNS)) {
            var filled = Tables.number(
                    "select count(*) from %s where %s = ?::uuid and %s::text not in ('', '[]', '{}', '\\x')"
                            .formatted(column.get(0), column.get(2), column.get(1)),
                    dossier);
            if (filled > 0) {
                found.add(column.get(0) + "." + column.get(1));
            }
        }
        return found.stream().distinct().toList();
    }
}
