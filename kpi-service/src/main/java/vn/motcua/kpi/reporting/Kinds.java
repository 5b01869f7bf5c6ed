package vn.motcua.kpi.reporting;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Optional;
import vn.motcua.dossier.events.CatalogueEntry.Agency;
import vn.motcua.dossier.events.CatalogueEntry.Procedure;
import vn.motcua.dossier.subscriber.CatalogueCopy;
import vn.motcua.kpi.indicators.Level;
import vn.motcua.kpi.indicators.Paperless;
import vn.motcua.kpi.indicators.PaperlessByKind;

/** What the catalogue says of agencies and procedures that figures are told apart by. */
@ApplicationScoped
class Kinds {

    /** More than any tree of agencies has. */
    private static final int DEEPEST = 10;

    private final CatalogueCopy catalogue;

    Kinds(CatalogueCopy catalogue) {
        this.catalogue = catalogue;
    }

    /** @param day as of which agencies are what they are */
    PaperlessByKind apart(List<PaperlessStore.Row> rows, LocalDate day) {
        var all = Paperless.NONE;
        var owing = Paperless.NONE;
        var byLevel = new EnumMap<Level, Paperless>(Level.class);
        for (var row : rows) {
            all = all.plus(row.counted());
            if (row.owed() == null ? costsSomething(row, day) : row.owed()) {
                owing = owing.plus(row.counted());
            }
            level(row.agency(), day).ifPresent(level -> byLevel.merge(level, row.counted(), Paperless::plus));
        }
        return new PaperlessByKind(all, owing, byLevel);
    }

    /** Where no fact tells, by the version that the dossier is under: a fee that was laid down later is not of before. */
    private boolean costsSomething(PaperlessStore.Row row, LocalDate day) {
        return (row.version() == null
                        ? catalogue.procedure(row.procedure(), day)
                        : catalogue.procedure(row.procedure(), row.version()))
                .map(Procedure::fees)
                .filter(fees -> fees.stream().anyMatch(fee -> fee.amount() > 0))
                .isPresent();
    }

    /** A unit is of the level of what it is a unit of; empty where nobody has said what the agency is. */
    private Optional<Level> level(String code, LocalDate day) {
        var agency = catalogue.agency(code, day);
        for (int above = 0; above < DEEPEST && agency.isPresent(); above++) {
            var level = own(agency.get());
            if (level.isPresent()) {
                return level;
            }
            agency = catalogue.agency(agency.get().parent(), day);
        }
        return Optional.empty();
    }

    private static Optional<Level> own(Agency agency) {
        if (agency.type() == null) {
            return Optional.empty();
        }
        return switch (agency.type()) {
            case PROVINCE, DEPARTMENT, MINISTRY -> Optional.of(Level.PROVINCE);
            case DISTRICT -> Optional.of(Level.DISTRICT);
            case COMMUNE -> Optional.of(Level.COMMUNE);
            case UNIT, UNKNOWN -> Optional.empty();
        };
    }
}
