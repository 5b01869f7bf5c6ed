package vn.motcua.dossier.casework;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import vn.motcua.dossier.casework.OpeningRequest.PaperRequest;
import vn.motcua.dossier.catalogue.Catalogue;
import vn.motcua.dossier.catalogue.Law;
import vn.motcua.dossier.events.CatalogueEntry.Procedure;
import vn.motcua.dossier.lifecycle.Dossier;
import vn.motcua.dossier.lifecycle.DossierCode;
import vn.motcua.dossier.lifecycle.Leg;
import vn.motcua.dossier.lifecycle.Matter;
import vn.motcua.dossier.lifecycle.Origin;
import vn.motcua.dossier.lifecycle.Outcome;
import vn.motcua.dossier.lifecycle.ReturnMethod;
import vn.motcua.dossier.lifecycle.Terms;
import vn.motcua.dossier.lifecycle.Workflow;

/** Reads requests against the catalogue: which codes exist, what the procedure allows, when an answer or a result is due. Thread-safe. */
@ApplicationScoped
public class Intake {

    private static final int MOST_PAPERS = 50;
    private static final int LONGEST_PAPER = 300;
    private static final int MOST_COPIES = 999;
    private static final int LONGEST_REFERENCE = 100;

    private final Catalogue catalogue;
    private final Law law;

    Intake(Catalogue catalogue, Law law) {
        this.catalogue = catalogue;
        this.law = law;
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
        var authorised = authorised(request, rules, faults);
        rules.reachable(applicant, authorised, origin == Origin.LIVE ? request.returnMethod() : null);
        var papers = papers(request.components(), procedure, rules, faults);
        var note = rules.optional("/note", request.note(), ApplicantRules.LONGEST_NOTE);
        if (!faults.none() || procedure.isEmpty()) {
            return Optional.empty();
        }
        var part = PrivatePart.salted(applicant, authorised, papers);
        var terms = procedure.get();
        var matter = new Matter(
                request.channel(),
                request.returnMethod(),
                origin,
                law.profileOn(day),
                terms.code(),
                terms.version(),
                terms.sector(),
                terms.immediate(),
                agency,
                catalogue.path(agency),
                null,
                citizen,
                part.digest());
        return Optional.of(
                new Read(matter, new Terms(terms.online(), catalogue.competentOn(terms, agency, day)), part, note));
    }

    /** An agency's code that has to be there and known. */
    void agency(String pointer, String code, Faults faults) {
        present(pointer, code, faults);
        if (code != null && !knows(code)) {
            faults.unknown(pointer, "Mã cơ quan không có trong danh mục.", "The agency is not in the catalogue.");
        }
    }

    /** An agency with a counter on that day. */
    void oneStop(String pointer, String code, Instant at, Faults faults) {
        if (catalogue.agencyOn(code, LocalDate.ofInstant(at, DossierCode.ZONE)).isEmpty()) {
            faults.unknown(
                    pointer,
                    "Không có Bộ phận Một cửa này vào ngày đó.",
                    "There is no such one-stop shop on that day.");
        }
    }

    /** Whether an agency is competent for what a dossier is about, on that day. */
    boolean isCompetent(Matter matter, String agency, LocalDate day) {
        return catalogue
                .procedure(matter.procedure(), matter.procedureVersion())
                .filter(procedure -> catalogue.competentOn(procedure, agency, day))
                .isPresent();
    }

    /**
     * What a dossier is about when it is accepted.
     *
     * @param matter under the version in force then; under the one that it was handed in where none is in force any more
     * @param competent whether its agency exists then and is competent by that version
     */
    public record Accepting(Matter matter, boolean competent) {

        boolean isAnother(Matter before) {
            return matter.procedureVersion() != before.procedureVersion();
        }
    }

