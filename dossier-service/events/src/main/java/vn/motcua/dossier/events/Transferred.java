package vn.motcua.dossier.events;

/**
 * Another agency, {@code dossier.agency}, answers for the dossier from now on. Code, dates and history stay.
 *
 * @param dossier the dossier after the fact
 * @param actor who acted
 * @param fromAgency the agency before; without a path
 * @param cause why
 */
public record Transferred(DossierState dossier, Actor actor, AgencyRef fromAgency, TransferCause cause)
        implements DossierEvent {

    /** The wire name, for good. */
    public static final String TYPE = "vn.motcua.dossier.transferred.v1";

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public <R> R fold(Cases<R> cases) {
        return cases.transferred(this);
    }
}
