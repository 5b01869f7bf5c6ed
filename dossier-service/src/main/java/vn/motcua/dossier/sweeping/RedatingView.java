package vn.motcua.dossier.sweeping;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A dossier of which something would move.
 *
 * @param dueAt when the result is due; absent before acceptance and without a limit
 * @param newDueAt as the calendar of now, or the proposed one, has it; the same where only other dates would move
 * @param others what else would move
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Redating")
public record RedatingView(UUID dossier, String code, Instant dueAt, Instant newDueAt, List<OtherView> others) {

    /** By the present due date, those without one first, then by the code. */
    static final Comparator<RedatingView> BY_DATE = Comparator.comparing(
                    RedatingView::dueAt, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(RedatingView::code);

    /**
     * What else has a date: the reply to an online dossier, the part of another agency, the step of the workflow that is on, the last day for papers or a
     * payment, the forwarding of paper.
     */
    public enum Other {
        REPLY,
        PART,
        STEP,
        DEADLINE,
        FORWARD
    }

    /**
     * @param part its number; absent where it is none
     * @param dueAt absent where nobody could say until now, and where it was said that paper was not forwarded in time; of a part that is on its way on
     *     paper, until when it should be acknowledged
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "OtherRedating")
    public record OtherView(Other what, Integer part, Instant dueAt, Instant newDueAt) {

        static OtherView of(Other what, Instant dueAt, Instant newDueAt) {
            return new OtherView(what, null, dueAt, newDueAt);
        }
    }
}
