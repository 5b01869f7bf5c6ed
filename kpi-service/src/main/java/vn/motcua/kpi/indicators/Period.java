package vn.motcua.kpi.indicators;

import java.time.LocalDate;
import java.util.Objects;

/**
 * Days of the province (Asia/Ho_Chi_Minh), both ends included.
 *
 * @param from first day
 * @param to last day, not before the first
 */
public record Period(LocalDate from, LocalDate to) {
    public Period {
        Objects.requireNonNull(from);
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("a period ends before it begins: " + from + " to " + to);
        }
    }

    /** The day on which open dossiers are judged: the last day, or today where the period has not ended. */
    public LocalDate judgedOn(LocalDate today) {
        return today.isBefore(to) ? today : to;
    }

    public boolean contains(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(to);
    }
}
