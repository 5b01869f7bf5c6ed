package vn.motcua.dossier.papers.forms;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import vn.motcua.dossier.catalogue.Catalogue;
import vn.motcua.dossier.edge.CurrentRequest;
import vn.motcua.dossier.edge.Problem;
import vn.motcua.dossier.edge.ProblemType;
import vn.motcua.dossier.edge.Times;

/** What calls about registers have in common: whose they are, and which days. */
@ApplicationScoped
class RegisterCalls {

    private final Catalogue catalogue;
    private final FormLimits limits;
    private final CurrentRequest request;

    RegisterCalls(Catalogue catalogue, FormLimits limits, CurrentRequest request) {
        this.catalogue = catalogue;
        this.limits = limits;
        this.request = request;
    }

    /** 403 for an agency that is not the caller's or below it, or that there is not. */
    void mayHave(String agency) {
        if (!request.caller().covers(agency) || catalogue.agency(agency).isEmpty()) {
            throw Problem.of(ProblemType.FORBIDDEN)
                    .parameter("agency", "Không thuộc cơ quan của bạn.", "Not an agency of yours.");
        }
    }

    /** By the address. @param to null: the first day only */
    RegisterDesk.Period period(String agency, String from, String to) {
        mayHave(agency);
        var first = day("from", from);
        return bounded(new RegisterDesk.Period(agency, first, to == null ? first : day("to", to)));
    }

    /** By a body. @param to null: the first day only */
    RegisterDesk.Period period(String agency, LocalDate from, LocalDate to) {
        mayHave(agency);
        if (from == null) {
            throw noDay("from");
        }
        return bounded(new RegisterDesk.Period(agency, from, to == null ? from : to));
    }

    private RegisterDesk.Period bounded(RegisterDesk.Period period) {
        if (period.to().isBefore(period.from())
                || ChronoUnit.DAYS.between(period.from(), period.to()) >= limits.maxRegisterDays()) {
            throw Problem.of(ProblemType.RULE_VIOLATED)
                    .parameter(
                            "to",
                            "Không trước ngày đầu và tối đa " + limits.maxRegisterDays() + " ngày.",
                            "Not before the first day, and at most " + limits.maxRegisterDays() + " days.");
        }
        return period;
    }

    private static LocalDate day(String name, String given) {
        try {
            if (given != null) {
                return Times.day(given);
            }
        } catch (DateTimeException noDay) {
            // Told below, as its absence is.
        }
        throw noDay(name);
    }

    private static Problem noDay(String name) {
        return Problem.of(ProblemType.MALFORMED)
                .parameter(name, "Ngày, ví dụ 2022-06-08.", "A day, such as 2022-06-08.");
    }
}
