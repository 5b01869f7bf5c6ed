package vn.motcua.kpi.indicators;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RepliesTest {

    private static final Period JUNE = new Period(LocalDate.of(2022, 6, 1), LocalDate.of(2022, 6, 30));
    private static final LocalDate SUBMITTED = LocalDate.of(2022, 6, 8);
    private static final Instant DUE = Instant.parse("2022-06-09T02:00:00Z");

    /** Columns: replied, reported overdue, now → judged, in time. The reply is due at 02:00:00 on 9 June. */
    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "2022-06-09T01:59:59Z, false, 2022-07-01T00:00:00Z, 1, 1",
                "2022-06-09T02:00:00Z, false, 2022-07-01T00:00:00Z, 1, 1",
                "2022-06-09T02:00:01Z, false, 2022-07-01T00:00:00Z, 1, 0",
                "2022-06-09T01:00:00Z, true,  2022-07-01T00:00:00Z, 1, 0",
                "-,                    true,  2022-06-09T02:00:00Z, 1, 0",
                "-,                    false, 2022-06-09T02:00:00Z, 0, 0",
                "-,                    false, 2022-06-09T02:00:01Z, 1, 0",
            })
    void anAnswerIsInTimeUntilItsInstantAndASubmissionThatMayStillWaitIsNotJudged(
            Instant replied, boolean late, Instant now, long judged, long inTime) {
        assertThat(Replies.of(new Submission(SUBMITTED, DUE, replied, late, false, false), JUNE, now))
                .isEqualTo(new Replies(judged, inTime));
    }

    @Test
    void withoutALimitOrOutsideThePeriodOrSetAsideItDoesNotCount() {
        var now = Instant.parse("2022-07-01T00:00:00Z");
        assertThat(Replies.of(new Submission(SUBMITTED, null, DUE, false, false, false), JUNE, now))
                .isEqualTo(Replies.NONE);
        assertThat(Replies.of(new Submission(SUBMITTED.minusDays(8), DUE, DUE, false, false, false), JUNE, now))
                .isEqualTo(Replies.NONE);
        assertThat(Replies.of(new Submission(SUBMITTED, DUE, DUE, false, false, true), JUNE, now))
                .isEqualTo(Replies.NONE);
    }

    @Test
    void whatWasTakenBackUnansweredIsJudgedOnlyIfTheAnswerWasLateByThen() {
        var now = Instant.parse("2022-07-01T00:00:00Z");
        assertThat(Replies.of(new Submission(SUBMITTED, DUE, null, false, true, false), JUNE, now))
                .isEqualTo(Replies.NONE);
        assertThat(Replies.of(new Submission(SUBMITTED, DUE, null, true, true, false), JUNE, now))
                .isEqualTo(new Replies(1, 0));
        assertThat(Replies.of(new Submission(SUBMITTED, DUE, DUE, false, true, false), JUNE, now))
                .as("answered before it was taken back")
                .isEqualTo(new Replies(1, 1));
    }
}
