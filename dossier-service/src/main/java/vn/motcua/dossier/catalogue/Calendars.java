package vn.motcua.dossier.catalogue;

import java.time.LocalTime;
import java.time.ZoneId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vn.motcua.dossier.calendar.Session;
import vn.motcua.dossier.calendar.WorkingCalendar;
import vn.motcua.dossier.calendar.YearTable;
import vn.motcua.dossier.events.CatalogueEntry;

/** A calendar entry as the calendar that counts. */
final class Calendars {

    private Calendars() {}

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
