package vn.motcua.dossier.publishing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import vn.motcua.dossier.events.Topics;
import vn.motcua.dossier.events.feedback.FeedbackFormat;
import vn.motcua.dossier.relay.RelayTopics;

/** Where this service's events go. */
@ApplicationScoped
class DossierTopics {

    @Produces
    @Singleton
    RelayTopics topics() {
        return new RelayTopics(
                Topics.DOSSIER_LIFECYCLE,
                Optional.of(new RecipientCompanion()),
                List.of(new RelayTopics.Route(FeedbackFormat.TYPES, Topics.FEEDBACK)));
    }
}