    /** A dossier keeps the version that is in force at acceptance, not the one under which it was handed in. */
    public Accepting accepting(Matter matter, Instant at) {
        var day = LocalDate.ofInstant(at, DossierCode.ZONE);
        return catalogue
                .procedureOn(matter.procedure(), day)
                .map(now -> new Accepting(
                        matter.under(now.code(), now.version(), now.sector(), now.immediate()),
                        catalogue.competentOn(now, matter.agency(), day)))
                .orElse(new Accepting(matter, false));
    }

    /**
     * The same matter under another procedure, in the version that was in force when the dossier was accepted, or else handed in. The agency has to have
     * been competent then, or to be so now: one that has taken over from another since did not exist on that day.
     */
    Matter under(Matter matter, String procedure, Dossier dossier, Instant now, Faults faults) {
        var times = dossier.timeline();
        var at = times.acceptedAt() == null ? times.submittedAt() : times.acceptedAt();
        var day = LocalDate.ofInstant(at, DossierCode.ZONE);
        var found = catalogue.procedureOn(procedure, day);
        if (found.isEmpty()) {
            faults.unknown(
                    "/procedure",
                    "Thủ tục không có trong danh mục vào ngày này.",
                    "The procedure is not in the catalogue on that day.");
            return matter;
        }
        var other = found.get();
        if (!catalogue.competentOn(other, matter.agency(), day)
                && !catalogue.competentOn(other, matter.agency(), LocalDate.ofInstant(now, DossierCode.ZONE))) {
            faults.rule(
                    "/procedure",
                    "Cơ quan không có thẩm quyền giải quyết thủ tục này.",
                    "The agency is not competent for this procedure.");
        }
        return matter.under(other.code(), other.version(), other.sector(), other.immediate());
    }

    /**
     * The people of a dossier as they are given anew, checked; who is not given stays as they were.
     *
     * @param alone whether nobody is authorised any more
     */
    PrivatePart people(
            PrivatePart before,
            OpeningRequest.ApplicantRequest owner,
            OpeningRequest.AuthorisedPersonRequest authorised,
            boolean alone,
            ReturnMethod returnMethod,
            Faults faults) {
        var rules = new ApplicantRules(faults);
        var applicant = owner == null ? before.applicant() : rules.read(owner);
        var other = authorised == null ? before.authorisedPerson() : rules.read(authorised);
        if (alone && authorised != null) {
            faults.rule(
                    "/withoutAuthorisedPerson",
                    "Đã nêu người được ủy quyền.",
                    "An authorised person is given as well.");
        }
        if (applicant == null && authorised != null) {
            ownerMissing(faults);
        }
        var acting = alone ? null : other;
        rules.reachable(applicant, acting, returnMethod);
        return before.of(applicant, acting);
    }

    /** Papers as given, checked against the procedure. */
    List<Paper> papers(List<PaperRequest> given, Matter matter, Faults faults) {
        return papers(
                given,
                catalogue.procedure(matter.procedure(), matter.procedureVersion()),
                new ApplicantRules(faults),
                faults);
    }

    /** Who is to get a result by post has to have an address, and whoever acts a phone that the carrier can call. */
    void reachableByPost(PrivatePart part, Faults faults) {
        var owner = part.applicant();
        if (owner == null || owner.address() == null) {
            faults.rule(
                    "/returnMethod",
                    "Người nộp chưa có địa chỉ để nhận kết quả qua bưu chính.",
                    "The applicant has no address for a result by post.");
        }
        var acting = part.authorisedPerson();
        if ((acting == null ? owner == null ? null : owner.phone() : acting.phone()) == null) {
            faults.rule(
                    "/returnMethod",
                    "Người nhận chưa có số điện thoại để bưu tá liên hệ.",
                    "Whoever receives the result has no phone number: the carrier takes no parcel without one.");
        }
    }

