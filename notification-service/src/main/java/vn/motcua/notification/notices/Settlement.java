package vn.motcua.notification.notices;

import java.time.Duration;

/**
 * Where a notice stands after a provider's answer.
 *
 * @param state never SENDING
 * @param reason a code; null when sent
 * @param providerId the provider's own id; null if there is none
 * @param after of PLANNED: how long to wait; otherwise null
 */
public record Settlement(NoticeState state, String reason, String providerId, Duration after) {

    /**
     * Decides.
     *
     * @param failedBefore tries that failed before this one, from 0
     */
    public static Settlement of(Answer answer, int failedBefore, Backoff backoff) {
        return answer.fold(new Answer.Cases<>() {
            @Override
            public Settlement accepted(Answer.Accepted accepted) {
                return new Settlement(NoticeState.SENT, null, accepted.providerId(), null);
            }

            @Override
            public Settlement tryLater(Answer.TryLater later) {
                return backoff.after(failedBefore + 1, later.after())
                        .map(pause -> new Settlement(NoticeState.PLANNED, later.why(), null, pause))
                        .orElseGet(() -> new Settlement(NoticeState.FAILED, later.why(), null, null));
            }

            @Override
            public Settlement givenUp(Answer.GivenUp givenUp) {
                return new Settlement(NoticeState.FAILED, givenUp.why(), null, null);
            }

            @Override
            public Settlement inDoubt(Answer.InDoubt doubt) {
                return new Settlement(NoticeState.IN_DOUBT, doubt.why(), null, null);
            }
        });
    }
}
