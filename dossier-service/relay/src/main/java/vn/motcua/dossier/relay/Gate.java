package vn.motcua.dossier.relay;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;

/** Opens when every record of a wave has its answer, or at the first failure that is not the record's own. */
final class Gate {

    private final AtomicInteger awaited;
    private final CompletableFuture<Void> open = new CompletableFuture<>();

    Gate(int records) {
        this.awaited = new AtomicInteger(records);
    }

    /** Called by the producer's thread. */
    void arrived(Receipt receipt, Exception error) {
        if (error == null) {
            receipt.acknowledged();
        } else if (Receipt.isFinal(error)) {
            receipt.refuse();
        } else {
            open.completeExceptionally(error);
        }
        if (awaited.decrementAndGet() == 0) {
            open.complete(null);
        }
    }

    /** Whether a failure has opened it, so that nothing more need be sent. */
    boolean isBroken() {
        return open.isCompletedExceptionally();
    }

    /** Ends at the latest when the producer's delivery timeout is over. */
    void await() throws InterruptedException, ExecutionException {
        open.get();
    }
}
