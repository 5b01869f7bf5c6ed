package vn.motcua.postal.tracking;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Optional;
import vn.motcua.dossier.relay.RelayTopics;
import vn.motcua.postal.events.PostalTopics;

/** Tells the relay where this service's facts go. */
@ApplicationScoped
class PostalTopicsOfRelay {

    @Produces
    @Singleton
    RelayTopics topics() {
        return new RelayTopics(PostalTopics.TRACKING, Optional.of(new TrackingNumberStore()));
    }
}
