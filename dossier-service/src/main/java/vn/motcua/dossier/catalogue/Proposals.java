package vn.motcua.dossier.catalogue;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.motcua.dossier.edge.Problem;
import vn.motcua.dossier.edge.ProblemType;
import vn.motcua.dossier.events.CatalogueEntry;
import vn.motcua.dossier.events.CatalogueEntry.CalendarOverride;

/** Calendars as they would be if something were published. Writes nothing, here or elsewhere. */
@ApplicationScoped
public class Proposals {

    /** Most entries of a proposal. */
    public static final int MOST = 100;

    private final Catalogue catalogue;

    Proposals(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /**
     * The catalogue of now with these calendars and overrides, checked as publishing them would check them.
     *
     * @throws Problem 422 where there is none or too many, where one is of another kind, and where publishing them would be refused
     */
    public Catalogue with(List<CatalogueEntry> proposed) {
        if (proposed == null || proposed.isEmpty() || proposed.size() > MOST) {
            throw Problem.of(ProblemType.RULE_VIOLATED)
                    .pointer("/entries", "Từ 1 đến " + MOST + " mục.", "From 1 to " + MOST + " entries.");
        }
        for (int i = 0; i < proposed.size(); i++) {
            var entry = proposed.get(i);
            if (!(entry instanceof CatalogueEntry.Calendar || entry instanceof CalendarOverride)) {
                throw Problem.of(ProblemType.RULE_VIOLATED)
                        .pointer(
                                "/entries/" + i,
                                "Chỉ gồm lịch làm việc (CALENDAR) và ngày thay đổi (OVERRIDE).",
                                "Calendars (CALENDAR) and departures from them (OVERRIDE) only.");
            }
            DraftDesk.requireWellFormed(entry);
        }
        var holding = catalogue.entries();
        var publication = Publication.of(holding, proposed);
        DraftDesk.requireSound(publication);
        Map<String, CatalogueEntry> all = new LinkedHashMap<>();
        holding.forEach(entry -> all.put(entry.key(), entry));
        publication.changed().forEach(entry -> all.put(entry.key(), entry));
        return Catalogue.held(List.copyOf(all.values()));
    }
}
