package vn.motcua.dossier.calendar;

import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The sessions of a working day as a ruler from 0 to {@link #length()}, in nanoseconds. */
record DayHours(List<Session> sessions) {

    long length() {
        long length = 0;
        for (Session session : sessions) {
            length += nanos(session);
        }
        return length;
    }

    LocalTime opens() {
        return sessions.get(0).opens();
    }

    LocalTime closes() {
        return sessions.get(sessions.size() - 1).closes();
    }

    /** The same time inside a session, the next opening before one, nothing after closing. */
    Optional<LocalTime> settle(LocalTime time) {
        for (Session session : sessions) {
            if (time.isBefore(session.opens())) {
                return Optional.of(session.opens());
            }
            if (!time.isAfter(session.closes())) {
                return Optional.of(time);
            }
        }
        return Optional.empty();
    }

    /** Worked from opening to the given time. */
    long workedUntil(LocalTime time) {
        long worked = 0;
        for (Session session : sessions) {
            if (time.isBefore(session.closes())) {
                return worked + Math.max(0, time.toNanoOfDay() - session.opens().toNanoOfDay());
            }
            worked += nanos(session);
        }
        return worked;
    }

    /** The earliest time at which that much, more than 0 and at most the length, is worked: 11:30 rather than 13:30. */
    LocalTime after(long worked) {
        long rest = worked;
        for (Session session : sessions) {
            if (rest <= nanos(session)) {
                return session.opens().plusNanos(rest);
            }
            rest -= nanos(session);
        }
        throw new IllegalArgumentException("a day has no " + Duration.ofNanos(worked) + " of work");
    }

    /** {@code 07:00–11:30, 13:30–17:00}. */
    String text() {
        return sessions.stream()
                .map(session -> session.opens() + "–" + session.closes())
                .collect(Collectors.joining(", "));
    }

    private static long nanos(Session session) {
        return session.closes().toNanoOfDay() - session.opens().toNanoOfDay();
    }
}
