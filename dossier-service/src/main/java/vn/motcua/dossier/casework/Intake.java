package vn.motcua.dossier.casework;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import vn.motcua.dossier.calendar.CalendarNotPublished;
import vn.motcua.dossier.calendar.TimeLimit;
import vn.motcua.dossier.casework.OpeningRequest.PaperRequest;
import vn.motcua.dossier.catalogue.CalendarProblem;
import vn.motcua.dossier.catalogue.Catalogue;
import vn.motcua.dossier.events.CatalogueEntry.Procedure;
import vn.motcua.dossier.lifecycle.Appointment;
import vn.motcua.dossier.lifecycle.DossierCode;
import vn.motcua.dossier.lifecycle.LegalProfile;
import vn.motcua.dossier.lifecycle.Matter;
import vn.motcua.dossier.lifecycle.Origin;
import vn.motcua.dossier.lifecycle.Outcome;
import vn.motcua.dossier.lifecycle.Terms;

/** Reads requests against the catalogue: which codes exist, what the procedure allows, when an answer or a result is due. Thread-safe. */
@ApplicationScoped
public class Intake {

    /** Reply to an online dossier. Source: Decree 45/2020. */
    private static final TimeLimit REPLY = TimeLimit.workingHours(8);

    private static final int MOST_PAPERS = 50;
    private static final int LONGEST_PAPER = 300;
    private static final int MOST_COPIES = 999;
    private static final int LONGEST_REFERENCE = 100;

    private final Catalogue catalogue;

