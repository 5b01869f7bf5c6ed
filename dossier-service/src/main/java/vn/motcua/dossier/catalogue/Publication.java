package vn.motcua.dossier.catalogue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import vn.motcua.dossier.events.CatalogueEntry;
import vn.motcua.dossier.events.CatalogueEntry.Agency;
import vn.motcua.dossier.events.CatalogueEntry.Procedure;

/**
 * What publishing does: the entries come to hold, and an open version of the same code before each is closed on the day before. A value; nothing is
 * written by making it.
 *
 * @param published the entries that are new, agencies with their paths
 * @param changed these and the versions that they close
 * @param faults that the catalogue would then have and does not have already; only without any may it be carried out
 */
record Publication(List<CatalogueEntry> published, List<CatalogueEntry> changed, List<CatalogueFault> faults) {

    /** @param holding everything that is published so far */
    static Publication of(List<CatalogueEntry> holding, List<CatalogueEntry> drafts) {
        Map<String, CatalogueEntry> all = new LinkedHashMap<>();
        holding.forEach(entry -> all.put(entry.key(), entry));
        List<CatalogueEntry> ordered = new ArrayList<>(drafts);
        ordered.sort(Comparator.comparing(CatalogueEntry::wireKind)
                .thenComparing(CatalogueEntry::code)
                .thenComparing(CatalogueEntry::version));
        Map<String, Integer> highestOf = new HashMap<>();
        holding.forEach(entry -> highestOf.merge(line(entry), entry.version(), Math::max));
        Faults faults = new Faults();
        Map<String, CatalogueEntry> changed = new LinkedHashMap<>();
        for (CatalogueEntry draft : ordered) {
            int highest = highestOf.getOrDefault(line(draft), 0);
            highestOf.put(line(draft), draft.version());
            faults.require(
                    draft.version() > highest,
                    draft,
                    "version",
                    "phiên bản " + highest + " đã công bố; phiên bản đã công bố không thay đổi",
                    "is not above the published version " + highest + ", and what is published never changes");
            closed(all, draft, highest).forEach(entry -> put(entry, all, changed));
            put(draft, all, changed);
        }
        List<CatalogueEntry> withPaths;
        try {
            withPaths = AgencyPaths.filled(changed.values(), all.values());
        } catch (InvalidCatalogue circle) {
            faults.require(
                    false, ordered.get(0), "parent", "cơ quan nằm trên chính nó", "leads to an agency above itself");
            return new Publication(List.of(), List.of(), faults.found());
        }
        withPaths.forEach(entry -> all.put(entry.key(), entry));
        List<CatalogueFault> found = new ArrayList<>(faults.found());
        // Where an earlier build left a contradiction behind, each publication may mend some of it, and none need mend
        // all.
        found.addAll(CatalogueRules.faultsBeyond(holding, List.copyOf(all.values())));
        Set<String> keys = drafts.stream().map(CatalogueEntry::key).collect(Collectors.toSet());
        return new Publication(
                withPaths.stream().filter(entry -> keys.contains(entry.key())).toList(), withPaths, found);
    }

    private static void put(
            CatalogueEntry entry, Map<String, CatalogueEntry> all, Map<String, CatalogueEntry> changed) {
        all.put(entry.key(), entry);
        changed.put(entry.key(), entry);
    }

    /** What the versions of one entry have in common. */
    private static String line(CatalogueEntry entry) {
        return entry.wireKind() + "|" + entry.code();
    }

    /** The version before, closed where it was open; what had an end keeps it. */
    private static List<CatalogueEntry> closed(Map<String, CatalogueEntry> all, CatalogueEntry draft, int highest) {
        CatalogueEntry before = all.get(line(draft) + "|" + highest);
        if (before instanceof Procedure open
                && open.validTo() == null
                && begins(((Procedure) draft).validFrom(), open.validFrom())) {
            return List.of(closed(open, ((Procedure) draft).validFrom().minusDays(1)));
        }
        if (before instanceof Agency open
                && open.validTo() == null
                && begins(((Agency) draft).validFrom(), open.validFrom())) {
            return List.of(closed(open, ((Agency) draft).validFrom().minusDays(1)));
        }
        return List.of();
    }

    private static boolean begins(LocalDate next, LocalDate before) {
        return next != null && next.isAfter(before);
    }

    static Procedure closed(Procedure open, LocalDate last) {
        return new Procedure(
                open.code(),
                open.version(),
                open.names(),
                open.sector(),
                open.sectorNames(),
                open.limit(),
                open.serviceLevel(),
                open.online(),
                open.immediate(),
                open.agencies(),
                open.components(),
                open.validFrom(),
                last,
                open.synthetic(),
                open.department(),
                open.fees(),
                open.workflow(),
                open.competences(),
                open.keeping());
    }

    static Agency closed(Agency open, LocalDate last) {
        return new Agency(
                open.code(),
                open.version(),
                open.names(),
                open.oneStopShop(),
                open.parent(),
                open.path(),
                open.level(),
                open.address(),
                open.phone(),
                open.district(),
                open.calendar(),
                open.validFrom(),
                last,
                open.synthetic(),
                open.type(),
                open.successor());
    }
}
