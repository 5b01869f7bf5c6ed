package vn.motcua.local;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Waiting for work on other threads, as if it had been done on this one. */
public final class Futures {

    private Futures() {}

    /** Waits; what the work threw is thrown here. */
    public static void join(CompletableFuture<Void> work) {
        try {
            work.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }
}
