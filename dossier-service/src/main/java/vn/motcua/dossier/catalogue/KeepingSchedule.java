package vn.motcua.dossier.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import vn.motcua.dossier.events.CatalogueEntry.Keeping;
import vn.motcua.dossier.events.CatalogueEntry.KeepingTerm;

/**
 * How long closed dossiers of each sector are kept where their procedure says nothing: the schedule of this build, or the province's own file in the same
 * form, {@code motcua.keeping-schedule}. Read at start; a file with a fault stops the start. Thread-safe.
 */
@ApplicationScoped
public class KeepingSchedule {

    /** Nobody promises more than this without meaning for ever. */
    static final int MOST_YEARS = 200;

    private static final Logger LOG = Logger.getLogger(KeepingSchedule.class);
    private static final String RESOURCE = "/catalogue/keeping-schedule.json";
    private static final ObjectMapper STRICT = Entries.STRICT;

    /**
     * A sector's rule as the file has it.
     *
     * @param source act and article, or why there is none
     */
    record Rule(KeepingTerm term, Integer years, String source, LegalProfileEntry.Certainty certainty) {
        Keeping keeping() {
            return new Keeping(term, years, source);
        }
    }

    /**
     * What holds for what closed from a day on.
     *
     * @param others of sectors that are not named; null: nobody has said, and they are not destroyed
     */
    record Edition(LocalDate validFrom, Map<String, Rule> sectors, Rule others) {}

    /** The file: its version, what it is about, the editions. */
    record File(int fileVersion, String about, List<Edition> editions) {}

    private final List<Edition> editions;

    KeepingSchedule(@ConfigProperty(name = "motcua.keeping-schedule") Optional<String> file) {
        editions = file.map(Path::of).map(KeepingSchedule::read).orElseGet(KeepingSchedule::shipped);
    }

    @Startup
    void atStart() {
        LOG.infof("keeping schedule editions=%d", editions.size());
    }

    /** The sector's rule for what closed on that day; days before the first edition fall under it. Empty where nobody has said. */
    public Optional<Keeping> of(String sector, LocalDate closedOn) {
        var edition = editions.get(0);
        for (var each : editions) {
            edition = closedOn.isBefore(each.validFrom()) ? edition : each;
        }
        return Optional.ofNullable(edition.sectors().getOrDefault(sector, edition.others()))
                .map(Rule::keeping);
    }

    private static List<Edition> read(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return of(STRICT.readTree(in));
        } catch (IOException broken) {
            throw new InvalidCatalogue(file.toString(), "it cannot be read as JSON", broken);
        }
    }

    static List<Edition> shipped() {
        try (InputStream in = KeepingSchedule.class.getResourceAsStream(RESOURCE)) {
            return of(STRICT.readTree(in));
        } catch (IOException broken) {
            throw new InvalidCatalogue(RESOURCE, "it cannot be read as JSON", broken);
        }
    }

    /** @throws InvalidCatalogue naming every fault */
    static List<Edition> of(JsonNode tree) {
        try {
            var file = STRICT.treeToValue(tree, File.class);
            var faults = new ArrayList<String>();
            if (file.editions() == null || file.editions().isEmpty()) {
                throw new InvalidCatalogue(RESOURCE, List.of("there is no edition"));
            }
            LocalDate before = null;
            for (var edition : file.editions()) {
                judge(edition, before, faults);
                before = edition.validFrom();
            }
            if (!faults.isEmpty()) {
                throw new InvalidCatalogue("keeping schedule", faults);
            }
            return List.copyOf(file.editions());
        } catch (IOException otherShape) {
            throw new InvalidCatalogue("keeping schedule", otherShape.getMessage(), otherShape);
        }
    }

    private static void judge(Edition edition, LocalDate before, List<String> faults) {
        var where = "edition " + edition.validFrom();
        if (edition.validFrom() == null || before != null && !before.isBefore(edition.validFrom())) {
            faults.add(where + " does not begin after the one before it");
        }
        if (edition.sectors() == null) {
            faults.add(where + " names no sectors");
        } else {
            edition.sectors().forEach((sector, rule) -> judge(where + " sector " + sector, rule, faults));
        }
        if (edition.others() != null) {
            judge(where + " others", edition.others(), faults);
        }
    }

    private static void judge(String where, Rule rule, List<String> faults) {
        if (rule == null || rule.certainty() == null || !ProcedureRules.isKeeping(rule.keeping())) {
            faults.add(where + " is neither kept for ever nor for 1 to " + MOST_YEARS
                    + " years, with a source and a certainty");
        }
    }
}
