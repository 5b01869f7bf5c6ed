package vn.motcua.dossier.staff;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/** Which day it is in Vietnam by the business clock. */
@ApplicationScoped
class BusinessDays {

    private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");

    private final Clock clock;

    BusinessDays(Clock clock) {
        this.clock = clock;
    }

    LocalDate today() {
        return clock.instant().atZone(VIETNAM).toLocalDate();
    }

    Instant instant() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
