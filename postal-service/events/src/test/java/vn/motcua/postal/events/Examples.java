package vn.motcua.postal.events;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import vn.motcua.dossier.events.AgencyRef;
import vn.motcua.dossier.events.Origin;

/** One example of every fact, with fixed instants. The golden files hold these very bytes. */
final class Examples {

    static final Instant HANDED_OVER = Instant.parse("2022-06-10T08:30:00Z");
    static final Instant DELIVERED = Instant.parse("2022-06-14T02:15:30.250Z");
    static final ParcelRef PARCEL = new ParcelRef(UUID.fromString("01814d2f-7e00-7000-8000-000000000001"), 1);

    private Examples() {}

    static List<PostalEvent> facts() {
        return List.of(
                new OrderCreated(state(PostalStatus.ORDERED, 0)),
                new HandedOver(state(PostalStatus.HANDED_OVER, 0)),
                new InTransit(state(PostalStatus.IN_TRANSIT, 0)),
                new DeliveryFailed(state(PostalStatus.DELIVERY_FAILED, 1), LocalDate.of(2022, 6, 15)),
                new Delivered(state(PostalStatus.DELIVERED, 1)),
                new ReturnedToAgency(state(PostalStatus.RETURNED_TO_AGENCY, 2)),
                new Cancelled(state(PostalStatus.CANCELLED, 0)));
    }

    private static PostalState state(PostalStatus status, int failedAttempts) {
        var waits = status == PostalStatus.ORDERED || status == PostalStatus.CANCELLED;
        return new PostalState(
                PARCEL,
                "H03.01-220608-0001",
                new AgencyRef("H03.01", List.of("H03", "H03.01")),
                "INTRA_PROVINCE",
                status,
                LocalDate.of(2022, 6, 14),
                failedAttempts,
                waits ? null : HANDED_OVER,
                status == PostalStatus.DELIVERED ? DELIVERED : null,
                Origin.LIVE);
    }
}
