package vn.motcua.dossier.catalogue;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
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
        Map<String, Map<LocalDate, Boolean>> departures = new HashMap<>();
        overrides.forEach(one -> departures
                .computeIfAbsent(one.agency(), agency -> new TreeMap<>())
                .put(one.date(), one.worked()));
        Map<String, WorkingCalendar> all = new HashMap<>();
        for (Agency agency : agencies) {
            Map<LocalDate, Boolean> days = new TreeMap<>();
            // From the root down: the nearest comes last and holds.
            agency.path().forEach(above -> days.putAll(departures.getOrDefault(above, Map.of())));
            WorkingCalendar calendar = plain.get(agency.calendar());
            all.put(agency.code(), days.isEmpty() ? calendar : calendar.withOverrides(days));
        }
        return all;
    }

    static String edition(WorkingCalendar calendar) {
        String plain = calendar.code() + "|" + calendar.version();
        return calendar.overrides().isEmpty()
                ? plain
                : plain + "|"
                        + Digests.of(new TreeMap<>(calendar.overrides()).toString())
                                .substring("sha256:".length(), "sha256:".length() + 16);
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
        List<Session> sessions = entry.sessions().stream()
                .map(ends -> new Session(LocalTime.parse(ends.get(0)), LocalTime.parse(ends.get(1))))
                .toList();
        return new WorkingCalendar(entry.code(), entry.version(), ZoneId.of(entry.zone()), sessions, years, Map.of());
    }
}
