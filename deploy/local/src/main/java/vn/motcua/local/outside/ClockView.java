package vn.motcua.local.outside;

import java.time.Instant;

/**
 * The business clock.
 *
 * @param now the business time
 * @param local the same in Viet Nam, to be read by people
 * @param standing whether it stands still
 * @param real whether it shows real time
 */
public record ClockView(Instant now, String local, boolean standing, boolean real) {}
