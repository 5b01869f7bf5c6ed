package vn.motcua.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ExpectedMessagesTest {

    private static final String TRACKING = "RR000000005VN";

    private final ExpectedMessages expected = new ExpectedMessages(
            Map.of(
                    "byPost", seen("H03.01-220608-0001"),
                    "collected", seen("H03.01-220608-0002"),
                    "refused", seen("H03.01-220608-0003"),
                    "withdrawn", seen("H03.01-220608-0004"),
                    "story", seen("H03.01-220608-0005"),
                    "stopped", seen("H03.01-251006-0001")),
            TRACKING);

    private static Cases.Seen seen(String code) {
        return new Cases.Seen(code, code, "\"1\"");
    }

    private List<Outside.Message> asExpected() {
        return new ArrayList<>(expected.all().stream()
                .map(one -> new Outside.Message(one.channel(), one.to(), one.text(), 0))
                .toList());
    }

    @Test
    void whatArrivedOnceAndInOrderAgrees() {
        assertThat(expected.differences(asExpected())).isEmpty();
    }

    @Test
    void everyMissingMessageIsNamed() {
        for (int i = 0; i < expected.all().size(); i++) {
            var arrived = asExpected();
            var missing = arrived.remove(i);
            assertThat(expected.differences(arrived)).singleElement().asString().contains(missing.to());
        }
    }

    @Test
    void everyDoubledMessageIsNamed() {
        for (var message : asExpected()) {
            var arrived = asExpected();
            arrived.add(message);
            assertThat(expected.differences(arrived)).singleElement().asString().contains("arrived 2 times");
        }
    }

    @Test
    void aRepeatThatTheProviderSwallowedIsADoubling() {
        var arrived = asExpected();
        var first = arrived.get(0);
        arrived.set(0, new Outside.Message(first.channel(), first.to(), first.text(), 1));
        assertThat(expected.differences(arrived)).singleElement().asString().contains("repeats 1");
    }

    @Test
    void twoMessagesOfACitizenInTheWrongOrderAreNamed() {
        var arrived = asExpected();
        var handedOver = indexOf(arrived, "giao bưu điện");
        var returned = indexOf(arrived, "ngày 14/06/2022");
        Collections.swap(arrived, handedOver, returned);
        assertThat(expected.differences(arrived)).singleElement().asString().contains("not in this order");
    }

    @Test
    void citizensMayBeToldInAnyOrderAmongThemselves() {
        var byCitizen = asExpected();
        byCitizen.sort((a, b) -> b.to().compareTo(a.to()));
        assertThat(expected.differences(byCitizen)).isEmpty();
    }

    @Test
    void theClockWaitsForWhatWasDueBeforeItsNextMoment() {
        assertThat(ExpectedMessages.before(LocalDateTime.parse("2022-06-08T09:00")))
                .isZero();
        assertThat(ExpectedMessages.before(LocalDateTime.parse("2022-06-08T09:05")))
                .isEqualTo(2);
        // Those under the law of 2025 were there before the play of 2022 began.
        assertThat(ExpectedMessages.before(LocalDateTime.parse("2022-06-15T00:00")))
                .isEqualTo(expected.all().size() - 2);
    }

    private static int indexOf(List<Outside.Message> messages, String words) {
        for (int i = 0; i < messages.size(); i++) {
            if (messages.get(i).text().contains(words)) {
                return i;
            }
        }
        throw new IllegalArgumentException(words);
    }
}
