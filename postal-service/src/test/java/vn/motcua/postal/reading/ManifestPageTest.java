package vn.motcua.postal.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.motcua.postal.reading.ManifestView.Line;
import vn.motcua.postal.reading.Parties.AgencyView;
import vn.motcua.postal.reading.Parties.ReceiverView;

class ManifestPageTest {

    @Test
    void thePageShowsWhatWasSignedInLocalTimeAndRunsNothingThatSomebodyWrote() {
        var page = ManifestPage.html(new ManifestView(
                "H03.01-20220608-1",
                new AgencyView("H03.01", "Sở Tư pháp"),
                LocalDate.of(2022, 6, 8),
                1,
                "HANDED_OVER",
                5,
                Instant.parse("2022-06-08T08:00:00Z"),
                Instant.parse("2022-06-08T08:00:00Z"),
                Instant.parse("2022-06-08T08:30:00Z"),
                "Nguyễn Thị Văn Thư",
                "Trần Văn Bưu Tá",
                2,
                3,
                List.of(
                        line("RR473124829VN", new ReceiverView("<script>alert('x')</script>", null, "Tổ 5 & \"6\"")),
                        line(null, null)),
                List.of()));
        assertThat(page)
                .contains("Bàn giao lúc 15:30 ngày 08/06/2022", "RR473124829VN", "<b>2</b> bưu gửi, <b>3</b> giấy tờ")
                .contains("&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;", "Tổ 5 &amp; &quot;6&quot;")
                .doesNotContain("<script>", "null");
    }

    private static Line line(String number, ReceiverView receiver) {
        return new Line(
                new UUID(1, 2),
                "H03.01-220608-0001",
                number,
                "HANDED_OVER",
                "INTRA_LOCAL",
                LocalDate.of(2022, 6, 9),
                1,
                receiver);
    }
}
