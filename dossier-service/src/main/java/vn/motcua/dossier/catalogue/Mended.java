package vn.motcua.dossier.catalogue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import vn.motcua.dossier.events.CatalogueEntry;
import vn.motcua.dossier.events.CatalogueEntry.Agency;
import vn.motcua.dossier.events.CatalogueEntry.Procedure;

/**
 * What a database needs that holds a contradiction between what a data file brought and what an administrator published, as earlier builds left it
 * behind. The administrator's word stands. A value.
 *
 * @param removed entries of a file that never held anywhere and can only hold against what is published
 * @param closed entries of a file, closed on the day before the published version after them begins, as publishing it would have done
 * @param left what cannot be mended without knowing what held before: it holds as it is, and somebody has to decide
 */
record Mended(List<CatalogueEntry> removed, List<CatalogueEntry> closed, List<CatalogueFault> left) {

    static final Mended NOTHING = new Mended(List.of(), List.of(), List.of());

    /**
     * @param holding everything that is in the database
     * @param decided keys of what an administrator decided
     * @param stood whether an entry held at some time, so that dossiers may refer to it
     */
    static Mended of(List<CatalogueEntry> holding, Set<String> decided, Predicate<CatalogueEntry> stood) {
        Map<String, CatalogueEntry> all = new LinkedHashMap<>();
        holding.forEach(entry -> all.put(entry.key(), entry));
        List<CatalogueEntry> removed = new ArrayList<>();
        Map<String, CatalogueEntry> closed = new LinkedHashMap<>();
        while (true) {
            List<CatalogueFault> faults = CatalogueRules.faults("catalogue", List.copyOf(all.values()));
            boolean changed = false;
            for (CatalogueFault fault : faults) {
                CatalogueEntry entry = fault.entry();
                if (decided.contains(entry.key())) {
                    CatalogueEntry before = closedBefore(entry, all, decided);
                    if (before != null) {
                        all.put(before.key(), before);
                        closed.put(before.key(), before);
                        changed = true;
                    }
                } else if (!stood.test(entry) && all.remove(entry.key()) != null) {
                    closed.remove(entry.key());
                    removed.add(entry);
                    changed = true;
                }
            }
            if (!changed) {
                return new Mended(List.copyOf(removed), List.copyOf(closed.values()), faults);
            }
        }
    }

    boolean isNothing() {
        return removed.isEmpty() && closed.isEmpty() && left.isEmpty();
    }

    /** The file's version before a published one, as it ends when that begins; null where it ends in time or was decided too. */
    private static CatalogueEntry closedBefore(
            CatalogueEntry published, Map<String, CatalogueEntry> all, Set<String> decided) {
        CatalogueEntry before = all.values().stream()
                .filter(entry -> entry.wireKind().equals(published.wireKind())
                        && entry.code().equals(published.code())
                        && entry.version() < published.version())
                .max(Comparator.comparingInt(CatalogueEntry::version))
                .orElse(null);
        if (before == null || decided.contains(before.key())) {
            return null;
        }
        if (before instanceof Procedure old && overlaps(old.validFrom(), old.validTo(), first(published))) {
            return Publication.closed(old, first(published).minusDays(1));
        }
        if (before instanceof Agency old && overlaps(old.validFrom(), old.validTo(), first(published))) {
            return Publication.closed(old, first(published).minusDays(1));
        }
        return null;
    }

    private static boolean overlaps(LocalDate from, LocalDate to, LocalDate next) {
        return from.isBefore(next) && (to == null || !to.isBefore(next));
    }

    private static LocalDate first(CatalogueEntry entry) {
        return entry instanceof Agency agency ? agency.validFrom() : ((Procedure) entry).validFrom();
    }
}
