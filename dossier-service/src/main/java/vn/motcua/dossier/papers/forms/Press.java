package vn.motcua.dossier.papers.forms;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import vn.motcua.dossier.edge.Problem;
import vn.motcua.dossier.edge.ProblemType;

/** Where papers are laid out: a few threads of their own and a short queue, so that neither an event loop nor anybody's step waits for a page. */
@ApplicationScoped
class Press {

    private final ThreadPoolExecutor workers;
    private final Timer time;
    private final Counter turnedAway;

    Press(FormLimits limits, MeterRegistry metrics) {
        workers = new ThreadPoolExecutor(
                limits.atOnce(),
                limits.atOnce(),
                1,
                TimeUnit.MINUTES,
                new ArrayBlockingQueue<>(limits.waiting()),
                work -> {
                    var thread = new Thread(work, "forms");
                    thread.setDaemon(true);
                    return thread;
                });
        workers.allowCoreThreadTimeOut(true);
        time = Timer.builder("motcua.form.rendering").register(metrics);
        turnedAway = Counter.builder("motcua.form.turned.away").register(metrics);
        Gauge.builder("motcua.form.waiting", workers, pool -> pool.getQueue().size())
                .register(metrics);
    }

    /** Does the work when its turn comes; 503 with {@code Retry-After} when too much waits already. */
    <T> Uni<T> take(Callable<T> work) {
        return Uni.createFrom().emitter(done -> {
            try {
                workers.execute(() -> {
                    try {
                        done.complete(time.recordCallable(work));
                    } catch (Exception | LinkageError failed) {
                        done.fail(failed);
                    }
                });
            } catch (RejectedExecutionException full) {
                turnedAway.increment();
                done.fail(Problem.of(ProblemType.UNAVAILABLE)
                        .detail(
                                "Đang lập nhiều giấy tờ; xin thử lại sau ít giây.",
                                "Many papers are being made; try again in a few seconds."));
            }
        });
    }

    @PreDestroy
    void end() {
        workers.shutdown();
    }
}
