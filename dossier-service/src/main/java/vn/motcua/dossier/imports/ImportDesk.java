package vn.motcua.dossier.imports;

import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import vn.motcua.dossier.edge.StrictJson;
import vn.motcua.dossier.imports.ImportAnswer.Outcome;
import vn.motcua.dossier.lifecycle.Party;
import vn.motcua.dossier.relay.EventRelay;

/** Takes an import line by line: several on their way at a time, answers in the order of the lines. */
@ApplicationScoped
class ImportDesk {

    private final StrictJson json;
    private final PastCase pastCase;
    private final ImportStore store;
    private final EventRelay relay;
    private final ImportLimits limits;
    private final MeterRegistry metrics;

    ImportDesk(
            StrictJson json,
            PastCase pastCase,
            ImportStore store,
            EventRelay relay,
            ImportLimits limits,
            MeterRegistry metrics) {
        this.json = json;
        this.pastCase = pastCase;
        this.store = store;
        this.relay = relay;
        this.limits = limits;
        this.metrics = metrics;
    }

    /** {@link Lines#take}. */
    void take(InputStream body, Party who, Predicate<ImportAnswer> answered) throws IOException {
        Lines.take(
                body,
                limits,
                answer -> {
                    count(answer);
                    return answered.test(answer);
                },
                (number, line, onTheirWay) -> take(number, line, who, onTheirWay));
    }

    private void take(int number, byte[] line, Party who, OnTheirWay onTheirWay) {
        var write = pastCase.live(json.read(line, ImportLine.class), Lines.digest(line), who);
        var about = List.of(
                "line " + write.source() + " " + write.sourceId(),
                "code " + write.dossier().code());
        onTheirWay.add(about, () -> written(number, write));
    }

    private CompletableFuture<ImportAnswer> written(int number, ImportWrite write) {
        return store.write(write)
                .chain(written -> written ? created(number) : repeated(number, write))
                .onFailure()
                .recoverWithItem(failure -> LineFaults.answer(number, failure))
                .subscribeAsCompletionStage();
    }

    private void count(ImportAnswer answer) {
        metrics.counter(
                        "motcua_imports_lines_total",
                        "outcome",
                        answer.outcome().name().toLowerCase(Locale.ROOT))
                .increment();
    }

    private Uni<ImportAnswer> created(int number) {
        relay.wake();
        return Uni.createFrom().item(new ImportAnswer(number, Outcome.CREATED, null));
    }

    private Uni<ImportAnswer> repeated(int number, ImportWrite write) {
        return store.isSame(write)
                .map(same -> same
                        ? new ImportAnswer(number, Outcome.UNCHANGED, null)
                        : new ImportAnswer(
                                number, Outcome.CONFLICT, "the same (source, sourceId) came with another content."));
    }
}
