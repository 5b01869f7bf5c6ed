package vn.motcua.dossier.papers.forms;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.motcua.dossier.catalogue.Catalogue;
import vn.motcua.dossier.lifecycle.DossierStatus;
import vn.motcua.dossier.lifecycle.FormList;
import vn.motcua.dossier.lifecycle.ReturnMethod;

/**
 * The register of dossiers of one counter and period, as they stand when it is printed. Templates name the components.
 *
 * @param above the body that the issuer belongs to; null at the top
 */
public record Register(
        String corner, String title, String above, String issuer, String period, String printedAt, List<Line> lines) {

    /** One dossier. @param note how it ended otherwise than by a result; null */
    public record Line(
            int number,
            String code,
            String procedure,
            String name,
            String contact,
            String agency,
            String receivedAt,
            String dueAt,
            String returnedAt,
            String way,
            String note) {}

    /** A dossier as kept. The columns' names say the rest; name, phone and addresses are null where nobody knows them. */
    record Row(
            String code,
            String procedure,
            int procedureVersion,
            String agency,
            DossierStatus status,
            ReturnMethod returnMethod,
            Instant submittedAt,
            Instant dueAt,
            Instant returnedAt,
            String name,
            String phone,
            String address,
            String commune,
            String province) {
        @Override
        public String toString() {
            return "Row[" + code + ", …]";
        }
    }

    static Register of(
            Catalogue catalogue,
            FormList forms,
            String agency,
            LocalDate from,
            LocalDate to,
            List<Row> rows,
            Instant at) {
        var offices = new Offices(catalogue, to);
        var circular = Circular.of(forms);
        var above = offices.name(agency);
        var lines = new ArrayList<Line>();
        for (var row : rows) {
            lines.add(line(lines.size() + 1, row, catalogue, offices));
        }
        return new Register(
                circular.registerCorner(),
                Circular.REGISTER_TITLE,
                Words.capitals(above),
                Words.capitals(offices.shop(agency)),
                from.equals(to)
                        ? "Ngày " + Words.date(from)
                        : "Từ ngày " + Words.date(from) + " đến ngày " + Words.date(to),
                Words.brief(at),
                List.copyOf(lines));
    }

    private static Line line(int number, Row row, Catalogue catalogue, Offices offices) {
        var procedure = catalogue
                .procedure(row.procedure(), row.procedureVersion())
                .map(each -> Words.clean(each.names().vi()))
                .orElse(row.procedure());
        var contact = Stream.of(row.address(), row.commune(), row.province(), Words.phone(row.phone()))
                .map(Words::clean)
                .filter(Objects::nonNull)
                .collect(Collectors.joining(", "));
        return new Line(
                number,
                row.code(),
                procedure,
                Words.clean(row.name()),
                Words.clean(contact),
                offices.name(row.agency()),
                Words.brief(row.submittedAt()),
                Words.brief(row.dueAt()),
                Words.brief(row.returnedAt()),
                way(row.returnMethod()),
                note(row.status()));
    }

    private static String way(ReturnMethod way) {
        return switch (way) {
            case COUNTER -> "Trực tiếp";
            case POST -> "Bưu chính công ích";
            case ELECTRONIC -> "Trực tuyến";
        };
    }

    /** Exhaustive: a new status says whether the register has a word for it. */
    private static String note(DossierStatus status) {
        return switch (status) {
            case SUBMITTED -> "Chờ tiếp nhận";
            case REFUSED -> "Từ chối tiếp nhận";
            case SUPPLEMENT_REQUIRED -> "Chờ bổ sung";
            case PAYMENT_REQUIRED -> "Chờ nộp phí, lệ phí";
            case WITHDRAWN -> "Rút hồ sơ";
            case STOPPED -> "Dừng giải quyết";
            case ACCEPTED, PROCESSING, COMPLETED, RETURNED -> null;
        };
    }

    @Override
    public String toString() {
        return "Register[" + issuer + ", " + period + ", …]";
    }
}
