package vn.motcua.dossier.calendar;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * A due date and how it came about.
 *
 * @param startedAt the start as given
 * @param countsFrom the start moved into working time; the start itself when there is no limit
 * @param dueAt null when there is no limit; see {@link #due()}
 * @param lines in the order of counting, at most about 1,500 (three or more years of weekends and days off)
 */
public record Explanation(Instant startedAt, Instant countsFrom, Instant dueAt, List<DueLine> lines) {

    public Explanation {
        Objects.requireNonNull(startedAt, "startedAt");
        Objects.requireNonNull(countsFrom, "countsFrom");
        lines = List.copyOf(lines);
    }

    public Optional<Instant> due() {
        return Optional.ofNullable(dueAt);
    }

    /** One sentence for each line; see {@link DueLine#text}. */
    public List<String> text(Locale locale) {
        return lines.stream().map(line -> line.text(locale)).toList();
    }
}
