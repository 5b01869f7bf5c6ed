package vn.motcua.dossier.catalogue;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import vn.motcua.dossier.calendar.LimitUnit;
import vn.motcua.dossier.calendar.TimeLimit;
import vn.motcua.dossier.events.CatalogueEntry.Agency;
import vn.motcua.dossier.events.CatalogueEntry.Competence;
import vn.motcua.dossier.events.CatalogueEntry.Component;
import vn.motcua.dossier.events.CatalogueEntry.Fee;
import vn.motcua.dossier.events.CatalogueEntry.FeeKind;
import vn.motcua.dossier.events.CatalogueEntry.FeeTiming;
import vn.motcua.dossier.events.CatalogueEntry.Keeping;
import vn.motcua.dossier.events.CatalogueEntry.Procedure;
import vn.motcua.dossier.events.CatalogueEntry.Upload;
import vn.motcua.dossier.events.CatalogueEntry.WorkflowRole;
import vn.motcua.dossier.events.CatalogueEntry.WorkflowStep;
import vn.motcua.dossier.events.Limit;

/** What must hold of a procedure. */
final class ProcedureRules {

    /** Hours of a working day, as the limits of workflows are reckoned. */
    static final int DAY_HOURS = 8;

    private static final Pattern CODE = Pattern.compile("[1-3]\\.\\d{6}");
    private static final Pattern PART = Pattern.compile("[A-Z][A-Z0-9_]{0,31}");
    private static final Set<String> LEVELS = Set.of("1", "2", "3", "4", "PARTIAL", "FULL");
    private static final Set<String> ONLINE_LEVELS = Set.of("3", "4", "PARTIAL", "FULL");
    private static final int MOST_PARTS = 100;
    private static final long MOST_DONG = 1_000_000_000_000L;

    private final Versions<Agency> agencies;
    private final Faults faults;

    ProcedureRules(Versions<Agency> agencies, Faults faults) {
        this.agencies = agencies;
        this.faults = faults;
    }

    void judge(Procedure procedure) {
        faults.require(
                procedure.code() != null && CODE.matcher(procedure.code()).matches(),
                procedure,
                "code",
                "mã thủ tục không đúng dạng d.dddddd",
                "has a code that is no national id (d.dddddd)");
        faults.names(procedure, "names", procedure.names());
        faults.names(procedure, "sectorNames", procedure.sectorNames());
        faults.require(Faults.isText(procedure.sector(), 64), procedure, "sector", "cần có lĩnh vực", "needs a sector");
        faults.require(
                countable(procedure.limit()),
                procedure,
                "limit",
                "thời hạn giải quyết không đếm được",
                "has no limit that can be counted");
        faults.require(
                LEVELS.contains(String.valueOf(procedure.serviceLevel())),
                procedure,
                "serviceLevel",
                "mức độ dịch vụ công không rõ",
                "has an unknown service level");
        faults.require(
                !procedure.online() || ONLINE_LEVELS.contains(String.valueOf(procedure.serviceLevel())),
                procedure,
                "serviceLevel",
                "không thể nộp trực tuyến ở mức độ này",
                "is online at level " + procedure.serviceLevel());
        faults.validity(procedure, procedure.validFrom(), procedure.validTo());
        faults.require(
                procedure.department() == null || agencies.knows(procedure.department()),
                procedure,
                "department",
                "cơ quan quản lý không có trong danh mục",
                "names the unknown department " + procedure.department());
        Stream.of(
                        procedure.agencies(),
                        procedure.components(),
                        procedure.fees(),
                        procedure.workflow(),
                        procedure.competences())
                .filter(list -> list != null && list.stream().anyMatch(Objects::isNull))
                .forEach(list -> faults.require(
                        false, procedure, "", "danh sách có chỗ trống", "has a list with an empty place"));
        competence(procedure);
        components(procedure);
        fees(procedure);
        workflow(procedure);
        keeping(procedure);
    }

