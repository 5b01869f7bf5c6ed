package vn.motcua.dossier.events;

import java.util.List;

/**
 * A system of a ministry, which masters the dossier, told how it stands now. Recorded as told, never barred.
 *
 * @param dossier the dossier after the fact
 * @param actor who acted
 * @param fact what happened, by the word of the fact it would be here, such as {@code accepted}
 * @param outcome what was decided; null before that, and where it was not told
 * @param irregularities codes of what could not have happened here; empty if nothing
 */
public record Reported(DossierState dossier, Actor actor, String fact, Outcome outcome, List<String> irregularities)
        implements DossierEvent {

    /** The wire name, for good. */
    public static final String TYPE = "vn.motcua.dossier.reported.v1";

    public Reported {
        irregularities = irregularities == null ? List.of() : List.copyOf(irregularities);
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public <R> R fold(Cases<R> cases) {
        return cases.reported(this);
    }
}
