package vn.motcua.dossier.catalogue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import vn.motcua.dossier.events.CatalogueEntry.Agency;
import vn.motcua.dossier.events.CatalogueEntry.AgencyType;

/** What must hold of agencies: a forest on every day, in which each tree hangs together by its codes, because rights follow the codes. */
final class AgencyRules {

    // Source: Decision 20/2020/QĐ-TTg.
    private static final Pattern CODE = Pattern.compile("[A-Y]\\d{2}(\\.[A-Z0-9]+)*");
    private static final int LONGEST_CODE = 35;
    private static final Set<AgencyType> ROOTS = Set.of(AgencyType.PROVINCE, AgencyType.MINISTRY);

    private final Versions<Agency> agencies;
    private final Set<String> calendars;
    private final Faults faults;

    AgencyRules(Versions<Agency> agencies, Set<String> calendars, Faults faults) {
        this.agencies = agencies;
        this.calendars = calendars;
        this.faults = faults;
    }

    void judge(Agency agency) {
        faults.require(
                agency.code() != null
                        && agency.code().length() <= LONGEST_CODE
                        && CODE.matcher(agency.code()).matches(),
                agency,
                "code",
                "mã cơ quan không đúng Quyết định 20/2020/QĐ-TTg",
                "has a code that is no agency code (Decision 20/2020/QĐ-TTg)");
        faults.names(agency, "names", agency.names());
        faults.names(agency, "oneStopShop", agency.oneStopShop());
        faults.require(
                Faults.isText(agency.address(), 500),
                agency,
                "address",
                "cần có địa chỉ nơi tiếp nhận",
                "needs the address of its counter");
        faults.require(
                Faults.isText(agency.phone(), 50),
                agency,
                "phone",
                "cần có điện thoại nơi tiếp nhận",
                "needs the telephone of its counter");
        faults.require(
                calendars.contains(agency.calendar()),
                agency,
                "calendar",
                "lịch làm việc không có trong danh mục",
                "names the unknown calendar " + agency.calendar());
        faults.validity(agency, agency.validFrom(), agency.validTo());
        type(agency);
        if (agency.parent() == null) {
            faults.require(
                    List.of(String.valueOf(agency.code())).equals(agency.path()),
                    agency,
                    "path",
                    "đường dẫn của cơ quan gốc chỉ gồm chính nó",
                    "is a root, but its path is not itself alone");
        } else {
            parent(agency);
        }
        successor(agency);
    }

    private void type(Agency agency) {
        if (agency.type() == null) {
            return;
        }
        faults.require(
                agency.type() != AgencyType.UNKNOWN, agency, "type", "loại cơ quan không rõ", "has an unknown type");
        faults.require(
                ROOTS.contains(agency.type()) == (agency.parent() == null),
                agency,
                "type",
                "chỉ tỉnh và bộ, và tất cả các tỉnh và bộ, không có cơ quan cấp trên",
                "is a " + agency.type() + (agency.parent() == null ? " without" : " with") + " a parent");
    }

    /** Every version of the parent that holds while this one does must lead to the same path, and together they must not leave a day out. */
    private void parent(Agency agency) {
        boolean known = agencies.knows(agency.parent());
        faults.require(
                known,
                agency,
                "parent",
                "cơ quan cấp trên không có trong danh mục",
                "has the unknown parent " + agency.parent());
        if (!known || agency.validFrom() == null) {
            return;
        }
        faults.require(
                agency.code() != null && agency.code().startsWith(agency.parent() + "."),
                agency,
                "parent",
                "mã không nằm dưới mã của cơ quan cấp trên",
                "has a code that is not below its parent's");
        LocalDate day = agency.validFrom();
        while (day != null && (agency.validTo() == null || !day.isAfter(agency.validTo()))) {
            Agency parent = agencies.on(agency.parent(), day).orElse(null);
            if (parent == null) {
                faults.require(
                        false,
                        agency,
                        "parent",
                        "cơ quan cấp trên không có hiệu lực ngày " + day,
                        "has a parent that does not exist on " + day);
                return;
            }
            List<String> path = new ArrayList<>(parent.path() == null ? List.of() : parent.path());
            path.add(agency.code());
            if (!path.equals(agency.path())) {
                faults.require(
                        false,
                        agency,
                        "path",
                        "đường dẫn không khớp với cơ quan cấp trên",
                        "has a path that does not follow from its parent");
                return;
            }
            day = parent.validTo() == null ? null : parent.validTo().plusDays(1);
        }
    }

    private void successor(Agency agency) {
        if (agency.successor() == null) {
            return;
        }
        faults.require(
                agency.validTo() != null,
                agency,
                "successor",
                "có cơ quan kế thừa nhưng chưa có ngày hết hiệu lực",
                "has a successor but no last day");
        faults.require(
                agency.validTo() == null
                        || agencies.on(agency.successor(), agency.validTo().plusDays(1))
                                .isPresent(),
                agency,
                "successor",
                "cơ quan kế thừa chưa có hiệu lực vào ngày tiếp quản",
                "has a successor that does not exist on the day after: " + agency.successor());
    }
}
