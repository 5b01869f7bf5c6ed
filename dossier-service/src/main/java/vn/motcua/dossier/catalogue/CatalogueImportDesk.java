package vn.motcua.dossier.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jboss.logging.Logger;
import vn.motcua.dossier.catalogue.CatalogueImport.Line;
import vn.motcua.dossier.catalogue.CatalogueImport.Outcome;
import vn.motcua.dossier.edge.Problem;
import vn.motcua.dossier.edge.ProblemType;
import vn.motcua.dossier.events.CatalogueEntry;
import vn.motcua.dossier.events.EventFormat;

/** Takes an import in one transaction, in which nobody else changes the catalogue. */
@ApplicationScoped
class CatalogueImportDesk {

    private static final Logger LOG = Logger.getLogger(CatalogueImportDesk.class);

    private final DraftStore store;
    private final DraftDesk desk;
    private final Clock clock;

    CatalogueImportDesk(DraftStore store, DraftDesk desk, Clock clock) {
        this.store = store;
        this.desk = desk;
        this.clock = clock;
    }

    /**
     * Makes drafts of what is sound in itself.
     *
     * @param publish whether they shall hold at once: all, or, when one of them is a fault, none, and no draft is written either
     * @throws Problem 422 with the lines, when none was published for a fault
     */
    CatalogueImport take(List<ImportedLines.Line> given, boolean publish, String by) throws SQLException {
        CatalogueImport done;
        try (DraftStore.Turn turn = store.turn()) {
            Instant at = clock.instant().truncatedTo(ChronoUnit.MILLIS);
            List<CatalogueEntry> holding = turn.published();
            Sorting sorting = new Sorting(turn.drafts(), holding, by, at);
            List<CatalogueEntry> entries = withPaths(given, holding);
            for (int i = 0; i < given.size(); i++) {
                sorting.add(i + 1, given.get(i), entries.get(i));
            }
            turn.write(sorting.drafts);
            int published = publish ? publish(turn, holding, sorting, by, at) : 0;
            turn.commit();
            done = CatalogueImport.of(sorting.lines, published);
        }
        LOG.infof(
                "catalogue imported=%d created=%d replaced=%d faults=%d published=%d",
                given.size(), done.created(), done.replaced(), done.faults(), done.published());
        if (done.published() > 0) {
            desk.announce();
        }
        return done;
    }

    private static int publish(
            DraftStore.Turn turn, List<CatalogueEntry> holding, Sorting sorting, String by, Instant at)
            throws SQLException {
        requireNoFault(sorting.lines);
        if (sorting.publishable.isEmpty()) {
            return 0;
        }
        Publication publication = Publication.of(holding, sorting.publishable);
        if (!publication.faults().isEmpty()) {
            requireNoFault(sorting.withFaults(publication.faults()));
            DraftDesk.requireSound(publication);
        }
        turn.publish(publication, by, at);
        return publication.published().size();
    }

    private static void requireNoFault(List<Line> lines) {
        if (lines.stream().anyMatch(line -> line.outcome() == Outcome.FAULT)) {
            throw Problem.of(ProblemType.RULE_VIOLATED)
                    .detail("Có mục lỗi nên không công bố mục nào.", "There are faults, so that nothing was published.")
                    .with(
                            "lines",
                            lines.stream()
                                    .filter(line -> line.outcome() == Outcome.FAULT)
                                    .toList());
        }
    }

    /** The entries of the lines, agencies with their paths; null where a line is none. */
    private static List<CatalogueEntry> withPaths(List<ImportedLines.Line> given, List<CatalogueEntry> holding) {
        List<CatalogueEntry> entries = given.stream()
                .map(ImportedLines.Line::entry)
                .filter(entry -> entry != null)
                .toList();
        List<CatalogueEntry> filled;
        try {
            filled = AgencyPaths.filled(entries, holding);
        } catch (InvalidCatalogue circle) {
            // Left as they are; it is a fault when they are published.
            filled = entries;
        }
        List<CatalogueEntry> all = new ArrayList<>();
        int next = 0;
        for (ImportedLines.Line line : given) {
            all.add(line.entry() == null ? null : filled.get(next++));
        }
        return all;
    }

