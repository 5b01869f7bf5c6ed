package vn.motcua.postal.returns;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Makes "Tỉnh Bắc Kạn", "BẮC KẠN" and "bac kan" the same word. */
final class PlaceName {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern GAPS = Pattern.compile("[\\s.,]+");

    /** Longer ones first: "thi tran" before "thi". */
    private static final List<String> KINDS =
            List.of("thanh pho ", "thi tran ", "phuong ", "tinh ", "quan ", "xa ", "tp ", "tt ", "p ", "x ");

    private PlaceName() {}

    static String plain(String name) {
        if (name == null) {
            return "";
        }
        var lower = name.toLowerCase(Locale.ROOT).replace('đ', 'd');
        var words = GAPS.matcher(MARKS.matcher(Normalizer.normalize(lower, Normalizer.Form.NFD))
                        .replaceAll(""))
                .replaceAll(" ")
                .strip();
        for (var kind : KINDS) {
            if (words.startsWith(kind)) {
                return words.substring(kind.length());
            }
        }
        return words;
    }
}
