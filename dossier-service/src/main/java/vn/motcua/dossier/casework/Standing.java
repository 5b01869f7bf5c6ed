package vn.motcua.dossier.casework;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import vn.motcua.dossier.lifecycle.Dossier;
import vn.motcua.dossier.lifecycle.DossierCode;
import vn.motcua.dossier.lifecycle.Party;
import vn.motcua.dossier.lifecycle.Rights;
import vn.motcua.dossier.lifecycle.Role;
import vn.motcua.dossier.lifecycle.Step;
import vn.motcua.dossier.staff.StaffDesk;
import vn.motcua.dossier.staff.roster.Delegation;
import vn.motcua.dossier.staff.roster.Roster;
import vn.motcua.dossier.staff.roster.StaffRole;

/**
 * Who acts as a leader of an agency that has a staff list: who holds a leader's post on that day, and who acts for one under a delegation that holds
 * on that day and covers the procedure, whatever their token says. Where there is no list the token alone decides. Source: Decree 30/2020/NĐ-CP, art.
 * 13 (from general knowledge, to be confirmed).
 */
@ApplicationScoped
class Standing {

    private final StaffDesk staff;

    Standing(StaffDesk staff) {
        this.staff = staff;
    }

    /**
     * Somebody as they stand towards a dossier on a day.
     *
     * @param delegation under which they act as a leader; null in their own right
     */
    record Held(Party by, UUID delegation) {}

    /** From memory: it costs no round trip. */
    Uni<Held> of(Party by, Step step, Dossier dossier, Instant at) {
        // Parts are done by their own agency's leaders.
        if (by.agency() == null || step.isOfAPart() || !Rights.isEverALeaders(step)) {
            return Uni.createFrom().item(new Held(by, null));
        }
        return staff.roster().map(roster -> on(roster, by, dossier, LocalDate.ofInstant(at, DossierCode.ZONE)));
    }

    private static Held on(Roster roster, Party by, Dossier dossier, LocalDate day) {
        var matter = dossier.matter();
        var agency = matter.agency();
        if (!by.covers(agency) || !roster.isManaged(agency, day) || leads(roster, by, agency, day)) {
            return new Held(by, null);
        }
        var chain = roster.actingFor(by.account(), agency, matter.procedure(), matter.sector(), day);
        var roles = EnumSet.noneOf(Role.class);
        roles.addAll(by.roles());
        if (chain.isEmpty()) {
            roles.remove(Role.LEADER);
        } else {
            roles.add(Role.LEADER);
        }
        var now = new Party(by.account(), roles, by.agency(), by.citizen());
        return new Held(now, first(chain));
    }

    private static boolean leads(Roster roster, Party by, String agency, LocalDate day) {
        return by.roles().contains(Role.LEADER)
                && roster.officer(by.account(), day)
                        .filter(post -> post.covers(agency) && post.roles().contains(StaffRole.LEADER))
                        .isPresent();
    }

    private static UUID first(List<Delegation> chain) {
        return chain.isEmpty() ? null : chain.get(0).id();
    }
}
