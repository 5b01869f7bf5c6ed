package vn.motcua.local.outside;

/** The simulated providers, as they are called in paths. */
public enum Provider {
    SMS,
    MAIL,
    CARRIER;

    public String path() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
