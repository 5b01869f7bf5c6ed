package vn.motcua.notification.notices;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The words of every notice in one version, read from {@code wordings-v1.vi.properties} and {@code wordings-v1.en.properties}. Providers want
 * their texts registered: words that were used are never edited, a change is a new version. The tests' {@code notices-v1.txt} shows each as it is read. Immutable.
 */
public final class Phrasebook {

    /** The version in use. */
    public static final int VERSION = 1;

    private static final Pattern PLACE = Pattern.compile("\\{([a-z]+)}");
    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cntrl}\\s]+");

    private final Map<Language, Properties> words = new EnumMap<>(Language.class);

    private Phrasebook() {}

    /** The words in use. */
    public static Phrasebook current() {
        var book = new Phrasebook();
        for (var language : Language.values()) {
            book.words.put(language, read(language));
        }
        return book;
    }

    /** The full text for an SMS. No names, no identity numbers, no links. */
    public Letter sms(Occasion occasion, Language language) {
        return letter(occasion, language, null, key(occasion));
    }

    /** The text for an SMS without what can be long: the name of a counter, a reason. The same where nothing in it can. */
    public Letter shortSms(Occasion occasion, Language language) {
        var shorter = key(occasion) + ".short";
        return letter(occasion, language, null, words.get(language).containsKey(shorter) ? shorter : key(occasion));
    }

    /** The text for an email: the same words between a greeting and a closing. */
    public Letter email(Occasion occasion, Language language) {
        var full = sms(occasion, language);
        var subject = fill(phrase(language, key(occasion) + ".subject"), occasion, language);
        var text =
                phrase(language, "email.opening") + "\n\n" + full.text() + "\n\n" + phrase(language, "email.closing");
        return new Letter(occasion.wording(), VERSION, language, subject, text);
    }

    private Letter letter(Occasion occasion, Language language, String subject, String key) {
        return new Letter(
                occasion.wording(), VERSION, language, subject, fill(phrase(language, key), occasion, language));
    }

    private static String key(Occasion occasion) {
        return occasion.wording().name();
    }

    private String phrase(Language language, String key) {
        var phrase = words.get(language).getProperty(key);
        if (phrase == null) {
            throw new IllegalStateException("no words for " + key + " in " + language);
        }
        return phrase;
    }

    private static String fill(String phrase, Occasion occasion, Language language) {
        var places = new HashMap<>(occasion.places(language));
        places.put("code", occasion.code());
        var text = PLACE.matcher(phrase).replaceAll(place -> {
            var filling = places.get(place.group(1));
            if (filling == null) {
                throw new IllegalStateException("nothing to put for " + place.group(1) + " in " + occasion.wording());
            }
            return Matcher.quoteReplacement(
                    UNPRINTABLE.matcher(filling).replaceAll(" ").strip());
        });
        return Normalizer.normalize(text, Normalizer.Form.NFC);
    }

    private static Properties read(Language language) {
        var file = "wordings-v" + VERSION + "." + language.name().toLowerCase(Locale.ROOT) + ".properties";
        try (var stream = Phrasebook.class.getResourceAsStream(file)) {
            if (stream == null) {
                throw new IllegalStateException(file + " is missing");
            }
            var properties = new Properties();
            properties.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
            return properties;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
