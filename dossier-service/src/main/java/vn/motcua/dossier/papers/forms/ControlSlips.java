package vn.motcua.dossier.papers.forms;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import vn.motcua.dossier.catalogue.Catalogue;
import vn.motcua.dossier.events.Accepted;
import vn.motcua.dossier.events.Assigned;
import vn.motcua.dossier.events.CatalogueEntry.Procedure;
import vn.motcua.dossier.events.CatalogueEntry.Reason;
import vn.motcua.dossier.events.CatalogueEntry.WorkflowStep;
import vn.motcua.dossier.events.Completed;
import vn.motcua.dossier.events.DossierEvent;
import vn.motcua.dossier.events.LegFinished;
import vn.motcua.dossier.events.LegOpened;
import vn.motcua.dossier.events.LegReceived;
import vn.motcua.dossier.events.LegWithdrawn;
import vn.motcua.dossier.events.ProcessingStarted;
import vn.motcua.dossier.events.ResultRecalled;
import vn.motcua.dossier.events.Returned;
import vn.motcua.dossier.events.StepCompleted;
import vn.motcua.dossier.events.StepRecalled;
import vn.motcua.dossier.events.StepSentBack;
import vn.motcua.dossier.events.TransferCause;
import vn.motcua.dossier.events.Transferred;
import vn.motcua.dossier.lifecycle.Parts;
import vn.motcua.dossier.papers.forms.CaseFile.Entry;
import vn.motcua.dossier.papers.forms.Sheet.HandOver;

/** Every change of hands of a dossier, a line each. */
final class ControlSlips {

    private static final String EARLY = "Trước hạn";
    private static final String ON_TIME = "Đúng hạn";
    private static final String LATE = "Quá hạn";

    /** @param due until when what was handed over had to be done; null without a date */
    private record Change(String what, String from, String to, Instant due) {}

    private final Catalogue catalogue;
    private final Signatures signatures;
    private final Offices offices;
    private final CaseFile file;
    private final Procedure procedure;

    ControlSlips(Catalogue catalogue, Signatures signatures, Offices offices, CaseFile file) {
        this.catalogue = catalogue;
        this.signatures = signatures;
        this.offices = offices;
        this.file = file;
        var state = file.last().event().dossier();
        this.procedure = Composer.procedure(catalogue, state.procedure());
    }

    Sheet.Control body() {
        var state = file.last().event().dossier();
        var lines = new ArrayList<HandOver>();
        Set<String> partners = new LinkedHashSet<>();
        for (Entry entry : file.history()) {
            if (entry.event() instanceof LegOpened opened) {
                partners.add(offices.name(opened.leg().agency().code()));
            }
            if (DueForms.isHandOver(entry.event())) {
                var change = change(entry);
                lines.add(new HandOver(
                        lines.size() + 1,
                        change.what(),
                        change.from(),
                        change.to(),
                        Words.brief(entry.time()),
                        verdict(entry.time(), change.due())));
            }
        }
        return new Sheet.Control(
                offices.name(state.agency().code()),
                partners.isEmpty() ? null : partners.stream().collect(Collectors.joining("; ")),
                procedure == null ? state.procedure().code() : procedure.names().vi(),
                Words.moment(state.acceptedAt()),
                Words.moment(state.dueAt()),
                List.copyOf(lines));
    }

