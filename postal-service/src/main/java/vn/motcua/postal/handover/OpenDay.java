package vn.motcua.postal.handover;

import java.time.Instant;
import java.time.LocalDate;

/**
 * Whose manifest of which working day.
 *
 * @param day date in the agency's calendar
 * @param closesAt the cut-off of that day
 */
public record OpenDay(String agency, LocalDate day, Instant closesAt) {}
