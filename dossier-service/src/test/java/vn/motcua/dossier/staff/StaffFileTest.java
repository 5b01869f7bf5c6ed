package vn.motcua.dossier.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.motcua.dossier.edge.Problem;
import vn.motcua.dossier.edge.ProblemType;
import vn.motcua.dossier.staff.roster.Officer;
import vn.motcua.dossier.staff.roster.Position;
import vn.motcua.dossier.staff.roster.StaffRole;

/** CSV of every kind, good and bad, without a database. */
class StaffFileTest {

    private static final String HEAD = "account,name,unit,position,position_vi,position_en,roles,valid_from,valid_to\n";
    private static final Officer AN = new Officer(
            "officer-1",
            "Triệu Văn Mẫu",
            "H03.01",
            new Position("CV", "Chuyên viên", "Specialist"),
            Set.of(StaffRole.OFFICER),
            LocalDate.of(2021, 3, 1),
            null);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "account,name,unit,position,position_vi,position_en,roles,valid_from,valid_to\nofficer-1,Triệu Văn Mẫu,H03.01,CV,Chuyên viên,Specialist,officer,2021-03-01,\n",
                "account;name;unit;position;position_vi;position_en;roles;valid_from;valid_to\r\nofficer-1;Triệu Văn Mẫu;H03.01;CV;Chuyên viên;Specialist;officer;01/03/2021;\r\n",
                "\uFEFFaccount,name,unit,position,position_vi,position_en,roles,valid_from\nofficer-1,\"Triệu Văn Mẫu\", H03.01 ,CV,Chuyên viên,Specialist,officer,1/3/2021",
                "Tài khoản;Họ và tên;Mã đơn vị;Mã chức vụ;Chức vụ;Chức vụ (tiếng Anh);Vai trò;Từ ngày;Đến ngày\n\n;;;;;;;;\nofficer-1;Triệu Văn Mẫu;H03.01;CV;Chuyên viên;Specialist;officer;01/03/2021;;;\n",
                "VALID_FROM,roles,Account,NAME,unit,position,position_vi,position_en\r2021-03-01,officer,officer-1,Triệu Văn Mẫu,H03.01,CV,Chuyên viên,Specialist\r",
            })
    void aFileAsOfficeProgramsWriteIt(String text) {
        var file = StaffFile.of(text.getBytes(StandardCharsets.UTF_8));
        var last = file.lines().get(file.lines().size() - 1);

        assertThat(StaffLine.post(file.values(last), code -> true)).isEqualTo(AN);
    }

    @Test
    void aNameFromAnotherKeyboardIsTheSameName() {
        var apart = Normalizer.normalize(HEAD + line("Triệu Văn Mẫu"), Normalizer.Form.NFD);

        assertThat(only(apart).name()).isEqualTo("Triệu Văn Mẫu");
    }

    @Test
    void quotesHoldSeparatorsAndQuotes() {
        assertThat(only(HEAD + line("\"Mẫu, \"\"Tư\"\", Triệu\"")).name()).isEqualTo("Mẫu, \"Tư\", Triệu");
        assertThat(only(HEAD + line("Mẫu").replace(",officer,", ",\"leader, officer|clerk\","))
                        .roles())
                .containsExactlyInAnyOrder(StaffRole.LEADER, StaffRole.OFFICER, StaffRole.CLERK);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            officer-1                | officer 1                 | ACCOUNT
            officer-1                | cán-bộ-1                  | ACCOUNT
            officer-1                | delegations               | ACCOUNT
            officer-1,               | ,                         | ACCOUNT
            Triệu Văn Mẫu            | ``                        | NAME
            Triệu Văn Mẫu            | "Triệu                    | NOT_CSV
            Triệu Văn Mẫu            | "Triệu" Mẫu               | NOT_CSV
            Triệu Văn Mẫu            | Triệu, Văn Mẫu            | VALID_FROM
            2021-03-01,              | 2021-03-01,,,x            | WRONG_NUMBER_OF_VALUES
            ,CV,Chuyên viên,Specialist,officer,2021-03-01, | ``  | WRONG_NUMBER_OF_VALUES
            H03.01                   | H99                       | UNKNOWN_UNIT
            H03.01                   | ``                        | UNKNOWN_UNIT
            ,CV,                     | ,chuyên viên,             | POSITION
            ,CV,                     | ,,                        | POSITION
            Chuyên viên              | ``                        | POSITION_NAME
            ,officer,                | ,,                        | ROLES
            ,officer,                | ,officer admin,           | ROLES
            ,officer,                | ,OFFICER,                 | ROLES
            2021-03-01               | ``                        | VALID_FROM
            2021-03-01               | 2021-02-29                | VALID_FROM
            2021-03-01               | 31/02/2021                | VALID_FROM
            2021-03-01               | 03-01-2021                | VALID_FROM
            2021-03-01               | 0021-03-01                | VALID_FROM
            2021-03-01,              | 2021-03-01,2021-02-28     | VALID_TO
            2021-03-01,              | 2021-03-01,mai            | VALID_TO
            """)
    void aLineThatIsNoPostIsRefusedAndSaysWhy(String part, String wrong, LineFault fault) {
        var good = line("Triệu Văn Mẫu");
        assertThat(good).contains(part);

        assertThatThrownBy(() -> only(HEAD + good.replace(part, wrong)))
                .isInstanceOfSatisfying(
                        LineRefused.class,
                        refused -> assertThat(refused.fault()).isEqualTo(fault));
    }

    @Test
    void otherEncodingsAreRefusedByTheLine() {
        var file = StaffFile.of((HEAD + line("Mẫu") + line("Hà")).getBytes(Charset.forName("windows-1258")));

        assertThatThrownBy(() -> StaffLine.post(file.values(file.lines().get(1)), code -> true))
                .isInstanceOfSatisfying(
                        LineRefused.class,
                        refused -> assertThat(refused.fault()).isEqualTo(LineFault.NOT_UTF8));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "account",
                "account,name\nx,y",
                "account,account\nx,y",
                "account,salary\nx,y",
                "\"account\nx",
                "{}\n{}"
            })
    void aFileThatIsNoStaffListIsRefusedWhole(String text) {
        assertThatThrownBy(() -> StaffFile.of(text.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.type()).isEqualTo(ProblemType.RULE_VIOLATED));
    }

    @Test
    void aQuoteThatIsNeverClosedSpoilsItsOwnLineOnly() {
        var file = StaffFile.of((HEAD + line("\"Mẫu") + line("Hà") + line("Vi")).getBytes(StandardCharsets.UTF_8));

        assertThat(file.lines()).extracting(StaffFile.Line::number).containsExactly(2, 3, 4);
        assertThat(StaffLine.post(file.values(file.lines().get(2)), code -> true)
                        .name())
                .isEqualTo("Vi");
    }

    private static String line(String name) {
        return "officer-1," + name + ",H03.01,CV,Chuyên viên,Specialist,officer,2021-03-01,\n";
    }

    private static Officer only(String text) {
        var file = StaffFile.of(text.getBytes(StandardCharsets.UTF_8));
        assertThat(file.lines()).hasSize(1);
        return StaffLine.post(file.values(file.lines().get(0)), code -> code.startsWith("H03"));
    }
}
