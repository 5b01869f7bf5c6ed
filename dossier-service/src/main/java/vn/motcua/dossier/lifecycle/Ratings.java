package vn.motcua.dossier.lifecycle;

import java.time.Instant;
import java.util.Map;

/** What the applicant says of how they were served, once it is over. */
public record Ratings(Dossier dossier) {

    /** The worst and the best there is. */
    public static final int LOWEST = 1;

    public static final int HIGHEST = 5;

    /** The applicant rates, once, after the result was handed over; nothing else about the dossier changes. */
    public Attempt rate(Actor by, int score, Map<RatingDimension, Integer> dimensions, Instant at) {
        return dossier.taking(Step.RATING, by, at, transition -> {
            if (dossier.course().ratedAt() != null) {
                return dossier.barred(Bar.RATED_ALREADY);
            }
            if (!isScore(score) || !dimensions.values().stream().allMatch(Ratings::isScore)) {
                return dossier.barred(Bar.NO_SUCH_SCORE);
            }
            return dossier.draft(transition).rated(at).after(new Fact.Rated(at, by, score, dimensions));
        });
    }

    private static boolean isScore(int score) {
        return score >= LOWEST && score <= HIGHEST;
    }
}
