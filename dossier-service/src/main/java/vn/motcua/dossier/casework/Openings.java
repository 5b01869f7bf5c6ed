package vn.motcua.dossier.casework;

import com.github.f4b6a3.uuid.UuidCreator;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import vn.motcua.dossier.casework.CreationWrite.Issued;
import vn.motcua.dossier.casework.Intake.Read;
import vn.motcua.dossier.casework.OpeningRequest.Decision;
import vn.motcua.dossier.edge.Problem;
import vn.motcua.dossier.lifecycle.Actor;
import vn.motcua.dossier.lifecycle.Attempt;
import vn.motcua.dossier.lifecycle.Bill;
import vn.motcua.dossier.lifecycle.Channel;
import vn.motcua.dossier.lifecycle.Document;
import vn.motcua.dossier.lifecycle.Dossier;
import vn.motcua.dossier.lifecycle.DossierCode;
import vn.motcua.dossier.lifecycle.Matter;
import vn.motcua.dossier.lifecycle.Origin;
import vn.motcua.dossier.lifecycle.Party;
import vn.motcua.dossier.lifecycle.Receptions;
import vn.motcua.dossier.lifecycle.Rights;
import vn.motcua.dossier.payments.PaymentRow;
import vn.motcua.dossier.relay.EventRelay;

/** How a dossier comes in: one statement, once per request key. */
@ApplicationScoped
class Openings {

    /** Code of the reason that the form for missing papers goes with. */
    private static final String INCOMPLETE = "INCOMPLETE";

    private final CaseStore cases;
    private final DossierStore store;
    private final Intake intake;
    private final Dates dates;
    private final Fees fees;
    private final Prepayments prepayments;
    private final Filings filings;
    private final DossierViews views;
    private final Receptions receptions;
    private final EventRelay relay;
    private final Clock clock;
    private final String source;

    Openings(
            CaseStore cases,
            DossierStore store,
            Intake intake,
            Dates dates,
            Fees fees,
            Prepayments prepayments,
            Filings filings,
            DossierViews views,
            Receptions receptions,
            EventRelay relay,
            Clock clock,
            @ConfigProperty(name = "motcua.source", defaultValue = "urn:motcua:H03:dossier-service") String source) {
        this.cases = cases;
        this.store = store;
        this.intake = intake;
        this.dates = dates;
        this.fees = fees;
        this.prepayments = prepayments;
        this.filings = filings;
        this.views = views;
        this.receptions = receptions;
        this.relay = relay;
        this.clock = clock;
        this.source = source;
    }

    Uni<Answer> open(OpeningRequest request, Party by, Provenance provenance) {
        return open(
                request,
                by,
                provenance,
                () -> received(request),
                write ->
                        request.payment() == null ? cases.create(write) : prepayments.create(write, request.payment()));
    }

    /** Now; by post when the record of handing over was signed. Source: Decision 45/2016/QĐ-TTg. */
    private Instant received(OpeningRequest request) {
        var now = clock.instant();
        if (request.receivedAt() == null) {
            return now;
        }
        var faults = new Faults();
        var at = request.receivedAt().toInstant();
        if (request.channel() != Channel.POST) {
            faults.rule(
                    "/receivedAt",
                    "Chỉ hồ sơ qua bưu chính ghi thời điểm ký biên bản bàn giao.",
                    "Only what comes by post names when it was handed over.");
        } else if (at.isAfter(now)) {
            faults.rule("/receivedAt", "Chưa đến thời điểm này.", "It lies in the future.");
        } else if (!LocalDate.ofInstant(at, DossierCode.ZONE).equals(LocalDate.ofInstant(now, DossierCode.ZONE))) {
            // Its number is one of today's.
            faults.rule("/receivedAt", "Trong ngày hôm nay.", "Today only.");
        }
        faults.raise();
        return at;
    }

