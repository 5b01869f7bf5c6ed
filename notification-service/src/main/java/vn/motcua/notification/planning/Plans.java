package vn.motcua.notification.planning;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Set;
import vn.motcua.dossier.subscriber.CatalogueCopy;
import vn.motcua.notification.notices.Phrasebook;

/** Makes what planning needs out of the service's configuration and its copy of the catalogue. */
@Dependent
class Plans {

    @Produces
    @Singleton
    Planner planner(PlanningConfig config) {
        return new Planner(
                Phrasebook.current(),
                ObligationData.with(config.switchedOff().orElse(Set.of())),
                config.staleAfter(),
                config.mostSmsParts());
    }

    @Produces
    @Singleton
    Names names(CatalogueCopy catalogue) {
        return new Names(catalogue::agency, catalogue::reason);
    }
}
