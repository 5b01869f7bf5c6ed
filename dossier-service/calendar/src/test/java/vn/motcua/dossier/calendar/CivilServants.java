package vn.motcua.dossier.calendar;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The shipped calendar, and local times as instants. */
final class CivilServants {

    static final WorkingCalendar CALENDAR = read();

    private CivilServants() {}

    /** Hanoi is seven hours ahead of UTC; written out so that the tests do not trust the zone that they check. */
    static Instant at(String localTime) {
        return LocalDateTime.parse(localTime).toInstant(ZoneOffset.ofHours(7));
    }

    private static WorkingCalendar read() {
        try (InputStream in = WorkingCalendar.class.getResourceAsStream("civil-servants.json")) {
            JsonNode json = JsonMapper.builder().build().readTree(in);
            List<Session> sessions = new ArrayList<>();
            json.required("sessions")
                    .forEach(pair -> sessions.add(new Session(
                            LocalTime.parse(pair.required(0).asText()),
                            LocalTime.parse(pair.required(1).asText()))));
            Map<Integer, YearTable> years = new HashMap<>();
            json.required("years").properties().forEach(entry -> {
                int year = Integer.parseInt(entry.getKey());
                JsonNode table = entry.getValue();
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

    private static Set<LocalDate> dates(JsonNode array) {
        Set<LocalDate> dates = new HashSet<>();
        array.forEach(date -> dates.add(LocalDate.parse(date.asText())));
        return dates;
    }
}