    private void keeping(Procedure procedure) {
        Keeping keeping = procedure.keeping();
        if (keeping == null) {
            return;
        }
        faults.require(
                isKeeping(keeping),
                procedure,
                "keeping",
                "thời hạn bảo quản là vĩnh viễn hoặc từ 1 đến " + KeepingSchedule.MOST_YEARS + " năm, kèm căn cứ",
                "is neither kept for ever nor for 1 to " + KeepingSchedule.MOST_YEARS + " years with a basis");
    }

    static boolean isKeeping(Keeping keeping) {
        return keeping.term() != null
                && Faults.isText(keeping.basis(), 500)
                && switch (keeping.term()) {
                    case PERMANENT -> keeping.years() == null;
                    case YEARS ->
                        keeping.years() != null
                                && keeping.years() >= 1
                                && keeping.years() <= KeepingSchedule.MOST_YEARS;
                    case UNKNOWN -> false;
                };
    }

    private void competence(Procedure procedure) {
        List<String> always = list(procedure.agencies());
        List<Competence> dated = list(procedure.competences());
        faults.require(
                !always.isEmpty() || !dated.isEmpty(),
                procedure,
                "agencies",
                "cần có cơ quan có thẩm quyền",
                "needs a competent agency");
        always.forEach(code -> known(procedure, "agencies", code));
        for (int i = 0; i < dated.size(); i++) {
            Competence one = dated.get(i);
            String place = "competences/" + i;
            known(procedure, place, one.agency());
            faults.validity(procedure, one.validFrom(), one.validTo());
            faults.require(
                    !always.contains(one.agency()),
                    procedure,
                    place,
                    "cơ quan này đã có thẩm quyền không thời hạn",
                    "limits in time the competence that " + one.agency() + " always has");
            for (Competence other : dated.subList(0, i)) {
                faults.require(
                        !Objects.equals(one.agency(), other.agency()) || apart(one, other),
                        procedure,
                        place,
                        "thời gian có thẩm quyền của một cơ quan trùng nhau",
                        "has competences of " + one.agency() + " that overlap");
            }
        }
    }

    private void known(Procedure procedure, String field, String code) {
        faults.require(
                agencies.knows(code),
                procedure,
                field,
                "cơ quan không có trong danh mục",
                "names the unknown agency " + code);
    }

    private static boolean apart(Competence one, Competence other) {
        return one.validFrom() == null
                || other.validFrom() == null
                || endsBefore(one.validTo(), other.validFrom())
                || endsBefore(other.validTo(), one.validFrom());
    }

    private static boolean endsBefore(LocalDate last, LocalDate first) {
        return last != null && last.isBefore(first);
    }

    private void components(Procedure procedure) {
        List<Component> components = list(procedure.components());
        faults.require(
                !components.isEmpty() && components.size() <= MOST_PARTS,
                procedure,
                "components",
                "cần có thành phần hồ sơ, tối đa 100",
                "needs components, 1 to 100");
        Set<String> codes = new HashSet<>();
        for (Component component : components) {
            String name = "component " + component.code();
            part(procedure, "components", name, component.code(), codes);
            faults.require(
                    component.originals() >= 0
                            && component.copies() >= 0
                            && component.originals() + component.copies() >= 1,
                    procedure,
                    "components",
                    "thành phần không có bản chính hay bản sao",
                    "has " + name + " with neither original nor copy");
            faults.require(
                    component.upload() != Upload.UNKNOWN
                            && (component.upload() != Upload.REQUIRED || (component.required() && procedure.online())),
                    procedure,
                    "components",
                    "chỉ thành phần bắt buộc của thủ tục trực tuyến mới phải có tệp",
                    "has " + name + " as a file that is not required or not of an online procedure");
            faults.names(procedure, "components", component.names());
        }
    }

