package vn.motcua.dossier.catalogue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.TreeMap;
import vn.motcua.dossier.calendar.LimitUnit;
import vn.motcua.dossier.calendar.TimeLimit;
import vn.motcua.dossier.calendar.WorkingCalendar;
import vn.motcua.dossier.events.CatalogueEntry;
import vn.motcua.dossier.events.CatalogueEntry.Agency;
import vn.motcua.dossier.events.CatalogueEntry.Procedure;
import vn.motcua.dossier.events.CatalogueEntry.Reason;

/**
 * What codes mean: agencies, procedures, reasons and calendars. Immutable, checked when made, safe to share; answers from memory only.
 * Of agencies, reasons and calendars the latest version holds; procedures are asked for by day or by version, because a dossier keeps the version
 * that was in force when it was handed in.
 */
public class Catalogue {

    private final List<CatalogueEntry> entries;
    private final Map<String, Agency> agencies = new TreeMap<>();
    private final Map<String, NavigableMap<Integer, Procedure>> procedures = new TreeMap<>();
    private final Map<String, Reason> reasons = new TreeMap<>();
    private final Map<String, CatalogueEntry.Calendar> calendars = new TreeMap<>();
    private final Map<String, WorkingCalendar> working = new HashMap<>();

    private Catalogue(List<CatalogueEntry> given) {
        List<CatalogueEntry> ordered = new ArrayList<>(given);
        ordered.sort(Comparator.comparing(CatalogueEntry::wireKind)
                .thenComparing(CatalogueEntry::code)
                .thenComparing(CatalogueEntry::version));
        entries = List.copyOf(ordered);
        // In rising order of versions: the later one takes the place of the earlier.
        for (CatalogueEntry entry : entries) {
            if (entry instanceof Agency agency) {
                agencies.put(agency.code(), agency);
            } else if (entry instanceof Procedure procedure) {
                procedures
                        .computeIfAbsent(procedure.code(), code -> new TreeMap<>())
                        .put(procedure.version(), procedure);
            } else if (entry instanceof Reason reason) {
                reasons.put(reason.code(), reason);
            } else if (entry instanceof CatalogueEntry.Calendar calendar) {
                calendars.put(calendar.code(), calendar);
                working.put(calendar.code(), Calendars.working(calendar));
            }
        }
    }

    /** @throws InvalidCatalogue when an entry is not well formed, or they contradict each other */
    public static Catalogue of(List<CatalogueEntry> entries) {
        CatalogueRules.check("catalogue", entries);
        return new Catalogue(entries);
    }

    /** The catalogue that this build brings along, whatever a database holds. */
    public static Catalogue shipped() {
        return of(CatalogueFiles.shipped().stream()
                .flatMap(file -> file.entries().stream())
                .toList());
    }

    public Optional<Agency> agency(String code) {
        return Optional.ofNullable(agencies.get(code));
    }

    /** The version in force on that day in Vietnam; empty for an unknown code and for a day outside its validity. */
    public Optional<Procedure> procedureOn(String code, LocalDate day) {
        return versions(code).descendingMap().values().stream()
                .filter(procedure -> !day.isBefore(procedure.validFrom())
                        && (procedure.validTo() == null || !day.isAfter(procedure.validTo())))
                .findFirst();
    }

    public Optional<Procedure> procedure(String code, int version) {
        return Optional.ofNullable(versions(code).get(version));
    }

    public Optional<Reason> reason(String code) {
        return Optional.ofNullable(reasons.get(code));
    }

    /** The limit of a procedure as the calendar counts it. */
    public TimeLimit limit(Procedure procedure) {
        return new TimeLimit(
                procedure.limit().amount(),
                LimitUnit.valueOf(procedure.limit().unit().name()));
    }

    /** The working time of an agency. @throws NoSuchElementException for an unknown agency */
    public WorkingCalendar calendar(String agency) {
        return working.get(known(agency).calendar());
    }

    /** Agency codes from the province down to this one. @throws NoSuchElementException for an unknown agency */
    public List<String> path(String agency) {
        return known(agency).path();
    }

    /** The latest version of each, by code. */
    public List<Agency> agencies() {
        return List.copyOf(agencies.values());
    }

    /** Every version, by code and version. */
    public List<Procedure> procedures() {
        return procedures.values().stream()
                .flatMap(versions -> versions.values().stream())
                .toList();
    }

    /** The latest version of each, by code. */
    public List<Reason> reasons() {
        return List.copyOf(reasons.values());
    }

    /** The latest version of each, by code. */
    public List<CatalogueEntry.Calendar> calendars() {
        return List.copyOf(calendars.values());
    }

    /** Everything, every version, by kind, code and version. */
    public List<CatalogueEntry> entries() {
        return entries;
    }

    private NavigableMap<Integer, Procedure> versions(String code) {
        return procedures.getOrDefault(code, new TreeMap<>());
    }

    private Agency known(String code) {
        return agency(code).orElseThrow(() -> new NoSuchElementException("no agency has the code " + code));
    }
}
