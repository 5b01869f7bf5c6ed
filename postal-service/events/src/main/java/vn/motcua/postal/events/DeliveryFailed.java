package vn.motcua.postal.events;

import java.time.LocalDate;

/**
 * A delivery failed, the {@code postal.failedAttempts}-th of this parcel (1 on the first), and the recipient is invited again.
 *
 * @param postal the parcel after the fact
 * @param nextInvitation first day on which the recipient may be invited again, two working days later, date in Asia/Ho_Chi_Minh; null where the calendar of
 *     that year is not published yet. Source: Circular 17/2017/TT-BTTTT
 */
public record DeliveryFailed(PostalState postal, LocalDate nextInvitation) implements PostalEvent {

    /** The wire name, for good. */
    public static final String TYPE = "vn.motcua.postal.delivery-failed.v1";

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public <R> R fold(Cases<R> cases) {
        return cases.deliveryFailed(this);
    }
}
