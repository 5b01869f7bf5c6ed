package vn.motcua.postal.ordering;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OrderLaneTest {

    private static final int MOST = 20;

    private final Queue<UniEmitter<? super Void>> underWay = new ConcurrentLinkedQueue<>();
    private final AtomicInteger left = new AtomicInteger();
    private final AtomicInteger takings = new AtomicInteger();
    private final List<Throwable> faults = new ArrayList<>();
    private final OrderLane lane = new OrderLane(MOST, this::take, this::carry, this::seen);

    @Test
    void howeverOftenItIsWokenNoMoreAreUnderWayThanTheLimit() throws Exception {
        left.set(1_000);
        var threads = Executors.newFixedThreadPool(4);
        try {
            var calls = IntStream.range(0, 200)
                    .<Future<?>>mapToObj(i -> threads.submit(lane::wake))
                    .toList();
            for (var call : calls) {
                call.get();
            }
        } finally {
            threads.shutdownNow();
        }

        assertThat(underWay).hasSize(MOST);
        assertThat(left).hasValue(1_000 - MOST);
    }

    @Test
    void oneThatEndsMakesRoomForTheNextWhileASlowOneHoldsUpNobody() {
        left.set(50);
        lane.wake();
        var slow = underWay.poll();
        while (!underWay.isEmpty()) {
            underWay.poll().complete(null);
            assertThat(underWay.size()).isLessThan(MOST);
        }
        assertThat(left).hasValue(0);
        slow.complete(null);
    }

    @Test
    void oneThatFailsMakesRoomToo() {
        left.set(MOST + 1);
        lane.wake();
        underWay.poll().fail(new IllegalStateException("bug"));
        assertThat(underWay).hasSize(MOST);
        assertThat(left).hasValue(0);
    }

    @Test
    void aTakingThatFailsKeepsNoRoomAndIsNotRepeatedAtOnce() {
        left.set(-1);
        lane.wake();
        assertThat(takings).hasValue(1);
        left.set(MOST);
        lane.wake();
        assertThat(underWay).hasSize(MOST);
        assertThat(faults).hasSize(2).first().isInstanceOf(IllegalStateException.class);
        assertThat(faults.get(1)).isNull();
    }

    @Test
    void nothingDueIsAskedForOnce() {
        lane.wake();
        assertThat(takings).hasValue(1);
    }

    private Uni<List<DueOrder>> take(int most) {
        takings.incrementAndGet();
        if (left.get() < 0) {
            throw new IllegalStateException("the database is away");
        }
        int taken = Math.min(most, left.get());
        left.addAndGet(-taken);
        return Uni.createFrom()
                .item(IntStream.range(0, taken).mapToObj(i -> due()).toList());
    }

    private Uni<Void> carry(DueOrder order) {
        return Uni.createFrom().<Void>emitter(underWay::add);
    }

    private void seen(Throwable fault) {
        faults.add(fault);
    }

    private static DueOrder due() {
        return new DueOrder(
                new UUID(0, 1),
                "H03.01-220608-0001",
                OrderState.SENDING,
                1,
                false,
                Instant.EPOCH,
                new UUID(0, 2),
                "H03.01",
                1);
    }
}
