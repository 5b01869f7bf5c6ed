package vn.motcua.dossier.lifecycle;

/**
 * Which set of rules a dossier follows, by name: the one in force on its first day, for good. What it lays down, and from which day, is data.
 *
 * @param year its name in events: {@code 2022}
 */
public record LegalProfile(String year) {

    /** Decree 61/2018 on the one-stop mechanism. */
    public static final LegalProfile P2022 = new LegalProfile("2022");

    public LegalProfile {
        if (year.length() != 4 || !year.chars().allMatch(digit -> digit >= '0' && digit <= '9')) {
            throw new IllegalArgumentException("a legal profile has the name of a year, not " + year);
        }
    }

    /** The profile by the name that {@link #year()} gives. */
    public static LegalProfile of(String year) {
        return P2022.year.equals(year) ? P2022 : new LegalProfile(year);
    }
}
