package vn.motcua.notification.notices;

/** The languages in which citizens are written to. */
public enum Language {
    VI,
    EN;

    /** English where it was asked for, otherwise Vietnamese. */
    public static Language of(String tag) {
        return "en".equalsIgnoreCase(tag) ? EN : VI;
    }
}
