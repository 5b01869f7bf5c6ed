package vn.motcua.notification.notices;

import java.util.Set;

/** Where a notice stands. {@link #next()} says which arrows exist; every change in the database names the state it leaves. */
public enum NoticeState {
    /** Will be sent; nobody outside has seen it, or all who did are known not to have kept it. */
    PLANNED,
    /** A provider is being called. Written before the call, so that a crash cannot hide that there may have been one. */
    SENDING,
    /** A provider took it over. */
    SENT,
    /** It was not sent and will not be. */
    FAILED,
    /** A provider may have taken it over. Never sent again blindly. */
    IN_DOUBT,
    /** It shall not be sent; the reason says why. */
    SUPPRESSED;

    /** Exhaustive on purpose, no default: a new state does not compile until its arrows are drawn. */
    public Set<NoticeState> next() {
        return switch (this) {
            case PLANNED -> Set.of(SENDING, SUPPRESSED);
            case SENDING -> Set.of(PLANNED, SENT, FAILED, IN_DOUBT, SUPPRESSED);
            case IN_DOUBT -> Set.of(PLANNED, SENT, FAILED, SUPPRESSED);
            case FAILED, SUPPRESSED -> Set.of(PLANNED);
            case SENT -> Set.of();
        };
    }
}
