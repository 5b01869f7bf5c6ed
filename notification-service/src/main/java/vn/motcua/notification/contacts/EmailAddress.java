package vn.motcua.notification.contacts;

import java.util.Optional;
import java.util.regex.Pattern;

/** Tells what can be written into an envelope from what cannot. */
public final class EmailAddress {

    private static final int LONGEST = 254;
    private static final Pattern FORM = Pattern.compile(
            "[A-Za-z0-9!#$%&'*+/=?^_`{|}~.-]{1,64}@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)+"
                    + "[A-Za-z]{2,63}");

    private EmailAddress() {}

    /** The address without surrounding spaces; empty if it is none (no display names, plain ASCII). */
    public static Optional<String> of(String given) {
        return Optional.ofNullable(given)
                .map(String::strip)
                .filter(text -> text.length() <= LONGEST && FORM.matcher(text).matches());
    }
}
