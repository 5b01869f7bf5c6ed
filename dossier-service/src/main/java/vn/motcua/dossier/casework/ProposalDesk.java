package vn.motcua.dossier.casework;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import vn.motcua.dossier.edge.Problem;
import vn.motcua.dossier.edge.RequestKey;
import vn.motcua.dossier.lifecycle.Actor;
import vn.motcua.dossier.lifecycle.Attempt;
import vn.motcua.dossier.lifecycle.Bar;
import vn.motcua.dossier.lifecycle.Correction;
import vn.motcua.dossier.lifecycle.Party;
import vn.motcua.dossier.lifecycle.Rights;
import vn.motcua.dossier.lifecycle.Step;

/**
 * Where a closed dossier is put right by two: one leader proposes, another confirms or rejects. Before it is confirmed nothing is published and
 * nothing changes. Answers and fails as {@link DossierDesk}.
 */
@ApplicationScoped
class ProposalDesk {

    private static final int MOST = 100;

    private final Steps steps;
    private final CaseStore cases;
    private final ProposalStore proposals;
    private final Corrections corrections;
    private final Intake intake;
    private final Dates dates;
    private final Standing standing;

    ProposalDesk(
            Steps steps,
            CaseStore cases,
            ProposalStore proposals,
            Corrections corrections,
            Intake intake,
            Dates dates,
            Standing standing) {
        this.steps = steps;
        this.cases = cases;
        this.proposals = proposals;
        this.corrections = corrections;
        this.intake = intake;
        this.dates = dates;
        this.standing = standing;
    }

    /** Records what is proposed, once it could be confirmed as things stand. */
    Uni<Proposal> propose(Order order, StepRequest.Correction body) {
        var reason = corrections.reason(body);
        var key = order.provenance().key();
        intake.noted(order, body.note());
        return proposals
                .byKey(order.dossier(), key)
                .chain(used -> used.isPresent()
                        ? leading(order.dossier(), order.by())
                                .map(led -> repeated(
                                        used.get(), key.sameRequest(used.get().requestDigest())))
                        : leading(order.dossier(), order.by()).chain(led -> {
                            var kept = led.kept();
                            if (isOvertaken(kept, order)) {
                                return steps.overtaken(kept, order);
                            }
                            var at = steps.now(kept.dossier());
                            attempt(kept, led.leader(), false, body, reason, at)
                                    .attempt()
                                    .fold(done -> done, barred -> {
                                        throw Refusals.barred(
                                                barred, kept.dossier().code());
                                    });
                            return proposals
                                    .add(
                                            order.dossier(),
                                            body,
                                            order.provenance().account(),
                                            order.by().account(),
                                            at,
                                            key)
                                    .chain(added ->
                                            added.isPresent() ? Uni.createFrom().item(added.get()) : twin(kept, key));
                        }));
    }

    /** Puts it right; only somebody else than the proposer. */
    Uni<Answer> confirm(Order order, int number, StepRequest.Taken body) {
        var noted = intake.noted(order, body.note());
        return proposals
                .find(order.dossier(), number)
                .map(ProposalDesk::correction)
                .chain(found -> {
                    if (found.isEmpty()) {
                        // Whose dossier it is not learns nothing of its proposals either.
                        return leading(order.dossier(), order.by()).map(led -> {
                            throw Refusals.notFound();
                        });
                    }
                    var proposal = found.get();
                    return steps.amend(noted, Step.CORRECTION, (kept, actor, at) -> {
                        if (proposal.outcome() != null) {
                            throw barred(kept, Bar.PROPOSAL_DECIDED);
                        }
                        var same = proposal.account().equals(order.by().account());
                        return attempt(
                                kept,
                                actor,
                                same,
                                proposal.asked(),
                                proposal.asked().reason(),
                                at,
                                number);
                    });
                });
    }

