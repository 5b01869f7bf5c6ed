package vn.motcua.kpi.reporting;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Stream;
import vn.motcua.dossier.events.CatalogueEntry.Procedure;
import vn.motcua.dossier.subscriber.CatalogueCopy;
import vn.motcua.kpi.indicators.Counters;
import vn.motcua.kpi.indicators.Indicator;

/** Answers questions with figures and the catalogue's names. */
@ApplicationScoped
class ReportDesk {

    private final FigureStore store;
    private final CatalogueCopy catalogue;

    ReportDesk(FigureStore store, CatalogueCopy catalogue) {
        this.store = store;
        this.catalogue = catalogue;
    }

    Uni<List<Indicator>> indicators(Question question) {
        return store.byProcedure(question)
                .flatMap(rows -> store.parcels(question)
                        .map(parcels -> Stream.concat(
                                        Indicator.of(total(rows)).stream(), Indicator.of(parcels).stream())
                                .toList()));
    }

    Uni<ReportView> report(Question question) {
        return store.byProcedure(question)
                .map(rows -> new ReportView(
                        question.agency(),
                        catalogue
                                .agency(question.agency())
                                .map(agency -> agency.names().vi())
                                .orElse(question.agency()),
                        question.period().from(),
                        question.period().to(),
                        question.judgedOn(),
                        rows.stream().map(this::line).toList(),
                        ReportView.Figures.of(total(rows))));
    }

    private ReportView.Line line(FigureStore.Row row) {
        var procedure = catalogue.procedure(row.procedure());
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
