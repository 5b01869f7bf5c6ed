package vn.motcua.notification.notices;

/** Addresses as officers may see them: enough to recognise one, too little to use it. */
public final class Masked {

    private static final String HIDDEN = "****";

    private Masked() {}

    /** The first four and last three digits in national form: {@code 0912****567}. */
    public static String phone(String e164) {
        var national = e164.startsWith("+84") ? "0" + e164.substring(3) : e164;
        return national.length() < 9
                ? HIDDEN
                : national.substring(0, 4) + HIDDEN + national.substring(national.length() - 3);
    }

    /** At most the first two characters, and the domain: {@code ng****@example.vn}. */
    public static String email(String address) {
        int at = address.lastIndexOf('@');
        if (at < 0) {
            return HIDDEN;
        }
        return (at < 3 ? HIDDEN : address.substring(0, 2) + HIDDEN) + address.substring(at);
    }
}
