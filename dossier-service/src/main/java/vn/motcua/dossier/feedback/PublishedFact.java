package vn.motcua.dossier.feedback;

import vn.motcua.dossier.events.Actor;
import vn.motcua.dossier.events.AgencyRef;
import vn.motcua.dossier.events.Origin;
import vn.motcua.dossier.events.ProcedureRef;
import vn.motcua.dossier.events.Role;
import vn.motcua.dossier.events.feedback.FeedbackAnswered;
import vn.motcua.dossier.events.feedback.FeedbackChannel;
import vn.motcua.dossier.events.feedback.FeedbackClassified;
import vn.motcua.dossier.events.feedback.FeedbackEvent;
import vn.motcua.dossier.events.feedback.FeedbackKind;
import vn.motcua.dossier.events.feedback.FeedbackOverdue;
import vn.motcua.dossier.events.feedback.FeedbackPublished;
import vn.motcua.dossier.events.feedback.FeedbackRated;
import vn.motcua.dossier.events.feedback.FeedbackReceived;
import vn.motcua.dossier.events.feedback.FeedbackRefused;
import vn.motcua.dossier.events.feedback.FeedbackStage;
import vn.motcua.dossier.events.feedback.FeedbackState;
import vn.motcua.dossier.events.feedback.FeedbackStatus;
import vn.motcua.dossier.events.feedback.FeedbackSupplementRequested;
import vn.motcua.dossier.events.feedback.FeedbackSupplementSubmitted;
import vn.motcua.dossier.events.feedback.FeedbackTransferred;
import vn.motcua.dossier.feedback.course.Deadline;
import vn.motcua.dossier.feedback.course.Fact;
import vn.motcua.dossier.feedback.course.Feedback;

/** A fact in the words of the published language, with the feedback as it stands after it. */
record PublishedFact(FeedbackState state) implements Fact.Cases<FeedbackEvent> {

    static FeedbackEvent of(Feedback feedback, Fact fact) {
        return fact.fold(new PublishedFact(state(feedback)));
    }

    @Override
    public FeedbackEvent received(Fact.Received fact) {
        return new FeedbackReceived(state, actor(fact));
    }

    @Override
    public FeedbackEvent classified(Fact.Classified fact) {
        return new FeedbackClassified(state, actor(fact), fact.previousDueAt());
    }

    @Override
    public FeedbackEvent transferred(Fact.Transferred fact) {
        return new FeedbackTransferred(state, actor(fact), AgencyRef.of(fact.fromAgency()), fact.previousDueAt());
    }

    @Override
    public FeedbackEvent refused(Fact.Refused fact) {
        return new FeedbackRefused(state, actor(fact), fact.reason(), fact.previousDueAt());
    }

    @Override
    public FeedbackEvent supplementRequested(Fact.SupplementRequested fact) {
        return new FeedbackSupplementRequested(state, actor(fact));
    }

    @Override
    public FeedbackEvent supplementSubmitted(Fact.SupplementSubmitted fact) {
        return new FeedbackSupplementSubmitted(state, actor(fact));
    }

    @Override
    public FeedbackEvent answered(Fact.Answered fact) {
        return new FeedbackAnswered(state, actor(fact), fact.previousDueAt());
    }

    @Override
    public FeedbackEvent published(Fact.Published fact) {
        return new FeedbackPublished(state, actor(fact), fact.previousDueAt());
    }

    @Override
    public FeedbackEvent rated(Fact.Rated fact) {
        return new FeedbackRated(state, actor(fact), fact.score());
    }

    @Override
    public FeedbackEvent overdue(Fact.Overdue fact) {
        return new FeedbackOverdue(state, actor(fact));
    }

    private static Actor actor(Fact fact) {
        var role = switch (fact.actor().role()) {
            case CITIZEN -> Role.CITIZEN;
            case RECEPTION -> Role.RECEPTION;
            case OFFICER -> Role.OFFICER;
            case LEADER -> Role.LEADER;
            // Other systems are one to readers: the channel says which.
            case PORTAL, SYSTEM -> Role.SYSTEM;
        };
        return new Actor(role, fact.actor().unit());
    }

    static FeedbackState state(Feedback feedback) {
        var matter = feedback.matter();
        var dates = feedback.dates();
        return new FeedbackState(
                FeedbackStatus.valueOf(feedback.status().name()),
                feedback.previousStatus() == null
                        ? null
                        : FeedbackStatus.valueOf(feedback.previousStatus().name()),
                feedback.kind() == null
                        ? null
                        : FeedbackKind.valueOf(feedback.kind().name()),
                FeedbackChannel.valueOf(matter.channel().name()),
                new AgencyRef(matter.agency(), matter.agencyPath()),
                matter.procedure() == null ? null : ProcedureRef.of(matter.procedure()),
                dates.receivedAt(),
                dates.arrivedAt(),
                dates.classifiedAt(),
                dates.askedAt(),
                dates.answeredAt(),
                dates.publishedAt(),
                dates.refusedAt(),
                feedback.current()
                        .map(Deadline::stage)
                        .map(stage -> FeedbackStage.valueOf(stage.name()))
                        .orElse(null),
                feedback.dueAt().orElse(null),
                Origin.LIVE,
                matter.privateDigest());
    }
}
