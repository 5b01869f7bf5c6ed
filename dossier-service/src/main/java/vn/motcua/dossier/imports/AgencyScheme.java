package vn.motcua.dossier.imports;

import java.util.regex.Pattern;

/** Agency codes of the earlier scheme, in words of the present one. Source: Decision 20/2020/QĐ-TTg; Circular 10/2016/TT-BTTTT. */
final class AgencyScheme {

    private static final Pattern EARLIER = Pattern.compile("(\\d{3})\\.(\\d{2})\\.(\\d{2})\\.([A-Y]\\d{2})");
    private static final Pattern ZEROES = Pattern.compile("(\\.0+)+$");

    private AgencyScheme() {}

    /** {@code 000.00.14.H56} is {@code H56.14}: the groups from right to left, without zeroes at the end. Any other code as it is. */
    static String present(String code) {
        var groups = EARLIER.matcher(code);
        return groups.matches()
                ? ZEROES.matcher(String.join(".", groups.group(4), groups.group(3), groups.group(2), groups.group(1)))
                        .replaceFirst("")
                : code;
    }
}
