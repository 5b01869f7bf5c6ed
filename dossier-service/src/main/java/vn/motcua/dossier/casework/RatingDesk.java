package vn.motcua.dossier.casework;

import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import vn.motcua.dossier.casework.ReceiptStore.Receipted;
import vn.motcua.dossier.edge.Problem;
import vn.motcua.dossier.edge.ProblemType;
import vn.motcua.dossier.lifecycle.DossierCode;
import vn.motcua.dossier.lifecycle.Party;
import vn.motcua.dossier.lifecycle.RatingDimension;
import vn.motcua.dossier.lifecycle.Ratings;
import vn.motcua.dossier.lifecycle.Step;

/** Where applicants say how they were served. Answers and fails as {@link DossierDesk}; the comment stays in a private column of the history. */
@ApplicationScoped
class RatingDesk {

    private final Steps steps;
    private final Intake intake;
    private final ReceiptStore receipts;
    private final MeterRegistry metrics;

    RatingDesk(Steps steps, Intake intake, ReceiptStore receipts, MeterRegistry metrics) {
        this.steps = steps;
        this.intake = intake;
        this.receipts = receipts;
        this.metrics = metrics;
    }

    /** What is said, found to be in order. */
    private record Said(Steps.Deed deed, String comment) {}

    /** One rating of the whole, with what is rated apart. */
    Uni<Answer> rate(Order order, StepRequest.Rating body) {
        var said = said(body);
        return steps.take(order.noting(said.comment()), Step.RATING, said.deed());
    }

    /**
     * The same by whoever holds the receipt of an applicant without an account. All that is told of a wrong code, whatever is wrong with it, is what
     * tracking tells; only the right one learns what bars the rating.
     *
     * @param code of the dossier
     */
    Uni<Answer> rate(String code, Provenance provenance, StepRequest.RatingByCode body) {
        var shown =
                Optional.ofNullable(body.ratingCode()).flatMap(RatingCode::read).orElseThrow(RatingDesk::noCode);
        var said = said(body.rating());
        // What has not the form of a code is asked for all the same: every answer takes the same way.
        var asked = DossierCode.parse(code).isPresent() ? code : "";
        return receipts.find(asked, provenance.key())
                .map(found -> found.filter(receipted -> receipted.isRatedBy(shown))
                        .map(Receipted::kept)
                        .orElseThrow(Untracked::problem))
                .chain(kept ->
                        steps.take(holding(kept, provenance.noting(said.comment())), Step.RATING, said.deed(), kept))
                .invoke(() -> count("answered"))
                .onFailure(Problem.class)
                .invoke(problem -> count(problem.type() == ProblemType.NOT_FOUND ? "unknown" : "refused"));
    }

    private static Order holding(Kept kept, Provenance provenance) {
        var dossier = kept.dossier().id();
        return new Order(dossier, Party.holding(dossier, provenance.account()), 0, provenance);
    }

    private void count(String outcome) {
        metrics.counter("motcua_ratings_by_code", "outcome", outcome).increment();
    }

    private static Problem noCode() {
        return Problem.of(ProblemType.MALFORMED)
                .pointer(
                        "/ratingCode",
                        "Mã đánh giá gồm 10 chữ số và chữ cái in trên giấy tiếp nhận.",
                        "The rating code: the 10 digits and letters printed on the receipt.");
    }

    private Said said(StepRequest.Rating body) {
        var faults = new Faults();
        score("/score", body.score(), faults);
        var dimensions = dimensions(body.dimensions(), faults);
        var comment = intake.text("/comment", body.comment(), ApplicantRules.LONGEST_NOTE, faults);
        faults.raise();
        return new Said((dossier, actor, at) -> dossier.ratings().rate(actor, body.score(), dimensions, at), comment);
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
