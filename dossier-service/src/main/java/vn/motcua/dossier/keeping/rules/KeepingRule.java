package vn.motcua.dossier.keeping.rules;

import java.time.LocalDate;
import java.util.Optional;

/**
 * How long a closed dossier is kept.
 *
 * @param years from 1; null: for ever
 * @param from who says so
 * @param basis act and article, or why there is none
 */
public record KeepingRule(Integer years, From from, String basis) {

    /** Who says how long. */
    public enum From {
        /** The procedure in the version that the dossier followed. */
        PROCEDURE,
        /** The schedule for its sector, as it stood when the dossier closed. */
        SECTOR
    }

    public boolean isPermanent() {
        return years == null;
    }

    /** The last day of keeping: the years are counted from the end of the year in which it closed. Empty: it has none. */
    public Optional<LocalDate> until(LocalDate closedOn) {
        return isPermanent() ? Optional.empty() : Optional.of(LocalDate.of(closedOn.getYear() + years, 12, 31));
    }
}