    private Change change(Entry entry) {
        var event = entry.event();
        var who = who(entry);
        if (event instanceof Accepted) {
            return new Change("Tiếp nhận hồ sơ", "Người nộp hồ sơ", who, null);
        } else if (event instanceof ProcessingStarted) {
            return new Change("Chuyển xử lý", shop(event), offices.name(unit(event)), null);
        } else if (event instanceof Assigned assigned) {
            return new Change("Phân công xử lý", who, offices.name(assigned.unit()), null);
        } else if (event instanceof StepCompleted done) {
            return new Change(
                    "Xong bước: " + step(done.step()), who, next(done.nextStep(), unit(done)), done.stepDueAt());
        } else if (event instanceof StepSentBack back) {
            return new Change("Trả lại: " + reason(back.reasonCode()), who, next(back.nextStep(), unit(back)), null);
        } else if (event instanceof StepRecalled recalled) {
            return new Change(
                    "Thu hồi bước: " + step(recalled.step()), who, next(recalled.nextStep(), unit(recalled)), null);
        } else if (event instanceof LegOpened opened && leftBy(opened) != null) {
            return new Change(
                    "Chuyển phần việc phối hợp cho cơ quan kế thừa",
                    offices.name(leftBy(opened)),
                    offices.name(opened.leg().agency().code()),
                    null);
        } else if (event instanceof LegOpened opened) {
            return new Change(
                    "Gửi lấy ý kiến, phối hợp",
                    offices.name(answering(event)),
                    offices.name(opened.leg().agency().code()),
                    null);
        } else if (event instanceof LegReceived received) {
            return new Change(
                    "Nhận phần việc phối hợp",
                    offices.name(answering(event)),
                    offices.name(received.leg().agency().code()),
                    null);
        } else if (event instanceof LegFinished finished) {
            return new Change(
                    "Xong phần việc phối hợp",
                    offices.name(finished.leg().agency().code()),
                    offices.name(answering(event)),
                    finished.leg().dueAt());
        } else if (event instanceof Completed completed) {
            return new Change(
                    "Có kết quả giải quyết",
                    who,
                    offices.shop(completed.dossier().counter()),
                    completed.dossier().dueAt());
        } else if (event instanceof ResultRecalled recalled) {
            return new Change(
                    "Thu hồi kết quả: " + reason(recalled.reasonCode()),
                    offices.shop(recalled.dossier().counter()),
                    who,
                    null);
        } else if (event instanceof Transferred moved) {
            return new Change(
                    moved.cause() == TransferCause.REORGANISATION
                            ? "Chuyển hồ sơ cho cơ quan kế thừa"
                            : "Chuyển hồ sơ đến cơ quan có thẩm quyền",
                    offices.name(moved.fromAgency().code()),
                    offices.name(answering(moved)),
                    null);
        } else if (event instanceof Returned) {
            return new Change("Trả kết quả", offices.shop(event.dossier().counter()), "Người nộp hồ sơ", null);
        }
        throw new IllegalArgumentException("no change of hands: " + event.type());
    }

    /** The agency that had the part before and was merged or closed; null where it was nobody's. */
    private String leftBy(LegOpened opened) {
        for (Entry entry : file.history()) {
            if (entry.event() instanceof LegWithdrawn left
                    && Parts.REORGANISED.equals(left.reasonCode())
                    && Integer.valueOf(left.leg().number()).equals(opened.leg().after())) {
                return left.leg().agency().code();
            }
        }
        return null;
    }

    /** The officer, and of which unit; the unit alone where nobody knows their name. */
    private String who(Entry entry) {
        var unit = offices.name(unit(entry.event()));
        var name = signatures.name(entry);
        return name == null ? unit : name + ", " + unit;
    }

    private static String unit(DossierEvent event) {
        return event.actor().unit() == null ? answering(event) : event.actor().unit();
    }

    /** The agency that answered then: another one may since. */
    private static String answering(DossierEvent event) {
        return event.dossier().agency().code();
    }

    private String shop(DossierEvent event) {
        return offices.shop(unit(event));
    }

    private String next(String code, String unit) {
        var where = offices.name(unit);
        return code == null ? where : where + " (" + step(code) + ")";
    }

    private String step(String code) {
        return code == null || procedure == null || procedure.workflow() == null
                ? String.valueOf(code)
                : procedure.workflow().stream()
                        .filter(each -> each.code().equals(code))
                        .map(WorkflowStep::names)
                        .map(names -> names.vi())
                        .findFirst()
                        .orElse(code);
    }

    private String reason(String code) {
        return catalogue
                .reason(code)
                .map(Reason::names)
                .map(names -> names.vi())
                .orElse(code);
    }

    /** On time is the day itself; by the minute only lateness is told. */
    private static String verdict(Instant at, Instant due) {
        if (due == null) {
            return null;
        }
        return at.isAfter(due) ? LATE : Words.day(at).isBefore(Words.day(due)) ? EARLY : ON_TIME;
    }
}