    /**
     * The same for a dossier that came in at another moment, or is written in another way.
     *
     * @param at asked once what was asked before is known not to be answered already
     */
    Uni<Answer> open(
            OpeningRequest request,
            Party by,
            Provenance provenance,
            Supplier<Instant> at,
            Function<CreationWrite, Uni<Optional<Issued>>> how) {
        return Uni.combine()
                .all()
                .unis(
                        filings.look(request.documents(), by.account(), clock.instant()),
                        prepayments.named(request.payment()))
                .asTuple()
                .map(found -> write(
                        request,
                        found.getItem1(),
                        by,
                        provenance,
                        found.getItem2().orElse(null),
                        at.get().truncatedTo(ChronoUnit.MILLIS)))
                .chain(write -> create(write, by, how))
                .onFailure(Problem.class)
                // What was answered once stays answered, also when the rules have changed since.
                .recoverWithUni(problem -> repeated(by, provenance)
                        .chain(earlier -> earlier.map(answer -> Uni.createFrom().item(answer))
                                .orElseGet(() -> Uni.createFrom().failure(problem))));
    }

    private CreationWrite write(
            OpeningRequest request,
            Filings.Found found,
            Party by,
            Provenance provenance,
            PaymentRow prepaid,
            Instant at) {
        var faults = new Faults();
        var owner = request.channel() == Channel.ONLINE ? by.citizen() : null;
        var read = intake.read(request, owner, Origin.LIVE, at, faults);
        var reason = intake.refusalReason(request.reason(), faults);
        decision(request, faults);
        var missing = missing(request, faults);
        var bill = bill(request, read, faults);
        var files = files(request, read.map(Read::matter), found, Reuse.online(by, owner), faults);
        var actor = actor(request, by);
        counter(request, by, at, faults);
        faults.raise();
        return attempt(
                        request,
                        costing(request, read.orElseThrow(), bill, by, prepaid),
                        documents(files),
                        actor,
                        reason,
                        missing,
                        at)
                .fold(
                        done -> CreationWrite.of(
                                done,
                                read.get().part(),
                                files,
                                provenance.noting(read.get().note()),
                                source,
                                dates.rules(read.get().matter())),
                        barred -> {
                            throw Refusals.barred(barred, null);
                        });
    }

    /** What it costs this applicant. */
    private Bill bill(OpeningRequest request, Optional<Read> read, Faults faults) {
        if (request.payment() != null && request.channel() != Channel.ONLINE) {
            faults.rule(
                    "/payment",
                    "Chỉ hồ sơ trực tuyến gửi kèm mã thanh toán; tại quầy thì nộp cho thu ngân.",
                    "Only an online dossier names a payment; at the counter the cashier takes it.");
        }
        if (read.isEmpty()) {
            return Bill.NONE;
        }
        var matter = read.get().matter();
        var tariff = fees.bill(matter.procedure(), matter.procedureVersion());
        return tariff.relieved(fees.reliefs(request.reliefs(), tariff, faults));
    }

    private Read costing(OpeningRequest request, Read read, Bill bill, Party by, PaymentRow prepaid) {
        var matter = read.matter();
        var online = matter.channel() == Channel.ONLINE;
        var paid = online && request.payment() != null
                ? prepayments.paid(prepaid, by.citizen(), matter.procedure(), matter.agency())
                : null;
        var first = online && dates.rules(matter).prepaidBeforeSubmission();
        var taken = online ? matter : matter.takenInAt(oneStop(request, by));
        return new Read(taken, read.terms().costing(bill, first, paid), read.part(), read.note());
    }

    /** Files come with an online submission; at the counter papers are scanned once the dossier is there. */
    private List<Filing> files(
            OpeningRequest request, Optional<Matter> matter, Filings.Found found, Reuse reuse, Faults faults) {
        if (request.channel() != Channel.ONLINE) {
            if (!found.asked().isEmpty()) {
                faults.rule(
                        "/documents",
                        "Tại quầy hoặc qua bưu chính, tệp được thêm sau khi có hồ sơ.",
                        "At the counter and by post, files are added once the dossier is there.");
            }
            return List.of();
        }
        var procedure = matter.flatMap(filings::procedure);
        var files = filings.read(found, procedure, reuse, "/documents", false, faults);
        if (files.stream().anyMatch(file -> file.document().result())) {
            faults.rule("/documents", "Người nộp không đính kèm kết quả.", "An applicant attaches no result.");
        }
        procedure.ifPresent(known -> filings.complete(known, files, faults));
        return files;
    }

    private static List<Document> documents(List<Filing> files) {
        return files.stream().map(Filing::document).toList();
    }

