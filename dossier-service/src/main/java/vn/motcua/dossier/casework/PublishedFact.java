package vn.motcua.dossier.casework;

import vn.motcua.dossier.events.Accepted;
import vn.motcua.dossier.events.Actor;
import vn.motcua.dossier.events.AgencyRef;
import vn.motcua.dossier.events.Channel;
import vn.motcua.dossier.events.Completed;
import vn.motcua.dossier.events.DossierEvent;
import vn.motcua.dossier.events.DossierState;
import vn.motcua.dossier.events.Limit;
import vn.motcua.dossier.events.Origin;
import vn.motcua.dossier.events.Outcome;
import vn.motcua.dossier.events.ProcedureRef;
import vn.motcua.dossier.events.ProcessingStarted;
import vn.motcua.dossier.events.Refused;
import vn.motcua.dossier.events.ReturnMethod;
import vn.motcua.dossier.events.Returned;
import vn.motcua.dossier.events.Role;
import vn.motcua.dossier.events.Status;
import vn.motcua.dossier.events.Submitted;
import vn.motcua.dossier.events.Withdrawn;
import vn.motcua.dossier.lifecycle.Dossier;
import vn.motcua.dossier.lifecycle.Fact;
import vn.motcua.dossier.lifecycle.Via;

/** A fact of the lifecycle in the words of the published language, with the dossier as it stands after it. */
final class PublishedFact implements Fact.Cases<DossierEvent> {

    private final DossierState state;

    private PublishedFact(DossierState state) {
        this.state = state;
    }

    static DossierEvent of(Dossier dossier, Fact fact) {
        return fact.fold(new PublishedFact(state(dossier)));
    }

    @Override
    public DossierEvent submitted(Fact.Submitted fact) {
        return new Submitted(state, actor(fact), fact.replyDueAt());
    }

    @Override
    public DossierEvent accepted(Fact.Accepted fact) {
        var unit = Limit.Unit.valueOf(fact.limit().unit().name());
        return new Accepted(state, actor(fact), new Limit(fact.limit().amount(), unit));
    }

    @Override
    public DossierEvent refused(Fact.Refused fact) {
        return new Refused(state, actor(fact), fact.reason());
    }

    @Override
    public DossierEvent processingStarted(Fact.ProcessingStarted fact) {
        return new ProcessingStarted(state, actor(fact));
    }

    @Override
    public DossierEvent withdrawn(Fact.Withdrawn fact) {
        return new Withdrawn(state, actor(fact));
    }

    @Override
    public DossierEvent completed(Fact.Completed fact) {
        return new Completed(state, actor(fact), Outcome.valueOf(fact.outcome().name()), 1);
    }

    @Override
    public DossierEvent returned(Fact.Returned fact) {
        return new Returned(state, actor(fact), via(fact.via()));
    }

    private static ReturnMethod via(Via via) {
        return switch (via) {
            case COUNTER -> ReturnMethod.COUNTER;
            case ONLINE -> ReturnMethod.ELECTRONIC;
            case POST -> ReturnMethod.POST;
        };
    }

    private static Actor actor(Fact fact) {
        return new Actor(Role.valueOf(fact.actor().role().name()), fact.actor().unit());
    }

    private static DossierState state(Dossier dossier) {
        var matter = dossier.matter();
        var times = dossier.timeline();
        return new DossierState(
                dossier.code(),
                Status.valueOf(dossier.status().name()),
                dossier.previousStatus() == null
                        ? null
                        : Status.valueOf(dossier.previousStatus().name()),
                Channel.valueOf(matter.channel().name()),
                ReturnMethod.valueOf(matter.returnMethod().name()),
                new ProcedureRef(matter.procedure(), matter.procedureVersion(), matter.sector()),
                new AgencyRef(matter.agency(), matter.agencyPath()),
                times.submittedAt(),
                times.acceptedAt(),
                times.dueAt(),
                times.originalDueAt(),
                times.completedAt(),
                times.endedAt(),
                times.returnedAt(),
                Origin.valueOf(matter.origin().name()),
                matter.legalProfile().year(),
                matter.privateDigest());
    }
}
