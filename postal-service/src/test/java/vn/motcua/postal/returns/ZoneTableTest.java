package vn.motcua.postal.returns;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.motcua.postal.returns.ZoneTable.District;
import vn.motcua.postal.returns.ZoneTable.Province;

class ZoneTableTest {

    private static final ZoneTable TABLE = new ZoneTable(
            List.of(new Province(
                    "H03",
                    "Bắc Kạn",
                    List.of(
                            new District("H03", List.of("Đức Xuân", "Sông Cầu", "Tân Sơn")),
                            new District("H03.31", List.of("Bằng Lũng", "Ngọc Phái", "Tân Sơn"))))),
            List.of("Hà Nội", "Hồ Chí Minh"));

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "H03.01,    -,      phường Đức Xuân,     Bắc Kạn,                INTRA_LOCAL",
                "H03.01,    -,      DUC XUAN,            tỉnh Bắc Kạn,           INTRA_LOCAL",
                "H03,       -,      P. Sông Cầu,         BẮC KẠN,                INTRA_LOCAL",
                "H03.01,    -,      thị trấn Bằng Lũng,  Bắc Kạn,                INTRA_PROVINCE",
                "H03.31.01, H03.31, xã Ngọc Phái,        Bắc Kạn,                INTRA_LOCAL",
                "H03.31.01, H03.31, phường Đức Xuân,     Bắc Kạn,                INTRA_PROVINCE",
                // a commune that nobody knows, or that two districts have, counts as the farther one
                "H03.01,    -,      xã Không Có,         Bắc Kạn,                INTRA_PROVINCE",
                "H03.01,    -,      Tân Sơn,             Bắc Kạn,                INTRA_PROVINCE",
                "H03.01,    -,      -,                   Bắc Kạn,                INTRA_PROVINCE",
                "H03.01,    -,      phường Hàng Bạc,     thành phố Hà Nội,       INTER_CITY",
                "H03.01,    -,      Phường 1,            TP. Hồ Chí Minh,        INTER_CITY",
                "H03.01,    -,      phường Đức Xuân,     Cao Bằng,               INTER_OTHER",
                "H03.01,    -,      phường Đức Xuân,     -,                      INTER_OTHER",
                "H04.01,    -,      phường Đức Xuân,     Bắc Kạn,                INTER_OTHER"
            })
    void theZoneFollowsFromTheAgencysPlaceAndTheAddress(
            String agency, String district, String commune, String province, Zone zone) {
        assertThat(TABLE.between(agency, district, commune, province)).isEqualTo(zone);
    }

    @Test
    void aFartherZoneNeverPromisesAnEarlierDay() {
        assertThat(List.of(Zone.values())).extracting(Zone::workingDays).containsExactly(1, 2, 3, 4);
    }
}
