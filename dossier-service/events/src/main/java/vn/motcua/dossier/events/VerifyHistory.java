package vn.motcua.dossier.events;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;

/**
 * Checks saved answers on anybody's computer, without a network: {@code VerifyHistory [--slip "CODE SEQUENCE HASH"]... FILE...}, where each file is a
 * page of a history, the proof of it, or roots that were published; which is which is seen from the content. A slip is what the square on a paper says. Says what it found in Vietnamese and English. Exit 0 if everything
 * fits, 1 at the first that does not, 2 if the files cannot be used.
 */
public final class VerifyHistory {

    private static final long LARGEST_FILE = 64L * 1024 * 1024;

    private static final String SLIP = "--slip";

    private VerifyHistory() {}

    public static void main(String[] files) {
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        System.exit(run(List.of(files), out));
    }

    static int run(List<String> files, PrintStream out) {
        if (files.isEmpty()) {
            out.println(
                    "Cách dùng: VerifyHistory [--slip \"MÃ SỐ-THỨ-TỰ MÃ-BĂM\"] TỆP... (lịch sử, bằng chứng, gốc đã công bố)");
            out.println(
                    "Usage: VerifyHistory [--slip \"CODE SEQUENCE HASH\"] FILE... (history, proof, published roots)");
            return 2;
        }
        var audit = new HistoryAudit();
        var slips = 0;
        for (var arguments = files.iterator(); arguments.hasNext(); ) {
            var file = arguments.next();
            try {
                if (file.equals(SLIP)) {
                    file = arguments.hasNext() ? arguments.next() : "";
                    audit.with(Slip.parse(file));
                    slips++;
                    continue;
                }
                var path = Path.of(file);
                if (Files.size(path) > LARGEST_FILE) {
                    throw new IOException("larger than 64 MiB");
                }
                audit.with(EventFormat.mapper().readTree(Files.readAllBytes(path)));
            } catch (IOException | InvalidPathException | UnreadableEvent unusable) {
                out.println("KHÔNG ĐỌC ĐƯỢC " + file);
                out.println("CANNOT READ " + file + " (" + unusable.getClass().getSimpleName() + ")");
                return 2;
            }
        }
        var finding = audit.check();
        say(finding, slips, out);
        return finding.intact() ? 0 : 1;
    }

    private static void say(HistoryAudit.Finding found, int slips, PrintStream out) {
        if (!found.intact()) {
            var at = found.place() > 0;
            out.println("SAI" + (at ? " ở sự kiện thứ " + found.place() : "") + ": "
                    + found.fault().vietnamese());
            out.println("BROKEN" + (at ? " at fact " + found.place() : "") + ": "
                    + found.fault().english());
            return;
        }
        out.println("ĐÚNG: " + found.facts() + " sự kiện nối tiếp nhau, không có gì bị sửa, thêm hay bỏ.");
        out.println("OK: " + found.facts() + " facts follow each other, none altered, added or removed.");
        if (slips > 0) {
            out.println("Khớp với " + slips + " giấy đã cấp.");
            out.println("As it stands on " + slips + (slips == 1 ? " paper." : " papers."));
        }
        if (found.day() == null) {
            out.println("Chưa có bằng chứng: phần cuối bị cắt thì không thấy được.");
            out.println("No proof was given: facts cut off at the end would not be seen.");
        } else {
            var vi = found.compared() ? "gốc đã công bố" : "gốc trong bằng chứng (chưa so với gốc đã công bố)";
            var en = found.compared() ? "published root" : "proof's root (not compared with a published one)";
            out.println(
                    "Đầy đủ đến hết ngày " + found.day() + ", " + found.provenUpTo() + " sự kiện, theo " + vi + ".");
            out.println(
                    "Complete to the end of " + found.day() + ", " + found.provenUpTo() + " facts, by the " + en + ".");
        }
        out.println("Thời điểm ghi nhận (recordedtime), correlationid và causationid không nằm trong mã băm.");
        out.println("The time of recording, correlationid and causationid are not covered by the hashes.");
    }
}
