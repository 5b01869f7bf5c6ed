package vn.motcua.dossier.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.time.Instant;

/**
 * The agency apologised and named a new date, {@code dossier.dueAt}; {@code dossier.originalDueAt} stays. As often as the
 * legal profile allows: once. Source: Decree 61/2018, art. 19 §9.
 *
 * @param dossier the dossier after the fact
 * @param actor who acted
 * @param previousDueAt the date that could not be kept, UTC
 * @param reasonCode code of the reason
 * @param lateNotice whether it was told later before the date than the legal profile wants it; null where that was not told
 * @param form that goes with it; null where that was not told
 */
public record Extended(
        DossierState dossier, Actor actor, Instant previousDueAt, String reasonCode, Boolean lateNotice, Form form)
        implements DossierEvent {

    /** The wire name, for good. */
    public static final String TYPE = "vn.motcua.dossier.extended.v1";

    @JsonCreator
    public Extended {}

    /** One that tells neither whether it was late nor the form. */
    public Extended(DossierState dossier, Actor actor, Instant previousDueAt, String reasonCode) {
        this(dossier, actor, previousDueAt, reasonCode, null, null);
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public <R> R fold(Cases<R> cases) {
        return cases.extended(this);
    }
}
