package vn.motcua.dossier.casework;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import vn.motcua.dossier.edge.Problem;
import vn.motcua.dossier.lifecycle.Actor;
import vn.motcua.dossier.lifecycle.Attempt;
import vn.motcua.dossier.lifecycle.Bar;
import vn.motcua.dossier.lifecycle.Dossier;
import vn.motcua.dossier.lifecycle.Party;
import vn.motcua.dossier.lifecycle.Rights;
import vn.motcua.dossier.lifecycle.Role;
import vn.motcua.dossier.lifecycle.Step;

/**
 * Where the officer who has an open dossier proposes what is not theirs to decide: papers to ask for, a stop, a later date. Nothing is published
 * and the dossier stands as it stood until the step that names the proposal is taken. Answers and fails as {@link DossierDesk}. Source: Decree
 * 61/2018, art. 19 §4, §9 (the officer drafts, the leader approves, the one-stop shop sends).
 */
@ApplicationScoped
class DraftingDesk {

    private static final int MOST = 100;

    private final Steps steps;
    private final CaseStore cases;
    private final ProposalStore proposals;
    private final WaitingDesk waiting;
    private final ProcessingDesk processing;
    private final Intake intake;
    private final Standing standing;

    DraftingDesk(
            Steps steps,
            CaseStore cases,
            ProposalStore proposals,
            WaitingDesk waiting,
            ProcessingDesk processing,
            Intake intake,
            Standing standing) {
        this.steps = steps;
        this.cases = cases;
        this.proposals = proposals;
        this.waiting = waiting;
        this.processing = processing;
        this.intake = intake;
        this.standing = standing;
    }

    /** Records what is proposed, once the leader could approve it as things stand. */
    Uni<Proposal> propose(Order order, StepRequest.Proposing body) {
        var faults = new Faults();
        intake.present("/kind", body.kind(), faults);
        intake.note(body.note(), faults);
        faults.raise();
        return cases.load(order.dossier(), null).chain(found -> {
            var kept = found.orElseThrow(Refusals::notFound);
            if (!Rights.mayPropose(order.by(), kept.dossier())) {
                throw Refusals.notYours();
            }
            return earlier(order).chain(used -> used == null ? propose(order, body, kept) : item(used));
        });
    }

    private Uni<Proposal> propose(Order order, StepRequest.Proposing body, Kept kept) {
        if (order.seen() != kept.stepSequence()) {
            return steps.overtaken(kept, order);
        }
        var at = steps.now(kept.dossier());
        var leader = new Actor(Role.LEADER, order.by().agency());
        var attempt = body.kind() == StepRequest.Proposable.SUPPLEMENT
                ? waiting.couldBeAsked(kept.dossier(), leader, body, at)
                : processing.couldBeDone(kept.dossier(), leader, body, at);
        attempt.fold(done -> done, barred -> {
            throw Refusals.barred(barred, kept.dossier().code());
        });
        return proposals.draft(order, body, at).chain(added -> added.isPresent() ? item(added.get()) : notAdded(order));
    }

    /** Somebody was quicker: with this very request, with a step, or with another proposal of the kind. */
    private Uni<Proposal> notAdded(Order order) {
        return earlier(order)
                .chain(used -> used != null
                        ? item(used)
                        : cases.load(order.dossier(), null).chain(found -> {
                            var now = found.orElseThrow(Refusals::notFound);
                            if (order.seen() != now.stepSequence()) {
                                return steps.overtaken(now, order);
                            }
                            throw barred(now.dossier(), Bar.PROPOSED_ALREADY);
                        }));
    }

    /** What this key proposed before; null if nothing. Fails if it was with another content. */
    private Uni<Proposal> earlier(Order order) {
        var key = order.provenance().key();
        return proposals.byKey(order.dossier(), key).map(used -> {
            if (used.isPresent() && !key.sameRequest(used.get().requestDigest())) {
                throw Refusals.keyReused();
            }
            return used.orElse(null);
        });
    }

    /** Takes it off the table: who decides it, with the reason in the note, or who proposed it and thinks again. Also once the dossier is closed. */
    Uni<Proposal> reject(Order order, int number, StepRequest.Taken body) {
        var note = intake.noted(order, body.note()).provenance().note();
        var key = order.provenance().key();
        return seen(order.dossier(), order.by())
                .chain(kept -> find(order, number)
                        .chain(before -> decider(order, kept, before).chain(by -> {
                            if (!before.account().equals(by.account())
                                    && !Rights.mayDecide(
                                            by, kept.dossier(), before.kind().step())) {
                                throw Refusals.notYours();
                            }
                            if (before.outcome() == null && order.seen() != kept.stepSequence()) {
                                return steps.overtaken(kept, order);
                            }
                            return proposals
                                    .reject(order, number, note, steps.now(kept.dossier()))
                                    .chain(done -> done.isPresent()
                                            ? item(done.get())
                                            : find(order, number)
                                                    .map(now -> Rejections.again(now, key, kept.dossier())));
                        })));
    }

    /** As they stand towards the dossier: by the list and the delegations where the agency has a list, as for the step itself. */
    private Uni<Party> decider(Order order, Kept kept, Proposal proposed) {
        var at = steps.now(kept.dossier());
        return standing.of(order.by(), proposed.kind().step(), kept.dossier(), at)
                .map(Standing.Held::by);
    }

    /** What officers proposed for a dossier, the newest first. */
    Uni<List<Proposal>> list(UUID dossier, Party by) {
        return seen(dossier, by).chain(kept -> proposals.of(dossier, false, MOST));
    }

    private Uni<Proposal> find(Order order, int number) {
        return proposals
                .find(order.dossier(), number)
                .map(found -> found.filter(proposal -> proposal.kind() != null).orElseThrow(Refusals::notFound));
    }

    /** Those who propose and those who decide. */
    private Uni<Kept> seen(UUID dossier, Party by) {
        return cases.load(dossier, null).chain(found -> {
            var kept = found.orElseThrow(Refusals::notFound);
            return standing.of(by, Step.STOP, kept.dossier(), steps.now(kept.dossier()))
                    .map(held -> {
                        var decides = Arrays.stream(StepRequest.Proposable.values())
                                .anyMatch(kind -> Rights.mayDecide(held.by(), kept.dossier(), kind.step()));
                        if (!decides && !Rights.mayPropose(by, kept.dossier())) {
                            throw Refusals.notYours();
                        }
                        return kept;
                    });
        });
    }

    private static Uni<Proposal> item(Proposal proposal) {
        return Uni.createFrom().item(proposal);
    }

    private static Problem barred(Dossier dossier, Bar why) {
        return Refusals.barred(new Attempt.Barred(why, dossier.status()), dossier.code());
    }
}
