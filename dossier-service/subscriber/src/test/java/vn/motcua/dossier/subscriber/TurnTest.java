package vn.motcua.dossier.subscriber;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.LongStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.junit.jupiter.api.Test;
import vn.motcua.dossier.subscriber.Standing.Block;

class TurnTest {

    private static final UUID SUBJECT = Events.subject(0, 1);

    // Records compare arrays by identity: one delivery object for each sequence.
    private static final Map<Long, Delivery> DELIVERIES = new ConcurrentHashMap<>();

    @Test
    void theConsecutiveRunIsAppliedAndWhatIsBeyondAGapIsHeld() {
        var turn = Turn.of(standing(2, 0), List.of(), arrivals(3, 4, 6, 7), true, false);

        assertThat(turn).isEqualTo(new Turn(arrivals(3, 4), arrivals(6, 7), 0, 2, false));
        assertThat(turn.last()).isEqualTo(4);
    }

    @Test
    void whatWasAppliedOrCameTwiceIsARepeat() {
        var turn = Turn.of(standing(2, 0), List.of(), arrivals(1, 2, 3, 3, 2), true, false);

        assertThat(turn.run()).isEqualTo(arrivals(3));
        assertThat(turn.repeats()).isEqualTo(4);
    }

    @Test
    void theMissingOneHealsTheGapInOrder() {
        var turn = Turn.of(standing(1, 2), arrivals(3, 4), arrivals(2), true, false);

        assertThat(turn.run()).isEqualTo(arrivals(2, 3, 4));
        assertThat(turn.hold()).isEmpty();
    }

    @Test
    void aBlockedSubjectAppliesNothingAndKeepsEverythingNew() {
        var turn = Turn.of(standing(4, 1), List.of(), arrivals(4, 5, 6), false, false);

        assertThat(turn).isEqualTo(new Turn(List.of(), arrivals(5, 6), 1, 4, false));
    }

    @Test
    void aSubjectFirstSeenAboveOneWaitsUnlessTheStreamStartsInTheMiddle() {
        assertThat(Turn.of(Standing.NEW, List.of(), arrivals(7, 8), true, false).run())
                .isEmpty();
        assertThat(Turn.of(Standing.NEW, List.of(), arrivals(8, 7), true, true).run())
                .isEqualTo(arrivals(7, 8));
        assertThat(Turn.of(standing(3, 0), List.of(), arrivals(7), true, true).hold())
                .isEqualTo(arrivals(7));
    }

    @Test
    void aValueLeftInTheTopicIsAsMissingAsOneThatNeverCame() {
        var placeOnly = List.of(delivery(SUBJECT, 3).placeOnly(), delivery(SUBJECT, 4));

        var turn = Turn.of(standing(1, 2), placeOnly, arrivals(2), true, false);

        assertThat(turn.run()).isEqualTo(arrivals(2));
        assertThat(Turn.of(standing(2, 2), placeOnly, arrivals(3), true, false).last())
                .isEqualTo(4);
    }

    @Test
    void aLongQueueIsCarriedOnWith() {
        assertThat(Turn.of(standing(1, 5), arrivals(3, 4), arrivals(2), true, false)
                        .again())
                .isTrue();
        assertThat(Turn.of(standing(1, 2), arrivals(3, 4), arrivals(2), true, false)
                        .again())
                .isFalse();
        assertThat(Turn.of(standing(1, 5), arrivals(4, 5), arrivals(2), true, false)
                        .again())
                .isFalse();
    }

    @Test
    void whatStoppedHoldsTheRest() {
        var turn = Turn.of(standing(0, 0), List.of(), arrivals(1, 2, 3, 5), true, false);

        assertThat(turn.stoppedAfter(1)).isEqualTo(new Turn(arrivals(1), arrivals(2, 3, 5), 0, 0, false));
    }

    /** Every event comes at least once, in any order, any number of times, in polls of any size; queues are drained in pieces. */
    @Property(tries = 500)
    void whateverTheOrderAndTheRepeatsEachEventIsAppliedOnceAndInOrder(@ForAll("polls") List<List<Long>> polls) {
        var subject = new Model();

        polls.forEach(poll -> subject.turn(
                poll.stream().map(sequence -> delivery(SUBJECT, sequence)).toList()));
        while (subject.again) {
            subject.turn(List.of());
        }

        long last = polls.stream()
                .flatMap(List::stream)
                .mapToLong(each -> each)
                .max()
                .orElse(0);
        assertThat(subject.applied)
                .isEqualTo(LongStream.rangeClosed(1, last).boxed().toList());
        assertThat(subject.waiting).isEmpty();
    }

    @Provide
    Arbitrary<List<List<Long>>> polls() {
        return Arbitraries.integers().between(1, 12).flatMap(count -> {
            var every = LongStream.rangeClosed(1, count).boxed().toList();
            var repeats = Arbitraries.longs().between(1, count).list().ofMaxSize(12);
            var order = repeats.flatMap(more -> {
                var all = new ArrayList<>(every);
                all.addAll(more);
                return Arbitraries.shuffle(all);
            });
            var cut = Arbitraries.integers().between(1, 6);
            return order.flatMap(all -> cut.map(size -> Tuple.of(all, size)))
                    .map(each -> cut(each.get1(), each.get2()));
        });
    }

    private static List<List<Long>> cut(List<Long> all, int size) {
        var polls = new ArrayList<List<Long>>();
        for (int start = 0; start < all.size(); start += size) {
            polls.add(all.subList(start, Math.min(all.size(), start + size)));
        }
        return polls;
    }

    /** One subject's row and its waiting events, moved on as the store does. */
    private static final class Model {

        private static final int DRAIN = 2;
        private final TreeMap<Long, Delivery> waiting = new TreeMap<>();
        private final List<Long> applied = new ArrayList<>();
        private long last;
        private boolean again;

        void turn(List<Delivery> arrived) {
            var standing = new Standing(last, waiting.size(), again ? Block.NOT_YET : Block.NONE, Duration.ZERO);
            var cause = arrived.isEmpty() ? Errand.Cause.RETRY : Errand.Cause.ARRIVAL;
            var errand = new Errand(new Subject(Events.SOURCE, SUBJECT), arrived, cause, null);
            var held = errand.needsHeld(standing)
                    ? waiting.values().stream().limit(DRAIN).toList()
                    : List.<Delivery>of();
            var turn = Turn.of(standing, held, arrived, errand.lifts(standing), false);
            turn.run().forEach(each -> applied.add(each.sequence()));
            turn.hold().forEach(each -> waiting.putIfAbsent(each.sequence(), each));
            last = turn.last();
            waiting.headMap(last, true).clear();
            again = errand.lifts(standing) ? turn.again() : again;
        }
    }

    private static Standing standing(long last, int held) {
        return new Standing(last, held, Block.NONE, Duration.ZERO);
    }

    private static List<Delivery> arrivals(long... sequences) {
        return LongStream.of(sequences)
                .mapToObj(each -> delivery(SUBJECT, each))
                .toList();
    }

    private static Delivery delivery(UUID subject, long sequence) {
        return DELIVERIES.computeIfAbsent(sequence, each -> Events.delivery(subject, each));
    }
}
