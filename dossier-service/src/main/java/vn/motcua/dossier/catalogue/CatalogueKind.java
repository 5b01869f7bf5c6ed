package vn.motcua.dossier.catalogue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The kinds of entries as addresses name them, and the columns of each as a table. */
enum CatalogueKind {
    AGENCIES(
            "AGENCY",
            "code version:n names.vi names.en oneStopShop.vi oneStopShop.en parent level:n type address phone district calendar"
                    + " validFrom validTo successor synthetic:f"),
    PROCEDURES(
            "PROCEDURE",
            "code version:n names.vi names.en sector sectorNames.vi sectorNames.en limit.amount:n limit.unit serviceLevel online:f"
                    + " immediate:f department agencies:w competences:j components:j fees:j workflow:j keeping:j validFrom validTo synthetic:f"),
    REASONS("REASON", "code version:n purpose names.vi names.en"),
    CALENDARS("CALENDAR", "code version:n zone sessions:j years:j"),
    OVERRIDES("OVERRIDE", "code version:n agency date worked:f reason.vi reason.en document sessions:j");

    /** What stands in a cell. */
    enum Cell {
        TEXT,
        NUMBER,
        FLAG,
        /** Words with a space between; {@code []} where there are none. */
        WORDS,
        JSON
    }

    /** @param path names of the fields that lead to the value */
    record Column(String name, List<String> path, Cell cell) {}

    private final String wireKind;
    private final List<Column> columns;

    CatalogueKind(String wireKind, String columns) {
        this.wireKind = wireKind;
        this.columns =
                Arrays.stream(columns.split(" ")).map(CatalogueKind::column).toList();
    }

    String wireKind() {
        return wireKind;
    }

    List<Column> columns() {
        return columns;
    }

    /** By the name in addresses: {@code agencies}. */
    static Optional<CatalogueKind> named(String name) {
        return Arrays.stream(values()).filter(kind -> kind.word().equals(name)).findFirst();
    }

    static String words() {
        return Arrays.stream(values()).map(CatalogueKind::word).collect(Collectors.joining(", "));
    }

    private String word() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    private static Column column(String text) {
        String[] parts = text.split(":");
        Cell cell = parts.length == 1
                ? Cell.TEXT
                : switch (parts[1]) {
                    case "n" -> Cell.NUMBER;
                    case "f" -> Cell.FLAG;
                    case "w" -> Cell.WORDS;
                    default -> Cell.JSON;
                };
        return new Column(parts[0], List.of(parts[0].split("\\.")), cell);
    }
}
