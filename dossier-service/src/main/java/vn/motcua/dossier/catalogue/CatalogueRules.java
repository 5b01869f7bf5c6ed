package vn.motcua.dossier.catalogue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import vn.motcua.dossier.calendar.LimitUnit;
import vn.motcua.dossier.calendar.TimeLimit;
import vn.motcua.dossier.events.CatalogueEntry;
import vn.motcua.dossier.events.CatalogueEntry.Agency;
import vn.motcua.dossier.events.CatalogueEntry.Names;
import vn.motcua.dossier.events.CatalogueEntry.Procedure;
import vn.motcua.dossier.events.CatalogueEntry.Reason;
import vn.motcua.dossier.events.Limit;

/** What must hold of a catalogue. All faults are gathered, so that whoever mends a file mends it once. */
final class CatalogueRules {

    // Source: Decision 20/2020/QĐ-TTg (agencies); procedures by the national database's id.
    private static final Pattern AGENCY = Pattern.compile("[A-Y]\\d{2}(\\.[A-Z0-9]+)*");
    private static final int LONGEST_AGENCY = 35;
    private static final Pattern PROCEDURE = Pattern.compile("[1-3]\\.\\d{6}");
    private static final Pattern REASON = Pattern.compile("[A-Z][A-Z0-9_]{0,63}");
    private static final Set<String> LEVELS = Set.of("1", "2", "3", "4", "PARTIAL", "FULL");
    private static final Set<String> ONLINE_LEVELS = Set.of("3", "4", "PARTIAL", "FULL");
    private static final Set<String> PURPOSES = Set.of("REFUSAL", "DENIAL", "WITHDRAWAL");
    private static final int LONGEST_NAME = 500;
    private static final int MOST_ENTRIES = 20_000;

    private final List<String> faults = new ArrayList<>();
    private final Map<String, Agency> agencies = new HashMap<>();
    private final Set<String> calendars = new HashSet<>();

    private CatalogueRules() {}

    /** @throws InvalidCatalogue naming every fault */
    static void check(String where, List<CatalogueEntry> entries) {
        CatalogueRules rules = new CatalogueRules();
        rules.judge(entries);
        if (!rules.faults.isEmpty()) {
            throw new InvalidCatalogue(where, rules.faults);
        }
    }

    private void judge(List<CatalogueEntry> entries) {
        if (entries.size() > MOST_ENTRIES) {
            faults.add(entries.size() + " entries are more than the " + MOST_ENTRIES + " allowed");
            return;
        }
        Set<String> keys = new HashSet<>();
        for (CatalogueEntry entry : entries) {
            require(keys.add(entry.key()), entry, "stands twice");
            require(entry.version() >= 1, entry, "needs a version from 1");
            if (entry instanceof Agency agency) {
                agencies.put(agency.code(), agency);
            } else if (entry instanceof CatalogueEntry.Calendar calendar) {
                calendars.add(calendar.code());
            }
        }
        for (CatalogueEntry entry : entries) {
            if (entry instanceof Agency agency) {
                judge(agency);
            } else if (entry instanceof Procedure procedure) {
                judge(procedure);
            } else if (entry instanceof Reason reason) {
                judge(reason);
            } else if (entry instanceof CatalogueEntry.Calendar calendar) {
                judge(calendar);
            }
        }
        judgeSuccession(entries);
    }

    private void judge(Agency agency) {
        require(
                agency.code() != null
                        && agency.code().length() <= LONGEST_AGENCY
                        && AGENCY.matcher(agency.code()).matches(),
                agency,
                "has a code that is no agency code (Decision 20/2020/QĐ-TTg)");
        names(agency, agency.names());
        names(agency, agency.oneStopShop());
        require(agency.address() != null && !agency.address().isBlank(), agency, "needs the address of its counter");
        require(agency.phone() != null && !agency.phone().isBlank(), agency, "needs the telephone of its counter");
        require(calendars.contains(agency.calendar()), agency, "names the unknown calendar " + agency.calendar());
        validity(agency, agency.validFrom(), agency.validTo());
        Agency parent = agencies.get(agency.parent());
        require(agency.parent() == null || parent != null, agency, "has the unknown parent " + agency.parent());
        if (agency.parent() != null && parent != null) {
            List<String> path = new ArrayList<>(parent.path());
            path.add(agency.code());
            require(path.equals(agency.path()), agency, "has a path that does not follow from its parent");
            require(agency.code().startsWith(parent.code() + "."), agency, "has a code that is not below its parent's");
        }
    }

