package vn.motcua.dossier.casework;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
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
public class Standing {

    private final StaffDesk staff;
    private final Clock clock;

    Standing(StaffDesk staff, Clock clock) {
        this.staff = staff;
        this.clock = clock;
    }

    /**
     * Somebody as they stand towards a dossier on a day.
     *
     * @param delegation under which they act as a leader; null in their own right
     */
    record Held(Party by, UUID delegation) {}

    /** From memory: it costs no round trip. */
    Uni<Held> of(Party by, Step step, Dossier dossier, Instant at) {
        if (by.agency() == null || !Rights.isEverALeaders(step)) {
            return Uni.createFrom().item(new Held(by, null));
        }
        var about = step.isOfAPart() ? aboutPart(by, dossier) : About.of(dossier);
        return staff.roster().map(roster -> on(roster, by, about, LocalDate.ofInstant(at, DossierCode.ZONE)));
    }

    /** A part is done by its own agency's leaders, or by the officers there. */
    private static About aboutPart(Party by, Dossier dossier) {
        var matter = dossier.matter();
        var holder = dossier.course().holders().stream().filter(by::covers).findFirst();
        return new About(holder.orElse(matter.agency()), matter.procedure(), matter.sector());
    }

    /** As they look at a dossier today: who acts for its leader sees what the leader sees. Nobody sees less than by their token. From memory. */
    public Uni<Party> looking(Party by, Dossier dossier) {
        return looking(by, About.of(dossier));
    }

    /** The same for all dossiers of an agency: by a delegation that is not bound to a procedure or a sector. */
    public Uni<Party> looking(Party by, String agency) {
        return looking(by, new About(agency, null, null));
    }

    Uni<Party> looking(Party by, About about) {
        if (!by.roles().contains(Role.OFFICER) || by.roles().contains(Role.LEADER)) {
            return Uni.createFrom().item(by);
        }
        return staff.roster().map(roster -> on(roster, by, about, today()).by());
    }

    /** As they decide today what was proposed of such dossiers: by the list where there is one. From memory. */
    Uni<Function<About, Party>> deciding(Party by) {
        return staff.roster()
                .map(roster -> about -> on(roster, by, about, today()).by());
    }

    /**
     * What a right to lead is asked for.
     *
     * @param procedure null for all of the agency
     * @param sector the same
     */
    record About(String agency, String procedure, String sector) {
        static About of(Dossier dossier) {
            var matter = dossier.matter();
            return new About(matter.agency(), matter.procedure(), matter.sector());
        }
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), DossierCode.ZONE);
    }

    private static Held on(Roster roster, Party by, About about, LocalDate day) {
        var agency = about.agency();
        if (!by.covers(agency) || !roster.isManaged(agency, day) || leads(roster, by, agency, day)) {
            return new Held(by, null);
        }
        var chain = roster.actingFor(by.account(), agency, about.procedure(), about.sector(), day);
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
