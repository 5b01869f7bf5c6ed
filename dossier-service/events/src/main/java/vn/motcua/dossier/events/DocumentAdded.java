package vn.motcua.dossier.events;

/**
 * A file came to the dossier after it was submitted: a scanned paper, one sent later, a result. What came with the submission stands in {@link Submitted}.
 *
 * @param dossier the dossier after the fact
 * @param actor who acted
 * @param document the file
 */
public record DocumentAdded(DossierState dossier, Actor actor, Document document) implements DossierEvent {

    /** The wire name, for good. */
    public static final String TYPE = "vn.motcua.dossier.document-added.v1";

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public <R> R fold(Cases<R> cases) {
        return cases.documentAdded(this);
    }
}
