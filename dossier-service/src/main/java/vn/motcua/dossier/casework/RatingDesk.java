package vn.motcua.dossier.casework;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumMap;
import java.util.Map;
import vn.motcua.dossier.lifecycle.RatingDimension;
import vn.motcua.dossier.lifecycle.Ratings;
import vn.motcua.dossier.lifecycle.Step;

/** Where applicants say how they were served. Answers and fails as {@link DossierDesk}; the comment stays in a private column of the history. */
@ApplicationScoped
class RatingDesk {

    private final Steps steps;
    private final Intake intake;

    RatingDesk(Steps steps, Intake intake) {
        this.steps = steps;
        this.intake = intake;
    }

    /** One rating of the whole, with what is rated apart. */
    Uni<Answer> rate(Order order, StepRequest.Rating body) {
        var faults = new Faults();
        score("/score", body.score(), faults);
        var dimensions = dimensions(body.dimensions(), faults);
        var comment = intake.text("/comment", body.comment(), ApplicantRules.LONGEST_NOTE, faults);
        faults.raise();
        return steps.take(
                order.noting(comment),
                Step.RATING,
                (dossier, actor, at) -> dossier.ratings().rate(actor, body.score(), dimensions, at));
    }

    private static Map<RatingDimension, Integer> dimensions(Map<RatingDimension, Integer> given, Faults faults) {
        var read = new EnumMap<RatingDimension, Integer>(RatingDimension.class);
        if (given != null) {
            given.forEach((dimension, score) -> {
                score("/dimensions/" + dimension, score, faults);
                read.put(dimension, score);
            });
        }
        return read;
    }

    private static void score(String pointer, Integer score, Faults faults) {
        if (score == null || score < Ratings.LOWEST || score > Ratings.HIGHEST) {
            faults.rule(pointer, "Cần điểm từ 1 đến 5.", "A score from 1 to 5 is needed.");
        }
    }
}
