package vn.motcua.kpi.reporting;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import vn.motcua.kpi.indicators.Period;

/**
 * What is asked for.
 *
 * @param agency code; its subtree is included
 * @param procedure national id; null for all
 * @param channel {@code ONLINE}, {@code COUNTER} or {@code POST}; null for all
 * @param origin whether dossiers that a ministry's system masters are counted with the others or apart
 * @param period days of the province
 * @param now for judging what is not done yet where the period has not ended
 */
record Question(String agency, String procedure, String channel, Asking.Origin origin, Period period, Instant now) {

    private static final ZoneId PROVINCE = ZoneId.of("Asia/Ho_Chi_Minh");

    /** The codes below the agency, as a pattern. */
    String below() {
        return agency + ".%";
    }

    Question of(Asking.Origin other) {
        return new Question(agency, procedure, channel, other, period, now);
    }

    LocalDate judgedOn() {
        return period.judgedOn(LocalDate.ofInstant(now, PROVINCE));
    }
}
