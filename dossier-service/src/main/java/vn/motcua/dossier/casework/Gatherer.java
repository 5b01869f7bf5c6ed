package vn.motcua.dossier.casework;

import io.micrometer.core.instrument.DistributionSummary;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.function.Function;
import vn.motcua.dossier.edge.Problem;
import vn.motcua.dossier.edge.ProblemType;

/**
 * What arrives while a statement is in flight goes together in the next. At most so many together and so many waiting; whoever comes beyond that is
 * told to come later. When a statement fails, each of its parts is tried alone, so that one bad part fails nobody else. Answers arrive on
 * the context of whoever asked. Thread-safe.
 *
 * @param <Q> what is asked
 * @param <A> what is answered
 */
final class Gatherer<Q, A> {

    /** Most parts of one statement. */
    static final int MOST_TOGETHER = 200;

    /** Most parts that wait. */
    static final int MOST_WAITING = 2_000;

    private final Function<List<Q>, Uni<List<A>>> together;
    private final Function<Q, Object> subject;
    private final DistributionSummary sizes;
    private final int mostInFlight;
    private final Deque<Asked<Q, A>> waiting = new ArrayDeque<>();
    private int inFlight;

    private record Asked<Q, A>(Q question, UniEmitter<? super A> asker, Context context) {
        void answer(A answer) {
            back(() -> asker.complete(answer));
        }

        void fail(Throwable failure) {
            back(() -> asker.fail(failure));
        }

        private void back(Runnable end) {
            if (context == null || context == Vertx.currentContext()) {
                end.run();
            } else {
                context.runOnContext(here -> end.run());
            }
        }
    }

    /**
     * @param together answers a list in its order, in one statement; also a list of one
     * @param subject what may stand in a statement once only; null if everything may stand side by side
     * @param mostInFlight statements at a time
     */
    Gatherer(
            Function<List<Q>, Uni<List<A>>> together,
            Function<Q, Object> subject,
            int mostInFlight,
            DistributionSummary sizes) {
        this.together = together;
        this.subject = subject;
        this.mostInFlight = mostInFlight;
        this.sizes = sizes;
    }

    /** The answer, once its statement is committed. Asked when subscribed to; goes on when nobody listens any more. */
    Uni<A> ask(Q question) {
        return Uni.createFrom().emitter(asker -> {
            var asked = new Asked<Q, A>(question, asker, Vertx.currentContext());
            if (admitted(asked)) {
                dispatch();
            } else {
                asked.fail(Problem.of(ProblemType.UNAVAILABLE)
                        .detail("Hệ thống đang quá tải; xin thử lại.", "Too much at a time; try again."));
            }
        });
    }

    private synchronized boolean admitted(Asked<Q, A> asked) {
        if (waiting.size() >= MOST_WAITING) {
            return false;
        }
        waiting.add(asked);
        return true;
    }

    private void dispatch() {
        for (var batch = next(); !batch.isEmpty(); batch = next()) {
            send(batch);
        }
    }

    /** The next statement's parts in the order of arrival, each subject once; the others keep their places. */
    private synchronized List<Asked<Q, A>> next() {
        var batch = new ArrayList<Asked<Q, A>>();
        if (inFlight >= mostInFlight || waiting.isEmpty()) {
            return batch;
        }
        var subjects = new HashSet<Object>();
        var rest = waiting.iterator();
        while (rest.hasNext() && batch.size() < MOST_TOGETHER) {
            var asked = rest.next();
            if (subject == null || subjects.add(subject.apply(asked.question()))) {
                batch.add(asked);
                rest.remove();
            }
        }
        inFlight++;
        return batch;
    }

    private void send(List<Asked<Q, A>> batch) {
        sizes.record(batch.size());
        attempt(batch.stream().map(Asked::question).toList())
                .subscribe()
                .with(
                        answers -> {
                            landed();
                            for (int i = 0; i < batch.size(); i++) {
                                batch.get(i).answer(answers.get(i));
                            }
                        },
                        failure -> failed(batch, failure));
    }

    /** What fails before it is sent fails like what fails on its way: a slot that is not given back would be lost for good. */
    private Uni<List<A>> attempt(List<Q> questions) {
        return Uni.createFrom().deferred(() -> together.apply(questions));
    }

    private void failed(List<Asked<Q, A>> batch, Throwable failure) {
        if (batch.size() == 1) {
            landed();
            batch.get(0).fail(failure);
            return;
        }
        Multi.createFrom()
                .iterable(batch)
                .onItem()
                .transformToUniAndConcatenate(asked -> attempt(List.of(asked.question()))
                        .invoke(answers -> asked.answer(answers.get(0)))
                        .onFailure()
                        .recoverWithItem(own -> {
                            asked.fail(own);
                            return List.of();
                        }))
                .onCompletion()
                .invoke(this::landed)
                .subscribe()
                .with(done -> {});
    }

    private void landed() {
        synchronized (this) {
            inFlight--;
        }
        dispatch();
    }
}
