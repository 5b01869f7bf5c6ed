package vn.motcua.kpi.reporting;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import vn.motcua.dossier.edge.Caller;
import vn.motcua.dossier.edge.Problem;
import vn.motcua.dossier.edge.ProblemType;
import vn.motcua.dossier.subscriber.CatalogueCopy;
import vn.motcua.kpi.indicators.Period;

/** Turns parameters into a question that the caller may ask: of their own agency or one below it. */
@ApplicationScoped
class Asking {

    static final int LONGEST_PERIOD_DAYS = 3_660;

    private final SecurityIdentity identity;
    private final CatalogueCopy catalogue;
    private final Clock clock;

    Asking(SecurityIdentity identity, CatalogueCopy catalogue, Clock clock) {
        this.identity = identity;
        this.catalogue = catalogue;
        this.clock = clock;
    }

    Question question(String agency, String procedure, Channel channel, Origin origin, LocalDate from, LocalDate to) {
        var caller = Caller.of(identity);
        var asked = agency == null ? caller.agency() : agency;
        if (!caller.covers(asked)) {
            throw Problem.of(ProblemType.FORBIDDEN)
                    .detail(
                            "Chỉ được xem số liệu của cơ quan mình và các đơn vị trực thuộc.",
                            "You may see the figures of your own agency and those below it.");
        }
        if (!catalogue.knowsAgency(asked)) {
            throw unknown("agency");
        }
        if (procedure != null && !catalogue.knowsProcedure(procedure)) {
            throw unknown("procedure");
        }
        return new Question(
                asked,
                procedure,
                channel == null ? null : channel.name(),
                origin == null ? Origin.ALL : origin,
                period(from, to),
                clock.instant());
    }

    private static Period period(LocalDate from, LocalDate to) {
        if (from == null) {
            throw missing("from");
        }
        if (to == null) {
            throw missing("to");
        }
        if (to.isBefore(from) || ChronoUnit.DAYS.between(from, to) > LONGEST_PERIOD_DAYS) {
            throw Problem.of(ProblemType.RULE_VIOLATED)
                    .parameter(
                            "to",
                            "Phải từ ngày bắt đầu trở đi và không quá " + LONGEST_PERIOD_DAYS + " ngày.",
                            "Must not be before from, nor more than " + LONGEST_PERIOD_DAYS + " days after it.");
        }
        return new Period(from, to);
    }

    private static Problem missing(String parameter) {
        return Problem.of(ProblemType.MALFORMED)
                .parameter(parameter, "Cần một ngày (yyyy-MM-dd).", "Expected a date (yyyy-MM-dd).");
    }

    private static Problem unknown(String parameter) {
        return Problem.of(ProblemType.UNKNOWN_CODE)
                .parameter(parameter, "Mã không có trong danh mục.", "The code is not in the catalogue.");
    }

    /** How a dossier came in, as callers say it. */
    enum Channel {
        COUNTER,
        ONLINE,
        POST
    }

    /** Which legs are counted. */
    enum Legs {
        /** Those that the agencies asked for held, whoever leads the dossier. */
        HELD,
        /** Those of the dossiers that the agencies asked for answer for, whoever held them. */
        LED
    }

    /** Which dossiers are counted, by who masters them. */
    enum Origin {
        /** Those of the province's own systems (also imported ones) and those mirrored from a ministry's, together. */
        ALL,
        /** Without those that are mirrored. */
        OWN,
        /** Only those that a ministry's system masters and that are mirrored here. */
        MIRRORED;

        static final String MEANING =
                "ALL (if absent): own dossiers, also imported ones, together with those that a ministry's"
                        + " system masters and that are mirrored here; OWN: without the mirrored; MIRRORED: only these";
    }
}