    Intake(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /**
     * A request that was read.
     *
     * @param note the officer's remark; null without one
     */
    public record Read(Matter matter, Terms terms, PrivatePart part, String note) {}

    /**
     * What a new dossier is about.
     *
     * @param citizen opaque id of the owner; null where nobody logged in
     * @param at when it was handed in
     * @return empty if anything is wrong: then the faults say what
     */
    public Optional<Read> read(OpeningRequest request, String citizen, Origin origin, Instant at, Faults faults) {
        var day = LocalDate.ofInstant(at, DossierCode.ZONE);
        present("/channel", request.channel(), faults);
        present("/returnMethod", request.returnMethod(), faults);
        var agency = agencyOf(request, faults);
        var procedure = procedureOf(request, day, faults);
        var rules = new ApplicantRules(faults);
        var applicant = applicant(request, origin, rules);
        var papers = papers(request.components(), procedure, rules, faults);
        var note = rules.optional("/note", request.note(), ApplicantRules.LONGEST_NOTE);
        if (!faults.none() || procedure.isEmpty()) {
            return Optional.empty();
        }
        var part = PrivatePart.salted(applicant, papers);
        var terms = procedure.get();
        var matter = new Matter(
                request.channel(),
                request.returnMethod(),
                origin,
                LegalProfile.on(day),
                terms.code(),
                terms.version(),
                terms.sector(),
                terms.immediate(),
                agency,
                catalogue.path(agency),
                citizen,
                part.digest());
        return Optional.of(
                new Read(matter, new Terms(terms.online(), terms.agencies().contains(agency)), part, note));
    }

    /** Whether there is such an agency. */
    public boolean knows(String agency) {
        return agency != null && catalogue.agency(agency).isPresent();
    }

    /** Until when an online dossier is answered; null while the calendar of that year is not published, since intake goes on. */
    public Instant replyDueAt(String agency, Instant at) {
        try {
            return catalogue.calendar(agency).due(at, REPLY).orElseThrow();
        } catch (CalendarNotPublished missing) {
            return null;
        }
    }

    /**
     * What the acceptance slip promises.
     *
     * @throws vn.motcua.dossier.edge.Problem 503 {@code calendar-not-published}
     */
    public Appointment appointment(Matter matter, Instant at) {
        var procedure = catalogue
                .procedure(matter.procedure(), matter.procedureVersion())
                .orElseThrow(() -> new IllegalStateException(
                        "procedure " + matter.procedure() + " version " + matter.procedureVersion() + " is gone"));
        var limit = catalogue.limit(procedure);
        try {
            return new Appointment(
                    limit, catalogue.calendar(matter.agency()).due(at, limit).orElse(null));
        } catch (CalendarNotPublished missing) {
            throw CalendarProblem.of(missing);
        }
    }

    /** A reason's code as given: absent, or one of the catalogue for this purpose. */
    public String refusalReason(String code, Faults faults) {
        return reason(code, "REFUSAL", faults);
    }

    /** The reason of a decision: one for denials where it is denied, none where it is granted. */
    public String decisionReason(Outcome outcome, String code, Faults faults) {
        if (outcome == Outcome.GRANTED && code != null) {
            faults.rule(
                    "/reason", "Kết quả đồng ý không có lý do từ chối.", "What is granted has no reason for denial.");
            return null;
        }
        return reason(code, "DENIAL", faults);
    }

    /** A remark as given, checked. */
    public String note(String given, Faults faults) {
        return new ApplicantRules(faults).optional("/note", given, ApplicantRules.LONGEST_NOTE);
    }

    /** The number of a result document as given, checked. */
    public String resultReference(String given, Faults faults) {
        return new ApplicantRules(faults).optional("/resultReference", given, LONGEST_REFERENCE);
    }

    /** Something that has to be there. */
    public void present(String pointer, Object given, Faults faults) {
        if (given == null) {
            faults.rule(pointer, "Không được để trống.", "This is required.");
        }
    }

    /** Older systems often do not say who it was; nobody is messaged and nothing is sent for what they hand over. */
    private static Applicant applicant(OpeningRequest request, Origin origin, ApplicantRules rules) {
        if (origin == Origin.LIVE) {
            return rules.read(request.applicant(), request.returnMethod());
        }
        return request.applicant() == null ? null : rules.read(request.applicant(), null);
    }

    private String reason(String code, String purpose, Faults faults) {
        if (code == null) {
            return null;
        }
        var known = catalogue.reason(code);
        if (known.isEmpty()) {
            faults.unknown("/reason", "Lý do không có trong danh mục.", "The reason is not in the catalogue.");
        } else if (!purpose.equals(known.get().purpose())) {
            faults.rule("/reason", "Lý do này không dùng cho bước này.", "This reason is not for this step.");
        }
        return code;
    }

    private String agencyOf(OpeningRequest request, Faults faults) {
        present("/agency", request.agency(), faults);
        if (request.agency() != null && !knows(request.agency())) {
            faults.unknown("/agency", "Mã cơ quan không có trong danh mục.", "The agency is not in the catalogue.");
        }
        return request.agency();
    }

    private Optional<Procedure> procedureOf(OpeningRequest request, LocalDate day, Faults faults) {
        present("/procedure", request.procedure(), faults);
        if (request.procedure() == null) {
            return Optional.empty();
        }
        var procedure = catalogue.procedureOn(request.procedure(), day);
        if (procedure.isEmpty()) {
            faults.unknown(
                    "/procedure",
                    "Thủ tục không có trong danh mục vào ngày này.",
                    "The procedure is not in the catalogue on that day.");
        }
        return procedure;
    }

    private static List<Paper> papers(
            List<PaperRequest> given, Optional<Procedure> procedure, ApplicantRules rules, Faults faults) {
        if (given == null) {
            return List.of();
        }
        if (given.size() > MOST_PAPERS) {
            faults.rule(
                    "/components", "Nhiều nhất " + MOST_PAPERS + " giấy tờ.", "At most " + MOST_PAPERS + " papers.");
            return List.of();
        }
        var codes = new HashSet<String>();
        procedure.ifPresent(known -> known.components().forEach(component -> codes.add(component.code())));
        var papers = new ArrayList<Paper>();
        for (int i = 0; i < given.size(); i++) {
            var paper = given.get(i);
            var place = "/components/" + i;
            if (paper == null || (paper.code() == null) == (paper.name() == null)) {
                faults.rule(place, "Có mã hoặc tên, không cả hai.", "Either a code or a name.");
                continue;
            }
            if (paper.code() != null && procedure.isPresent() && !codes.contains(paper.code())) {
                faults.unknown(
                        place + "/code", "Thủ tục không có thành phần này.", "The procedure has no such component.");
            }
            var copies = paper.copies() == null ? 1 : paper.copies();
            if (copies < 1 || copies > MOST_COPIES) {
                faults.rule(place + "/copies", "Từ 1 đến " + MOST_COPIES + ".", "1 to " + MOST_COPIES + ".");
            }
            papers.add(new Paper(paper.code(), rules.optional(place + "/name", paper.name(), LONGEST_PAPER), copies));
        }
        return papers;
    }
}
