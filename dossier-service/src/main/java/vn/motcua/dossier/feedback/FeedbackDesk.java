package vn.motcua.dossier.feedback;

import com.github.f4b6a3.uuid.UuidCreator;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import vn.motcua.dossier.catalogue.Catalogue;
import vn.motcua.dossier.edge.Problem;
import vn.motcua.dossier.feedback.course.Actor;
import vn.motcua.dossier.feedback.course.Attempt;
import vn.motcua.dossier.feedback.course.Channel;
import vn.motcua.dossier.feedback.course.Deadline;
import vn.motcua.dossier.feedback.course.Feedback;
import vn.motcua.dossier.feedback.course.Matter;
import vn.motcua.dossier.feedback.course.Party;
import vn.motcua.dossier.feedback.course.Rights;
import vn.motcua.dossier.feedback.course.Stage;
import vn.motcua.dossier.feedback.course.Step;
import vn.motcua.dossier.relay.EventRelay;

/**
 * Where steps are taken. An answer that is not a failure is committed. The same key with the same content is answered as the first time and changes
 * nothing. Fails with {@link Problem}: not-found, forbidden, key-reused, stale, barred, rule-violated, unknown-code, calendar-not-published.
 */
@ApplicationScoped
class FeedbackDesk {

    /** How often a step starts anew because a timer or a rating came between. */
    /** The purpose of the catalogue's reasons. */
    private static final String REFUSAL = "FEEDBACK_REFUSAL";

    private static final int TRIES = 5;

    private final FeedbackStore store;
    private final Deadlines deadlines;
    private final Catalogue catalogue;
    private final EventRelay relay;
    private final Clock clock;
    private final String source;

    FeedbackDesk(
            FeedbackStore store,
            Deadlines deadlines,
            Catalogue catalogue,
            EventRelay relay,
            Clock clock,
            @ConfigProperty(name = "motcua.source", defaultValue = "urn:motcua:H03:dossier-service") String source) {
        this.store = store;
        this.deadlines = deadlines;
        this.catalogue = catalogue;
        this.relay = relay;
        this.clock = clock;
        this.source = source;
    }

    /** Somebody asks for a step. @param seen the ETag that they saw; not looked at where the step is taken aside */
    record Order(UUID id, Party by, long seen, Provenance provenance) {
        Order noting(String note) {
            return new Order(id, by, seen, provenance.noting(note));
        }
    }

    /** What a request is answered with. @param tag number of the last step that a person took */
    record Answer(FeedbackView view, long tag) {}

    /** What came of an entry that another system told. @param created whether it is new; else it was known */
    record Taken(UUID id, boolean created) {}

    /** Feedback comes in here: online by its author, at the counter by reception. */
    Uni<Answer> open(FeedbackRequest.Opening body, Channel channel, Party by, Provenance provenance) {
        var written = new Written();
        var agency = written.agency("/agency", body.agency(), catalogue);
        var procedure = written.procedure("/procedure", body.procedure(), catalogue);
        var words = Words.salted(
                written.optional("/author", body.author(), Written.LONGEST_AUTHOR),
                written.text("/text", body.text(), Written.LONGEST_TEXT));
        written.raise();
        var citizen = channel == Channel.ONLINE ? by.citizen() : null;
        var matter = new Matter(channel, agency, catalogue.path(agency), procedure, citizen, words.digest());
        return create(matter, words, by, now(), provenance)
                .map(kept -> new Answer(
                        view(
                                kept.earlier() == null ? kept.feedback() : Replay.of(kept, provenance.key()),
                                kept.words(),
                                by),
                        1));
    }

    /** Feedback came to the national system. Known already: nothing changes, whatever is told now is what was told then, or it is refused. */
    Uni<Taken> mirror(Matter matter, Words words, Party by, Instant receivedAt, Provenance provenance) {
        return create(matter, words, by, receivedAt, provenance).map(kept -> {
            if (kept.earlier() != null
                    && !provenance.key().sameRequest(kept.earlier().requestDigest())) {
                throw Refusals.keyReused();
            }
            return new Taken(kept.feedback().id(), kept.earlier() == null);
        });
    }

