package vn.motcua.dossier.edge;

import java.util.List;
import java.util.Locale;

/** The two languages in which callers are answered. Vietnamese wherever the caller does not ask for English. */
public enum Language {
    VI("vi"),
    EN("en");

    private static final List<String> TAGS = List.of("vi", "en");

    private final String tag;

    Language(String tag) {
        this.tag = tag;
    }

    /** The language tag as it stands in {@code Content-Language}. */
    public String tag() {
        return tag;
    }

    /** Picks from an {@code Accept-Language} header; null, unreadable or other languages give Vietnamese. */
    public static Language of(String acceptLanguage) {
        if (acceptLanguage == null || acceptLanguage.isBlank()) {
            return VI;
        }
        try {
            var best = Locale.lookupTag(Locale.LanguageRange.parse(acceptLanguage), TAGS);
            return "en".equals(best) ? EN : VI;
        } catch (IllegalArgumentException unreadable) {
            return VI;
        }
    }

    String pick(String vietnamese, String english) {
        return this == EN ? english : vietnamese;
    }
}
