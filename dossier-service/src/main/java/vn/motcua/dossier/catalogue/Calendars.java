package vn.motcua.dossier.catalogue;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import vn.motcua.dossier.calendar.Session;
import vn.motcua.dossier.calendar.WorkingCalendar;
import vn.motcua.dossier.calendar.YearTable;
import vn.motcua.dossier.events.CatalogueEntry;
import vn.motcua.dossier.events.CatalogueEntry.Agency;
import vn.motcua.dossier.events.CatalogueEntry.CalendarOverride;

/** Calendar entries and overrides as the calendars that count. */
final class Calendars {

    private Calendars() {}

    /** Of each agency, by its code. Agencies without overrides share one. */
    static Map<String, WorkingCalendar> perAgency(
            Collection<Agency> agencies,
            Map<String, CatalogueEntry.Calendar> calendars,
            Collection<CalendarOverride> overrides) {
        Map<String, WorkingCalendar> plain = new HashMap<>();
        calendars.forEach((code, calendar) -> plain.put(code, working(calendar)));
        Map<String, Map<LocalDate, CalendarOverride>> departures = new HashMap<>();
        overrides.forEach(one -> departures
                .computeIfAbsent(one.agency(), agency -> new TreeMap<>())
                .put(one.date(), one));
        Map<String, WorkingCalendar> all = new HashMap<>();
        for (Agency agency : agencies) {
            Map<LocalDate, CalendarOverride> days = new TreeMap<>();
            // From the root down: the nearest comes last and holds.
            agency.path().forEach(above -> days.putAll(departures.getOrDefault(above, Map.of())));
            WorkingCalendar calendar = plain.get(agency.calendar());
            all.put(agency.code(), days.isEmpty() ? calendar : departing(calendar, days));
        }
        return all;
    }

    /**
     * The state that has this edition, of those that an agency may have had; empty where none has. Departures are published as their days come, so that
     * the earlier ones held before the later: every beginning of them is looked at, with each version of its last day. The edition proves what is found.
     *
     * @param calendars every version
     * @param overrides every version, in rising order
     */
    static Optional<WorkingCalendar> ofEdition(
            String edition,
            Agency agency,
            Collection<CatalogueEntry.Calendar> calendars,
            Collection<CalendarOverride> overrides) {
        Map<LocalDate, List<CalendarOverride>> days = new TreeMap<>();
        agency.path()
                .forEach(above -> overrides.stream()
                        .filter(one -> one.agency().equals(above))
                        .forEach(one -> days.computeIfAbsent(one.date(), day -> new ArrayList<>())
                                .add(one)));
        return calendars.stream()
                .filter(one -> (edition + "|").startsWith(one.code() + "|" + one.version() + "|"))
                .findFirst()
                .flatMap(one -> ofEdition(edition, working(one), days));
    }

    private static Optional<WorkingCalendar> ofEdition(
            String edition, WorkingCalendar plain, Map<LocalDate, List<CalendarOverride>> days) {
        if (edition(plain).equals(edition)) {
            return Optional.of(plain);
        }
        Map<LocalDate, CalendarOverride> until = new TreeMap<>();
        for (List<CalendarOverride> versions : days.values()) {
            for (CalendarOverride one : versions) {
                until.put(one.date(), one);
                WorkingCalendar state = departing(plain, until);
                if (edition(state).equals(edition)) {
                    return Optional.of(state);
                }
            }
        }
        return Optional.empty();
    }

    private static WorkingCalendar departing(WorkingCalendar calendar, Map<LocalDate, CalendarOverride> days) {
        Map<LocalDate, Boolean> whole = new TreeMap<>();
        Map<LocalDate, List<Session>> inPart = new TreeMap<>();
        days.forEach((day, departure) -> {
            if (departure.sessions() == null) {
                whole.put(day, departure.worked());
            } else {
                inPart.put(day, sessions(departure.sessions()));
            }
        });
        return calendar.withOverrides(whole).withOwnHours(inPart);
    }

    static String edition(WorkingCalendar calendar) {
        String plain = calendar.code() + "|" + calendar.version();
        // Without hours of their own these are the words that editions always had.
        String departures = (calendar.overrides().isEmpty() ? "" : new TreeMap<>(calendar.overrides()).toString())
                + (calendar.ownHours().isEmpty() ? "" : new TreeMap<>(calendar.ownHours()).toString());
        return departures.isEmpty()
                ? plain
                : plain + "|" + Digests.of(departures).substring("sha256:".length(), "sha256:".length() + 16);
    }

    /** @throws RuntimeException saying why these are not the hours of a working day */
    static void requireDay(List<List<String>> hours) {
        new WorkingCalendar("day", 1, ZoneOffset.UTC, sessions(hours), Map.of(), Map.of());
    }

    private static List<Session> sessions(List<List<String>> hours) {
        return hours.stream().map(Calendars::session).toList();
    }

    private static Session session(List<String> ends) {
        if (ends.size() != 2) {
            throw new IllegalArgumentException("a session has an opening and a closing time, not " + ends);
        }
        return new Session(LocalTime.parse(ends.get(0)), LocalTime.parse(ends.get(1)));
    }

    /** @throws RuntimeException naming what the calendar refuses, when the entry is not a calendar */
    static WorkingCalendar working(CatalogueEntry.Calendar entry) {
        Map<Integer, YearTable> years = new TreeMap<>();
        entry.years().forEach((text, year) -> {
            int number = Integer.parseInt(text);
            years.put(
                    number,
                    new YearTable(
                            number,
                            new LinkedHashSet<>(year.off()),
                            new LinkedHashSet<>(year.worked()),
                            year.source()));
        });
        return new WorkingCalendar(
                entry.code(), entry.version(), ZoneId.of(entry.zone()), sessions(entry.sessions()), years, Map.of());
    }
}
