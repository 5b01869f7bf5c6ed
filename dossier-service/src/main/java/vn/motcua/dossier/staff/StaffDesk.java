package vn.motcua.dossier.staff;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.motcua.dossier.catalogue.Catalogue;
import vn.motcua.dossier.events.CatalogueEntry.Procedure;
import vn.motcua.dossier.staff.roster.Delegation;
import vn.motcua.dossier.staff.roster.Officer;
import vn.motcua.dossier.staff.roster.Presence;
import vn.motcua.dossier.staff.roster.Roster;
import vn.motcua.dossier.staff.roster.StaffRole;

/**
 * Who can be given work and who acts for whom, from memory: no question costs a round trip unless the copy could not be checked for a minute. What this
 * instance changed counts at once, what another one changed after a few seconds. Days are those of Vietnam, from a month ago on.
 */
@ApplicationScoped
public class StaffDesk {

    private final StaffCopy copy;
    private final Catalogue catalogue;

    StaffDesk(StaffCopy copy, Catalogue catalogue) {
        this.copy = copy;
        this.catalogue = catalogue;
    }

    /** Whether the list has anything against giving the account a dossier that lies with the unit. */
    public Uni<Presence> mayBeAssigned(String account, String unit, LocalDate day) {
        return roster().map(roster -> roster.presence(account, unit, day));
    }

    /** The delegation under which the account acts on a procedure of an agency; its mode says how the signature shows it. */
    public Uni<Optional<Delegation>> actingFor(String account, String agency, String procedure, LocalDate day) {
        return chain(account, agency, procedure, day)
                .map(chain -> chain.stream().findFirst());
    }

    /** The same with every hand that the right went through, up to whoever holds it themselves; empty if it does not come so far. */
    public Uni<List<Delegation>> chain(String account, String agency, String procedure, LocalDate day) {
        var sector =
                catalogue.procedureOn(procedure, day).map(Procedure::sector).orElse(null);
        return roster().map(roster -> roster.actingFor(account, agency, procedure, sector, day));
    }

    /** Who of the unit itself is there in that role with the fewest open dossiers. @param open by account; who is not named has none */
    public Uni<Optional<Officer>> best(String unit, StaffRole role, LocalDate day, Map<String, Integer> open) {
        return roster().map(roster -> roster.best(unit, role, day, open));
    }

    /** The list if it is there without asking anybody; empty while the copy could not be checked for too long. */
    public Optional<Roster> atHand() {
        return copy.atHand();
    }

    /** The list as it is held, for several questions at once. */
    public Uni<Roster> roster() {
        return copy.roster();
    }
}
