package vn.motcua.dossier.casework;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Function;
import vn.motcua.dossier.lifecycle.Attempt;
import vn.motcua.dossier.lifecycle.Bar;
import vn.motcua.dossier.lifecycle.Rights;

/** How a step decides what an officer proposed: it names the proposal, takes from it what it does not say itself, and closes it as it is written. */
@ApplicationScoped
class Proposed {

    private final ProposalStore proposals;
    private final CaseStore cases;

    Proposed(ProposalStore proposals, CaseStore cases) {
        this.proposals = proposals;
        this.cases = cases;
    }

    /**
     * The step with the proposal that it names, for one look more; at once, with null, where it names none. Fails where the dossier has no such
     * proposal: to whom the dossier is not, as if it were not there.
     */
    Uni<Answer> decides(
            Order order, Integer number, StepRequest.Proposable kind, Function<Proposal, Uni<Answer>> step) {
        if (number == null) {
            return step.apply(null);
        }
        return proposals.find(order.dossier(), number).chain(found -> {
            var proposal = found.filter(one -> one.kind() == kind).orElse(null);
            return proposal == null ? unknown(order, kind) : step.apply(proposal);
        });
    }

    private Uni<Answer> unknown(Order order, StepRequest.Proposable kind) {
        return cases.load(order.dossier(), null).map(found -> {
            var dossier = found.orElseThrow(Refusals::notFound).dossier();
            throw Rights.mayDecide(order.by(), dossier, kind.step()) ? Refusals.noProposal() : Refusals.notYours();
        });
    }

    /** The deed that closes the proposal; the bare deed where there is none. */
    Steps.Amending deciding(Proposal proposal, Steps.Deed deed) {
        return (kept, actor, at) -> {
            if (proposal != null && proposal.outcome() != null) {
                return new Steps.Amended(
                        new Attempt.Barred(Bar.PROPOSAL_DECIDED, kept.dossier().status()), null);
            }
            return new Steps.Amended(
                    deed.attempt(kept.dossier(), actor, at), null, proposal == null ? null : proposal.number());
        };
    }

    static StepRequest.Supplementing filled(StepRequest.Supplementing body, Proposal proposal) {
        var draft = draft(proposal);
        return draft == null
                ? body
                : new StepRequest.Supplementing(
                        or(body.missing(), draft.missing()),
                        or(body.deadline(), draft.deadline()),
                        or(body.legalBasis(), draft.legalBasis()),
                        body.proposal(),
                        body.note());
    }

    static StepRequest.Stop filled(StepRequest.Stop body, Proposal proposal) {
        var draft = draft(proposal);
        return draft == null
                ? body
                : new StepRequest.Stop(
                        or(body.reason(), draft.reason()),
                        or(body.resumable(), draft.resumable()),
                        body.proposal(),
                        body.note());
    }

    static StepRequest.Extension filled(StepRequest.Extension body, Proposal proposal) {
        var draft = draft(proposal);
        return draft == null
                ? body
                : new StepRequest.Extension(
                        or(body.dueAt(), draft.dueAt()),
                        or(body.reason(), draft.reason()),
                        body.proposal(),
                        body.note());
    }

    private static StepRequest.Proposing draft(Proposal proposal) {
        return proposal == null ? null : proposal.draft();
    }

    private static <T> T or(T said, T proposed) {
        return said == null ? proposed : said;
    }
}