    /** Takes it off the table; the proposer too may think again. */
    Uni<Proposal> reject(Order order, int number, StepRequest.Taken body) {
        var note = intake.noted(order, body.note()).provenance().note();
        var key = order.provenance().key();
        return leading(order.dossier(), order.by())
                .map(Led::kept)
                .chain(kept -> proposals
                        .find(order.dossier(), number)
                        .map(ProposalDesk::correction)
                        .chain(found -> {
                            var before = found.orElseThrow(Refusals::notFound);
                            if (Rejections.isBy(before, key)) {
                                return Uni.createFrom().item(Rejections.again(before, key, kept.dossier()));
                            }
                            if (isOvertaken(kept, order)) {
                                return steps.overtaken(kept, order);
                            }
                            return proposals
                                    .reject(order, number, note, steps.now(kept.dossier()))
                                    .chain(done -> done.isPresent()
                                            ? Uni.createFrom().item(done.get())
                                            : proposals
                                                    .find(order.dossier(), number)
                                                    .map(now -> Rejections.again(
                                                            now.orElseThrow(Refusals::notFound), key, kept.dossier())));
                        }));
    }

    /** Somebody was quicker: the same request at the same instant, which is answered as that one was, or another proposal. */
    private Uni<Proposal> twin(Kept kept, RequestKey key) {
        return proposals.byKey(kept.dossier().id(), key).map(used -> {
            var first = used.orElseThrow(() -> barred(kept, Bar.PROPOSED_ALREADY));
            return repeated(first, key.sameRequest(first.requestDigest()));
        });
    }

    private static Optional<Proposal> correction(Optional<Proposal> found) {
        return found.filter(proposal -> proposal.kind() == null);
    }

    private static boolean isOvertaken(Kept kept, Order order) {
        return order.seen() != kept.stepSequence();
    }

    /** What was proposed for a dossier, the newest first. */
    Uni<List<Proposal>> list(UUID dossier, Party by) {
        return leading(dossier, by).chain(led -> proposals.of(dossier, true, MOST));
    }

    private Steps.Amended attempt(
            Kept kept, Actor actor, boolean same, StepRequest.Correction body, String reason, Instant at) {
        return attempt(kept, actor, same, body, reason, at, null);
    }

    private Steps.Amended attempt(
            Kept kept,
            Actor actor,
            boolean same,
            StepRequest.Correction body,
            String reason,
            Instant at,
            Integer number) {
        var amendments = kept.dossier().amendments();
        var nothing = Correction.of(kept.dossier().matter(), Set.of());
        var bare = amendments.correctClosed(actor, same, nothing, reason, at);
        // Who may not do it, and where it cannot be done, needs no reading of what was asked.
        if (bare instanceof Attempt.Barred barred && barred.reason() != Bar.NOTHING_CORRECTED) {
            return new Steps.Amended(bare, null);
        }
        var read = corrections.read(kept, body, at);
        return new Steps.Amended(
                amendments.correctClosed(actor, same, read.correction(), reason, at), read.part(), number);
    }

    /** A dossier and as whom somebody leads there. */
    private record Led(Kept kept, Actor leader) {}

    private Uni<Led> leading(UUID dossier, Party by) {
        return cases.load(dossier, null).chain(found -> {
            var kept = found.orElseThrow(Refusals::notFound);
            return standing.of(by, Step.CORRECTION, kept.dossier(), steps.now(kept.dossier()))
                    .map(held -> new Led(kept, leader(kept, held.by())));
        });
    }

    private Actor leader(Kept kept, Party by) {
        var rules = dates.rules(kept.dossier().matter());
        return Rights.actor(by, Step.CORRECTION, kept.dossier(), rules).orElseThrow(Refusals::notYours);
    }

    private static Proposal repeated(Proposal before, boolean sameRequest) {
        if (!sameRequest) {
            throw Refusals.keyReused();
        }
        return before;
    }

    private static Problem barred(Kept kept, Bar why) {
        return Refusals.barred(
                new Attempt.Barred(why, kept.dossier().status()), kept.dossier().code());
    }
}
