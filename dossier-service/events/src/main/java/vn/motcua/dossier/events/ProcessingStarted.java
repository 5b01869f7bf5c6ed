package vn.motcua.dossier.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.time.Instant;

/**
 * An officer took up the dossier.
 *
 * @param dossier the dossier after the fact
 * @param actor who acted
 * @param step code of the workflow's first step, which is on now; null where the procedure has no workflow
 * @param stepDueAt until when it is due, UTC; null without a limit of its own
 * @param form that goes with it; null where that was not told
 */
public record ProcessingStarted(DossierState dossier, Actor actor, String step, Instant stepDueAt, Form form)
        implements DossierEvent {

    /** The wire name, for good. */
    public static final String TYPE = "vn.motcua.dossier.processing-started.v1";

    @JsonCreator
    public ProcessingStarted {}

    /** One that tells neither the step nor the form. */
    public ProcessingStarted(DossierState dossier, Actor actor) {
        this(dossier, actor, null, null, null);
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
