package vn.motcua.dossier.staff;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import vn.motcua.dossier.edge.Problem;
import vn.motcua.dossier.edge.ProblemType;

/**
 * A CSV file as office programs write it: UTF-8 with or without its mark, comma or semicolon, any line end, quotes around values. A line of the file is a
 * line of the list: no value of ours spans two, so that a quote that is never closed spoils its own line only.
 */
final class StaffFile {

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    /** @param number in the file, from 1 */
    record Line(int number, String text) {}

    private final CSVFormat format;
    private final List<StaffColumn> columns;
    private final List<Line> lines;

    private StaffFile(CSVFormat format, List<StaffColumn> columns, List<Line> lines) {
        this.format = format;
        this.columns = columns;
        this.lines = lines;
    }

    /** Reads the head. @throws Problem 422 if it is not the head of a staff list, or nothing follows */
    static StaffFile of(byte[] bytes) {
        var text = new String(bytes, StandardCharsets.UTF_8);
        if (!text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK) {
            text = text.substring(1);
        }
        var lines = new ArrayList<Line>();
        var number = 0;
        for (var line : text.split("\r\n|\n|\r", -1)) {
            number++;
            if (!line.isBlank()) {
                lines.add(new Line(number, line));
            }
        }
        if (lines.size() < 2) {
            throw bad(
                    "Cần một dòng tên cột và ít nhất một dòng.",
                    "A line of column names and at least one line follow.");
        }
        var head = lines.get(0).text();
        var format = CSVFormat.RFC4180
                .builder()
                .setDelimiter(separator(head))
                .setIgnoreSurroundingSpaces(true)
                .get();
        return new StaffFile(format, columns(format, head), List.copyOf(lines.subList(1, lines.size())));
    }

    /** All but the head and blank lines. */
    List<Line> lines() {
        return lines;
    }

    /** The values by column, without spaces around them; those that are empty are not there. @throws LineRefused if it is no line of this file */
    Map<StaffColumn, String> values(Line line) {
        var values = record(format, line.text());
        if (values == null) {
            throw new LineRefused(LineFault.NOT_CSV);
        }
        // Office programs write separators for empty columns at the end, or leave them out.
        var tooMany = values.size() > columns.size()
                && values.subList(columns.size(), values.size()).stream().anyMatch(value -> !value.isBlank());
        if (tooMany
                || values.size() < columns.size()
                        && columns.subList(values.size(), columns.size()).stream()
                                .anyMatch(StaffColumn::isRequired)) {
            throw new LineRefused(LineFault.WRONG_NUMBER_OF_VALUES);
        }
        var byColumn = new EnumMap<StaffColumn, String>(StaffColumn.class);
        for (int i = 0; i < Math.min(columns.size(), values.size()); i++) {
            if (!values.get(i).isBlank()) {
                byColumn.put(columns.get(i), values.get(i).strip());
            }
        }
        return byColumn;
    }

    private static char separator(String head) {
        var semicolons = head.chars().filter(c -> c == ';').count();
        return semicolons > head.chars().filter(c -> c == ',').count() ? ';' : ',';
    }

    private static List<StaffColumn> columns(CSVFormat format, String head) {
        var names = record(format, head);
        var columns = new ArrayList<StaffColumn>();
        for (var name : names == null ? List.<String>of() : names) {
            var column = StaffColumn.of(name)
                    .orElseThrow(() -> bad(
                            "Có cột lạ; các cột là: " + words() + ".",
                            "A column is unknown; they are: " + words() + "."));
            if (columns.contains(column)) {
                throw bad("Cột " + column.word() + " có hai lần.", "Column " + column.word() + " is there twice.");
            }
            columns.add(column);
        }
        for (var column : StaffColumn.values()) {
            if (column.isRequired() && !columns.contains(column)) {
                throw bad("Thiếu cột " + column.word() + ".", "Column " + column.word() + " is missing.");
            }
        }
        return columns;
    }

    /** Null if it is not CSV. */
    private static List<String> record(CSVFormat format, String line) {
        try (var parser = CSVParser.builder()
                .setFormat(format)
                .setReader(new StringReader(line))
                .get()) {
            var records = parser.getRecords();
            return records.size() == 1 ? records.get(0).toList() : null;
        } catch (IOException | UncheckedIOException notCsv) {
            return null;
        }
    }

    private static String words() {
        var words = new ArrayList<String>();
        for (var column : StaffColumn.values()) {
            words.add(column.word());
        }
        return String.join(", ", words);
    }

    private static Problem bad(String vietnamese, String english) {
        return Problem.of(ProblemType.RULE_VIOLATED).detail(vietnamese, english);
    }
}
