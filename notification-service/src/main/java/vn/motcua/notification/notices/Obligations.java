package vn.motcua.notification.notices;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;

/**
 * Which texts are obligatory under which rule set, and which of the others a province does not send. What is obligatory cannot be switched off.
 * Immutable.
 */
public final class Obligations {

    /** How much a text is owed. */
    public enum Duty {
        /** The rules demand it. */
        OBLIGATORY,
        /** Good practice: a province may leave it out. */
        NORMAL
    }

    private final NavigableMap<Integer, Map<Wording, Duty>> profiles = new TreeMap<>();
    private final Set<Wording> switchedOff = EnumSet.noneOf(Wording.class);

    /**
     * @param profiles duties by the year of the rule set; each names every text
     * @param switchedOff texts not to be sent where they are not obligatory
     * @throws IllegalArgumentException if a rule set forgets a text, or one is switched off that is obligatory in every rule set
     */
    public Obligations(Map<Integer, Map<Wording, Duty>> profiles, Set<Wording> switchedOff) {
        if (profiles.isEmpty()) {
            throw new IllegalArgumentException("there is no rule set");
        }
        profiles.forEach((year, duties) -> this.profiles.put(year, complete(year, duties)));
        for (var wording : switchedOff) {
            if (profiles.values().stream().allMatch(duties -> duties.get(wording) == Duty.OBLIGATORY)) {
                throw new IllegalArgumentException(wording + " is obligatory and cannot be switched off");
            }
            this.switchedOff.add(wording);
        }
    }

    /**
     * Whether that text is sent.
     *
     * @param legalProfile year of the rule set of the dossier; one in between counts as the one before, one that is unknown as the latest
     */
    public boolean tells(String legalProfile, Wording wording) {
        return duty(legalProfile, wording) == Duty.OBLIGATORY || !switchedOff.contains(wording);
    }

    /** How much that text is owed. */
    public Duty duty(String legalProfile, Wording wording) {
        var inForce = legalProfile != null && legalProfile.matches("\\d{4}")
                ? profiles.floorEntry(Integer.valueOf(legalProfile))
                : profiles.lastEntry();
        return (inForce == null ? profiles.firstEntry() : inForce).getValue().get(wording);
    }

    private static Map<Wording, Duty> complete(Integer year, Map<Wording, Duty> duties) {
        var forgotten = EnumSet.allOf(Wording.class);
        forgotten.removeAll(duties.keySet());
        if (!forgotten.isEmpty()) {
            throw new IllegalArgumentException("the rule set of " + year + " forgets " + forgotten);
        }
        return new EnumMap<>(duties);
    }
}
