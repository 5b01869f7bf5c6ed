package vn.motcua.dossier.papers.forms;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.motcua.dossier.catalogue.Catalogue;
import vn.motcua.dossier.events.EventHash;
import vn.motcua.dossier.lifecycle.DossierStatus;
import vn.motcua.dossier.lifecycle.FormList;
import vn.motcua.dossier.lifecycle.ReturnMethod;

/**
 * The register of dossiers of one counter and period, as they stand when it is printed. Templates name the components.
 *
 * @param above the body that the issuer belongs to; null at the top
 * @param seal what makes it the original; null for an extract
 */
public record Register(
        String corner,
        String title,
        String above,
        String issuer,
        String period,
        String printedAt,
        List<Line> lines,
        Seal seal) {

    private static final String KEEPER = "NGƯỜI GHI SỔ";

    /**
     * What an original bears and an extract does not.
     *
     * @param number within the agency and the year: {@code 3/2022}
     * @param dateLine place and day
     * @param text what the QR code says
     * @param heads the first and last digits of the hash over the heads of all lines
     * @param root the same of the root that was published last
     * @param rootDay of that root
     */
    public record Seal(
            String number,
            String dateLine,
            String text,
            String heads,
            String root,
            String rootDay,
            Sheet.Signature left,
            Sheet.Signature right) {}

    /** Which original it is to be. @param root the last one published over all histories, of the end of that day */
    record Closing(int year, int number, LocalDate rootDay, String root) {}

    /** One dossier. @param head where its history stands: number and ends of the hash @param note how it ended otherwise than by a result; null */
    public record Line(
            int number,
            String code,
            String head,
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
            UUID id,
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
            String province,
            long sequence,
            String hash) {
        @Override
        public String toString() {
            return "Row[" + code + ", …]";
        }
    }

    /** @param closing null for an extract */
    static Register of(
            Catalogue catalogue,
            FormList forms,
            String agency,
            LocalDate from,
            LocalDate to,
            List<Row> rows,
            Instant at,
            Closing closing) {
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
                List.copyOf(lines),
                closing == null ? null : seal(offices, agency, from, to, rows, at, closing));
    }

    /**
     * Where the history of each dossier stands, in the order of the lines: {@code code id sequence hash}, a line feed behind each. Whoever has the
     * histories can write it anew; its SHA-256 is on the paper.
     */
    static String heads(List<Row> rows) {
        return rows.stream()
                .map(row -> row.code() + " " + row.id() + " " + row.sequence() + " " + row.hash() + "\n")
                .collect(Collectors.joining());
    }

    private static Seal seal(
            Offices offices, String agency, LocalDate from, LocalDate to, List<Row> rows, Instant at, Closing closing) {
        var number = closing.number() + "/" + closing.year();
        var heads = EventHash.PREFIX + EventHash.sha256(heads(rows));
        return new Seal(
                number,
                Words.dateLine(offices.place(agency), Words.day(at)),
                String.join(
                        " ",
                        agency,
                        from + "/" + to,
                        number,
                        heads,
                        closing.rootDay().toString(),
                        closing.root()),
                Words.ends(heads),
                Words.ends(closing.root()),
                Words.date(closing.rootDay()),
                Signatures.blank(KEEPER),
                new Sheet.Signature(List.of(Signatures.HEAD), Signatures.WITH_SEAL, null));
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
                row.sequence() + " · " + Words.ends(row.hash()),
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
