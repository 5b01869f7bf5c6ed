package vn.motcua.dossier.catalogue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.TreeMap;
import vn.motcua.dossier.calendar.LimitUnit;
import vn.motcua.dossier.calendar.TimeLimit;
import vn.motcua.dossier.calendar.WorkingCalendar;
import vn.motcua.dossier.events.CatalogueEntry;
import vn.motcua.dossier.events.CatalogueEntry.Agency;
import vn.motcua.dossier.events.CatalogueEntry.CalendarOverride;
import vn.motcua.dossier.events.CatalogueEntry.Procedure;
import vn.motcua.dossier.events.CatalogueEntry.Reason;

/**
 * What codes mean: agencies, procedures, reasons and calendars. Immutable, checked when made, safe to share; answers from memory only. Agencies and
 * procedures are asked for by day or by version, because they change and a dossier keeps the version that was in force when it was accepted; of
 * reasons, calendars and overrides the latest version holds.
 */
public class Catalogue {

    private final List<CatalogueEntry> entries;
    private final Versions<Agency> agencies = new Versions<>(Agency::validFrom, Agency::validTo);
    private final Versions<Procedure> procedures = new Versions<>(Procedure::validFrom, Procedure::validTo);
    private final Map<String, Reason> reasons = new TreeMap<>();
    private final Map<String, CatalogueEntry.Calendar> calendars = new TreeMap<>();
    private final Map<String, CalendarOverride> overrides = new TreeMap<>();
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
                agencies.put(agency.code(), agency.version(), agency);
            } else if (entry instanceof Procedure procedure) {
                procedures.put(procedure.code(), procedure.version(), procedure);
            } else if (entry instanceof Reason reason) {
                reasons.put(reason.code(), reason);
            } else if (entry instanceof CatalogueEntry.Calendar calendar) {
                calendars.put(calendar.code(), calendar);
            } else if (entry instanceof CalendarOverride override) {
                overrides.put(override.code(), override);
            }
        }
        working.putAll(Calendars.perAgency(agencies.latest(), calendars, overrides.values()));
    }

    /** @throws InvalidCatalogue when an entry is not well formed, or they contradict each other */
    public static Catalogue of(List<CatalogueEntry> entries) {
        CatalogueRules.check("catalogue", entries);
        return new Catalogue(entries);
    }

    /** What a database holds: it was checked when it came, and what earlier builds left in it at fault stands until somebody decides. */
    static Catalogue held(List<CatalogueEntry> entries) {
        return new Catalogue(entries);
    }

    /** The catalogue that this build brings along, whatever a database holds. */
    public static Catalogue shipped() {
        return of(CatalogueFiles.shipped().stream()
                .flatMap(file -> file.entries().stream())
                .toList());
    }

    /** The latest version, also of an agency that is closed or not open yet: what a code is called. */
    public Optional<Agency> agency(String code) {
        return agencies.latest(code);
    }

    /** The version in force on that day in Vietnam; empty for an unknown code and for a day on which there is no such agency. */
    public Optional<Agency> agencyOn(String code, LocalDate day) {
        return agencies.on(code, day);
    }

    /**
     * Who stands in an agency's place on that day: itself while it exists, afterwards its successor or that one's. Empty for an unknown code, before
     * its first day, and where nobody took over.
     */
    public Optional<Agency> successorOf(String code, LocalDate day) {
        String at = code;
        // Each successor exists the day after the one before it ended, so that this ends.
        while (at != null) {
            Optional<Agency> present = agencies.on(at, day);
            if (present.isPresent()) {
                return present;
            }
            at = agencies.endedBefore(at, day).map(Agency::successor).orElse(null);
        }
        return Optional.empty();
    }

    /**
     * Whether that agency exists on that day and is then competent for the procedure: named for it, or standing in the place of one that is named and
     * has ended. A competence whose own days are over passes to nobody.
     */
    public boolean competentOn(Procedure procedure, String agency, LocalDate day) {
        return agencies.on(agency, day).isPresent()
                && (procedure.agencies() != null
                                && procedure.agencies().stream().anyMatch(named -> standsFor(agency, named, day))
                        || procedure.competences() != null
                                && procedure.competences().stream()
                                        .anyMatch(one -> !day.isBefore(one.validFrom())
                                                && (one.validTo() == null || !day.isAfter(one.validTo()))
                                                && standsFor(agency, one.agency(), day)));
    }

    private boolean standsFor(String agency, String named, LocalDate day) {
        return named.equals(agency)
                || successorOf(named, day)
                        .filter(present -> present.code().equals(agency))
                        .isPresent();
    }

    /** The version in force on that day in Vietnam; empty for an unknown code and for a day outside its validity. */
    public Optional<Procedure> procedureOn(String code, LocalDate day) {
        return procedures.on(code, day);
    }

    public Optional<Procedure> procedure(String code, int version) {
        return procedures.exact(code, version);
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

    /**
     * The working time of an agency: its calendar with its own overrides and those of the agencies above it, of which the nearest holds.
     *
     * @throws NoSuchElementException for an unknown agency
     */
    public WorkingCalendar calendar(String agency) {
        return working.get(known(agency).code());
    }

    /**
     * Tells one state of an agency's working time from another: {@code civil-servants|1}, with {@code |} and a digest behind it where overrides apply.
     * At most 100 characters.
     *
     * @throws NoSuchElementException for an unknown agency
     */
    public String calendarEdition(String agency) {
        return Calendars.edition(calendar(agency));
    }

    /**
     * The working time of an agency as it was in that {@linkplain #calendarEdition edition}; empty where that cannot be told any more. Looks through
     * everything that was ever published for it: for explanations, not for counting.
     *
     * @throws NoSuchElementException for an unknown agency
     */
    public Optional<WorkingCalendar> calendarOf(String agency, String edition) {
        return calendarEdition(agency).equals(edition)
                ? Optional.of(calendar(agency))
                : Calendars.ofEdition(
                        edition, known(agency), every(CatalogueEntry.Calendar.class), every(CalendarOverride.class));
    }

    private <T extends CatalogueEntry> List<T> every(Class<T> kind) {
        return entries.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /** Agency codes from the root down to this one, as the latest version has it. @throws NoSuchElementException for an unknown agency */
    public List<String> path(String agency) {
        return known(agency).path();
    }

    /** The latest version of each, by code. */
    public List<Agency> agencies() {
        return agencies.latest();
    }

    /** Those that exist on that day, by code. */
    public List<Agency> agenciesOn(LocalDate day) {
        return agencies.on(day);
    }

    /** Every version, by code and version. */
    public List<Procedure> procedures() {
        return procedures.all();
    }

    /** Those in force on that day, by code. */
    public List<Procedure> proceduresOn(LocalDate day) {
        return procedures.on(day);
    }

    /** The latest version of each, by code. */
    public List<Reason> reasons() {
        return List.copyOf(reasons.values());
    }

    /** The latest version of each, by code. */
    public List<CatalogueEntry.Calendar> calendars() {
        return List.copyOf(calendars.values());
    }

    /** The latest version of each, by agency and date. */
    public List<CalendarOverride> overrides() {
        return List.copyOf(overrides.values());
    }

    /** Everything, every version, by kind, code and version. */
    public List<CatalogueEntry> entries() {
        return entries;
    }

    private Agency known(String code) {
        return agency(code).orElseThrow(() -> new NoSuchElementException("no agency has the code " + code));
    }
}
