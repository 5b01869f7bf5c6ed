package vn.motcua.dossier.staff.roster;

import java.time.LocalDate;

/**
 * Whether somebody can be given work of a unit on a day.
 *
 * @param until the last day of the absence, absences that follow without a day between counted as one; null unless {@link State#ABSENT}
 */
public record Presence(State state, LocalDate until) {

    public enum State {
        /** Listed for the unit or one above it, and not away. */
        THERE,
        ABSENT,
        /** Listed, on that day elsewhere or no longer. */
        NOT_OF_UNIT,
        /** The unit has a list, and it does not know the account. */
        UNKNOWN,
        /** Nobody has loaded a list for the unit: whoever the token lets act may be given work. */
        UNMANAGED
    }

    static Presence of(State state) {
        return new Presence(state, null);
    }

    /** Whether the list has nothing against giving them work; what they may do is said by their token alone. */
    public boolean mayBeAssigned() {
        return state == State.THERE || state == State.UNMANAGED;
    }
}
