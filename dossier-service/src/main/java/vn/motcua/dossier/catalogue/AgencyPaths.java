package vn.motcua.dossier.catalogue;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import vn.motcua.dossier.events.CatalogueEntry;
import vn.motcua.dossier.events.CatalogueEntry.Agency;

/** The path of an agency need not be written down: it follows from the parents on its first day. */
final class AgencyPaths {

    private AgencyPaths() {}

    /**
     * The same entries, agencies without a path with theirs.
     *
     * @param others where parents may be besides the entries themselves
     * @throws InvalidCatalogue when an agency is above itself
     */
    static List<CatalogueEntry> filled(
            Collection<CatalogueEntry> entries, Collection<? extends CatalogueEntry> others) {
        Versions<Agency> agencies = new Versions<>(Agency::validFrom, Agency::validTo);
        others.forEach(entry -> put(agencies, entry));
        entries.forEach(entry -> put(agencies, entry));
        List<CatalogueEntry> filled = new ArrayList<>();
        for (CatalogueEntry entry : entries) {
            filled.add(
                    entry instanceof Agency agency && agency.path() == null
                            ? withPath(agency, path(agency, agencies))
                            : entry);
        }
        return filled;
    }

    static List<CatalogueEntry> filled(Collection<CatalogueEntry> entries) {
        return filled(entries, List.of());
    }

    private static void put(Versions<Agency> agencies, CatalogueEntry entry) {
        if (entry instanceof Agency agency && agency.code() != null && agency.validFrom() != null) {
            agencies.put(agency.code(), agency.version(), agency);
        }
    }

    private static List<String> path(Agency agency, Versions<Agency> agencies) {
        Set<String> upwards = new LinkedHashSet<>();
        Agency at = agency;
        while (at != null) {
            if (!upwards.add(String.valueOf(at.code()))) {
                throw new InvalidCatalogue("agencies", List.of("agency " + agency.code() + " is above itself"));
            }
            String parent = at.parent();
            Agency above = parent == null || agency.validFrom() == null
                    ? null
                    : agencies.on(parent, agency.validFrom())
                            .or(() -> agencies.latest(parent))
                            .orElse(null);
            if (above == null && parent != null) {
                upwards.add(parent);
            }
            at = above;
        }
        List<String> path = new ArrayList<>(upwards);
        Collections.reverse(path);
        return path;
    }

    private static Agency withPath(Agency agency, List<String> path) {
        return new Agency(
                agency.code(),
                agency.version(),
                agency.names(),
                agency.oneStopShop(),
                agency.parent(),
                path,
                agency.level(),
                agency.address(),
                agency.phone(),
                agency.district(),
                agency.calendar(),
                agency.validFrom(),
                agency.validTo(),
                agency.synthetic(),
                agency.type(),
                agency.successor());
    }
}