    /** Who has no business there hears that, and not what else is wrong; an unknown agency is nobody's. */
    private Actor actor(OpeningRequest request, Party by) {
        if (request.channel() == null || !intake.knows(request.agency())) {
            return null;
        }
        return Rights.opener(by, request.channel(), request.agency(), oneStop(request, by), receptions)
                .orElseThrow(Refusals::notYours);
    }

    /** At which agency's one-stop shop it is brought. */
    String oneStop(OpeningRequest request, Party by) {
        return Rights.oneStop(by, request.agency(), request.receivingOneStop());
    }

    private void counter(OpeningRequest request, Party by, Instant at, Faults faults) {
        if (request.channel() == Channel.ONLINE) {
            if (request.receivingOneStop() != null) {
                faults.rule(
                        "/receivingOneStop",
                        "Hồ sơ trực tuyến gửi thẳng đến cơ quan giải quyết.",
                        "What is handed in online goes to the agency itself.");
            }
        } else if (intake.knows(request.agency())) {
            intake.oneStop("/receivingOneStop", oneStop(request, by), at, faults);
        }
    }

    private static void decision(OpeningRequest request, Faults faults) {
        if (request.channel() == Channel.ONLINE && (request.decision() != null || request.reason() != null)) {
            faults.rule(
                    "/decision",
                    "Hồ sơ trực tuyến do Bộ phận Một cửa xem xét sau khi nộp.",
                    "The one-stop shop decides on an online dossier after it was submitted.");
        }
        if (request.channel() != null && request.channel() != Channel.ONLINE && request.decision() == null) {
            faults.rule("/decision", "Phải tiếp nhận hoặc từ chối.", "Accept it or refuse it.");
        }
        if (request.decision() == Decision.ACCEPT && request.reason() != null) {
            faults.rule(
                    "/reason", "Tiếp nhận thì không có lý do từ chối.", "What is accepted has no reason for refusal.");
        }
    }

    /** Who is incomplete is told what to bring. */
    private List<String> missing(OpeningRequest request, Faults faults) {
        if (request.decision() == Decision.REFUSE && INCOMPLETE.equals(request.reason())) {
            return MissingPapers.read(request.missing(), intake, faults);
        }
        if (request.missing() != null) {
            faults.rule(
                    "/missing",
                    "Chỉ nêu giấy tờ còn thiếu khi từ chối vì hồ sơ chưa đầy đủ.",
                    "Papers are named only where it is refused as incomplete.");
        }
        return List.of();
    }

    private Attempt attempt(
            OpeningRequest request,
            Read read,
            List<Document> documents,
            Actor actor,
            String reason,
            List<String> missing,
            Instant at) {
        var id = UuidCreator.getTimeOrderedEpoch();
        var matter = read.matter();
        if (matter.channel() == Channel.ONLINE) {
            return Dossier.submit(
                    id,
                    matter,
                    read.terms(),
                    actor,
                    documents,
                    dates.replyDueAt(matter.agency(), dates.rules(matter), at),
                    at);
        }
        if (request.decision() == Decision.REFUSE) {
            return Dossier.refuseAtCounter(id, matter, actor, reason, missing, at);
        }
        return Dossier.acceptAtCounter(id, matter, read.terms(), actor, dates.accepted(matter, at), at);
    }

    private Uni<Answer> create(CreationWrite write, Party by, Function<CreationWrite, Uni<Optional<Issued>>> how) {
        return how.apply(write)
                .invoke(issued -> {
                    if (issued.isPresent()) {
                        relay.wake();
                    }
                })
                // A caller who hangs up does not stop a write on its way.
                .memoize()
                .indefinitely()
                .chain(issued -> issued.isPresent()
                        ? Uni.createFrom()
                                .item(answer(write.dossier().named(issued.get().code()), write.part(), by))
                        : repeated(by, write.provenance()).map(Optional::orElseThrow));
    }

    private Uni<Optional<Answer>> repeated(Party by, Provenance provenance) {
        return store.created(provenance.key())
                .map(found -> found.map(kept -> answer(Replay.of(kept, provenance.key()), kept.part(), by)));
    }

    private Answer answer(Dossier dossier, PrivatePart part, Party by) {
        return new Answer(views.of(dossier, part, by), dossier.sequence());
    }
}
