package vn.motcua.dossier.papers.forms;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.motcua.dossier.calendar.LimitUnit;
import vn.motcua.dossier.casework.Paper;
import vn.motcua.dossier.casework.RatingCode;
import vn.motcua.dossier.catalogue.Catalogue;
import vn.motcua.dossier.events.Accepted;
import vn.motcua.dossier.events.CatalogueEntry.Component;
import vn.motcua.dossier.events.CatalogueEntry.Procedure;
import vn.motcua.dossier.events.CatalogueEntry.Reason;
import vn.motcua.dossier.events.Channel;
import vn.motcua.dossier.events.Completed;
import vn.motcua.dossier.events.Corrected;
import vn.motcua.dossier.events.DossierEvent;
import vn.motcua.dossier.events.DossierState;
import vn.motcua.dossier.events.Extended;
import vn.motcua.dossier.events.Limit;
import vn.motcua.dossier.events.ProcedureRef;
import vn.motcua.dossier.events.Refused;
import vn.motcua.dossier.events.Role;
import vn.motcua.dossier.events.Stopped;
import vn.motcua.dossier.events.SupplementPhase;
import vn.motcua.dossier.events.SupplementRequested;
import vn.motcua.dossier.lifecycle.Asked;
import vn.motcua.dossier.lifecycle.Bill;
import vn.motcua.dossier.lifecycle.Form;
import vn.motcua.dossier.lifecycle.LegalRules;
import vn.motcua.dossier.papers.forms.Sheet.Authorised;
import vn.motcua.dossier.papers.forms.Sheet.Body;
import vn.motcua.dossier.papers.forms.Sheet.PaperLine;
import vn.motcua.dossier.papers.forms.Sheet.Person;
import vn.motcua.dossier.papers.forms.Sheet.Signature;
import vn.motcua.dossier.staff.roster.Roster;

/** Puts one paper of one dossier into words. Knows no clock: a paper bears the day of the fact that it is about. Used once. */
final class Composer {

    private static final String SUBMITTER = "NGƯỜI NỘP HỒ SƠ";
    private static final String RECEIVER = "NGƯỜI TIẾP NHẬN HỒ SƠ";
    private static final String ADVISER = "NGƯỜI HƯỚNG DẪN";
    private static final String ORIGINAL = "Bản chính";
    private static final String COPY = "Bản sao";
    /** What was found to be due in the course of processing. */
    private static final String OTHER_FEE = "Nghĩa vụ tài chính khác";

    private final Catalogue catalogue;
    private final LegalRules rules;
    private final Signatures signatures;
    private final CaseFile file;
    private final DossierState state;
    private final String agency;
    private final String counter;
    private final Offices offices;
    private final Procedure procedure;

    /** @param rules of the dossier's legal profile */
    Composer(Catalogue catalogue, LegalRules rules, Roster roster, CaseFile file) {
        this.catalogue = catalogue;
        this.rules = rules;
        this.signatures = new Signatures(roster);
        this.file = file;
        this.state = file.last().event().dossier();
        this.agency = state.agency().code();
        // Who took it in for another agency signs for that, and there the applicant comes back.
        this.counter = state.counter();
        this.offices = new Offices(catalogue, Words.day(file.last().time()));
        this.procedure = procedure(catalogue, state.procedure());
    }

    /** Null where nobody here knows it: what was mirrored may name such, and no version of it. */
    static Procedure procedure(Catalogue catalogue, ProcedureRef named) {
        return named.version() == null
                ? null
                : catalogue.procedure(named.code(), named.version()).orElse(null);
    }

    /** Whether the last event of the file gives rise to this paper. */
    static boolean isDue(Form kind, CaseFile.Entry entry) {
        return DueForms.of(entry.event()).contains(kind);
    }

    /**
     * In words.
     *
     * @param code that a receipt bears; null for one that bears none, and of all else
     * @throws IllegalArgumentException if the last event gives no rise to it
     */
    Sheet compose(Form kind, RatingCode code) {
        if (!isDue(kind, file.last())) {
            throw new IllegalArgumentException("event " + file.last().sequence() + " gives no rise to " + kind);
        }
        return switch (kind) {
            case RECEIPT ->
                sheet(
                        kind,
                        "receipt",
                        true,
                        receipt(code),
                        Signatures.blank(SUBMITTER),
                        signatures.officer(RECEIVER, file.last()));
            case SUPPLEMENT_REQUEST -> supplementRequest();
            case REFUSAL -> refusal();
            case APOLOGY -> sheet(kind, "apology", false, apology(), null, head());
            case STOP_NOTICE -> sheet(kind, "stop-notice", false, stop(), null, head());
            case CONTROL_SLIP ->
                sheet(
                        kind,
                        "control-slip",
                        false,
                        new ControlSlips(catalogue, signatures, offices, file).body(),
                        null,
                        null);
            case REGISTER -> throw new IllegalArgumentException("a register is no dossier's paper");
        };
    }

