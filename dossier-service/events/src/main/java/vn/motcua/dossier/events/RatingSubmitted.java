package vn.motcua.dossier.events;

import java.util.List;

/**
 * The applicant rated how their dossier was handled. Once, after the result was handed over; changes nothing about the dossier. What they said in
 * words is published nowhere.
 *
 * @param dossier the dossier after the fact
 * @param actor who acted
 * @param score of the whole: 1 (very dissatisfied) to 5 (very satisfied)
 * @param dimensions what was rated apart, in alphabetical order, each at most once; may be empty
 */
public record RatingSubmitted(DossierState dossier, Actor actor, int score, List<Dimension> dimensions)
        implements DossierEvent {

    /** The wire name, for good. */
    public static final String TYPE = "vn.motcua.dossier.rating-submitted.v1";

    public RatingSubmitted {
        dimensions = dimensions == null ? List.of() : List.copyOf(dimensions);
    }

    /**
     * One thing that was rated apart.
     *
     * @param score 1 to 5, as of the whole
     */
    public record Dimension(RatingDimension name, int score) {}

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public <R> R fold(Cases<R> cases) {
        return cases.ratingSubmitted(this);
    }
}
