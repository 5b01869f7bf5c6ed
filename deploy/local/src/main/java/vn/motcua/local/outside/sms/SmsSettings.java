package vn.motcua.local.outside.sms;

import java.util.regex.Pattern;

/** The account at the gateway. */
public record SmsSettings(String apiKey, String secretKey, String brandname) {

    private static final Pattern BRANDNAME = Pattern.compile("[A-Za-z0-9_.-]{1,11}");

    public SmsSettings {
        if (!BRANDNAME.matcher(brandname).matches()) {
            throw new IllegalArgumentException("a brandname has at most 11 plain characters: " + brandname);
        }
    }

    @Override
    public String toString() {
        return "SMS account of " + brandname;
    }
}
