package vn.motcua.dossier.subscriber;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jboss.logging.Logger;
import vn.motcua.dossier.calendar.Session;
import vn.motcua.dossier.calendar.WorkingCalendar;
import vn.motcua.dossier.calendar.YearTable;
import vn.motcua.dossier.events.CatalogueEntry;
import vn.motcua.dossier.events.EventFormat;

/** The catalogue at one moment, by type, code and version. Immutable. */
final class CatalogueView {

    private static final Logger LOG = Logger.getLogger(CatalogueView.class);

    private final Map<Class<?>, NavigableMap<String, NavigableMap<Integer, Object>>> entries = new HashMap<>();

    /** An entry that this reader is too old to know, or that is broken, is passed over as if it were not there. */
    static CatalogueView of(List<CatalogueStore.Row> rows) {
        var view = new CatalogueView();
        for (var row : rows) {
            try {
                var entry = EventFormat.mapper().readValue(row.content(), CatalogueEntry.class);
                view.put(entry instanceof CatalogueEntry.Calendar calendar ? calendar(calendar) : entry, row);
            } catch (JsonProcessingException
                    | DateTimeException
                    | IllegalArgumentException
                    | NullPointerException broken) {
                LOG.warnf("catalogue=%s|%s|%d unread=%s", row.kind(), row.code(), row.version(), broken.getClass());
            }
        }
        return view;
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
        var sessions = entry.sessions().stream()
                .map(hours -> new Session(LocalTime.parse(hours.get(0)), LocalTime.parse(hours.get(1))))
                .toList();
        var years = new TreeMap<Integer, YearTable>();
        entry.years().forEach((year, days) -> {
            int number = Integer.parseInt(year);
            years.put(number, new YearTable(number, Set.copyOf(days.off()), Set.copyOf(days.worked()), days.source()));
        });
        return new WorkingCalendar(entry.code(), entry.version(), ZoneId.of(entry.zone()), sessions, years, Map.of());
    }
}
