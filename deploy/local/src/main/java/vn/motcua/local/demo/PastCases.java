package vn.motcua.local.demo;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Generates past dossiers to the figures of the article, the same bytes every time, together with dossiers that must not count
 * (refused, withdrawn before acceptance, of another period, of another agency), shuffled and with some lines repeated.
 */
final class PastCases {

    /** A procedure that lines are made of; the limit is in working days. */
    record Kind(String code, int limitDays) {}

    /**
     * What shall come out.
     *
     * @param name of the file
     * @param agency whose figures
     * @param kinds procedures of that agency
     * @param to last day of the period that starts on 2022-01-01
     * @param online resolved dossiers that came online
     * @param direct resolved dossiers that came at the counter
     * @param early resolved dossiers that were early; the others are on time
     * @param open dossiers in progress at the end of the period
     * @param noise dossiers that must not count
     */
    record Target(
            String name,
            String agency,
            List<Kind> kinds,
            LocalDate to,
            int online,
            int direct,
            int early,
            int open,
            int noise) {
        int resolved() {
            return online + direct;
        }
    }

    private static final LocalDate FROM = LocalDate.of(2022, 1, 1);
    private static final LocalDate TODAY = LocalDate.of(2022, 6, 8);
    private static final Kind POLICE = new Kind("1.900302", 2);
    private static final Kind VETERINARY = new Kind("1.900403", 5);
    private static final Kind PROMOTION = new Kind("1.900501", 5);
    private static final int EVERY_TWENTIETH = 20;

    private final Target target;
    private final Random random;
    private final Map<String, Integer> counters = new HashMap<>();
    private final List<String> lines = new ArrayList<>();
    private LocalDate lastDay = FROM;
    private int number;

    private PastCases(Target target) {
        this.target = target;
        this.random = new Random(target.name().hashCode());
    }

    /** The lines of the file, in their final order. */
    static List<String> lines(Target target) {
        return new PastCases(target).all();
    }

    private List<String> all() {
        for (int i = 0; i < target.resolved(); i++) {
            resolved(i < target.online(), i * 7919L % target.resolved() < target.early());
        }
        for (int i = 0; i < target.open(); i++) {
            open(i % 3 != 0);
        }
        for (int i = 0; i < target.noise(); i++) {
            notCounted(i);
        }
        for (int i = 0, once = lines.size(); i < once; i += EVERY_TWENTIETH) {
            lines.add(lines.get(i));
        }
        Collections.shuffle(lines, random);
        return lines;
    }

    private void resolved(boolean online, boolean early) {
        var kind = pick(target.kinds());
        // The due date must lie in the period, so that the result does too.
        var accepted = workingDay(FROM, WorkingDays.before(target.to(), kind.limitDays()));
        finished(target.agency(), kind, online, accepted, early);
    }

    private void finished(String agency, Kind kind, boolean online, LocalDate accepted, boolean early) {
        var days = early ? 1 + random.nextInt(kind.limitDays() - 1) : kind.limitDays();
        var line = accepted(agency, kind, online, accepted);
        line.step("processing", at(accepted, 16, 40), "officer", Map.of());
        var completed = WorkingDays.after(accepted, days);
        line.step("completion", at(completed, 10, random.nextInt(60)), "leader", result());
        if (random.nextInt(10) < 7) {
            line.step(
                    "return",
                    at(completed, 15, random.nextInt(60)),
                    "reception",
                    Map.of("via", "COUNTER", "identityChecked", true));
        }
        lines.add(line.json());
    }

    private void open(boolean completedLater) {
        var kind = target.kinds().get(0);
        // Accepted in the period, due after it, and by the eighth of June either ready or still in hand.
        var first = WorkingDays.after(WorkingDays.before(target.to(), kind.limitDays()), 1);
        var accepted = workingDay(first, target.to());
        var line = accepted(target.agency(), kind, random.nextBoolean(), accepted)
                .step("processing", at(accepted, 16, 40), "officer", Map.of());
        if (completedLater) {
            var completed = WorkingDays.after(target.to(), 1 + random.nextInt(4));
            line.step("completion", at(completed, 10, random.nextInt(60)), "leader", result());
        }
        lines.add(line.json());
    }

    private void notCounted(int i) {
        var kind = pick(target.kinds());
        switch (i % 6) {
            case 0 ->
                lines.add(submitted(target.agency(), kind, workingDay(FROM, target.to()), 9)
                        .step("refusal", at(lastDay, 15, 30), "reception", Map.of("reason", "NOT_COMPETENT"))
                        .json());
            case 1 ->
                lines.add(submitted(target.agency(), kind, workingDay(FROM, target.to()), 9)
                        .step("withdrawal", at(lastDay, 11, 20), "citizen", Map.of())
                        .json());
            case 2 ->
                lines.add(line(target.agency(), kind, "COUNTER", workingDay(FROM, target.to()))
                        .step("refusal", at(lastDay, 9, 45), "reception", Map.of("reason", "INCOMPLETE"))
                        .json());
            case 3 ->
                finished(
                        target.agency(),
                        kind,
                        true,
                        workingDay(LocalDate.of(2021, 9, 6), LocalDate.of(2021, 12, 10)),
                        random.nextBoolean());
            case 4 ->
                lines.add(accepted(
                                target.agency(),
                                kind,
                                true,
                                workingDay(target.to().plusDays(1), TODAY.minusDays(1)))
                        .json());
            default -> {
                var nth = i / 6;
                var other = nth % 4 == 0 ? PROMOTION : nth % 3 == 0 ? POLICE : VETERINARY;
                var agency = other == PROMOTION ? "H03.05" : other == POLICE ? "H03.03" : "H03.04";
                finished(agency, other, nth % 2 == 0, workingDay(FROM, LocalDate.of(2022, 5, 10)), nth % 3 == 0);
            }
        }
    }

    private Line accepted(String agency, Kind kind, boolean online, LocalDate day) {
        var line = online ? submitted(agency, kind, day, 7) : line(agency, kind, "COUNTER", day);
        return line.step("acceptance", at(day, 8 + random.nextInt(3), random.nextInt(60)), "reception", Map.of());
    }

    private Line submitted(String agency, Kind kind, LocalDate day, int hour) {
        return line(agency, kind, "ONLINE", day)
                .step("submission", at(day, hour, random.nextInt(60)), "citizen", Map.of());
    }

    private Line line(String agency, Kind kind, String channel, LocalDate day) {
        lastDay = day;
        var stem =
                String.format("%s-%02d%02d%02d", agency, day.getYear() % 100, day.getMonthValue(), day.getDayOfMonth());
        var running = counters.merge(stem, 1, Integer::sum);
        number++;
        return new Line(
                        target.name() + "-" + number,
                        String.format("%s-%04d", stem, offset(agency) + running),
                        kind.code(),
                        agency,
                        channel)
                .owner(number);
    }

    /** Both files speak of the same other agencies, perhaps on the same day; their running numbers must not meet. */
    private int offset(String agency) {
        return agency.equals(target.agency()) || "H03.01".equals(target.agency()) ? 0 : 4000;
    }

    private LocalDate workingDay(LocalDate from, LocalDate to) {
        var span = (int) (to.toEpochDay() - from.toEpochDay()) + 1;
        LocalDate day;
        do {
            day = from.plusDays(random.nextInt(span));
        } while (!WorkingDays.worked(day));
        return day;
    }

    private Map<String, Object> result() {
        return Map.of("outcome", "GRANTED", "resultReference", "KQ-" + number);
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    private static LocalDateTime at(LocalDate day, int hour, int minute) {
        return day.atTime(hour, minute);
    }
}
