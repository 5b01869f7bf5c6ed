package vn.motcua.local;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;

/** Work on other threads, and waiting for it as if it had been done on this one. */
public final class Futures {

    /** Not the common pool: with two cores that is a single thread, on which starting and stopping would queue up. */
    private static final Executor THREADS = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "motcua-local");
        thread.setDaemon(true);
        return thread;
    });

    private Futures() {}

    /** Begins the work at once, beside whatever else has begun. */
    public static CompletableFuture<Void> run(Runnable work) {
        return CompletableFuture.runAsync(work, THREADS);
    }

    /** Waits; what the work threw is thrown here. */
    public static void join(CompletableFuture<Void> work) {
        try {
            work.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }
}
