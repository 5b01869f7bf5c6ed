package vn.motcua.dossier.casework;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;
import vn.motcua.dossier.lifecycle.Receptions;

/** What the province has laid down of receptions on behalf of others, told at start: a code with a slip in it opens nothing, and is seen there only. */
@Singleton
class ReceptionsInForce {

    private static final Logger LOG = Logger.getLogger(ReceptionsInForce.class);

    private final Receptions receptions;

    ReceptionsInForce(ReceptionSettings settings) {
        receptions = new Receptions(settings.onBehalfOf());
    }

    @Startup
    void atStart() {
        LOG.infof("receptions on behalf of others=%s", receptions.onBehalfOf());
    }

    @Produces
    @Singleton
    Receptions receptions() {
        return receptions;
    }
}
