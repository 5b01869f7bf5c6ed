package vn.motcua.dossier.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vn.motcua.dossier.edge.Problem;

class GathererTest {

    private final DistributionSummary sizes =
            DistributionSummary.builder("sizes").register(new SimpleMeterRegistry());
    private final List<List<String>> sent = new ArrayList<>();
    private final List<CompletableFuture<List<String>>> flights = new ArrayList<>();

    /** A database that answers when the test says so. */
    private final Function<List<String>, Uni<List<String>>> database = all -> {
        sent.add(all);
        var flight = new CompletableFuture<List<String>>();
        flights.add(flight);
        return Uni.createFrom().completionStage(flight);
    };

    private final Gatherer<String, String> gatherer = new Gatherer<>(database, text -> text.charAt(0), 1, sizes);

    private CompletableFuture<String> ask(String question) {
        return gatherer.ask(question).subscribeAsCompletionStage();
    }

    /** The flight lands with every answer in capitals. */
    private void land(int flight) {
        flights.get(flight)
                .complete(sent.get(flight).stream().map(String::toUpperCase).toList());
    }

    @Test
    void whatArrivesWhileOneIsInFlightGoesTogetherInTheNext() {
        var first = ask("a");
        var others = List.of(ask("b"), ask("c"), ask("d"));

        land(0);

        assertThat(first).isCompletedWithValue("A");
        assertThat(sent).containsExactly(List.of("a"), List.of("b", "c", "d"));
        land(1);
        assertThat(others.stream().map(CompletableFuture::join)).containsExactly("B", "C", "D");
    }

    @Test
    void nothingStandsTwiceInOneStatement() {
        ask("x");
        ask("a1");
        ask("a2");
        ask("b1");

        land(0);
        land(1);

        assertThat(sent).containsExactly(List.of("x"), List.of("a1", "b1"), List.of("a2"));
    }

    @Test
    void aStatementHasAtMostSoManyParts() {
        var all = new Gatherer<String, String>(database, null, 1, sizes);
        all.ask("first").subscribeAsCompletionStage();
        IntStream.range(0, 450).forEach(i -> all.ask("q" + i).subscribeAsCompletionStage());

        land(0);
        land(1);
        land(2);

        assertThat(sent.stream().map(List::size)).containsExactly(1, 200, 200, 50);
    }

    @Test
    void afterAFailureEachIsTriedAloneAndOnlyTheBadOneFails() {
        ask("x");
        var good = ask("a");
        var bad = ask("b");
        var later = ask("c");
        land(0);
        flights.get(1).completeExceptionally(new IllegalStateException("one of them"));

        land(2);
        flights.get(3).completeExceptionally(new IllegalStateException("b it is"));
        land(4);

        assertThat(sent.subList(2, 5)).containsExactly(List.of("a"), List.of("b"), List.of("c"));
        assertThat(good).isCompletedWithValue("A");
        assertThat(later).isCompletedWithValue("C");
        assertThatThrownBy(bad::join).hasRootCauseMessage("b it is");
        ask("y");
        assertThat(sent).last().isEqualTo(List.of("y"));
    }

    @Test
    void whoComesBeyondTheLimitIsToldToComeLater() {
        var all = new Gatherer<String, String>(database, null, 1, sizes);
        all.ask("in flight").subscribeAsCompletionStage();
        IntStream.range(0, Gatherer.MOST_WAITING).forEach(i -> all.ask("q" + i).subscribeAsCompletionStage());

        var beyond = all.ask("one more").subscribeAsCompletionStage();

        assertThatThrownBy(beyond::join).hasCauseInstanceOf(Problem.class).hasMessageContaining("unavailable");
    }

    @Test
    void whoHangsUpHoldsNobodyUp() {
        ask("x");
        var gone = gatherer.ask("a").subscribe().with(answer -> {});
        var there = ask("b");
        gone.cancel();

        land(0);
        land(1);

        assertThat(there).isCompletedWithValue("B");
        assertThat(sent.get(1)).contains("b");
    }

    @Test
    void whatCannotEvenBeSentFailsAndTheNextGoesOn() {
        var broken = new Gatherer<String, String>(
                all -> {
                    if (all.contains("bad")) {
                        throw new IllegalStateException("cannot be written down");
                    }
                    return database.apply(all);
                },
                null,
                1,
                sizes);
        assertThatThrownBy(() -> broken.ask("bad").subscribeAsCompletionStage().join())
                .hasRootCauseMessage("cannot be written down");

        var next = broken.ask("good").subscribeAsCompletionStage();
        land(0);

        assertThat(next).isCompletedWithValue("GOOD");
    }

    @Test
    void severalStatementsMayBeInFlight() {
        var two = new Gatherer<String, String>(database, null, 2, sizes);
        two.ask("a").subscribeAsCompletionStage();
        two.ask("b").subscribeAsCompletionStage();
        two.ask("c").subscribeAsCompletionStage();

        assertThat(sent).containsExactly(List.of("a"), List.of("b"));
        land(1);
        assertThat(sent).last().isEqualTo(List.of("c"));
    }
}
