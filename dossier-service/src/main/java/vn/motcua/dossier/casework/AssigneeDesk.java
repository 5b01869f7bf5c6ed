package vn.motcua.dossier.casework;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import vn.motcua.dossier.casework.AssigneeView.CandidateView;
import vn.motcua.dossier.lifecycle.Actor;
import vn.motcua.dossier.lifecycle.Dossier;
import vn.motcua.dossier.lifecycle.DossierCode;
import vn.motcua.dossier.lifecycle.Flow;
import vn.motcua.dossier.lifecycle.Party;
import vn.motcua.dossier.lifecycle.Rights;
import vn.motcua.dossier.lifecycle.Role;
import vn.motcua.dossier.lifecycle.Step;
import vn.motcua.dossier.staff.StaffDesk;
import vn.motcua.dossier.staff.roster.Delegation;
import vn.motcua.dossier.staff.roster.Officer;
import vn.motcua.dossier.staff.roster.Roster;
import vn.motcua.dossier.staff.roster.StaffRole;

/** Whom a dossier could be given to. Reads only; fails with a {@link vn.motcua.dossier.edge.Problem} where the assignment would. */
@ApplicationScoped
class AssigneeDesk {

    /** Of a unit with more in one role, those with the fewest open dossiers. */
    private static final int MOST = 100;

    private static final Comparator<CandidateView> THERE_AND_LEAST_BURDENED = Comparator.comparing(
                    (CandidateView one) -> !one.there())
            .thenComparing(CandidateView::openDossiers)
            .thenComparing(CandidateView::account);

    private final CaseStore cases;
    private final CaseloadStore caseload;
    private final StaffDesk staff;
    private final Intake intake;
    private final Dates dates;
    private final Standing standing;
    private final Clock clock;

    AssigneeDesk(
            CaseStore cases,
            CaseloadStore caseload,
            StaffDesk staff,
            Intake intake,
            Dates dates,
            Standing standing,
            Clock clock) {
        this.cases = cases;
        this.caseload = caseload;
        this.staff = staff;
        this.intake = intake;
        this.dates = dates;
        this.standing = standing;
        this.clock = clock;
    }

    Uni<AssigneeView> candidates(UUID id, Party who) {
        return cases.load(id, null).chain(found -> {
            var dossier = found.map(Kept::dossier).orElseThrow(Refusals::notFound);
            var at = clock.instant().isBefore(dossier.changedAt()) ? dossier.changedAt() : clock.instant();
            return standing.of(who, Step.ASSIGNMENT, dossier, at)
                    .map(held -> {
                        if (!Rights.maySee(who, dossier) && !Rights.maySee(held.by(), dossier)) {
                            throw Refusals.notFound();
                        }
                        return leader(held.by(), dossier);
                    })
                    .chain(actor -> dossier.routing()
                            .assign(actor, false, "", dossier.matter().agency(), intake.workflow(dossier.matter()), at)
                            .fold(
                                    assignable -> candidates(dossier, at),
                                    barred -> Uni.createFrom().failure(Refusals.barred(barred, dossier.code()))));
        });
    }

    private Actor leader(Party who, Dossier dossier) {
        return Rights.actors(who, Step.ASSIGNMENT, dossier, dates.rules(dossier.matter())).stream()
                .filter(one -> one.role() == Role.LEADER)
                .findFirst()
                .orElseThrow(Refusals::notYours);
    }

    private Uni<AssigneeView> candidates(Dossier dossier, Instant at) {
        var unit = dossier.matter().agency();
        var role = role(dossier);
        var day = LocalDate.ofInstant(at, DossierCode.ZONE);
        return staff.roster().chain(roster -> {
            var posts = roster.holders(unit, role, day);
            return caseload.open(posts.stream().map(Officer::account).toList())
                    .map(open -> new AssigneeView(
                            roster.best(unit, role, day, open)
                                    .map(Officer::account)
                                    .orElse(null),
                            unit,
                            role.word(),
                            roster.isManaged(unit, day),
                            posts.stream()
                                    .map(post -> candidate(post, roster, open, dossier, day))
                                    .sorted(THERE_AND_LEAST_BURDENED)
                                    .limit(MOST)
                                    .toList()));
        });
    }

    private static CandidateView candidate(
            Officer post, Roster roster, Map<String, Integer> open, Dossier dossier, LocalDate day) {
        var absentUntil = roster.absentUntil(post.account(), day).orElse(null);
        return new CandidateView(
                post.account(),
                post.name(),
                post.position(),
                open.getOrDefault(post.account(), 0),
                absentUntil == null,
                absentUntil,
                post.account().equals(dossier.officer()) ? true : null,
                absentUntil == null ? null : standIns(post, roster, dossier, day));
    }

    /** Who is there and acts for them in this agency and procedure. */
    private static List<String> standIns(Officer post, Roster roster, Dossier dossier, LocalDate day) {
        var matter = dossier.matter();
        var found = roster.standInsFor(post.account(), day).stream()
                .filter(delegation -> delegation.covers(matter.agency(), matter.procedure(), matter.sector()))
                .map(Delegation::to)
                .distinct()
                .toList();
        return found.isEmpty() ? null : found;
    }

    /** Of the step of the workflow that is on; an officer where there is none, or where nobody of a staff list does it. */
    private StaffRole role(Dossier dossier) {
        Flow flow = dossier.course().flow();
        return Optional.ofNullable(flow)
                .flatMap(on -> intake.workflow(dossier.matter()).step(on.step()))
                .flatMap(step -> StaffRole.of(step.role().name().toLowerCase(Locale.ROOT)))
                .orElse(StaffRole.OFFICER);
    }
}