    private Sheet sheet(Form kind, String template, boolean atCounter, Body body, Signature left, Signature right) {
        var circular = Circular.of(file.last(), kind, rules);
        var form = circular.form(kind);
        var last = file.last();
        var issuer = atCounter ? counter : agency;
        var above = atCounter ? offices.name(counter) : offices.above(agency);
        return new Sheet(
                template,
                circular.corner(form.number()),
                above == null ? null : Words.capitals(above),
                Words.capitals(atCounter ? offices.shop(counter) : offices.name(agency)),
                form.sign() == null ? null : number(kind) + "/" + form.sign(),
                Words.dateLine(offices.place(issuer), Words.day(last.time())),
                form.title(),
                state.code(),
                QrCode.text(state.code(), last.sequence(), last.hash()),
                Words.ends(last.hash()),
                body,
                left,
                right);
    }

    /** The dossier's number and day; behind it, but on the first receipt, the event's: so no two papers of an agency share a number. */
    private String number(Form kind) {
        var parts = state.code().split("-");
        var ofDossier = parts[parts.length - 1] + "-" + parts[parts.length - 2];
        return kind == Form.RECEIPT && file.last().event() instanceof Accepted
                ? ofDossier
                : ofDossier + "-%02d".formatted(file.last().sequence());
    }

    private Body receipt(RatingCode code) {
        // A new one, after papers came, promises another date under the limit of the first.
        var limit = file.history().stream()
                .map(CaseFile.Entry::event)
                .map(Composer::limit)
                .filter(Objects::nonNull)
                .reduce((earlier, later) -> later)
                .map(known -> Words.limit(
                        known.amount(), LimitUnit.valueOf(known.unit().name())))
                .orElse(null);
        var parts = state.code().split("-");
        return new Sheet.Receipt(
                offices.shop(counter),
                offices.address(counter),
                offices.phone(counter),
                person(),
                procedureName(),
                papers(),
                limit,
                submittedBefore(),
                Words.moment(state.acceptedAt()),
                Words.moment(state.dueAt()),
                way(),
                fee(),
                parts[parts.length - 1] + " ngày " + Words.date(Words.day(state.submittedAt())),
                code == null ? null : code.text());
    }

    /** When it was handed in, where that was another minute than when it was taken in: null else. */
    private String submittedBefore() {
        var submitted = Words.moment(state.submittedAt());
        return submitted == null || submitted.equals(Words.moment(state.acceptedAt())) ? null : submitted;
    }

    private Sheet supplementRequest() {
        // Who is turned away at the counter as incomplete gets this one too.
        var event = file.last().event();
        var request = event instanceof SupplementRequested asked ? asked : null;
        var atCounter = request == null || request.phase() == SupplementPhase.RECEPTION;
        var missing = file.asked().stream()
                .filter(asked -> asked.at().equals(file.last().time()))
                .map(Asked::missing)
                .findFirst()
                .orElse(List.of());
        var body = new Sheet.Supplement(
                person(),
                procedureName(),
                missing.stream().map(this::component).toList(),
                request == null ? missing.size() : request.itemCount(),
                note(),
                request == null || request.deadline() == null ? null : Words.date(Words.day(request.deadline())),
                offices.shop(counter),
                offices.address(counter),
                offices.phone(counter));
        var right = event.actor().role() == Role.LEADER ? head() : signatures.officer(ADVISER, file.last());
        return sheet(Form.SUPPLEMENT_REQUEST, "supplement-request", atCounter, body, null, right);
    }

    /** The fact's own, whatever was decided later; of a denial before facts told it, the dossier's as it stands. */
    private String refusalReason(DossierEvent event) {
        if (event instanceof Refused refused) {
            return refused.reasonCode();
        }
        if (event instanceof Stopped stopped) {
            return stopped.reasonCode();
        }
        return event instanceof Completed completed && completed.reasonCode() != null
                ? completed.reasonCode()
                : file.decisionReason();
    }

    private Sheet refusal() {
        var event = file.last().event();
        var atCounter = event instanceof Refused;
        // In the forms of 2018 a stop for good is told by this one too.
        var verb = atCounter
                ? "không tiếp nhận hồ sơ"
                : event instanceof Completed ? "từ chối giải quyết hồ sơ" : "dừng giải quyết hồ sơ";
        var code = refusalReason(event);
        var body = new Sheet.Refusal(
                atCounter ? offices.shop(counter) : offices.name(agency),
                person(),
                procedureName(),
                Words.moment(atCounter || state.acceptedAt() == null ? state.submittedAt() : state.acceptedAt()),
                verb,
                reason(code),
                note(),
                offices.phone(atCounter ? counter : agency));
        return atCounter
                ? sheet(
                        Form.REFUSAL,
                        "refusal",
                        true,
                        body,
                        Signatures.blank(SUBMITTER),
                        signatures.officer(RECEIVER, file.last()))
                : sheet(Form.REFUSAL, "refusal", false, body, null, head());
    }

    private Body apology() {
        var extended = (Extended) file.last().event();
        return new Sheet.Apology(
                offices.name(agency),
                offices.shop(counter),
                person(),
                procedureName(),
                Words.moment(state.acceptedAt()),
                Words.moment(extended.previousDueAt()),
                reason(extended.reasonCode()),
                note(),
                Words.moment(state.dueAt()),
                Circular.of(file.last(), Form.APOLOGY, rules) == Circular.OF_2025);
    }