    /** Tells for each line what becomes of it. */
    private static final class Sorting {

        private final String by;
        private final Instant at;
        private final Map<String, Draft> drafted = new HashMap<>();
        private final Map<String, CatalogueEntry> holding = new HashMap<>();
        private final Map<String, Integer> highest = new HashMap<>();
        private final Set<String> seen = new HashSet<>();
        private final List<Line> lines = new ArrayList<>();
        private final List<Draft> drafts = new ArrayList<>();
        private final List<CatalogueEntry> publishable = new ArrayList<>();

        Sorting(List<Draft> before, List<CatalogueEntry> published, String by, Instant at) {
            before.forEach(draft -> drafted.put(draft.entry().key(), draft));
            this.by = by;
            this.at = at;
            for (CatalogueEntry entry : published) {
                holding.put(entry.key(), entry);
                highest.merge(entry.wireKind() + "|" + entry.code(), entry.version(), Math::max);
            }
        }

        void add(int number, ImportedLines.Line given, CatalogueEntry entry) {
            if (entry == null) {
                JsonNode tree = given.given();
                lines.add(new Line(
                        number,
                        text(tree, "kind"),
                        text(tree, "code"),
                        tree.path("version").isInt() ? tree.path("version").asInt() : null,
                        Outcome.FAULT,
                        given.fault()));
                return;
            }
            CatalogueEntry published = holding.get(entry.key());
            if (!seen.add(entry.key())) {
                lines.add(line(number, entry, Outcome.FAULT, "it stands in the import twice"));
            } else if (published != null && same(published, entry)) {
                lines.add(line(number, entry, Outcome.UNCHANGED, null));
            } else if (entry.version() <= highest.getOrDefault(entry.wireKind() + "|" + entry.code(), 0)) {
                lines.add(line(
                        number,
                        entry,
                        Outcome.FAULT,
                        "version " + highest.get(entry.wireKind() + "|" + entry.code())
                                + " is published and never changes; take a higher version"));
            } else {
                draft(number, entry);
            }
        }

        private void draft(int number, CatalogueEntry entry) {
            Draft before = drafted.get(entry.key());
            publishable.add(entry);
            if (before != null && same(before.entry(), entry)) {
                lines.add(line(number, entry, Outcome.UNCHANGED, null));
                return;
            }
            drafts.add(new Draft(entry, before == null ? 1 : before.revision() + 1, by, at));
            lines.add(line(number, entry, before != null ? Outcome.REPLACED : Outcome.CREATED, null));
        }

        /** The same lines, those faulty that a fault of the whole is about. */
        List<Line> withFaults(List<CatalogueFault> faults) {
            Map<String, List<String>> reasons = new HashMap<>();
            faults.forEach(fault -> reasons.computeIfAbsent(fault.entry().key(), key -> new ArrayList<>())
                    .add(fault.english()));
            return lines.stream()
                    .map(line -> {
                        List<String> found = reasons.get(line.kind() + "|" + line.code() + "|" + line.version());
                        return found == null
                                ? line
                                : new Line(
                                        line.line(),
                                        line.kind(),
                                        line.code(),
                                        line.version(),
                                        Outcome.FAULT,
                                        String.join("; ", found));
                    })
                    .toList();
        }

        private static boolean same(CatalogueEntry one, CatalogueEntry other) {
            return EventFormat.canonicalText(one).equals(EventFormat.canonicalText(other));
        }

        private static String text(JsonNode tree, String field) {
            return tree.path(field).isTextual() ? tree.path(field).asText() : null;
        }

        private static Line line(int number, CatalogueEntry entry, Outcome outcome, String reason) {
            return new Line(number, entry.wireKind(), entry.code(), entry.version(), outcome, reason);
        }
    }
}