    private void judge(Procedure procedure) {
        require(
                procedure.code() != null && PROCEDURE.matcher(procedure.code()).matches(),
                procedure,
                "has a code that is no national id (d.dddddd)");
        names(procedure, procedure.names());
        names(procedure, procedure.sectorNames());
        require(procedure.sector() != null && !procedure.sector().isBlank(), procedure, "needs a sector");
        require(countable(procedure.limit()), procedure, "has no limit that can be counted");
        require(LEVELS.contains(String.valueOf(procedure.serviceLevel())), procedure, "has an unknown service level");
        require(
                !procedure.online() || ONLINE_LEVELS.contains(String.valueOf(procedure.serviceLevel())),
                procedure,
                "is online at level " + procedure.serviceLevel());
        validity(procedure, procedure.validFrom(), procedure.validTo());
        List<String> competent = procedure.agencies() == null ? List.of() : procedure.agencies();
        require(!competent.isEmpty(), procedure, "needs a competent agency");
        competent.stream()
                .filter(code -> !agencies.containsKey(code))
                .forEach(code -> require(false, procedure, "names the unknown agency " + code));
        components(procedure);
    }

    private void components(Procedure procedure) {
        if (procedure.components() == null || procedure.components().isEmpty()) {
            require(false, procedure, "needs components");
            return;
        }
        Set<String> codes = new HashSet<>();
        for (CatalogueEntry.Component component : procedure.components()) {
            String name = "component " + component.code();
            require(codes.add(component.code()), procedure, "has " + name + " twice");
            require(
                    component.originals() >= 0
                            && component.copies() >= 0
                            && component.originals() + component.copies() >= 1,
                    procedure,
                    "has " + name + " with neither original nor copy");
            names(procedure, component.names());
        }
    }

    private void judge(Reason reason) {
        require(
                reason.code() != null && REASON.matcher(reason.code()).matches(),
                reason,
                "has a code that is not in CAPITALS");
        require(PURPOSES.contains(String.valueOf(reason.purpose())), reason, "has an unknown purpose");
        names(reason, reason.names());
    }

    private void judge(CatalogueEntry.Calendar calendar) {
        try {
            Calendars.working(calendar);
        } catch (RuntimeException refused) {
            require(false, calendar, "is no calendar: " + refused.getMessage());
        }
    }

    /** Versions of one procedure rise with time and never hold on the same day; a reason keeps one purpose for ever. */
    private void judgeSuccession(List<CatalogueEntry> entries) {
        Map<String, TreeMap<Integer, Procedure>> versions = entries.stream()
                .filter(Procedure.class::isInstance)
                .map(Procedure.class::cast)
                .filter(procedure -> procedure.validFrom() != null)
                .collect(Collectors.groupingBy(
                        Procedure::code,
                        Collectors.toMap(Procedure::version, Function.identity(), (one, other) -> one, TreeMap::new)));
        versions.values().forEach(ofOne -> {
            Procedure before = null;
            for (Procedure next : ofOne.values()) {
                if (before != null) {
                    LocalDate last = before.validTo();
                    require(
                            last != null && last.isBefore(next.validFrom()),
                            next,
                            "begins before version " + before.version() + " has ended");
                }
                before = next;
            }
        });
    }

    private static boolean countable(Limit limit) {
        if (limit == null || limit.unit() == null || limit.unit() == Limit.Unit.UNKNOWN) {
            return false;
        }
        return limit.unit() == Limit.Unit.NONE
                ? limit.amount() == 0
                : limit.amount() >= 1
                        && limit.amount() <= TimeLimit.MOST
                        && LimitUnit.valueOf(limit.unit().name()) != LimitUnit.NONE;
    }

    private void names(CatalogueEntry entry, Names names) {
        require(
                names != null && named(names.vi()) && named(names.en()),
                entry,
                "needs names in Vietnamese and English");
    }

    private static boolean named(String name) {
        return name != null && !name.isBlank() && name.length() <= LONGEST_NAME;
    }

    private void validity(CatalogueEntry entry, LocalDate from, LocalDate to) {
        require(from != null, entry, "needs a first day of validity");
        require(from == null || to == null || !to.isBefore(from), entry, "ends before it begins");
    }

    private void require(boolean so, CatalogueEntry entry, String otherwise) {
        if (!so) {
            faults.add(entry.wireKind().toLowerCase(java.util.Locale.ROOT) + " " + entry.code() + " version "
                    + entry.version() + " " + otherwise);
        }
    }
}
