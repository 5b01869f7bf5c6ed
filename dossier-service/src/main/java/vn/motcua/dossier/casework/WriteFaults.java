package vn.motcua.dossier.casework;

import io.micrometer.core.instrument.Metrics;
import io.vertx.pgclient.PgException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.jboss.logging.Logger;
import vn.motcua.dossier.edge.Problem;
import vn.motcua.dossier.edge.ProblemType;
import vn.motcua.dossier.lifecycle.Dossier;
import vn.motcua.dossier.lifecycle.DossierCode;

/**
 * Ways in which a write fails that are no bug. Two concern the code and are loud: the day's 9,999 numbers are used up, or a number exists that
 * the counter does not know, which blocks that agency for the day. The third is a lock or a statement that took too long.
 */
final class WriteFaults {

    private static final Logger LOG = Logger.getLogger(WriteFaults.class);
    private static final String USED_UP = "day_counter_four_digits";
    private static final String TAKEN = "dossier_code";
    private static final String FILE_GONE = "document_has_its_file";

    /** lock_timeout, statement_timeout, deadlock. */
    private static final Set<String> TOOK_TOO_LONG = Set.of("55P03", "57014", "40P01");

    private WriteFaults() {}

    /** The problem to answer with if it is one of these; else the failure itself. */
    static Throwable named(Throwable failure, Dossier dossier) {
        if (!(failure instanceof PgException database)) {
            return failure;
        }
        if (TOOK_TOO_LONG.contains(String.valueOf(database.getSqlState()))) {
            return Refusals.busy(dossier.code());
        }
        var constraint = String.valueOf(database.getConstraint());
        var agency = dossier.matter().counter();
        return switch (constraint) {
            case USED_UP -> {
                Metrics.counter("motcua_dossier_codes_used_up_total").increment();
                LOG.errorf("all %d dossier codes of the day are used up: agency=%s", DossierCode.HIGHEST, agency);
                yield problem(
                        "CODES_USED_UP",
                        "Cơ quan đã dùng hết 9.999 mã hồ sơ của ngày hôm nay; xin tiếp nhận tiếp vào ngày mai.",
                        "The agency has used up the 9,999 dossier codes of today; go on tomorrow.",
                        untilMidnight(dossier.timeline().submittedAt()));
            }
            case TAKEN -> {
                Metrics.counter("motcua_dossier_code_conflicts_total").increment();
                LOG.errorf("a dossier code exists that the day's counter does not know: agency=%s", agency);
                yield problem(
                        "CODE_TAKEN",
                        "Mã hồ sơ kế tiếp của cơ quan đã tồn tại; quản trị hệ thống cần chỉnh bộ đếm của ngày.",
                        "The agency's next dossier code exists already; the operator has to put the day's counter right.",
                        Duration.ofMinutes(5));
            }
            case FILE_GONE -> Refusals.fileGone();
            default -> failure;
        };
    }

    private static Problem problem(String reason, String vi, String en, Duration wait) {
        return Problem.of(ProblemType.UNAVAILABLE)
                .detail(vi, en)
                .with("reason", reason)
                .retryAfter(wait);
    }

    private static Duration untilMidnight(Instant at) {
        var midnight = LocalDate.ofInstant(at, DossierCode.ZONE).plusDays(1).atStartOfDay(DossierCode.ZONE);
        return Duration.between(at, midnight);
    }
}
