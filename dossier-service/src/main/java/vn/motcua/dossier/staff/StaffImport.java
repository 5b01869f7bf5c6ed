package vn.motcua.dossier.staff;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jboss.logging.Logger;
import vn.motcua.dossier.catalogue.Catalogue;
import vn.motcua.dossier.edge.Caller;
import vn.motcua.dossier.staff.StaffImportAnswer.Line;
import vn.motcua.dossier.staff.StaffImportAnswer.Outcome;

/** Takes a staff list line by line, each its own transaction, in the order of the file. */
@ApplicationScoped
class StaffImport {

    private static final Logger LOG = Logger.getLogger(StaffImport.class);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final StaffStore store;
    private final StaffCopy copy;
    private final Catalogue catalogue;
    private final BusinessDays days;
    private final StaffLimits limits;
    private final MeterRegistry metrics;

    StaffImport(
            StaffStore store,
            StaffCopy copy,
            Catalogue catalogue,
            BusinessDays days,
            StaffLimits limits,
            MeterRegistry metrics) {
        this.store = store;
        this.copy = copy;
        this.catalogue = catalogue;
        this.days = days;
        this.limits = limits;
        this.metrics = metrics;
    }

    /**
     * Blocks; not for an event loop. What was answered is committed; a repeated file changes nothing.
     *
     * @param completeUnit the unit of which the file is the whole list; null if it is not. Nobody's post is ended if a line was refused: its person
     *     might be the one
     */
    StaffImportAnswer take(StaffFile file, String completeUnit, Caller who) {
        var answers = new ArrayList<Line>();
        var accounts = new HashSet<String>();
        for (var line : file.lines()) {
            var tooMany = answers.size() >= limits.maxLines();
            answers.add(
                    tooMany ? Line.refused(line.number(), LineFault.TOO_MANY_LINES) : take(file, line, accounts, who));
            if (tooMany) {
                break;
            }
        }
        var complete = completeUnit != null && answers.stream().noneMatch(line -> line.outcome() == Outcome.REFUSED);
        var ended = complete
                ? store.endOthers(completeUnit, days.today(), accounts).await().atMost(PATIENCE)
                : List.<String>of();
        copy.look().onFailure().recoverWithNull().await().atMost(PATIENCE);
        var answer = StaffImportAnswer.of(answers, ended, complete);
        tell(answer);
        return answer;
    }

    private Line take(StaffFile file, StaffFile.Line line, Set<String> accounts, Caller who) {
        try {
            if (line.text().length() > limits.maxLineLength()) {
                throw new LineRefused(LineFault.TOO_LONG);
            }
            var post = StaffLine.post(
                    file.values(line), code -> catalogue.agency(code).isPresent());
            if (!who.covers(post.unit())) {
                throw new LineRefused(LineFault.NOT_YOUR_UNIT);
            }
            accounts.add(post.account());
            var saved = store.save(post, who.agency()).await().atMost(PATIENCE);
            return switch (saved) {
                case CREATED -> Line.of(line.number(), Outcome.CREATED);
                case CHANGED -> Line.of(line.number(), Outcome.CHANGED);
                case UNCHANGED -> Line.of(line.number(), Outcome.UNCHANGED);
                case NOT_YOURS -> Line.refused(line.number(), LineFault.NOT_YOUR_UNIT);
                case OVERLAPS -> Line.refused(line.number(), LineFault.OVERLAPS);
            };
        } catch (LineRefused refused) {
            return Line.refused(line.number(), refused.fault());
        } catch (RuntimeException failed) {
            // The database's message may quote what the line said.
            LOG.errorf(
                    "a line of a staff list could not be written: line=%d cause=%s",
                    line.number(), failed.getClass().getName());
            return Line.refused(line.number(), LineFault.FAILED);
        }
    }

    private void tell(StaffImportAnswer answer) {
        for (var line : answer.lines()) {
            metrics.counter(
                            "motcua_staff_import_lines_total",
                            "outcome",
                            line.outcome().name().toLowerCase(Locale.ROOT))
                    .increment();
        }
        LOG.infof(
                "staff list created=%d changed=%d unchanged=%d refused=%d ended=%d",
                answer.created(),
                answer.changed(),
                answer.unchanged(),
                answer.refused(),
                answer.ended().size());
    }
}
