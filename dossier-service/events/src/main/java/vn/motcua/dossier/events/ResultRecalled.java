package vn.motcua.dossier.events;

import java.time.Instant;

/**
 * A wrong result that had not been handed over was taken back; the clock goes on.
 *
 * @param dossier the dossier after the fact
 * @param actor who acted
 * @param reasonCode code of the reason
 * @param previousDueAt the date before; null without a time limit
 */
public record ResultRecalled(DossierState dossier, Actor actor, String reasonCode, Instant previousDueAt)
        implements DossierEvent {

    /** The wire name, for good. */
    public static final String TYPE = "vn.motcua.dossier.result-recalled.v1";

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public <R> R fold(Cases<R> cases) {
        return cases.resultRecalled(this);
    }
}
