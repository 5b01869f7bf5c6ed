package vn.motcua.dossier.reading;

import java.time.LocalTime;
import java.util.Locale;

/** Why a same-day procedure is due at the end of a day, in a sentence. */
final class SameDayText {

    private SameDayText() {}

    /** @param until after that, or after closing, it is due on the next working day */
    static String of(LocalTime until, Locale language) {
        return language.getLanguage().equals("vi")
                ? "Trả kết quả trong ngày làm việc; tiếp nhận sau " + until + " thì trả trong ngày làm việc tiếp theo."
                : "Due by the end of the working day; of the next one where it was received after " + until + ".";
    }
}
