package vn.motcua.dossier.catalogue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import vn.motcua.dossier.catalogue.CatalogueKind.Column;
import vn.motcua.dossier.edge.Problem;
import vn.motcua.dossier.edge.ProblemType;
import vn.motcua.dossier.events.CatalogueEntry;
import vn.motcua.dossier.events.EventFormat;

/**
 * Entries of one kind as a table (RFC 4180, UTF-8). Written with a byte order mark, without which spreadsheets garble Vietnamese; read with or
 * without, with commas or, as spreadsheets in Vietnam write them, semicolons. An empty cell is a field that is absent.
 */
final class CatalogueCsv {

    private static final CsvMapper CSV = CsvMapper.builder()
            .enable(CsvParser.Feature.SKIP_EMPTY_LINES)
            .enable(CsvParser.Feature.FAIL_ON_MISSING_COLUMNS)
            .build();
    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final int LONGEST_HEADER = 4_096;

    private CatalogueCsv() {}

    static String write(CatalogueKind kind, List<? extends CatalogueEntry> entries) {
        CsvSchema.Builder schema = CsvSchema.builder();
        kind.columns().forEach(column -> schema.addColumn(column.name()));
        List<Map<String, String>> rows = new ArrayList<>();
        for (CatalogueEntry entry : entries) {
            JsonNode tree = EventFormat.mapper().valueToTree(entry);
            Map<String, String> row = new LinkedHashMap<>();
            kind.columns().forEach(column -> row.put(column.name(), cell(tree, column)));
            rows.add(row);
        }
        try {
            return BYTE_ORDER_MARK
                    + CSV.writer(schema.build().withHeader().withLineSeparator("\r\n"))
                            .writeValueAsString(rows);
        } catch (JsonProcessingException bug) {
            throw new IllegalStateException(bug);
        }
    }

    private static String cell(JsonNode entry, Column column) {
        JsonNode value = entry;
        for (String field : column.path()) {
            value = value.path(field);
        }
        if (value.isMissingNode() || value.isNull()) {
            return "";
        }
        return switch (column.cell()) {
            case JSON -> EventFormat.canonicalText(value);
            case WORDS -> value.isEmpty() ? "[]" : words(value);
            case TEXT, NUMBER, FLAG -> value.asText();
        };
    }

    private static String words(JsonNode list) {
        List<String> words = new ArrayList<>();
        list.forEach(word -> words.add(word.asText()));
        return String.join(" ", words);
    }

    /** Takes the rows one after the other. */
    interface Rows {
        /** @param fault why the row is no entry; null where it is */
        void row(JsonNode entry, String fault);
    }

    /**
     * Reads to the end.
     *
     * @throws Problem 400 when the header names a column twice or one that the kind does not have, or the body is no table in UTF-8
     */
    static void read(CatalogueKind kind, InputStream body, Rows rows) throws IOException {
        BufferedReader text = new BufferedReader(
                new InputStreamReader(
                        body,
                        StandardCharsets.UTF_8
                                .newDecoder()
                                .onMalformedInput(CodingErrorAction.REPORT)
                                .onUnmappableCharacter(CodingErrorAction.REPORT)),
                LONGEST_HEADER);
        try {
            CsvSchema form = CsvSchema.emptySchema().withHeader().withColumnSeparator(separator(text));
            MappingIterator<Map<String, String>> found =
                    CSV.readerForMapOf(String.class).with(form).readValues(text);
            boolean any = found.hasNextValue();
            requireHeader(kind, (CsvSchema) found.getParser().getSchema());
            while (any) {
                row(kind, found.nextValue(), rows);
                any = found.hasNextValue();
            }
        } catch (JsonProcessingException | java.nio.charset.CharacterCodingException broken) {
            throw Problem.of(ProblemType.MALFORMED)
                    .pointer(
                            "",
                            "Nội dung không phải bảng CSV mã UTF-8 đúng dạng.",
                            "The body is no well-formed CSV table in UTF-8.");
        }
    }

    /** The separator is the one that stands in the header; the mark before it is skipped. */
    private static char separator(BufferedReader text) throws IOException {
        text.mark(LONGEST_HEADER);
        if (text.read() != BYTE_ORDER_MARK.charAt(0)) {
            text.reset();
        }
        text.mark(LONGEST_HEADER);
        char separator = ',';
        int read = 0;
        for (int one = text.read(); one >= 0 && one != '\n' && ++read < LONGEST_HEADER; one = text.read()) {
            if (one == ',' || one == ';') {
                separator = (char) one;
                break;
            }
        }
        text.reset();
        return separator;
    }

    private static void requireHeader(CatalogueKind kind, CsvSchema header) {
        List<String> known = kind.columns().stream().map(Column::name).toList();
        List<String> given = header.getColumnNames();
        List<String> strange =
                given.stream().filter(name -> !known.contains(name)).toList();
        if (!strange.isEmpty() || given.isEmpty() || given.stream().distinct().count() != given.size()) {
            String columns = known.stream().collect(Collectors.joining(", "));
            throw Problem.of(ProblemType.MALFORMED)
                    .pointer(
                            "",
                            "Dòng đầu phải là tên các cột, mỗi cột một lần, trong số: " + columns + ".",
                            "The first line names the columns, each once, among: " + columns + ".");
        }
    }

    private static void row(CatalogueKind kind, Map<String, String> cells, Rows rows) {
        ObjectNode entry = Entries.STRICT.createObjectNode().put("kind", kind.wireKind());
        for (Column column : kind.columns()) {
            String text = cells.get(column.name());
            if (text == null || text.isEmpty()) {
                continue;
            }
            JsonNode value;
            try {
                value = value(column, text);
            } catch (JsonProcessingException | IllegalArgumentException unfit) {
                rows.row(entry, column.name() + " is no " + column.cell());
                return;
            }
            ObjectNode at = entry;
            for (String field : column.path().subList(0, column.path().size() - 1)) {
                at = at.withObject("/" + field);
            }
            at.set(column.path().get(column.path().size() - 1), value);
        }
        rows.row(entry, null);
    }

    private static JsonNode value(Column column, String text) throws JsonProcessingException {
        return switch (column.cell()) {
            case TEXT -> Entries.STRICT.getNodeFactory().textNode(text);
            case NUMBER -> Entries.STRICT.getNodeFactory().numberNode(Integer.parseInt(text.strip()));
            case FLAG -> Entries.STRICT.getNodeFactory().booleanNode(flag(text.strip()));
            case WORDS -> list(text.strip());
            case JSON -> Entries.STRICT.readTree(text);
        };
    }

    private static boolean flag(String text) {
        // Spreadsheets write TRUE.
        if (text.equalsIgnoreCase("true") || text.equalsIgnoreCase("false")) {
            return Boolean.parseBoolean(text);
        }
        throw new IllegalArgumentException();
    }

    private static ArrayNode list(String text) {
        ArrayNode words = Entries.STRICT.createArrayNode();
        if (!text.equals("[]")) {
            for (String word : text.split("\\s+")) {
                words.add(word);
            }
        }
        return words;
    }
}
