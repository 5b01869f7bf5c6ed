package vn.motcua.kpi.reporting;

import java.time.LocalDate;
import vn.motcua.kpi.indicators.Period;

/**
 * What is asked for.
 *
 * @param agency code; its subtree is included
 * @param procedure national id; null for all
 * @param channel {@code ONLINE}, {@code COUNTER} or {@code POST}; null for all
 * @param period days of the province
 * @param today for judging dossiers in progress where the period has not ended
 */
record Question(String agency, String procedure, String channel, Period period, LocalDate today) {

    LocalDate judgedOn() {
        return period.judgedOn(today);
    }
}
