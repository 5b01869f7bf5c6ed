package vn.motcua.dossier.feedback;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import vn.motcua.dossier.catalogue.Catalogue;
import vn.motcua.dossier.catalogue.Succession;
import vn.motcua.dossier.relay.EventRelay;

/** What people report and propose goes on at the agency that took over, with a fact of its own for each. */
@ApplicationScoped
class FeedbackSuccession implements Succession {

    private final FeedbackStore store;
    private final Catalogue catalogue;
    private final EventRelay relay;
    private final Clock clock;
    private final String source;

    FeedbackSuccession(
            FeedbackStore store,
            Catalogue catalogue,
            EventRelay relay,
            Clock clock,
            @ConfigProperty(name = "motcua.source", defaultValue = "urn:motcua:H03:dossier-service") String source) {
        this.store = store;
        this.catalogue = catalogue;
        this.relay = relay;
        this.clock = clock;
        this.source = source;
    }

    @Override
    public Kind kind() {
        return Kind.FEEDBACK;
    }

    @Override
    public Uni<Integer> handOver(String agency, String successor, String account, int most) {
        var path = catalogue.path(successor);
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return store.openOf(agency, most)
                .chain(found -> Multi.createFrom()
                        .iterable(found)
                        .onItem()
                        .transformToUniAndConcatenate(id -> handOver(id, successor, path, account, now))
                        .filter(gone -> gone)
                        .collect()
                        .asList())
                .map(List::size);
    }

    /** False where somebody was quicker: then it is found when it is ordered again. */
    private Uni<Boolean> handOver(UUID id, String successor, List<String> path, String account, Instant now) {
        return store.load(id, null)
                .map(found -> found.orElseThrow(() -> new IllegalStateException("no feedback " + id)))
                .chain(kept -> kept.feedback()
                        .succeed(successor, path, kept.feedback().notBeforeLastStep(now))
                        .fold(
                                done -> store.step(FeedbackWrite.of(
                                        kept,
                                        done,
                                        kept.words(),
                                        true,
                                        new Provenance(null, account, null, null, null),
                                        source)),
                                barred -> Uni.createFrom().item(false)))
                .invoke(gone -> {
                    if (gone) {
                        relay.wake();
                    }
                });
    }
}
