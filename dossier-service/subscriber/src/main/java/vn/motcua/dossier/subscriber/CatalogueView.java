package vn.motcua.dossier.subscriber;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;
import vn.motcua.dossier.calendar.Session;
import vn.motcua.dossier.calendar.WorkingCalendar;
import vn.motcua.dossier.calendar.YearTable;
import vn.motcua.dossier.events.CatalogueEntry;
import vn.motcua.dossier.events.EventFormat;

/** The catalogue at one moment, by type, code and version. Does not change. */
final class CatalogueView {

    private static final Logger LOG = Logger.getLogger(CatalogueView.class);

    private final Map<Class<?>, NavigableMap<String, NavigableMap<Integer, Object>>> entries = new HashMap<>();
    private final Map<CatalogueEntry.Agency, WorkingCalendar> ofAgencies = new ConcurrentHashMap<>();

    /** An entry that this reader is too old to know, or that is broken, is passed over as if it were not there. */
    static CatalogueView of(List<CatalogueStore.Row> rows) {
        var view = new CatalogueView();
        for (var row : rows) {
            try {
                var entry = EventFormat.mapper().readValue(row.content(), CatalogueEntry.class);
                view.put(ready(entry), row);
            } catch (JsonProcessingException
                    | DateTimeException
                    | IllegalArgumentException
                    | IndexOutOfBoundsException
                    | NullPointerException broken) {
                LOG.warnf("catalogue=%s|%s|%d unread=%s", row.kind(), row.code(), row.version(), broken.getClass());
            }
        }
        return view;
    }

    /** What is counted with is made ready for it once. */
    private static Object ready(CatalogueEntry entry) {
        if (entry instanceof CatalogueEntry.Calendar calendar) {
            return calendar(calendar);
        }
        return entry instanceof CatalogueEntry.CalendarOverride override ? Departure.of(override) : entry;
    }

    /** @param sessions of that day; null where the usual ones hold */
    private record Departure(String agency, LocalDate day, boolean worked, List<Session> sessions) {
        static Departure of(CatalogueEntry.CalendarOverride override) {
            return new Departure(
                    Objects.requireNonNull(override.agency()),
                    Objects.requireNonNull(override.date()),
                    override.worked(),
                    override.sessions() == null ? null : CatalogueView.sessions(override.sessions()));
        }
    }

    /** The calendar of an agency with the days on which it, or one above it, departs from it: the nearest holds. */
    Optional<WorkingCalendar> calendarOf(CatalogueEntry.Agency agency) {
        return current(WorkingCalendar.class, agency.calendar())
                .map(calendar -> ofAgencies.computeIfAbsent(agency, one -> departing(calendar, one)));
    }

    private WorkingCalendar departing(WorkingCalendar calendar, CatalogueEntry.Agency agency) {
        var days = new TreeMap<LocalDate, Departure>();
        var all = all(Departure.class);
        for (var code : agency.path()) {
            all.stream().filter(one -> one.agency().equals(code)).forEach(one -> days.put(one.day(), one));
        }
        var whole = new TreeMap<LocalDate, Boolean>();
        var inPart = new TreeMap<LocalDate, List<Session>>();
        days.forEach((day, departure) -> {
            if (departure.sessions() == null) {
                whole.put(day, departure.worked());
            } else {
                inPart.put(day, departure.sessions());
            }
        });
        return calendar.withOverrides(whole).withOwnHours(inPart);
    }

    private void put(Object entry, CatalogueStore.Row row) {
        entries.computeIfAbsent(entry.getClass(), type -> new TreeMap<>())
                .computeIfAbsent(row.code(), code -> new TreeMap<>())
                .put(row.version(), entry);
    }

    /** The highest version. */
    <T> Optional<T> current(Class<T> type, String code) {
        return versions(type, code)
                .map(versions -> type.cast(versions.lastEntry().getValue()));
    }

    /**
     * Of an agency or a procedure the version that is valid on the day: of several the highest. Where none is, the last that was before; before the
     * first, that one: its name is better than none.
     */
    <T> Optional<T> on(Class<T> type, String code, LocalDate day) {
        return versions(type, code).map(versions -> {
            Object last = null;
            Object valid = null;
            for (var version : versions.values()) {
                var validity = Validity.of(version);
                if (validity.hasBegunBy(day)) {
                    last = version;
                    valid = validity.holdsOn(day) ? version : valid;
                }
            }
            var best = valid == null ? last : valid;
            return type.cast(best == null ? versions.firstEntry().getValue() : best);
        });
    }

    /** @param from null: ever since @param to null: for good */
    private record Validity(LocalDate from, LocalDate to) {
        static Validity of(Object entry) {
            if (entry instanceof CatalogueEntry.Agency agency) {
                return new Validity(agency.validFrom(), agency.validTo());
            }
            return entry instanceof CatalogueEntry.Procedure procedure
                    ? new Validity(procedure.validFrom(), procedure.validTo())
                    : new Validity(null, null);
        }

        boolean hasBegunBy(LocalDate day) {
            return from == null || !from.isAfter(day);
        }

        boolean holdsOn(LocalDate day) {
            return hasBegunBy(day) && (to == null || !to.isBefore(day));
        }
    }

    <T> Optional<T> exact(Class<T> type, String code, int version) {
        return versions(type, code).map(versions -> type.cast(versions.get(version)));
    }

    /** The highest version of each, by code. */
    <T> List<T> all(Class<T> type) {
        return entries.getOrDefault(type, new TreeMap<>()).values().stream()
                .map(versions -> type.cast(versions.lastEntry().getValue()))
                .toList();
    }

    private Optional<NavigableMap<Integer, Object>> versions(Class<?> type, String code) {
        var byCode = entries.get(type);
        return byCode == null || code == null ? Optional.empty() : Optional.ofNullable(byCode.get(code));
    }

    private static WorkingCalendar calendar(CatalogueEntry.Calendar entry) {
        var years = new TreeMap<Integer, YearTable>();
        entry.years().forEach((year, days) -> {
            int number = Integer.parseInt(year);
            years.put(number, new YearTable(number, Set.copyOf(days.off()), Set.copyOf(days.worked()), days.source()));
        });
        return new WorkingCalendar(
                entry.code(), entry.version(), ZoneId.of(entry.zone()), sessions(entry.sessions()), years, Map.of());
    }

    private static List<Session> sessions(List<List<String>> hours) {
        return hours.stream()
                .map(ends -> new Session(LocalTime.parse(ends.get(0)), LocalTime.parse(ends.get(1))))
                .toList();
    }
}
