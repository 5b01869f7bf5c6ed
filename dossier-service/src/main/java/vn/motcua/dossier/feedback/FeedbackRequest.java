package vn.motcua.dossier.feedback;

import java.time.OffsetDateTime;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.motcua.dossier.feedback.course.Kind;

/** What callers ask for. Nothing of it is logged. */
final class FeedbackRequest {

    private FeedbackRequest() {}

    /**
     * Feedback that comes in here.
     *
     * @param agency code of the agency that it is for
     * @param procedure national id; absent where it is about none
     * @param author who wrote it, as they call themselves; may be absent
     */
    @Schema(name = "NewFeedback")
    public record Opening(
            @Schema(examples = "\"H03.01\"") String agency,
            String procedure,
            @Schema(maxLength = 200) String author,
            @Schema(maxLength = 10000) String text) {
        @Override
        public String toString() {
            return "Opening[…]";
        }
    }

    /** Feedback that came to another system. @param source name of the system, for good */
    @Schema(name = "MirroredFeedback")
    public record Mirrored(
            @Schema(maxLength = 60) String source,
            @Schema(maxItems = 200) List<Entry> entries) {
        @Override
        public String toString() {
            return "Mirrored[…]";
        }
    }

    /**
     * One that came to another system.
     *
     * @param sourceId its number there, for good
     * @param receivedAt when it came in there: from then on the time limits are counted
     */
    @Schema(name = "MirroredFeedbackEntry")
    public record Entry(
            @Schema(maxLength = 100) String sourceId,
            String agency,
            String procedure,
            OffsetDateTime receivedAt,
            @Schema(maxLength = 200) String author,
            @Schema(maxLength = 10000) String text) {
        @Override
        public String toString() {
            return "Entry[…]";
        }
    }

    @Schema(name = "FeedbackClassification")
    public record Classification(
            Kind kind, @Schema(maxLength = 2000) String note) {}

    @Schema(name = "FeedbackTransfer")
    public record Transfer(
            String agency, @Schema(maxLength = 2000) String note) {}

    /** @param reason code of a reason for refusing feedback */
    @Schema(name = "FeedbackRefusal")
    public record Refusal(
            String reason, @Schema(maxLength = 2000) String note) {}

    /** @param text what is asked of the author, what they send, what they are answered */
    @Schema(name = "FeedbackText")
    public record Text(@Schema(maxLength = 10000) String text) {
        @Override
        public String toString() {
            return "Text[…]";
        }
    }

    @Schema(name = "FeedbackRemark")
    public record Remark(@Schema(maxLength = 2000) String note) {}

    /** @param comment in the author's words; for the agency only */
    @Schema(name = "FeedbackRating")
    public record Rating(
            @Schema(minimum = "1", maximum = "5") Integer score,
            @Schema(maxLength = 2000) String comment) {
        @Override
        public String toString() {
            return "Rating[…]";
        }
    }
}
