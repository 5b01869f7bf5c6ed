package vn.motcua.dossier.casework;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import vn.motcua.dossier.lifecycle.Step;

/** Where files come to a dossier. Answers and fails as {@link DossierDesk}. */
@ApplicationScoped
class FilingDesk {

    private final Steps steps;
    private final Filings filings;
    private final Clock clock;

    FilingDesk(Steps steps, Filings filings, Clock clock) {
        this.steps = steps;
        this.filings = filings;
        this.clock = clock;
    }

    /** One file more. */
    Uni<Answer> file(Order order, FilingRequest body) {
        return filings.look(List.of(body), order.by().account(), clock.instant())
                .chain(found -> steps.amend(order, Step.DOCUMENT, (kept, actor, at) -> {
                    var dossier = kept.dossier();
                    var faults = new Faults();
                    var matter = dossier.matter();
                    var reuse = Reuse.into(kept, actor, order.by());
                    var read = filings.read(found, filings.procedure(matter), reuse, "", true, faults);
                    faults.raise();
                    var filing = read.get(0);
                    return new Steps.Amended(dossier.documents().add(actor, filing.document(), at), null, null, filing);
                }));
    }
}
