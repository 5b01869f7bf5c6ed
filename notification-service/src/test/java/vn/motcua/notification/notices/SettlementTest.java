package vn.motcua.notification.notices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SettlementTest {

    private static final Backoff BACKOFF = new Backoff(
            List.of(Duration.ofMinutes(1), Duration.ofMinutes(5), Duration.ofMinutes(30), Duration.ofHours(2)), 5);

    @Test
    void whatWasTakenOverIsSent() {
        assertThat(Settlement.of(new Answer.Accepted("sms-1"), 2, BACKOFF))
                .isEqualTo(new Settlement(NoticeState.SENT, null, "sms-1", null));
    }

    @Test
    void whatWasCertainlyNotTakenOverIsTriedFiveTimesAndThenFails() {
        var later = new Answer.TryLater("SMS_99");

        assertThat(IntStream.range(0, 5).mapToObj(failed -> Settlement.of(later, failed, BACKOFF)))
                .containsExactly(
                        new Settlement(NoticeState.PLANNED, "SMS_99", null, Duration.ofMinutes(1)),
                        new Settlement(NoticeState.PLANNED, "SMS_99", null, Duration.ofMinutes(5)),
                        new Settlement(NoticeState.PLANNED, "SMS_99", null, Duration.ofMinutes(30)),
                        new Settlement(NoticeState.PLANNED, "SMS_99", null, Duration.ofHours(2)),
                        new Settlement(NoticeState.FAILED, "SMS_99", null, null));
    }

    @Test
    void whatWouldBeRefusedAgainFailsAtOnce() {
        assertThat(Settlement.of(new Answer.GivenUp("SMS_108"), 0, BACKOFF))
                .isEqualTo(new Settlement(NoticeState.FAILED, "SMS_108", null, null));
    }

    @Test
    void aLostAnswerIsADoubtAndNeverAnotherTry() {
        for (int failed = 0; failed < 10; failed++) {
            assertThat(Settlement.of(new Answer.InDoubt("NO_ANSWER"), failed, BACKOFF)
                            .state())
                    .isEqualTo(NoticeState.IN_DOUBT);
        }
    }

    @Test
    void everyAnswerLeadsWhereAnArrowLeads() {
        var answers = List.of(
                new Answer.Accepted(null), new Answer.TryLater("X"), new Answer.GivenUp("X"), new Answer.InDoubt("X"));

        for (var answer : answers) {
            for (int failed = 0; failed < 6; failed++) {
                var state = Settlement.of(answer, failed, BACKOFF).state();
                assertThat(NoticeState.SENDING.next()).contains(state);
            }
        }
        assertThat(NoticeState.SENT.next()).isEqualTo(Set.of());
    }

    @Test
    void aProviderMayAskForMorePatienceButNotForEver() {
        assertThat(BACKOFF.after(1, Duration.ofSeconds(10))).contains(Duration.ofMinutes(1));
        assertThat(BACKOFF.after(1, Duration.ofMinutes(10))).contains(Duration.ofMinutes(10));
        assertThat(BACKOFF.after(1, Duration.ofDays(300))).contains(Duration.ofHours(6));
        assertThat(BACKOFF.after(5, Duration.ofMinutes(10))).isEmpty();
        assertThat(new Backoff(List.of(Duration.ofSeconds(1)), 9).after(8, null))
                .contains(Duration.ofSeconds(1));
    }

    @Test
    void aBackoffWithoutPausesIsRefused() {
        assertThatThrownBy(() -> new Backoff(List.of(), 5)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Backoff(List.of(Duration.ZERO), 0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aSilentProviderIsTriedEverMoreCarefully() {
        var doubt = new Answer.InDoubt("NO_ANSWER");
        var first = Duration.ofSeconds(1);
        var longest = Duration.ofSeconds(3);
        var one = Caution.NONE.after(doubt, first, longest);
        var two = one.after(doubt, first, longest);
        var three = two.after(doubt, first, longest);

        assertThat(List.of(one.pause(), two.pause(), three.pause()))
                .containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(2), longest);
        assertThat(Caution.NONE.most(8)).isEqualTo(8);
        assertThat(three.most(8)).isEqualTo(1);
        assertThat(three.after(new Answer.TryLater("X"), first, longest)).isEqualTo(Caution.NONE);
    }
}
