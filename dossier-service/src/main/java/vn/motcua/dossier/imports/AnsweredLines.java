package vn.motcua.dossier.imports;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.smallrye.mutiny.subscription.BackPressureStrategy;
import io.smallrye.mutiny.subscription.MultiEmitter;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.function.Predicate;
import org.jboss.logging.Logger;
import vn.motcua.dossier.edge.Problem;
import vn.motcua.dossier.edge.ProblemType;

/** A line of answer for each line, streamed while the body is still coming, for so many callers at a time. Thread-safe. */
final class AnsweredLines {

    private static final Logger LOG = Logger.getLogger(AnsweredLines.class);

    private final Semaphore running;

    AnsweredLines(int atOnce) {
        this.running = new Semaphore(atOnce);
    }

    /** Goes through the body and hands each answer on. */
    interface Reading {
        void take(Predicate<ImportAnswer> answered) throws IOException;
    }

    /** @throws Problem 429 when as many as allowed are running */
    Multi<ImportAnswer> of(String account, Reading reading) {
        if (!running.tryAcquire()) {
            throw Problem.of(ProblemType.TOO_MANY_REQUESTS)
                    .detail("Đang có lần nhập khác; xin thử lại sau.", "Other imports are running; try again later.")
                    .retryAfter(Duration.ofMinutes(1));
        }
        // Answers that the caller does not read yet wait in memory, 100,000 of 400 bytes at most: a caller who sends
        // everything before reading anything would otherwise wait for us while we wait for them.
        return Multi.createFrom()
                .<ImportAnswer>emitter(answers -> answer(account, reading, answers), BackPressureStrategy.BUFFER)
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    }

    private void answer(String account, Reading reading, MultiEmitter<? super ImportAnswer> answers) {
        try {
            reading.take(answer -> {
                answers.emit(answer);
                return !answers.isCancelled();
            });
        } catch (IOException brokenOff) {
            LOG.infof("an import broke off: account=%s", account);
        } finally {
            running.release();
            answers.complete();
        }
    }
}
