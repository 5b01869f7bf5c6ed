package vn.motcua.notification.planning;

import java.util.Objects;
import java.util.Optional;
import vn.motcua.notification.notices.Occasion;
import vn.motcua.postal.events.Cancelled;
import vn.motcua.postal.events.Delivered;
import vn.motcua.postal.events.DeliveryFailed;
import vn.motcua.postal.events.HandedOver;
import vn.motcua.postal.events.InTransit;
import vn.motcua.postal.events.OrderCreated;
import vn.motcua.postal.events.PostalEvent;
import vn.motcua.postal.events.ReturnedToAgency;
import vn.motcua.postal.events.Unrecognised;

/**
 * What a citizen is told of a parcel's fact, if anything. That it was delivered they know; the dossier's own return follows.
 *
 * @param trackingNumber from the restricted value; a parcel that was handed over has one
 */
record PostalOccasions(String trackingNumber) implements PostalEvent.Cases<Optional<Occasion>> {

    @Override
    public Optional<Occasion> handedOver(HandedOver fact) {
        return Optional.of(new Occasion.PostHanded(
                fact.postal().dossierCode(),
                Objects.requireNonNull(trackingNumber, "a parcel was handed over without a tracking number"),
                Objects.requireNonNull(
                        fact.postal().promisedDate(), "a parcel was handed over without a promised date")));
    }

    @Override
    public Optional<Occasion> deliveryFailed(DeliveryFailed fact) {
        return Optional.of(new Occasion.PostFailed(
                fact.postal().dossierCode(), fact.postal().failedAttempts()));
    }

    @Override
    public Optional<Occasion> orderCreated(OrderCreated fact) {
        return Optional.empty();
    }

    @Override
    public Optional<Occasion> inTransit(InTransit fact) {
        return Optional.empty();
    }

    @Override
    public Optional<Occasion> delivered(Delivered fact) {
        return Optional.empty();
    }

    @Override
    public Optional<Occasion> returnedToAgency(ReturnedToAgency fact) {
        return Optional.empty();
    }

    @Override
    public Optional<Occasion> cancelled(Cancelled fact) {
        return Optional.empty();
    }

    @Override
    public Optional<Occasion> unrecognised(Unrecognised fact) {
        return Optional.empty();
    }
}
