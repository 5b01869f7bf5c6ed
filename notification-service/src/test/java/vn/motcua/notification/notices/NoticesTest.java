package vn.motcua.notification.notices;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** {@code notices-v1.txt}, the table of all texts for people, says what citizens really read. */
class NoticesTest {

    private static final String CODE = "H03.13-220608-0001";
    private static final Instant NINE = Instant.parse("2022-06-08T02:00:00Z");
    private static final Instant AFTERNOON = day(20, 7);
    private static final Name SHOP =
            new Name("Bộ phận Một cửa Sở Tư pháp", "One-stop shop of the Department of Justice");
    private static final Name AGENCY = new Name("Sở Tư pháp", "Department of Justice");
    private static final Money FEE = new Money(200_000, "VND");

    private static final Map<String, Map<String, String>> TABLE = read();

    private final Phrasebook phrasebook = Phrasebook.current();

    @ParameterizedTest
    @EnumSource
    void everyTextIsAsTheTableForPeopleHasIt(Wording wording) {
        var occasion = occasion(wording);
        assertThat(occasion.wording()).isEqualTo(wording);

        assertThat(rendered(occasion)).isEqualTo(TABLE.get(wording.name()));
    }

    @ParameterizedTest
    @EnumSource
    void anEmailIsTheSameTextBetweenAGreetingAndAClosing(Wording wording) {
        for (var language : Language.values()) {
            var word = language.name().toLowerCase(Locale.ROOT);
            var email = phrasebook.email(occasion(wording), language);

            assertThat(email.text())
                    .isEqualTo(TABLE.get("EMAIL").get(word + " opening") + "\n\n"
                            + TABLE.get(wording.name()).get(word) + "\n\n"
                            + TABLE.get("EMAIL").get(word + " closing").replace(" / ", "\n\n"));
        }
    }

    @Test
    void theTableHasEveryTextAndNothingElse() {
        var names = new TreeSet<String>();
        Arrays.stream(Wording.values()).map(Wording::name).forEach(names::add);
        names.add("EMAIL");

        assertThat(TABLE.keySet()).containsExactlyInAnyOrderElementsOf(names);
    }

    /** A short text or a subject that the templates have and nobody wrote into the table is seen here. */
    @Test
    void theTableHasAsManyTextsAsTheTemplates() throws IOException {
        for (var language : Language.values()) {
            var word = language.name().toLowerCase(Locale.ROOT);
            var templates = new Properties();
            try (var in = Phrasebook.class.getResourceAsStream("wordings-v1." + word + ".properties")) {
                templates.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            }
            var told = TABLE.values().stream()
                    .flatMap(texts -> texts.keySet().stream())
                    .filter(key -> key.startsWith(word))
                    .count();

            assertThat(told).as(word).isEqualTo(templates.size());
        }
    }

    private Map<String, String> rendered(Occasion occasion) {
        var texts = new LinkedHashMap<String, String>();
        for (var language : Language.values()) {
            var word = language.name().toLowerCase(Locale.ROOT);
            var full = phrasebook.sms(occasion, language).text();
            var brief = phrasebook.shortSms(occasion, language).text();
            texts.put(word, full);
            if (!brief.equals(full)) {
                texts.put(word + " short", brief);
            }
            texts.put(word + " subject", phrasebook.email(occasion, language).subject());
        }
        return texts;
    }

