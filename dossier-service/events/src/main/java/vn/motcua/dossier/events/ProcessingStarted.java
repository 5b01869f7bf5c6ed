package vn.motcua.dossier.events;

/**
 * An officer took up the dossier.
 *
 * @param dossier the dossier after the fact
 * @param actor who acted
 */
public record ProcessingStarted(DossierState dossier, Actor actor) implements DossierEvent {

    /** The wire name, for good. */
    public static final String TYPE = "vn.motcua.dossier.processing-started.v1";

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public <R> R fold(Cases<R> cases) {
        return cases.processingStarted(this);
    }
}
