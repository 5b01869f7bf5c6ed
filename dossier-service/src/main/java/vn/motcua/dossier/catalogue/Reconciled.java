package vn.motcua.dossier.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import vn.motcua.dossier.events.CatalogueEntry;
import vn.motcua.dossier.events.EventFormat;

/**
 * A data file beside what holds. What an administrator decided stands, and so does whatever else a file may say only by contradicting it. A value.
 *
 * @param taken what of the file comes to hold
 * @param differences what does not
 */
record Reconciled(List<CatalogueEntry> taken, List<Difference> differences) {

    /** The field by which an entry that does not hold at all is told from one that holds otherwise. */
    static final String WHOLE = "version";

    /** An entry that a file has otherwise than it holds. @param fields that differ, in order of their names; {@value #WHOLE} alone where no such version holds */
    record Difference(CatalogueEntry entry, Set<String> fields) {}

    /**
     * @param holding everything that is published; what contradicts itself in there already is not the file's fault
     * @param decided keys of what an administrator decided
     */
    static Reconciled of(List<CatalogueEntry> holding, Set<String> decided, List<CatalogueEntry> file) {
        Map<String, CatalogueEntry> held = new LinkedHashMap<>();
        holding.forEach(entry -> held.put(entry.key(), entry));
        List<CatalogueEntry> taken = new ArrayList<>(file);
        taken.removeIf(entry -> decided.contains(entry.key()) && held.containsKey(entry.key()));
        leaveOutWhatContradicts(held, taken);
        Set<String> kept = taken.stream().map(CatalogueEntry::key).collect(Collectors.toSet());
        List<Difference> differences = file.stream()
                .filter(entry -> !kept.contains(entry.key()))
                .map(entry -> new Difference(entry, fields(held.get(entry.key()), entry)))
                .filter(difference -> !difference.fields().isEmpty())
                .toList();
        return new Reconciled(List.copyOf(taken), differences);
    }

    /** All versions of an entry that is at fault, again and again; everything, where the fault lies elsewhere. Ends: each round leaves out some. */
    private static void leaveOutWhatContradicts(Map<String, CatalogueEntry> held, List<CatalogueEntry> taken) {
        List<CatalogueEntry> holding = List.copyOf(held.values());
        while (!taken.isEmpty()) {
            Map<String, CatalogueEntry> both = new LinkedHashMap<>(held);
            taken.forEach(entry -> both.put(entry.key(), entry));
            Set<String> atFault = CatalogueRules.faultsBeyond(holding, List.copyOf(both.values())).stream()
                    .map(fault -> line(fault.entry()))
                    .collect(Collectors.toSet());
            if (atFault.isEmpty()) {
                return;
            }
            if (!taken.removeIf(entry -> atFault.contains(line(entry)))) {
                taken.clear();
            }
        }
    }

    private static String line(CatalogueEntry entry) {
        return entry.wireKind() + "|" + entry.code();
    }

    private static Set<String> fields(CatalogueEntry held, CatalogueEntry other) {
        if (held == null) {
            return Set.of(WHOLE);
        }
        JsonNode one = EventFormat.mapper().valueToTree(held);
        JsonNode two = EventFormat.mapper().valueToTree(other);
        Set<String> names = new TreeSet<>();
        one.fieldNames().forEachRemaining(names::add);
        two.fieldNames().forEachRemaining(names::add);
        names.removeIf(name -> Objects.equals(one.get(name), two.get(name)));
        return names;
    }
}
