package vn.motcua.dossier.imports;

import com.github.f4b6a3.uuid.UuidCreator;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import vn.motcua.dossier.casework.EventRow;
import vn.motcua.dossier.casework.Intake;
import vn.motcua.dossier.casework.PrivatePart;
import vn.motcua.dossier.catalogue.Law;
import vn.motcua.dossier.edge.StrictJson;
import vn.motcua.dossier.imports.ImportAnswer.Outcome;
import vn.motcua.dossier.lifecycle.Attempt.Done;
import vn.motcua.dossier.lifecycle.DossierCode;
import vn.motcua.dossier.lifecycle.Fact;
import vn.motcua.dossier.lifecycle.Party;
import vn.motcua.dossier.lifecycle.Report;
import vn.motcua.dossier.relay.EventRelay;

/** Takes what ministries' systems tell of the dossiers that they master: facts of one dossier in the order in which they are told. */
@ApplicationScoped
class MirrorDesk {

    /** How often a fact starts anew because another one of the same dossier came in between. */
    private static final int TRIES = 20;

    private final StrictJson json;
    private final MirroredCase mirrored;
    private final MirrorStore store;
    private final Intake intake;
    private final Law law;
    private final EventRelay relay;
    private final ImportLimits limits;
    private final MeterRegistry metrics;
    private final String source;

    MirrorDesk(
            StrictJson json,
            MirroredCase mirrored,
            MirrorStore store,
            Intake intake,
            Law law,
            EventRelay relay,
            ImportLimits limits,
            MeterRegistry metrics,
            @ConfigProperty(name = "motcua.source", defaultValue = "urn:motcua:H03:dossier-service") String source) {
        this.json = json;
        this.mirrored = mirrored;
        this.store = store;
        this.intake = intake;
        this.law = law;
        this.relay = relay;
        this.limits = limits;
        this.metrics = metrics;
        this.source = source;
    }

    /** A line with what it tells. */
    private record Told(int number, MirrorLine line, byte[] digest, Report report, Party who) {
        ImportAnswer answer(Outcome outcome, String reason) {
            return new ImportAnswer(number, outcome, reason);
        }
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

    private void take(int number, byte[] bytes, Party who, OnTheirWay onTheirWay) {
        var line = json.read(bytes, MirrorLine.class);
        var told = new Told(number, line, Lines.digest(bytes), mirrored.read(line, who), who);
        var about = List.of(
                "dossier " + line.source() + " " + line.sourceId(),
                "fact " + line.source() + " " + line.factId(),
                "code " + line.code());
        onTheirWay.add(
                about,
                () -> record(told, 1)
                        .onFailure()
                        .recoverWithItem(failure -> LineFaults.answer(number, failure))
                        .subscribeAsCompletionStage());
    }

    private Uni<ImportAnswer> record(Told told, int time) {
        return store.known(told.line()).chain(known -> {
            if (known.digest() != null) {
                return Uni.createFrom().item(repeated(told, known.digest()));
            }
            if (known.dossier() == null) {
                var part = PrivatePart.salted(null, null, List.of());
                return write(
                        told,
                        told.report()
                                .first(
                                        UuidCreator.getTimeOrderedEpoch(),
                                        told.line().code(),
                                        part.digest()),
                        null,
                        part,
                        time);
            }
            if (!told.who().covers(known.dossier().matter().agency())) {
                throw new LineRefused("/sourceId: this account does not report for the agency that has it.");
            }
            if (!told.line().code().equals(known.dossier().code())) {
                throw new LineRefused("/code: the dossier has another code.");
            }
            return told.report()
                    .after(known.dossier())
                    .map(done -> write(told, done, known.lastHash(), null, time))
                    .orElseGet(() -> Uni.createFrom().item(told.answer(Outcome.ADOPTED, null)));
        });
    }

    private Uni<ImportAnswer> write(Told told, Done done, String lastHash, PrivatePart part, int time) {
        var line = told.line();
        var write = new MirrorWrite(
                line.source(),
                line.sourceId(),
                line.factId(),
                told.digest(),
                done.dossier(),
                part,
                isCounted(line.code()),
                EventRow.of(
                        done, lastHash, source, law.of(done.dossier().matter().legalProfile())),
                told.who().account());
        return store.write(write).chain(written -> {
            if (written) {
                relay.wake();
                return Uni.createFrom().item(told.answer(Outcome.RECORDED, irregularities(done)));
            }
            if (time == TRIES) {
                throw new LineRefused("others tell of this dossier at the same time; send the line again.");
            }
            return record(told, time + 1);
        });
    }

    /** Whether a number like this is given out here: for an agency of ours, with at most four digits. */
    private boolean isCounted(String code) {
        return DossierCode.parse(code)
                .filter(parts -> parts.number() <= DossierCode.HIGHEST && intake.knows(parts.agency()))
                .isPresent();
    }

    private static ImportAnswer repeated(Told told, byte[] before) {
        return Arrays.equals(before, told.digest())
                ? told.answer(Outcome.UNCHANGED, null)
                : told.answer(Outcome.CONFLICT, "the same (source, factId) came with another content.");
    }

    private static String irregularities(Done done) {
        var found = ((Fact.Reported) done.fact()).irregularities();
        return found.isEmpty() ? null : found.stream().map(Enum::name).sorted().collect(Collectors.joining(" "));
    }

    private void count(ImportAnswer answer) {
        metrics.counter(
                        "motcua_mirrored_facts_total",
                        "outcome",
                        answer.outcome().name().toLowerCase(Locale.ROOT))
                .increment();
    }
}