    /** Exhaustive: a new text says what it is told of. */
    private static Occasion occasion(Wording wording) {
        return switch (wording) {
            case SUBMITTED -> new Occasion.Submitted(CODE, NINE);
            case ACCEPTED -> new Occasion.Accepted(CODE, NINE, day(13, 2), SHOP, AGENCY);
            case ACCEPTED_NO_DUE -> new Occasion.Accepted(CODE, NINE, null, SHOP, AGENCY);
            case REFUSED ->
                new Occasion.Refused(
                        CODE, new Name("không thuộc thẩm quyền giải quyết", "not within the competence of the agency"));
            case WITHDRAWN -> new Occasion.Withdrawn(CODE, day(9, 3));
            case SUPPLEMENT -> new Pause.SupplementRequested(CODE, day(22, 10));
            case SUPPLEMENT_NO_DEADLINE -> new Pause.SupplementRequested(CODE, null);
            case SUPPLEMENT_RECEIVED -> new Pause.SupplementCompleted(CODE, AFTERNOON);
            case SUPPLEMENT_RECEIVED_NO_DUE -> new Pause.SupplementCompleted(CODE, null);
            case FEE -> new Pause.PaymentRequested(CODE, FEE, day(22, 10));
            case FEE_NO_DEADLINE -> new Pause.PaymentRequested(CODE, FEE, null);
            case FEE_PAID -> new Pause.PaymentConfirmed(CODE, FEE);
            case FEE_REFUNDED -> new Pause.PaymentRefunded(CODE, FEE, new Name("đã nộp hai lần", "it was paid twice"));
            case APOLOGY -> new Amendment.Extended(CODE, day(16, 2));
            case DUE_DATE_CHANGED -> new Amendment.DueDateChanged(CODE, AFTERNOON);
            case SUPPLEMENT_PROLONGED -> new Amendment.PapersProlonged(CODE, day(23, 10));
            case FEE_PROLONGED -> new Amendment.PaymentProlonged(CODE, day(23, 10));
            case STOPPED ->
                new Pause.Stopped(CODE, new Name("quá thời hạn bổ sung giấy tờ", "the time for papers has passed"));
            case RESUMED -> new Pause.Resumed(CODE, AFTERNOON);
            case RESUMED_NO_DUE -> new Pause.Resumed(CODE, null);
            case RESULT_READY -> completed(day(13, 1), ReturnWay.COUNTER);
            case RESULT_EARLY -> completed(day(10, 2), ReturnWay.COUNTER);
            case RESULT_BY_POST -> completed(day(13, 1), ReturnWay.POST);
            case RESULT_ELECTRONIC -> completed(day(13, 1), ReturnWay.ELECTRONIC);
            case RESULT_OTHER -> completed(day(13, 1), ReturnWay.OTHER);
            case RESULT_RETURNED -> new Occasion.Returned(CODE, day(13, 3));
            case RESULT_RECALLED -> new Amendment.ResultRecalled(CODE);
            case TRANSFERRED -> new Amendment.Transferred(CODE, SHOP);
            case CORRECTED -> new Amendment.Corrected(CODE, AFTERNOON);
            case CORRECTED_NO_DUE -> new Amendment.Corrected(CODE, null);
            case VOIDED -> new Amendment.Voided(CODE, new Name("hồ sơ nhập trùng", "it was entered twice"));
            case MERGED -> new Amendment.Merged(CODE, "H03.13-220608-0002");
            case POST_HANDED -> new Occasion.PostHanded(CODE, "RB473124829VN", LocalDate.of(2022, 6, 15));
            case POST_FAILED -> new Occasion.PostFailed(CODE, 1);
        };
    }

    private static Occasion completed(Instant at, ReturnWay way) {
        return new Occasion.Completed(CODE, at, day(13, 2), way, SHOP);
    }

    private static Instant day(int dayOfJune, int hourUtc) {
        return Instant.parse("2022-06-%02dT%02d:00:00Z".formatted(dayOfJune, hourUtc));
    }

    /** By wording, then by what it is: {@code vi}, {@code vi short}, {@code en subject}. */
    private static Map<String, Map<String, String>> read() {
        var table = new LinkedHashMap<String, Map<String, String>>();
        try (var in = NoticesTest.class.getResourceAsStream("notices-v1.txt");
                var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            Map<String, String> block = null;
            for (var line : reader.lines()
                    .filter(text -> !text.isBlank() && !text.startsWith("#"))
                    .toList()) {
                if (!line.startsWith(" ")) {
                    block = new LinkedHashMap<>();
                    assertThat(table.put(line, block)).as(line + " twice").isNull();
                } else {
                    var key = line.substring(4, 15).strip();
                    assertThat(block.put(key, line.substring(15)))
                            .as(line + " twice")
                            .isNull();
                }
            }
            return table;
        } catch (IOException broken) {
            throw new AssertionError(broken);
        }
    }
}
