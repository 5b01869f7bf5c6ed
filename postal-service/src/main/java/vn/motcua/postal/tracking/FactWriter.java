package vn.motcua.postal.tracking;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import vn.motcua.dossier.events.EventAttributes;
import vn.motcua.dossier.events.EventHash;
import vn.motcua.dossier.events.Origin;
import vn.motcua.postal.events.Cancelled;
import vn.motcua.postal.events.Delivered;
import vn.motcua.postal.events.DeliveryFailed;
import vn.motcua.postal.events.HandedOver;
import vn.motcua.postal.events.InTransit;
import vn.motcua.postal.events.OrderCreated;
import vn.motcua.postal.events.ParcelRef;
import vn.motcua.postal.events.PostalEvent;
import vn.motcua.postal.events.PostalFormat;
import vn.motcua.postal.events.PostalState;
import vn.motcua.postal.events.PostalStatus;
import vn.motcua.postal.events.ReturnedToAgency;
import vn.motcua.postal.returns.Fact;
import vn.motcua.postal.returns.ParcelStatus;
import vn.motcua.postal.returns.PostalReturn;

/** Puts a fact into the published language and ties it to the one before by its hash. */
@ApplicationScoped
class FactWriter {

    private final String source;

    FactWriter(@ConfigProperty(name = "motcua.source") String source) {
        this.source = source;
    }

    /** The fact that follows the last one of the chain, which the caller adds it to. */
    NewFact write(Parcel parcel, FactChain chain, PostalReturn after, Fact fact, Instant at, String actor) {
        var event = event(fact, state(parcel, after), after);
        var data = new String(PostalFormat.canonical(event), StandardCharsets.UTF_8);
        var sequence = chain.sequence() + 1;
        var previousHash = chain.hash();
        var subject = after.dossierId().toString();
        var attributes = new EventAttributes(
                UuidCreator.getTimeOrderedEpoch(),
                source,
                event.type(),
                subject,
                at.truncatedTo(ChronoUnit.MILLIS),
                EventAttributes.schemaOf(event.type()),
                sequence,
                subject,
                previousHash,
                null,
                null,
                parcel.correlationId(),
                parcel.causationId(),
                null);
        return new NewFact(
                after,
                sequence,
                attributes.id(),
                attributes.type(),
                attributes.time(),
                data,
                previousHash,
                EventHash.of(attributes, data),
                parcel.correlationId(),
                parcel.causationId(),
                actor);
    }

    private static PostalEvent event(Fact fact, PostalState state, PostalReturn after) {
        return switch (fact) {
            case ORDER_CREATED -> new OrderCreated(state);
            case HANDED_OVER -> new HandedOver(state);
            case IN_TRANSIT -> new InTransit(state);
            case DELIVERY_FAILED -> new DeliveryFailed(state, after.nextInvitation());
            case DELIVERED -> new Delivered(state);
            case RETURNED_TO_AGENCY -> new ReturnedToAgency(state);
            case CANCELLED -> new Cancelled(state);
        };
    }

    private static PostalState state(Parcel parcel, PostalReturn after) {
        return new PostalState(
                new ParcelRef(after.id(), parcel.run()),
                after.dossierCode(),
                parcel.agency(),
                after.zone().name(),
                status(after.status()),
                after.promisedDate(),
                after.failedAttempts(),
                after.handedOverAt(),
                after.deliveredAt(),
                // No other origin ever makes a parcel.
                Origin.LIVE);
    }

    private static PostalStatus status(ParcelStatus status) {
        return switch (status) {
            case ORDERED -> PostalStatus.ORDERED;
            case HANDED_OVER -> PostalStatus.HANDED_OVER;
            case IN_TRANSIT -> PostalStatus.IN_TRANSIT;
            case DELIVERY_FAILED -> PostalStatus.DELIVERY_FAILED;
            case DELIVERED -> PostalStatus.DELIVERED;
            case RETURNED_TO_AGENCY -> PostalStatus.RETURNED_TO_AGENCY;
            case CANCELLED -> PostalStatus.CANCELLED;
            case PLANNED, OUT_FOR_DELIVERY, RETURNING ->
                throw new IllegalStateException("no fact leaves a parcel " + status);
        };
    }
}
