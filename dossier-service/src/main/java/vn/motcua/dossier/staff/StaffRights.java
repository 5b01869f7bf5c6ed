package vn.motcua.dossier.staff;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.motcua.dossier.edge.Caller;
import vn.motcua.dossier.edge.Role;
import vn.motcua.dossier.staff.roster.Delegation;
import vn.motcua.dossier.staff.roster.Officer;

/** Who may see and change what of the staff list: role × unit, and everybody their own. Decided here for all of it. */
final class StaffRights {

    private static final Set<Role> READERS = Set.of(Role.RECEPTION, Role.LEADER, Role.CLERK, Role.ADMIN);
    private static final Set<Role> CHANGERS = Set.of(Role.LEADER, Role.ADMIN);

    private StaffRights() {}

    static boolean mayList(Caller who, String unit) {
        return holdsAny(who, READERS) && who.covers(unit);
    }

    /** @param posts all that the other one holds, held or will hold */
    static boolean maySee(Caller who, String account, List<Officer> posts, LocalDate today) {
        return isSelf(who, account)
                || home(posts, today).filter(unit -> mayList(who, unit)).isPresent();
    }

    /** Whether they may know why somebody is away and say when: the officer, and who leads or administers the unit. */
    static boolean mayChangeAbsences(Caller who, String account, List<Officer> posts, LocalDate today) {
        return isSelf(who, account)
                || (holdsAny(who, CHANGERS)
                        && home(posts, today).filter(who::covers).isPresent());
    }

    /** A leader gives away their own right within what they lead; an administrator records anybody's within what they administer. */
    static boolean mayDelegate(Caller who, String from, String agency) {
        return who.covers(agency) && (who.is(Role.ADMIN) || (who.is(Role.LEADER) && isSelf(who, from)));
    }

    static boolean maySee(Caller who, Delegation delegation) {
        return isSelf(who, delegation.from()) || isSelf(who, delegation.to()) || mayList(who, delegation.agency());
    }

    /** Who gave it, also when they have been moved since, and who leads or administers the agency or one above it. */
    static boolean mayRevoke(Caller who, Delegation delegation) {
        return isSelf(who, delegation.from()) || (holdsAny(who, CHANGERS) && who.covers(delegation.agency()));
    }

    /** The unit whose leaders are theirs: of today's post, else of the last one before, else of the first to come. */
    private static Optional<String> home(List<Officer> posts, LocalDate today) {
        return posts.stream()
                .filter(post -> !post.validFrom().isAfter(today))
                .reduce((earlier, later) -> later)
                .or(() -> posts.stream().findFirst())
                .map(Officer::unit);
    }

    private static boolean isSelf(Caller who, String account) {
        return account.equals(who.subject());
    }

    private static boolean holdsAny(Caller who, Set<Role> roles) {
        return roles.stream().anyMatch(who::is);
    }
}
