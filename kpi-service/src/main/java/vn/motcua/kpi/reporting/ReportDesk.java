package vn.motcua.kpi.reporting;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import vn.motcua.dossier.events.CatalogueEntry.Procedure;
import vn.motcua.dossier.subscriber.CatalogueCopy;
import vn.motcua.kpi.indicators.Counters;
import vn.motcua.kpi.indicators.Indicator;
import vn.motcua.kpi.indicators.PostalCounters;

/** Answers questions with figures and the catalogue's names. */
@ApplicationScoped
class ReportDesk {

    private final FigureStore store;
    private final PaperlessStore paperless;
    private final FeedbackFigureStore feedback;
    private final DelayStore delays;
    private final Kinds kinds;
    private final CatalogueCopy catalogue;

    ReportDesk(
            FigureStore store,
            PaperlessStore paperless,
            FeedbackFigureStore feedback,
            DelayStore delays,
            Kinds kinds,
            CatalogueCopy catalogue) {
        this.store = store;
        this.paperless = paperless;
        this.kinds = kinds;
        this.feedback = feedback;
        this.delays = delays;
        this.catalogue = catalogue;
    }

    Uni<List<Indicator>> indicators(Question question) {
        return Uni.join()
                .all(
                        store.byProcedure(question).map(rows -> Indicator.of(total(rows))),
                        paperless.counted(question).map(rows -> Indicator.of(kinds.apart(rows, lastDay(question)))),
                        store.replies(question).map(replies -> Indicator.of(replies)),
                        store.ratings(question).map(ratings -> Indicator.of(ratings)),
                        feedback.counters(question).map(counters -> Indicator.of(counters)),
                        parcels(question).map(parcels -> Indicator.of(parcels)))
                .usingConcurrencyOf(1)
                .andFailFast()
                .map(parts -> parts.stream().flatMap(List::stream).toList());
    }

    Uni<ReportView> report(Question question) {
        return store.byProcedure(question)
                .flatMap(rows -> mirrored(question, rows).map(mirrored -> report(question, rows, mirrored)));
    }

    Uni<DelayView> delays(Question question, Asking.Legs legs) {
        return delays.byHolder(question, legs)
                .map(rows -> new DelayView(
                        question.agency(),
                        agencyName(question.agency(), lastDay(question)),
                        question.period().from(),
                        question.period().to(),
                        question.judgedOn(),
                        rows.stream().map(row -> holder(row, lastDay(question))).toList()));
    }

    /** A dossier that a ministry's system masters never makes a parcel here. */
    private Uni<PostalCounters> parcels(Question question) {
        return question.origin() == Asking.Origin.MIRRORED
                ? Uni.createFrom().item(PostalCounters.NONE)
                : store.parcels(question);
    }

    /** How many mirrored dossiers were received, told only where they are counted apart; null otherwise. */
    private Uni<Long> mirrored(Question question, List<FigureStore.Row> rows) {
        return switch (question.origin()) {
            case ALL -> Uni.createFrom().nullItem();
            case MIRRORED -> Uni.createFrom().item(total(rows).received());
            case OWN ->
                store.byProcedure(question.of(Asking.Origin.MIRRORED))
                        .map(others -> total(others).received());
        };
    }

    private ReportView report(Question question, List<FigureStore.Row> rows, Long mirrored) {
        return new ReportView(
                question.agency(),
                agencyName(question.agency(), lastDay(question)),
                question.period().from(),
                question.period().to(),
                question.judgedOn(),
                question.origin(),
                mirrored,
                rows.stream().map(row -> line(row, lastDay(question))).toList(),
                ReportView.Figures.of(total(rows)));
    }

    /** On which things are called what the answer calls them. */
    private static LocalDate lastDay(Question question) {
        return question.period().to();
    }

    private String agencyName(String code, LocalDate day) {
        return catalogue.agency(code, day).map(agency -> agency.names().vi()).orElse(code);
    }

    private DelayView.Holder holder(DelayStore.Row row, LocalDate day) {
        var delays = row.delays();
        return new DelayView.Holder(
                row.agency(),
                agencyName(row.agency(), day),
                delays.held(),
                delays.finished(),
                delays.late(),
                delays.daysLate(),
                delays.openLate(),
                delays.openDaysLate());
    }

    private ReportView.Line line(FigureStore.Row row, LocalDate day) {
        var procedure = catalogue.procedure(row.procedure(), day);
        return new ReportView.Line(
                row.sector(),
                procedure.map(Procedure::sectorNames).map(names -> names.vi()).orElse(row.sector()),
                row.procedure(),
                procedure.map(Procedure::names).map(names -> names.vi()).orElse(row.procedure()),
                ReportView.Figures.of(row.counters()));
    }

    private static Counters total(List<FigureStore.Row> rows) {
        return rows.stream().map(FigureStore.Row::counters).reduce(Counters.NONE, Counters::plus);
    }
}
