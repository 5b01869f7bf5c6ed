package vn.motcua.postal.returns;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.motcua.dossier.calendar.Session;
import vn.motcua.dossier.calendar.WorkingCalendar;
import vn.motcua.dossier.calendar.YearTable;

/** The civil servants' calendar of 2022, and no other year. */
final class Calendars {

    static final WorkingCalendar OF_2022 = new WorkingCalendar(
            "civil-servants",
            1,
            ZoneId.of("Asia/Ho_Chi_Minh"),
            List.of(
                    new Session(LocalTime.of(7, 0), LocalTime.of(11, 30)),
                    new Session(LocalTime.of(13, 30), LocalTime.of(17, 0))),
            Map.of(
                    2022,
                    new YearTable(
                            2022,
                            days("01-03 01-31 02-01 02-02 02-03 02-04 04-11 05-02 05-03 09-01 09-02"),
                            Set.of(),
                            "119/TB-LĐTBXH")),
            Map.of());

    private Calendars() {}

    private static Set<LocalDate> days(String days) {
        return Stream.of(days.split(" "))
                .map(day -> LocalDate.parse("2022-" + day))
                .collect(Collectors.toSet());
    }
}
