package vn.motcua.dossier.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.motcua.dossier.edge.Problem;
import vn.motcua.dossier.events.CatalogueEntry;
import vn.motcua.dossier.events.CatalogueEntry.CalendarOverride;
import vn.motcua.dossier.events.CatalogueEntry.Names;
import vn.motcua.dossier.events.CatalogueEntry.Reason;

class CatalogueCsvTest {

    private static final Reason AWKWARD = new Reason(
            "AWKWARD",
            1,
            "REFUSAL",
            new Names("hồ sơ \"mẫu\", gồm\nhai dòng; và dấu phẩy, chấm phẩy", "=1+1, \"quoted\"\r\nsecond line"));

    @ParameterizedTest
    @EnumSource(CatalogueKind.class)
    void whatIsWrittenIsReadBackUnchanged(CatalogueKind kind) throws IOException {
        List<CatalogueEntry> entries = new java.util.ArrayList<>(Catalogue.shipped().entries().stream()
                .filter(entry -> entry.wireKind().equals(kind.wireKind()))
                .toList());
        if (kind == CatalogueKind.REASONS) {
            entries.add(AWKWARD);
        } else if (kind == CatalogueKind.OVERRIDES) {
            entries.add(new CalendarOverride(
                    "H03@2026-09-07",
                    1,
                    "H03",
                    java.time.LocalDate.of(2026, 9, 7),
                    false,
                    new Names("bão, \"số 3\"", "typhoon"),
                    "12/CĐ-UBND",
                    null));
            entries.add(new CalendarOverride(
                    "H03@2026-09-05",
                    1,
                    "H03",
                    java.time.LocalDate.of(2026, 9, 5),
                    true,
                    new Names("mở cửa sáng thứ Bảy", "open on Saturday morning"),
                    "13/TB-UBND",
                    List.of(List.of("07:00", "11:30"))));
        }
        assertThat(AgencyPaths.filled(read(kind, CatalogueCsv.write(kind, entries))))
                .isEqualTo(entries);
    }

    @Test
    void theTableBeginsWithAMarkAndItsColumns() {
        assertThat(CatalogueCsv.write(CatalogueKind.REASONS, List.of(AWKWARD)))
                .startsWith("\uFEFFcode,version,purpose,names.vi,names.en\r\nAWKWARD,1,REFUSAL,");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "code,version,purpose,names.vi,names.en\nX,1,REFUSAL,lý do,reason\n",
                "\uFEFFcode,version,purpose,names.vi,names.en\r\nX,1,REFUSAL,lý do,reason\r\n",
                "code;version;purpose;names.vi;names.en\nX;1;REFUSAL;lý do;reason\n",
                "\uFEFFnames.en;names.vi;purpose;version;code\n\nreason;lý do;REFUSAL;1;X",
                "\"code\",\"version\",\"purpose\",\"names.vi\",\"names.en\"\n\"X\",\"1\",\"REFUSAL\",\"lý do\",\"reason\"",
            })
    void spreadsheetsWriteTheSameInManyWays(String table) throws IOException {
        assertThat(read(CatalogueKind.REASONS, table))
                .containsExactly(new Reason("X", 1, "REFUSAL", new Names("lý do", "reason")));
    }

    @Test
    void oneBadRowDoesNotSpoilTheOthers() throws IOException {
        var lines = lines(CatalogueKind.REASONS, """
                code,version,purpose,names.vi,names.en
                A,one,REFUSAL,a,a
                B,,REFUSAL,b,b
                C,1,REFUSAL,c,c
                """);
        assertThat(lines).hasSize(3);
        assertThat(lines.get(0).fault()).isEqualTo("version is no NUMBER");
        assertThat(lines.get(1).fault()).startsWith("version: ");
        assertThat(lines.get(2).fault()).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "code,version,mood\nX,1,good\n",
                "code,code\nX,Y\n",
                "code,version\n\"X,1\n",
                "code,version\nX,1,2\n",
                "code,version\nX\n",
            })
    void whatIsNoSuchTableIsRefused(String table) {
        assertThatThrownBy(() -> read(CatalogueKind.REASONS, table))
                .as(table)
                .isInstanceOf(Problem.class)
                .hasMessageContaining("malformed");
    }

    @Test
    void aTableInAnotherEncodingIsRefusedAndNotGarbled() {
        byte[] latin = "code,version,purpose,names.vi,names.en\nX,1,REFUSAL,caf\u00e9,caf\u00e9\n"
                .getBytes(StandardCharsets.ISO_8859_1);
        assertThatThrownBy(() -> ImportedLines.csv(CatalogueKind.REASONS, new ByteArrayInputStream(latin), 10))
                .isInstanceOf(Problem.class);
    }

    private static List<CatalogueEntry> read(CatalogueKind kind, String table) throws IOException {
        return lines(kind, table).stream().map(ImportedLines.Line::entry).toList();
    }

    private static List<ImportedLines.Line> lines(CatalogueKind kind, String table) throws IOException {
        return ImportedLines.csv(kind, new ByteArrayInputStream(table.getBytes(StandardCharsets.UTF_8)), 10_000);
    }
}
