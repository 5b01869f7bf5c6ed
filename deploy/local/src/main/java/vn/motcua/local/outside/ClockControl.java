package vn.motcua.local.outside;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import vn.motcua.local.clock.SharedClock;
import vn.motcua.local.outside.web.Answer;
import vn.motcua.local.outside.web.Handler;
import vn.motcua.local.outside.web.Refused;
import vn.motcua.local.outside.web.Request;

/** {@code /clock}: shows and moves the business clock; {@code PUT} one of at (with standing), advance, resume, reset. */
final class ClockControl implements Handler {

    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern(
                    "EEEE dd/MM/yyyy HH:mm:ss", Locale.forLanguageTag("vi"))
            .withZone(ZoneId.of("Asia/Ho_Chi_Minh"));

    private final SharedClock clock;

    ClockControl(SharedClock clock) {
        this.clock = clock;
    }

    record Change(OffsetDateTime at, Boolean standing, Duration advance, Boolean resume, Boolean reset) {}

    @Override
    public Answer handle(Request request) throws Refused {
        if ("PUT".equals(request.method())) {
            change(request.as(Change.class));
        } else if (!"GET".equals(request.method())) {
            throw new Refused(405, "GET shows the clock, PUT moves it");
        }
        Instant now = clock.now();
        boolean real = !clock.isStanding()
                && Duration.between(now, Instant.now()).abs().toMillis() < 500;
        return Answer.json(200, new ClockView(now, LOCAL.format(now), clock.isStanding(), real));
    }

    private synchronized void change(Change change) throws Refused {
        if (change.at() != null) {
            clock.set(change.at().toInstant(), Boolean.TRUE.equals(change.standing()));
        } else if (change.advance() != null) {
            clock.advance(change.advance());
        } else if (Boolean.TRUE.equals(change.resume())) {
            clock.resume();
        } else if (Boolean.TRUE.equals(change.reset())) {
            clock.reset();
        } else {
            throw new Refused(422, "one of at, advance, resume, reset");
        }
    }
}
