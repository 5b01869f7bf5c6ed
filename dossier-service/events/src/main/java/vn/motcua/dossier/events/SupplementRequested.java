package vn.motcua.dossier.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.time.Instant;

/**
 * The applicant was asked, once and in full, for what is missing. In processing the clock stands still from {@code dossier.pausedSince};
 * at reception it never started. Source: Decree 61/2018, art. 17 §2, 19 §4.
 *
 * @param dossier the dossier after the fact
 * @param actor who acted
 * @param phase before or after acceptance
 * @param itemCount how many papers were named, from 1
 * @param deadline until when they are awaited, UTC; null without one
 * @param requestNumber the how many-th request of this phase, from 1
 * @param form that goes with it; null where that was not told
 */
public record SupplementRequested(
        DossierState dossier,
        Actor actor,
        SupplementPhase phase,
        int itemCount,
        Instant deadline,
        int requestNumber,
        Form form)
        implements DossierEvent {

    /** The wire name, for good. */
    public static final String TYPE = "vn.motcua.dossier.supplement-requested.v1";

    @JsonCreator
    public SupplementRequested {}

    /** One that does not tell the form. */
    public SupplementRequested(
            DossierState dossier,
            Actor actor,
            SupplementPhase phase,
            int itemCount,
            Instant deadline,
            int requestNumber) {
        this(dossier, actor, phase, itemCount, deadline, requestNumber, null);
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public <R> R fold(Cases<R> cases) {
        return cases.supplementRequested(this);
    }
}