    private Body stop() {
        var stopped = file.last().event() instanceof Stopped event ? event : null;
        return new Sheet.Stop(
                offices.name(agency),
                person(),
                procedureName(),
                Words.moment(state.acceptedAt() == null ? state.submittedAt() : state.acceptedAt()),
                Words.moment(file.last().time()),
                stopped == null,
                stopped != null && stopped.resumable(),
                stopped == null ? null : reason(stopped.reasonCode()),
                // What applicants wrote themselves is not told them.
                stopped == null ? null : note(),
                offices.phone(agency));
    }

    private Signature head() {
        return signatures.head(
                file.last(), agency, state.procedure().code(), state.procedure().sector());
    }

    private Person person() {
        var applicant = file.applicant();
        if (applicant == null) {
            return new Person(Words.DOTS, null, null, null, authorised());
        }
        var address = applicant.address();
        return new Person(
                Words.clean(applicant.name()),
                address == null
                        ? null
                        : Stream.of(address.text(), address.commune(), address.province())
                                .map(Words::clean)
                                .filter(Objects::nonNull)
                                .collect(Collectors.joining(", ")),
                Words.phone(applicant.phone()),
                Words.clean(applicant.email()),
                authorised());
    }

    /** The counter asks whoever comes for this very paper. */
    private Authorised authorised() {
        var acting = file.authorised();
        return acting == null
                ? null
                : new Authorised(Words.clean(acting.name()), Words.clean(acting.authorisationReference()));
    }

    /** The limit that an acceptance promised, or a correction put in its place; null of all else. */
    private static Limit limit(DossierEvent event) {
        if (event instanceof Corrected corrected) {
            return corrected.limit();
        }
        return event instanceof Accepted accepted ? accepted.limit() : null;
    }

    private String procedureName() {
        return procedure == null
                ? state.procedure().code()
                : Words.clean(procedure.names().vi());
    }

    private List<PaperLine> papers() {
        var lines = new ArrayList<PaperLine>();
        for (Paper paper : file.papers()) {
            var name = paper.name() == null ? component(paper.code()) : Words.clean(paper.name());
            // What was told on receipt counts; only where nobody said which they are, the procedure's list does.
            if (paper.originals() == null) {
                lines.add(new PaperLine(lines.size() + 1, name, form(paper), paper.copies()));
                continue;
            }
            if (paper.originals() > 0) {
                lines.add(new PaperLine(lines.size() + 1, name, ORIGINAL, paper.originals()));
            }
            if (paper.copies() > 0) {
                lines.add(new PaperLine(lines.size() + 1, name, COPY, paper.copies()));
            }
        }
        return List.copyOf(lines);
    }

    private String form(Paper paper) {
        if (state.channel() == Channel.ONLINE) {
            return "Bản điện tử";
        }
        return known(paper.code()) == null ? null : known(paper.code()).originals() > 0 ? ORIGINAL : COPY;
    }

    /** The name behind a component's code; what is no code is words already. */
    private String component(String code) {
        var known = known(code);
        return known == null ? Words.clean(code) : Words.clean(known.names().vi());
    }

    private Component known(String code) {
        return procedure == null || code == null
                ? null
                : procedure.components().stream()
                        .filter(each -> each.code().equals(code))
                        .findFirst()
                        .orElse(null);
    }

    private String way() {
        return switch (state.returnMethod()) {
            case POST -> "Qua dịch vụ bưu chính công ích, đến địa chỉ của người nộp hồ sơ";
            case ELECTRONIC -> "Bản điện tử trên Cổng Dịch vụ công";
            case COUNTER, UNKNOWN -> {
                var address = offices.address(counter);
                yield offices.shop(counter) + (address == null ? "" : ", " + address);
            }
        };
    }

    private String fee() {
        var fees = file.bill().lines().stream().map(this::fee).toList();
        return fees.isEmpty() ? "Không" : String.join("; ", fees);
    }

    private String fee(Bill.Line line) {
        var owed = line.due() == 0 ? "được miễn" : Words.dong(line.due()) + (line.reduction() > 0 ? " (đã giảm)" : "");
        var settled = line.payment() == null ? "" : line.refund() == null ? ", đã nộp" : ", đã hoàn trả";
        return name(line) + ": " + owed + settled;
    }

    private String name(Bill.Line line) {
        return procedure == null || procedure.fees() == null
                ? OTHER_FEE
                : procedure.fees().stream()
                        .filter(fee -> fee.code().equals(line.code()))
                        .map(fee -> Words.clean(fee.names().vi()))
                        .findFirst()
                        .orElse(OTHER_FEE);
    }

    private String reason(String code) {
        return code == null
                ? null
                : catalogue
                        .reason(code)
                        .map(Reason::names)
                        .map(names -> Words.clean(names.vi()))
                        .orElse(code);
    }

    private String note() {
        return Words.clean(file.last().note());
    }
}