    /** Another way to reach somebody is no other person: that would be a correction. Whom nobody knew before may be named. */
    void samePeople(PrivatePart before, PrivatePart now, Faults faults) {
        var owner = before.applicant();
        if (owner != null
                && now.applicant() != null
                && !isSame(
                        owner.name(),
                        owner.idNumber(),
                        now.applicant().name(),
                        now.applicant().idNumber())) {
            faults.rule(
                    "/applicant",
                    "Đây là người khác; cần đính chính chủ hồ sơ.",
                    "This is another person; that is a correction of the owner.");
        }
        var authorised = before.authorisedPerson();
        if (authorised != null
                && !isSame(
                        authorised.name(),
                        authorised.idNumber(),
                        now.authorisedPerson().name(),
                        now.authorisedPerson().idNumber())) {
            faults.rule(
                    "/authorisedPerson",
                    "Đây là người khác; cần đính chính người được ủy quyền.",
                    "This is another person; that is a correction of the authorised person.");
        }
    }

    private static boolean isSame(String name, String idNumber, String otherName, String otherIdNumber) {
        return Objects.equals(name, otherName) && Objects.equals(idNumber, otherIdNumber);
    }

    /** Whether there is such an agency. */
    public boolean knows(String agency) {
        return agency != null && catalogue.agency(agency).isPresent();
    }

    /** The steps of the procedure's processing. */
    public Workflow workflow(Matter matter) {
        return catalogue
                .procedure(matter.procedure(), matter.procedureVersion())
                .map(Workflows::of)
                .orElse(Workflow.NONE);
    }

    /** A refusal's reason as given: absent, or one of the catalogue for refusals. */
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

    /** The order with the officer's remark; 422 if the remark is not one. */
    Order noted(Order order, String note) {
        var faults = new Faults();
        var read = note(note, faults);
        faults.raise();
        return order.noting(read);
    }

    /** A remark as given, checked. */
    public String note(String given, Faults faults) {
        return new ApplicantRules(faults).optional("/note", given, ApplicantRules.LONGEST_NOTE);
    }

    /** A text as given, checked: absent, or of at most so many characters. */
    public String text(String pointer, String given, int longest, Faults faults) {
        return new ApplicantRules(faults).optional(pointer, given, longest);
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
            return rules.read(request.applicant());
        }
        return request.applicant() == null ? null : rules.read(request.applicant());
    }

    private static AuthorisedPerson authorised(OpeningRequest request, ApplicantRules rules, Faults faults) {
        if (request.applicant() == null && request.authorisedPerson() != null) {
            ownerMissing(faults);
        }
        return rules.read(request.authorisedPerson());
    }

    private static void ownerMissing(Faults faults) {
        faults.rule(
                "/authorisedPerson",
                "Chưa có chủ hồ sơ để ủy quyền.",
                "Nobody is known who could have authorised them.");
    }

    /** Why a part is declined, or done late; whether it is late is not known here. */
    String partReason(Leg.Outcome outcome, String code, Faults faults) {
        return reason(code, outcome == Leg.Outcome.DECLINED ? "LEG_REFUSAL" : "LEG_DELAY", faults);
    }

    /** A reason's code as given: absent, or one of the catalogue for this purpose. */
    public String reason(String code, String purpose, Faults faults) {
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
            var originals = paper.originals();
            var copies = paper.copies() == null ? (originals == null ? 1 : 0) : paper.copies();
            if (originals != null && (originals < 0 || originals > MOST_COPIES)) {
                faults.rule(place + "/originals", "Từ 0 đến " + MOST_COPIES + ".", "0 to " + MOST_COPIES + ".");
            }
            var least = originals != null && originals > 0 ? 0 : 1;
            if (copies < least || copies > MOST_COPIES) {
                faults.rule(
                        place + "/copies",
                        "Từ " + least + " đến " + MOST_COPIES + ".",
                        least + " to " + MOST_COPIES + ".");
            }
            papers.add(new Paper(
                    paper.code(), rules.optional(place + "/name", paper.name(), LONGEST_PAPER), copies, originals));
        }
        return papers;
    }
}