    Uni<Answer> classify(Order order, FeedbackRequest.Classification body) {
        var written = new Written();
        var kind = written.present("/kind", body.kind());
        var note = written.optional("/note", body.note(), Written.LONGEST_NOTE);
        written.raise();
        return take(
                order.noting(note),
                Step.CLASSIFICATION,
                (kept, by, at) -> done(
                        kept,
                        kept.feedback()
                                .classify(by, kind, owed(kept, Step.CLASSIFICATION, Stage.ANSWER, arrived(kept)), at)));
    }

    Uni<Answer> transfer(Order order, FeedbackRequest.Transfer body) {
        var written = new Written();
        var agency = written.agency("/agency", body.agency(), catalogue);
        var note = written.optional("/note", body.note(), Written.LONGEST_NOTE);
        written.raise();
        return take(
                order.noting(note),
                Step.TRANSFER,
                (kept, by, at) -> done(
                        kept,
                        kept.feedback()
                                .transfer(by, agency, catalogue.path(agency), deadlines.atReceipt(agency, at), at)));
    }

    Uni<Answer> refuse(Order order, FeedbackRequest.Refusal body) {
        var written = new Written();
        var reason = written.reason("/reason", body.reason(), REFUSAL, catalogue);
        var note = written.optional("/note", body.note(), Written.LONGEST_NOTE);
        written.raise();
        return take(
                order.noting(note),
                Step.REFUSAL,
                (kept, by, at) -> done(kept, kept.feedback().refuse(by, reason, at)));
    }

    Uni<Answer> ask(Order order, FeedbackRequest.Text body) {
        var question = text(body);
        return take(order, Step.SUPPLEMENT_REQUEST, (kept, by, at) -> {
            var until = deadlines.askingUntil(kept.feedback().matter().agency(), arrived(kept));
            return new Deed(kept.feedback().ask(by, until, at), kept.words().asking(question));
        });
    }

    Uni<Answer> supply(Order order, FeedbackRequest.Text body) {
        var supplement = text(body);
        return take(
                order,
                Step.SUPPLEMENT,
                (kept, by, at) -> new Deed(
                        kept.feedback().supply(by, owed(kept, Step.SUPPLEMENT, Stage.ANSWER, at), at),
                        kept.words().supplied(supplement)));
    }

    Uni<Answer> answer(Order order, FeedbackRequest.Text body) {
        var answer = text(body);
        return take(
                order,
                Step.ANSWER,
                (kept, by, at) -> new Deed(
                        kept.feedback().answer(by, owed(kept, Step.ANSWER, Stage.PUBLICATION, at), at),
                        kept.words().answered(answer)));
    }

    Uni<Answer> publish(Order order, FeedbackRequest.Remark body) {
        var written = new Written();
        var note = written.optional("/note", body.note(), Written.LONGEST_NOTE);
        written.raise();
        return take(
                order.noting(note),
                Step.PUBLICATION,
                (kept, by, at) -> done(kept, kept.feedback().publish(by, at)));
    }

    Uni<Answer> rate(Order order, FeedbackRequest.Rating body) {
        var written = new Written();
        var score = written.score("/score", body.score());
        var comment = written.optional("/comment", body.comment(), Written.LONGEST_NOTE);
        written.raise();
        return take(
                order.noting(comment),
                Step.RATING,
                (kept, by, at) -> done(kept, kept.feedback().rate(by, score, at)));
    }

    private static String text(FeedbackRequest.Text body) {
        var written = new Written();
        var text = written.text("/text", body.text(), Written.LONGEST_TEXT);
        written.raise();
        return text;
    }

    private static Instant arrived(Kept kept) {
        return kept.feedback().dates().arrivedAt();
    }

