package vn.motcua.dossier.catalogue;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import vn.motcua.dossier.edge.Problem;
import vn.motcua.dossier.edge.ProblemType;
import vn.motcua.dossier.events.CatalogueEntry;

/** The body of an import as it came: entries, and what was none. */
final class ImportedLines {

    /**
     * One of them.
     *
     * @param entry null where it is none
     * @param fault why; null otherwise
     */
    record Line(JsonNode given, CatalogueEntry entry, String fault) {}

    private static final int LONGEST_FAULT = 300;

    private final int most;
    private final List<Line> lines = new ArrayList<>();

    private ImportedLines(int most) {
        this.most = most;
    }

    /** Reads {@code {"items": […]}} or a list. @throws Problem 400 when the body is neither, 413 beyond the limit */
    static List<Line> json(InputStream body, int most) throws IOException {
        ImportedLines all = new ImportedLines(most);
        try (JsonParser parser = Entries.STRICT.createParser(body)) {
            JsonToken first = parser.nextToken();
            if (first == JsonToken.START_OBJECT && "items".equals(parser.nextFieldName())) {
                parser.nextToken();
            }
            if (parser.currentToken() != JsonToken.START_ARRAY) {
                throw noList();
            }
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                if (parser.currentToken() == null) {
                    throw noList();
                }
                all.add(parser.readValueAsTree(), null);
            }
            if (first == JsonToken.START_OBJECT && parser.nextToken() != JsonToken.END_OBJECT) {
                throw noList();
            }
            if (parser.nextToken() != null) {
                throw noList();
            }
        } catch (JsonProcessingException broken) {
            throw noList();
        }
        return all.lines;
    }

    /** Reads a table. @throws Problem 400 when the body is none, 413 beyond the limit */
    static List<Line> csv(CatalogueKind kind, InputStream body, int most) throws IOException {
        ImportedLines all = new ImportedLines(most);
        CatalogueCsv.read(kind, body, all::add);
        return all.lines;
    }

    private void add(JsonNode given, String fault) {
        if (lines.size() >= most) {
            throw Problem.of(ProblemType.TOO_LARGE)
                    .detail("Tối đa " + most + " mục mỗi lần nhập.", "An import has at most " + most + " entries.");
        }
        if (fault != null) {
            lines.add(new Line(given, null, fault));
            return;
        }
        try {
            CatalogueEntry entry = Entries.of(given);
            if (entry == null || given.toString().contains("\\u0000")) {
                lines.add(new Line(given, null, "it holds what cannot be stored"));
                return;
            }
            DraftDesk.requireWellFormed(entry);
            lines.add(new Line(given, entry, null));
        } catch (JsonProcessingException otherShape) {
            lines.add(new Line(given, null, brief(place(otherShape) + otherShape.getOriginalMessage())));
        } catch (Problem notWellFormed) {
            lines.add(new Line(given, null, "its code, version or size cannot be stored"));
        }
    }

    /** The fields that lead to what does not fit, with a colon behind. */
    private static String place(JsonProcessingException otherShape) {
        if (!(otherShape instanceof JsonMappingException mapping)
                || mapping.getPath().isEmpty()) {
            return "";
        }
        return mapping.getPath().stream()
                .map(at -> at.getFieldName() == null ? Integer.toString(at.getIndex()) : at.getFieldName())
                .collect(Collectors.joining(".", "", ": "));
    }

    private static String brief(String message) {
        String line = message.lines().findFirst().orElse("");
        return line.length() <= LONGEST_FAULT ? line : line.substring(0, LONGEST_FAULT);
    }

    private static Problem noList() {
        return Problem.of(ProblemType.MALFORMED)
                .pointer(
                        "",
                        "Cần một danh sách JSON, hoặc {\"items\": […]} như khi xuất.",
                        "A JSON list is expected, or {\"items\": […]} as exported.");
    }
}
