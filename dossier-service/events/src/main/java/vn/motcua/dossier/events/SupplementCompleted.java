package vn.motcua.dossier.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.time.Instant;

/**
 * The one-stop shop confirmed that an accepted dossier is full again; the clock runs and {@code dossier.dueAt} is new. Source: Decree
 * 61/2018, art. 19 §4.
 *
 * @param dossier the dossier after the fact
 * @param actor who acted
 * @param policy whether the whole limit was counted anew or what was left of it
 * @param previousDueAt the date before; null without a time limit
 * @param form that goes with it; null where that was not told
 */
public record SupplementCompleted(
        DossierState dossier, Actor actor, ClockPolicy policy, Instant previousDueAt, Form form)
        implements DossierEvent {

    /** The wire name, for good. */
    public static final String TYPE = "vn.motcua.dossier.supplement-completed.v1";

    @JsonCreator
    public SupplementCompleted {}

    /** One that does not tell the form. */
    public SupplementCompleted(DossierState dossier, Actor actor, ClockPolicy policy, Instant previousDueAt) {
        this(dossier, actor, policy, previousDueAt, null);
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public <R> R fold(Cases<R> cases) {
        return cases.supplementCompleted(this);
    }
}