    /** What the agency owes after the step. Only who may take it needs the calendar: the others are barred, whether it is there or not. */
    private Deadline owed(Kept kept, Step step, Stage stage, Instant from) {
        return kept.feedback().isOpenTo(step)
                ? deadlines.of(stage, kept.feedback().matter().agency(), from)
                : null;
    }

    /** What is done, and what was written with it. */
    private record Deed(Attempt attempt, Words words) {}

    private interface Deeds {
        Deed attempt(Kept kept, Actor by, Instant at);
    }

    private static Deed done(Kept kept, Attempt attempt) {
        return new Deed(attempt, kept.words());
    }

    private Uni<Kept> create(Matter matter, Words words, Party by, Instant at, Provenance provenance) {
        var actor = Rights.author(by, matter.channel(), matter.agency()).orElseThrow(Refusals::notYours);
        var done = Feedback.receive(
                UuidCreator.getTimeOrderedEpoch(), matter, actor, deadlines.atReceipt(matter.agency(), at), at);
        var write = FeedbackWrite.first(done, words, provenance, source);
        return store.create(write)
                .chain(created -> {
                    if (created) {
                        relay.wake();
                        return Uni.createFrom()
                                .item(new Kept(done.feedback(), 1, write.event().hash(), words, null));
                    }
                    return store.created(provenance.key()).map(found -> found.orElseThrow(Refusals::busy));
                })
                // A caller who hangs up cancels what they wait for; the write goes on without them.
                .memoize()
                .indefinitely();
    }

    private Uni<Answer> take(Order order, Step step, Deeds deeds) {
        return take(order, step, deeds, 1);
    }

    private Uni<Answer> take(Order order, Step step, Deeds deeds, int time) {
        var key = order.provenance().key();
        return store.load(order.id(), key).chain(found -> {
            var kept = found.orElseThrow(Refusals::notFound);
            if (kept.earlier() != null) {
                var then = Replay.of(kept, key);
                return answer(then, kept.words(), order, tag(kept, step, then));
            }
            if (!Rights.maySee(order.by(), kept.feedback())) {
                throw Refusals.notFound();
            }
            var by = Rights.actor(order.by(), step, kept.feedback()).orElseThrow(Refusals::notYours);
            if (!step.isAside() && order.seen() != kept.stepSequence()) {
                throw Refusals.stale(kept.stepSequence());
            }
            var deed = deeds.attempt(kept, by, now(kept.feedback()));
            return deed.attempt()
                    .fold(
                            done -> save(order, step, deeds, time, kept, deed, done),
                            barred -> Uni.createFrom().failure(Refusals.barred(barred)));
        });
    }

    private Uni<Answer> save(Order order, Step step, Deeds deeds, int time, Kept kept, Deed deed, Attempt.Done done) {
        return store.step(FeedbackWrite.of(kept, done, deed.words(), step.isAside(), order.provenance(), source))
                .invoke(saved -> {
                    if (saved) {
                        relay.wake();
                    }
                })
                .memoize()
                .indefinitely()
                .chain(saved -> {
                    if (saved) {
                        return answer(done.feedback(), deed.words(), order, tag(kept, step, done.feedback()));
                    }
                    return time < TRIES
                            ? take(order, step, deeds, time + 1)
                            : Uni.createFrom().failure(Refusals.busy());
                });
    }

    private Uni<Answer> answer(Feedback feedback, Words words, Order order, long tag) {
        return Uni.createFrom().item(new Answer(view(feedback, words, order.by()), tag));
    }

    private FeedbackView view(Feedback feedback, Words words, Party who) {
        return FeedbackView.of(feedback, words, who, catalogue);
    }

    private static long tag(Kept kept, Step step, Feedback after) {
        return step.isAside() ? kept.stepSequence() : after.sequence();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private Instant now(Feedback feedback) {
        return feedback.notBeforeLastStep(now());
    }
}
