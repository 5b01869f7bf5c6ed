package vn.motcua.dossier.imports;

import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import org.jboss.logging.Logger;
import vn.motcua.dossier.edge.Problem;
import vn.motcua.dossier.edge.StrictJson;
import vn.motcua.dossier.imports.ImportAnswer.Outcome;
import vn.motcua.dossier.lifecycle.Party;
import vn.motcua.dossier.relay.EventRelay;

/** Takes an import line by line: several on their way at a time, answers in the order of the lines. */
@ApplicationScoped
class ImportDesk {

    private static final Logger LOG = Logger.getLogger(ImportDesk.class);

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

    /**
     * Reads to the end. Blocks; not for an event loop. What was answered is committed, whatever happens afterwards.
     *
     * @param answered takes each answer, and says false when nobody listens any more, which ends the import
     * @throws IOException if the body breaks off; the lines before are done
     */
    void take(InputStream body, Party who, Predicate<ImportAnswer> answered) throws IOException {
        var lines = new LineReader(body, limits.maxLineBytes());
        var onTheirWay = new OnTheirWay(answer -> {
            count(answer);
            return answered.test(answer);
        });
        var number = 0;
        for (var line = lines.read(); line != null && onTheirWay.isHeard(); line = lines.read()) {
            number++;
            if (number > limits.maxLines()) {
                onTheirWay.add(ImportAnswer.refused(number, "more than " + limits.maxLines() + " lines."));
                break;
            }
            if (line.length > 0) {
                onTheirWay.waitUntil(limits.inFlight() - 1);
                take(number, line, lines.wasTooLong(), who, onTheirWay);
            }
        }
        onTheirWay.waitUntil(0);
    }

    private void take(int number, byte[] line, boolean tooLong, Party who, OnTheirWay onTheirWay) {
        if (tooLong) {
            onTheirWay.add(ImportAnswer.refused(number, "longer than " + limits.maxLineBytes() + " bytes."));
            return;
        }
        try {
            var write = pastCase.live(json.read(line, ImportLine.class), sha256(line), who);
            onTheirWay.add(write, () -> written(number, write));
        } catch (LineRefused | Problem refused) {
            onTheirWay.add(failed(number, refused));
        }
    }

    private CompletableFuture<ImportAnswer> written(int number, ImportWrite write) {
        return store.write(write)
                .chain(written -> written ? created(number) : repeated(number, write))
                .onFailure()
                .recoverWithItem(failure -> failed(number, failure))
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

    private static ImportAnswer failed(int number, Throwable failure) {
        if (failure instanceof LineRefused refused) {
            return ImportAnswer.refused(number, refused.getMessage());
        }
        if (failure instanceof Problem problem) {
            return ImportAnswer.refused(number, problem.type().urn());
        }
        // Once per line, briefly: the database's message may quote what the line said.
        LOG.errorf(
                "an import line could not be written: line=%d cause=%s",
                number, failure.getClass().getName());
        return ImportAnswer.refused(number, "urn:motcua:problem:internal");
    }

    private static byte[] sha256(byte[] line) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(line);
        } catch (NoSuchAlgorithmException bug) {
            throw new IllegalStateException(bug);
        }
    }
}
