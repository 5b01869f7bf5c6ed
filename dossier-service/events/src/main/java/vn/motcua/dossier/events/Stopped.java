package vn.motcua.dossier.events;

import com.fasterxml.jackson.annotation.JsonCreator;

/**
 * Processing was stopped: for good, or for a while, in which the clock stands still from {@code dossier.pausedSince}.
 *
 * @param dossier the dossier after the fact
 * @param actor who acted
 * @param reasonCode code of the reason
 * @param resumable whether it may go on
 * @param form that goes with it; null where that was not told
 */
public record Stopped(DossierState dossier, Actor actor, String reasonCode, boolean resumable, Form form)
        implements DossierEvent {

    /** The wire name, for good. */
    public static final String TYPE = "vn.motcua.dossier.stopped.v1";

    @JsonCreator
    public Stopped {}

    /** One that does not tell the form. */
    public Stopped(DossierState dossier, Actor actor, String reasonCode, boolean resumable) {
        this(dossier, actor, reasonCode, resumable, null);
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public <R> R fold(Cases<R> cases) {
        return cases.stopped(this);
    }
}
