package vn.motcua.dossier.feedback;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.motcua.dossier.catalogue.Catalogue;
import vn.motcua.dossier.feedback.course.Channel;
import vn.motcua.dossier.feedback.course.Deadline;
import vn.motcua.dossier.feedback.course.Feedback;
import vn.motcua.dossier.feedback.course.Kind;
import vn.motcua.dossier.feedback.course.Party;
import vn.motcua.dossier.feedback.course.Rights;
import vn.motcua.dossier.feedback.course.Stage;
import vn.motcua.dossier.feedback.course.Status;

/**
 * Feedback as a caller who may see it sees it; what is not there yet is left out. Instants in UTC.
 *
 * @param stage what the agency owes now
 * @param dueAt until when
 * @param erased that its words were kept for their time and are gone; absent while they are there
 * @param nextSteps what this caller may do next
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Feedback")
public record FeedbackView(
        UUID id,
        Status status,
        Kind kind,
        Channel channel,
        AgencyView agency,
        String procedure,
        Instant receivedAt,
        Instant arrivedAt,
        Instant classifiedAt,
        Instant askedAt,
        Instant answeredAt,
        Instant publishedAt,
        Instant refusedAt,
        String reason,
        Stage stage,
        Instant dueAt,
        String author,
        String text,
        String question,
        String supplement,
        String answer,
        Boolean erased,
        List<NextStep> nextSteps) {

    /** @param name in Vietnamese, official */
    @Schema(name = "AgencyOfFeedback")
    public record AgencyView(String code, String name) {}

    /** A step as a link. */
    @Schema(name = "NextStepOfFeedback")
    public record NextStep(String step, String method, String href) {}

    /**
     * A line of a list: nothing that anybody wrote.
     *
     * @param stage what the agency owes now
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "FeedbackLine")
    public record Line(
            UUID id,
            Status status,
            Kind kind,
            Channel channel,
            AgencyView agency,
            String procedure,
            Instant receivedAt,
            Stage stage,
            Instant dueAt) {

        static Line of(Feedback feedback, Catalogue catalogue) {
            return new Line(
                    feedback.id(),
                    feedback.status(),
                    feedback.kind(),
                    feedback.matter().channel(),
                    agencyOf(feedback, catalogue),
                    feedback.matter().procedure(),
                    feedback.dates().receivedAt(),
                    stageOf(feedback),
                    feedback.dueAt().orElse(null));
        }
    }

    static FeedbackView of(Feedback feedback, Words words, Party who, Catalogue catalogue) {
        var dates = feedback.dates();
        var asked = dates.askedAt() != null;
        return new FeedbackView(
                feedback.id(),
                feedback.status(),
                feedback.kind(),
                feedback.matter().channel(),
                agencyOf(feedback, catalogue),
                feedback.matter().procedure(),
                dates.receivedAt(),
                dates.arrivedAt(),
                dates.classifiedAt(),
                dates.askedAt(),
                dates.answeredAt(),
                dates.publishedAt(),
                dates.refusedAt(),
                feedback.reason(),
                stageOf(feedback),
                feedback.dueAt().orElse(null),
                words.author(),
                words.areErased() ? null : words.text(),
                asked ? words.question() : null,
                asked && feedback.status() != Status.SUPPLEMENT_REQUIRED ? words.supplement() : null,
                dates.answeredAt() == null ? null : words.answer(),
                words.areErased() ? true : null,
                Rights.nextSteps(who, feedback).stream()
                        .map(step ->
                                new NextStep(step.word(), "POST", "/v1/feedback/" + feedback.id() + "/" + step.word()))
                        .toList());
    }

    private static Stage stageOf(Feedback feedback) {
        return feedback.current().map(Deadline::stage).orElse(null);
    }

    private static AgencyView agencyOf(Feedback feedback, Catalogue catalogue) {
        var code = feedback.matter().agency();
        return new AgencyView(
                code, catalogue.agency(code).map(agency -> agency.names().vi()).orElse(null));
    }

    @Override
    public String toString() {
        return "FeedbackView[" + id + ", " + status + ", …]";
    }
}