    private void fees(Procedure procedure) {
        Set<String> codes = new HashSet<>();
        for (Fee fee : list(procedure.fees())) {
            String name = "fee " + fee.code();
            part(procedure, "fees", name, fee.code(), codes);
            faults.names(procedure, "fees", fee.names());
            faults.require(
                    fee.kind() != null && fee.kind() != FeeKind.UNKNOWN,
                    procedure,
                    "fees",
                    "cần ghi rõ phí hay lệ phí",
                    "has " + name + " that is neither FEE nor CHARGE");
            faults.require(
                    fee.timing() != null && fee.timing() != FeeTiming.UNKNOWN,
                    procedure,
                    "fees",
                    "cần ghi rõ thu trước, thu sau hay miễn",
                    "has " + name + " without timing");
            faults.require(
                    fee.amount() >= 0 && fee.amount() <= MOST_DONG,
                    procedure,
                    "fees",
                    "số tiền không hợp lệ",
                    "has " + name + " with an amount outside 0 to " + MOST_DONG);
        }
        faults.require(codes.size() <= MOST_PARTS, procedure, "fees", "tối đa 100 khoản", "has more than 100 fees");
    }

    /** The steps' limits are the whole limit: nobody gets time that the citizen was not promised, and none is left over. */
    private void workflow(Procedure procedure) {
        List<WorkflowStep> steps = list(procedure.workflow());
        if (steps.isEmpty()) {
            return;
        }
        faults.require(steps.size() <= MOST_PARTS, procedure, "workflow", "tối đa 100 bước", "has more than 100 steps");
        int whole = hours(procedure.limit());
        long sum = 0;
        Set<String> codes = new HashSet<>();
        for (WorkflowStep step : steps) {
            String name = "step " + step.code();
            part(procedure, "workflow", name, step.code(), codes);
            faults.names(procedure, "workflow", step.names());
            faults.require(
                    step.role() != null && step.role() != WorkflowRole.UNKNOWN,
                    procedure,
                    "workflow",
                    "bước chưa rõ vai trò thực hiện",
                    "has " + name + " without a role");
            boolean counted = step.limitHours() != null && step.limitHours() >= 1;
            faults.require(
                    whole > 0 ? counted : step.limitHours() == null,
                    procedure,
                    "workflow",
                    whole > 0
                            ? "bước cần thời hạn từ 1 giờ làm việc"
                            : "thời hạn của thủ tục không tính bằng giờ làm việc",
                    whole > 0
                            ? "has " + name + " without a limit from 1 hour"
                            : "has " + name + " with a limit in working hours, which its own limit is not counted in");
            sum += counted ? step.limitHours() : 0;
        }
        faults.require(
                whole == 0 || sum == whole,
                procedure,
                "workflow",
                "tổng thời hạn các bước là " + sum + " giờ, phải bằng " + whole + " giờ",
                "has a workflow of " + sum + " hours, not the " + whole + " of its limit");
    }

    private void part(Procedure procedure, String field, String name, String code, Set<String> codes) {
        faults.require(
                code != null && PART.matcher(code).matches(),
                procedure,
                field,
                "mã phải là CHỮ HOA",
                "has " + name + " whose code is not in CAPITALS");
        faults.require(codes.add(code), procedure, field, "mã bị trùng: " + code, "has " + name + " twice");
    }

    /** The limit in working hours; 0 where it is not counted in working time. */
    static int hours(Limit limit) {
        if (limit == null || limit.unit() == null) {
            return 0;
        }
        return switch (limit.unit()) {
            case WORKING_DAYS -> limit.amount() * DAY_HOURS;
            case WORKING_HOURS -> limit.amount();
            case CALENDAR_DAYS, NONE, UNKNOWN -> 0;
        };
    }

    private static boolean countable(Limit limit) {
        if (limit == null || limit.unit() == null || limit.unit() == Limit.Unit.UNKNOWN) {
            return false;
        }
        return limit.unit() == Limit.Unit.NONE
                ? limit.amount() == 0
                : limit.amount() >= 1
                        && limit.amount() <= TimeLimit.MOST
                        && LimitUnit.valueOf(limit.unit().name()) != LimitUnit.NONE;
    }

    private static <T> List<T> list(List<T> given) {
        return given == null
                ? List.of()
                : given.stream().filter(Objects::nonNull).toList();
    }
}
