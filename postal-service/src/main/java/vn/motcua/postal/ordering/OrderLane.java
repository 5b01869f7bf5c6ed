package vn.motcua.postal.ordering;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntFunction;

/**
 * Takes due orders as far as there is room and works on each by itself: never more than so many are under way, and a slow one holds up nobody. Any
 * thread may wake it, and waking costs nothing while it takes.
 */
final class OrderLane {

    private final IntFunction<Uni<List<DueOrder>>> take;
    private final Function<DueOrder, Uni<Void>> work;
    private final Consumer<Throwable> seen;
    private final Semaphore room;
    private final AtomicInteger wakes = new AtomicInteger();

    /**
     * @param most orders under way
     * @param take at most so many that are due
     * @param work on one; a failure ends it like a success
     * @param seen the fault of a taking, or null after one that worked
     */
    OrderLane(
            int most,
            IntFunction<Uni<List<DueOrder>>> take,
            Function<DueOrder, Uni<Void>> work,
            Consumer<Throwable> seen) {
        this.room = new Semaphore(most);
        this.take = take;
        this.work = work;
        this.seen = seen;
    }

    /** There may be something due. */
    void wake() {
        if (wakes.getAndIncrement() == 0) {
            round();
        }
    }

    private void round() {
        int woken = wakes.get();
        int free = room.drainPermits();
        if (free == 0) {
            // Whoever ends next makes room and wakes.
            goOnUnlessDone(woken);
            return;
        }
        Uni.createFrom()
                .deferred(() -> take.apply(free))
                .onItemOrFailure()
                .invoke((due, fault) -> {
                    seen.accept(fault);
                    room.release(fault == null ? free - due.size() : free);
                    if (fault == null) {
                        due.forEach(this::begin);
                        if (due.size() == free) {
                            wakes.incrementAndGet();
                        }
                    }
                })
                .subscribe()
                .with(due -> goOnUnlessDone(woken), fault -> goOnUnlessDone(woken));
    }

    private void goOnUnlessDone(int woken) {
        if (!wakes.compareAndSet(woken, 0)) {
            round();
        }
    }

    private void begin(DueOrder order) {
        Uni.createFrom().deferred(() -> work.apply(order)).subscribe().with(done -> end(), fault -> end());
    }

    private void end() {
        room.release();
        wake();
    }
}
