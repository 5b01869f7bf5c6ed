package vn.motcua.dossier.events;

import com.fasterxml.jackson.annotation.JsonCreator;

/**
 * An officer took up the dossier.
 *
 * @param dossier the dossier after the fact
 * @param actor who acted
 * @param form that goes with it; null where that was not told
 */
public record ProcessingStarted(DossierState dossier, Actor actor, Form form) implements DossierEvent {

    /** The wire name, for good. */
    public static final String TYPE = "vn.motcua.dossier.processing-started.v1";

    @JsonCreator
    public ProcessingStarted {}

    /** One that does not tell the form. */
    public ProcessingStarted(DossierState dossier, Actor actor) {
        this(dossier, actor, null);
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public <R> R fold(Cases<R> cases) {
        return cases.processingStarted(this);
    }
}
