package vn.motcua.dossier.reading;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import vn.motcua.dossier.lifecycle.ClockEntry;

/** What a correction of the procedure did to the clock and the workflow, in sentences. */
final class CorrectionText {

    private CorrectionText() {}

    /** The line at which the limit last began before that one; null where it did not begin here. */
    static ClockEntry begun(List<ClockEntry> clock, ClockEntry line) {
        ClockEntry begun = null;
        for (var entry : clock) {
            if (entry.equals(line)) {
                return begun;
            }
            switch (entry.kind()) {
                case START, RESTART -> begun = entry.limit() == null ? null : entry;
                case PAUSE, RESUME, EXTEND, REDATE, CORRECT, STOP, REOPEN -> {}
            }
        }
        return begun;
    }

    /** @param begun when the limit last began; null where nobody here knows */
    static List<String> of(ClockEntry correction, Instant begun, Locale language) {
        var english = language.getLanguage().equals("en");
        var lines = new ArrayList<String>();
        if (begun != null) {
            lines.add(
                    english
                            ? "The procedure was corrected: its limit counts from " + LedgerText.MOMENT.format(begun)
                                    + "."
                            : "Thủ tục được đính chính: thời hạn của thủ tục đúng tính lại từ "
                                    + LedgerText.MOMENT.format(begun) + ".");
        }
        if (correction.step() != null) {
            var due = correction.stepDueAt();
            lines.add(
                    english
                            ? "Its workflow begins with step " + correction.step()
                                    + (due == null ? "." : ", due " + LedgerText.MOMENT.format(due) + ".")
                            : "Quy trình của thủ tục đúng bắt đầu từ bước " + correction.step()
                                    + (due == null
                                            ? "."
                                            : ", thời hạn của bước: " + LedgerText.MOMENT.format(due) + "."));
        }
        return lines;
    }
}
