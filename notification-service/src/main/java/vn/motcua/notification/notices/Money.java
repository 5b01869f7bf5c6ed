package vn.motcua.notification.notices;

import java.util.Locale;

/**
 * A sum as citizens read it: {@code 200.000 đồng}, in English {@code VND 200,000}.
 *
 * @param amount in whole units of the currency
 * @param currency ISO 4217; null means {@code VND}
 */
public record Money(long amount, String currency) {

    private static final String DONG = "VND";

    /** The sum in words of that language. */
    String in(Language language) {
        var grouped = String.format(Locale.ROOT, "%,d", amount);
        var code = currency == null ? DONG : currency;
        return switch (language) {
            case VI -> grouped.replace(',', '.') + " " + (DONG.equals(code) ? "đồng" : code);
            case EN -> code + " " + grouped;
        };
    }
}
