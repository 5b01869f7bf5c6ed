package vn.motcua.postal.reading;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;

/** The hand-over record to print and sign. Source: Decision 45/2016/QĐ-TTg (biên bản giao nhận). */
final class ManifestPage {

    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm 'ngày' dd/MM/uuuu", Locale.ROOT);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/uuuu", Locale.ROOT);
    private static final Map<String, String> STATES =
            Map.of("OPEN", "Đang mở", "CLOSED", "Đã chốt", "HANDED_OVER", "Đã bàn giao");

    private static final String HEAD = """
            <!DOCTYPE html>
            <html lang="vi"><head><meta charset="UTF-8"><title>Biên bản giao nhận %1$s</title>
            <style>
            body { font-family: "Times New Roman", serif; margin: 2cm; } h1 { font-size: 1.3em; text-align: center; }
            table { border-collapse: collapse; width: 100%%; } th, td { border: 1px solid #000; padding: .3em; text-align: left; }
            .sign { display: flex; justify-content: space-around; margin-top: 2em; text-align: center; } .sign p { margin: .3em; }
            @media print { body { margin: 0; } }
            </style></head><body>
            <h1>BIÊN BẢN GIAO NHẬN<br>kết quả giải quyết thủ tục hành chính qua dịch vụ bưu chính công ích</h1>
            <p>Số: <b>%1$s</b>. Bên giao: <b>%2$s</b> (%3$s). Ngày %4$s, chuyến %5$d. Trạng thái: %6$s.</p>
            <table><thead><tr><th>STT</th><th>Mã hồ sơ</th><th>Số hiệu bưu gửi</th><th>Người nhận</th><th>Địa chỉ</th>
            <th>Điện thoại</th><th>Số giấy tờ</th><th>Hạn phát</th></tr></thead><tbody>
            """;

    private static final String LINE =
            "<tr><td>%d</td><td>%s</td><td>%s</td><td>%s</td><td>%s</td><td>%s</td><td>%d</td><td>%s</td></tr>%n";

    private static final String FOOT = """
            </tbody></table>
            <p>Tổng số: <b>%d</b> bưu gửi, <b>%d</b> giấy tờ. Tổng tiền thu hộ: 0 đồng. %s</p>
            <div class="sign"><div><p><b>Bên giao</b></p><p>(ký, ghi rõ họ tên)</p><p>%s</p></div>
            <div><p><b>Bên nhận (bưu tá)</b></p><p>(ký, ghi rõ họ tên)</p><p>%s</p></div></div>
            </body></html>
            """;

    private ManifestPage() {}

    static String html(ManifestView view) {
        var page = new StringBuilder(HEAD.formatted(
                safe(view.id()),
                safe(view.agency().name()),
                safe(view.agency().code()),
                DAY.format(view.date()),
                view.run(),
                STATES.get(view.status())));
        int number = 0;
        for (var line : view.lines()) {
            var receiver = line.receiver();
            page.append(LINE.formatted(
                    ++number,
                    safe(line.dossierCode()),
                    safe(line.trackingNumber()),
                    safe(receiver == null ? null : receiver.name()),
                    safe(receiver == null ? null : receiver.address()),
                    safe(receiver == null ? null : receiver.phone()),
                    line.documentCount(),
                    DAY.format(line.promisedDate())));
        }
        return page.append(FOOT.formatted(
                        view.lineCount(),
                        view.documentCount(),
                        view.handedOverAt() == null ? "" : "Bàn giao lúc " + local(view.handedOverAt()) + ".",
                        safe(view.handedOverBy()),
                        safe(view.receivedBy())))
                .toString();
    }

    private static String local(Instant at) {
        return TIME.format(at.atZone(ZONE));
    }

    /** Text that a browser shows and never runs; nothing for null. */
    static String safe(String text) {
        return text == null
                ? ""
                : text.replace("&", "&amp;")
                        .replace("<", "&lt;")
                        .replace(">", "&gt;")
                        .replace("\"", "&quot;")
                        .replace("'", "&#39;");
    }
}
