package vn.motcua.dossier.imports;

import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Lines on their way to the database: several at a time, answered in their order. Of two lines about the same dossier or code the later waits for
 * the earlier, so that an import ends the same way every time. For one thread.
 */
final class OnTheirWay {

    private record Sent(CompletableFuture<ImportAnswer> answer, List<String> subjects) {}

    private final Predicate<ImportAnswer> answered;
    private final Queue<Sent> sent = new ArrayDeque<>();
    private final Set<String> subjects = new HashSet<>();
    private boolean heard = true;

    /** @param answered takes the answers; false when nobody listens any more */
    OnTheirWay(Predicate<ImportAnswer> answered) {
        this.answered = answered;
    }

    /** An answer that needs no database. */
    void add(ImportAnswer answer) {
        sent.add(new Sent(CompletableFuture.completedFuture(answer), List.of()));
    }

    /** Sends a line once no earlier one about the same is on its way. */
    void add(List<String> about, Supplier<CompletableFuture<ImportAnswer>> send) {
        while (about.stream().anyMatch(subjects::contains)) {
            waitUntil(sent.size() - 1);
        }
        subjects.addAll(about);
        sent.add(new Sent(send.get(), about));
    }

    /** Hands answers on until at most so many lines are on their way, and beyond that those that are there already. */
    void waitUntil(int most) {
        while (sent.size() > most || (!sent.isEmpty() && sent.peek().answer().isDone())) {
            var first = sent.remove();
            var answer = first.answer().join();
            first.subjects().forEach(subjects::remove);
            heard &= answered.test(answer);
        }
    }

    boolean isHeard() {
        return heard;
    }
}
