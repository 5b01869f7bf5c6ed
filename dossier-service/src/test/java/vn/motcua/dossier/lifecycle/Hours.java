package vn.motcua.dossier.lifecycle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import vn.motcua.dossier.calendar.LimitUnit;
import vn.motcua.dossier.calendar.Session;
import vn.motcua.dossier.calendar.TimeLimit;
import vn.motcua.dossier.calendar.WorkingCalendar;
import vn.motcua.dossier.calendar.YearTable;

/** The shipped calendar, and what a desk works out with it before it asks the lifecycle for a step. */
final class Hours {

    static final WorkingCalendar CALENDAR = shipped();

    static final Counting COUNTING =
            (start, limit) -> CALENDAR.due(start, limit).orElse(null);

    /** Each agency by that calendar. */
    static final Timekeeping.Countings EVERYWHERE = agency -> COUNTING;

    private static final String EDITION = "civil-servants|1";

    private Hours() {}

    /** A local time as an instant. */
    static Instant at(String localTime) {
        return LocalDateTime.parse(localTime).toInstant(ZoneOffset.ofHours(7));
    }

    /** The whole limit from an instant on. */
    static Appointment whole(TimeLimit limit, Instant from) {
        return whole(CALENDAR, limit, from);
    }

    static Appointment whole(WorkingCalendar calendar, TimeLimit limit, Instant from) {
        return promised(calendar, limit, from, calendar.due(from, limit).orElse(null));
    }

    /** How limits are counted by a calendar. */
    static Counting counting(WorkingCalendar calendar) {
        return (start, limit) -> calendar.due(start, limit).orElse(null);
    }

    /** A date, with the warnings before it. */
    static Appointment promised(TimeLimit limit, Instant from, Instant due) {
        return promised(CALENDAR, limit, from, due);
    }

    static Appointment promised(WorkingCalendar calendar, TimeLimit limit, Instant from, Instant due) {
        if (due == null || limit.unit() == LimitUnit.NONE) {
            return Appointment.OPEN_ENDED;
        }
        return new Appointment(limit, due, Warnings.of(Laws.OF_2022, calendar, from, due), EDITION);
    }

    /** What is left of the limit when the clock goes on. */
    static Appointment resumed(Dossier dossier, TimeLimit limit, Instant pausedAt, Instant at) {
        return resumed(CALENDAR, dossier, limit, pausedAt, at);
    }

    static Appointment resumed(
            WorkingCalendar calendar, Dossier dossier, TimeLimit limit, Instant pausedAt, Instant at) {
        var due = dossier.timeline().dueAt();
        return due == null
                ? Appointment.OPEN_ENDED
                : promised(calendar, limit, at, calendar.dueAfterPause(due, pausedAt, at, limit.unit()));
    }

    /** The ledger counted again. */
    static Appointment recounted(Dossier dossier, TimeLimit limit, WorkingCalendar calendar, Instant at) {
        return promised(
                calendar, limit, at, Recount.due(dossier.course().clock(), limit, Hours.counting(calendar), calendar));
    }

    private static WorkingCalendar shipped() {
        try (var in = WorkingCalendar.class.getResourceAsStream("civil-servants.json")) {
            var json = JsonMapper.builder().build().readTree(in);
            var sessions = new ArrayList<Session>();
            json.required("sessions")
                    .forEach(pair -> sessions.add(new Session(
                            LocalTime.parse(pair.required(0).asText()),
                            LocalTime.parse(pair.required(1).asText()))));
            var years = new TreeMap<Integer, YearTable>();
            json.required("years").properties().forEach(entry -> {
                var year = Integer.parseInt(entry.getKey());
                var table = entry.getValue();
                years.put(
                        year,
                        new YearTable(
                                year,
                                dates(table.required("off")),
                                dates(table.required("worked")),
                                table.required("source").asText()));
            });
            return new WorkingCalendar(
                    json.required("code").asText(),
                    json.required("version").asInt(),
                    ZoneId.of(json.required("zone").asText()),
                    sessions,
                    years,
                    Map.of());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static TreeSet<LocalDate> dates(JsonNode array) {
        var dates = new TreeSet<LocalDate>();
        array.forEach(date -> dates.add(LocalDate.parse(date.asText())));
        return dates;
    }
}
