package vn.motcua.dossier.events;

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
 * @param count the how many-th request of this phase, from 1
 */
public record SupplementRequested(
        DossierState dossier, Actor actor, SupplementPhase phase, int itemCount, Instant deadline, int count)
        implements DossierEvent {

    /** The wire name, for good. */
    public static final String TYPE = "vn.motcua.dossier.supplement-requested.v1";

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public <R> R fold(Cases<R> cases) {
        return cases.supplementRequested(this);
    }
}
