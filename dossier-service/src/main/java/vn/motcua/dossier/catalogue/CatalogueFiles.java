package vn.motcua.dossier.catalogue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import vn.motcua.dossier.events.CatalogueEntry;
import vn.motcua.dossier.events.EventFormat;

/**
 * Reads the data files. An entry may say in {@code versions} what differs from version to version, so that the rest stands once. The path of an
 * agency is not written down: it follows from the parents.
 */
final class CatalogueFiles {

    private static final ObjectMapper STRICT = Entries.STRICT;

    private static final String CALENDAR = "/vn/motcua/dossier/calendar/civil-servants.json";

    private CatalogueFiles() {}

    static List<CatalogueFile> shipped() {
        return List.of(
                read("calendars", CALENDAR),
                read("agencies", "/catalogue/agencies.json"),
                read("procedures", "/catalogue/procedures.json"),
                read("seeds", "/catalogue/seeds.json"),
                read("reasons", "/catalogue/reasons.json"));
    }

    private static CatalogueFile read(String name, String resource) {
        try (InputStream in = CatalogueFiles.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new InvalidCatalogue(resource, List.of("there is no such file"));
            }
            return parse(name, STRICT.readTree(in));
        } catch (IOException broken) {
            throw new InvalidCatalogue(resource, "it cannot be read as JSON", broken);
        }
    }

    static CatalogueFile parse(String name, JsonNode file) {
        if (name.equals("seeds")) {
            return seeds(file);
        }
        boolean calendar = name.equals("calendars");
        // The calendar's file is one entry, and its version is that of the file.
        int version = file.path(calendar ? "version" : "fileVersion").asInt();
        JsonNode entries = calendar ? STRICT.createArrayNode().add(file) : file.path(name);
        if (version < 1 || !entries.isArray() || entries.isEmpty()) {
            throw new InvalidCatalogue(name, List.of("a file has a version from 1 and entries in a list"));
        }
        List<CatalogueEntry> read = new ArrayList<>();
        for (JsonNode entry : spread(entries)) {
            read.add(entry(name, entry));
        }
        List<CatalogueEntry> filled = AgencyPaths.filled(read);
        return new CatalogueFile(name, version, digest(filled), filled);
    }

    private static CatalogueFile seeds(JsonNode file) {
        try {
            Seeds seeds = STRICT.treeToValue(file, Seeds.class);
            // Of the ranges, not of what they become: to tell that nothing changed, nothing has to be made.
            String digest = Digests.of(EventFormat.canonicalText(seeds));
            return new CatalogueFile("seeds", seeds.fileVersion(), digest, seeds::procedures);
        } catch (JsonProcessingException otherShape) {
            throw new InvalidCatalogue("seeds", otherShape.getOriginalMessage(), otherShape);
        }
    }

    private static String digest(List<CatalogueEntry> read) {
        return Digests.of(read.stream().map(EventFormat::canonicalText).collect(Collectors.joining("\n")));
    }

    private static ArrayNode spread(JsonNode entries) {
        ArrayNode all = STRICT.createArrayNode();
        for (JsonNode entry : entries) {
            ObjectNode shared = entry.deepCopy();
            JsonNode versions = shared.remove("versions");
            if (versions == null) {
                all.add(shared);
                continue;
            }
            versions.forEach(version -> all.add(shared.deepCopy().setAll((ObjectNode) version)));
        }
        return all;
    }

    private static CatalogueEntry entry(String file, JsonNode entry) {
        String where = file + " " + entry.path("code").asText("(no code)") + " version "
                + entry.path("version").asText("(none)");
        try {
            return Entries.of(named(file, entry));
        } catch (JsonProcessingException otherShape) {
            throw new InvalidCatalogue(where, otherShape.getOriginalMessage(), otherShape);
        }
    }

    private static JsonNode named(String file, JsonNode entry) {
        String kind = switch (file) {
            case "agencies" -> "AGENCY";
            case "procedures" -> "PROCEDURE";
            case "calendars" -> "CALENDAR";
            default -> "REASON";
        };
        return ((ObjectNode) entry.deepCopy()).put("kind", kind);
    }
}
