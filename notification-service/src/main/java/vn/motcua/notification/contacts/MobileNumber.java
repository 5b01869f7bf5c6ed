package vn.motcua.notification.contacts;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import java.util.Optional;

/** Tells mobile numbers of Vietnam from everything else that stands in a field for phones. */
public final class MobileNumber {

    private static final String VIETNAM = "VN";

    /** With room for spaces, dots and a country code. */
    private static final int LONGEST = 32;

    private MobileNumber() {}

    /** The number as gateways take it, such as {@code +84912345678}; empty for landlines, foreign and broken numbers. */
    public static Optional<String> e164(String given) {
        if (given == null || given.length() > LONGEST) {
            return Optional.empty();
        }
        var numbers = PhoneNumberUtil.getInstance();
        try {
            var number = numbers.parse(given, VIETNAM);
            return numbers.isValidNumberForRegion(number, VIETNAM)
                            && numbers.getNumberType(number) == PhoneNumberType.MOBILE
                    ? Optional.of(numbers.format(number, PhoneNumberFormat.E164))
                    : Optional.empty();
        } catch (NumberParseException broken) {
            return Optional.empty();
        }
    }
}
