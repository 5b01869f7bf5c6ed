package vn.motcua.dossier.feedback.course;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Who may do and see what: authors their own, the national system what came through it, officials what their agency or one below it has. */
public final class Rights {

    private static final Set<Role> READERS =
            EnumSet.of(Role.CITIZEN, Role.PORTAL, Role.RECEPTION, Role.OFFICER, Role.LEADER);

    private Rights() {}

    /** Whether they may see it, with what its author wrote. */
    public static boolean maySee(Party who, Feedback feedback) {
        return READERS.stream().anyMatch(role -> holds(who, role, feedback));
    }

    /** In which role they may ask for the step: one in which it can be taken, if there is one. Empty if it is never theirs to take. */
    public static Optional<Actor> actor(Party who, Step step, Feedback feedback) {
        for (var role : Role.values()) {
            if (Arrow.of(step).takenBy(role) && holds(who, role, feedback)) {
                return Optional.of(actor(who, role));
            }
        }
        return Optional.empty();
    }

    /** In which role they may hand feedback in; empty if they may not. */
    public static Optional<Actor> author(Party who, Channel channel, String agency) {
        var role = switch (channel) {
            case NATIONAL -> Role.PORTAL;
            case ONLINE -> Role.CITIZEN;
            case COUNTER -> Role.RECEPTION;
        };
        var allowed = who.roles().contains(role)
                && switch (channel) {
                    case NATIONAL -> isInReach(who, agency);
                    case ONLINE -> who.citizen() != null;
                    case COUNTER -> who.covers(agency);
                };
        return allowed ? Optional.of(actor(who, role)) : Optional.empty();
    }

    /** The steps that they may take now, in the order of {@link Step}. */
    public static List<Step> nextSteps(Party who, Feedback feedback) {
        var open = new ArrayList<Step>();
        for (var step : Step.values()) {
            if (!step.isOfTheClock()
                    && feedback.isOpenTo(step)
                    && actor(who, step, feedback).isPresent()) {
                open.add(step);
            }
        }
        return List.copyOf(open);
    }

    /** Exhaustive: a new role says towards which feedback. */
    private static boolean holds(Party who, Role role, Feedback feedback) {
        if (!who.roles().contains(role)) {
            return false;
        }
        var matter = feedback.matter();
        return switch (role) {
            case CITIZEN -> who.citizen() != null && who.citizen().equals(matter.citizen());
            case PORTAL -> matter.channel() == Channel.NATIONAL && isInReach(who, matter.agency());
            case RECEPTION, OFFICER, LEADER -> who.covers(matter.agency());
            case SYSTEM -> true;
        };
    }

    /** The national system speaks for all agencies, or for those that its token names. */
    private static boolean isInReach(Party portal, String agency) {
        return portal.agency() == null || portal.covers(agency);
    }

    private static Actor actor(Party who, Role role) {
        return switch (role) {
            case CITIZEN, PORTAL, SYSTEM -> new Actor(role, null);
            case RECEPTION, OFFICER, LEADER -> new Actor(role, who.agency());
        };
    }
}
