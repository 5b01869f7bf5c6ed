package vn.motcua.dossier.casework;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.motcua.dossier.lifecycle.Outcome;
import vn.motcua.dossier.lifecycle.Via;

/** The bodies of steps. Every {@code note} is the officer's remark, at most 2,000 characters, kept beside the event and never published. */
public final class StepRequest {

    private StepRequest() {}

    /** For steps that say no more than that they are taken. */
    @Schema(name = "StepTaken")
    public record Taken(@Schema(maxLength = 2000) String note) {}

    /** @param reason code of a reason for refusals */
    @Schema(name = "Refusal")
    public record Refusal(
            @Schema(examples = "\"NOT_COMPETENT\"") String reason,
            @Schema(maxLength = 2000) String note) {}

    /**
     * The decision.
     *
     * @param resultReference number of the result document, at most 100 characters; obligatory where granted
     * @param reason code of a reason for denials; obligatory where denied
     */
    @Schema(name = "Completion")
    public record Completion(
            Outcome outcome,
            @Schema(maxLength = 100) String resultReference,
            String reason,
            @Schema(maxLength = 2000) String note) {}

    /** @param identityChecked must be true: identity or authorisation was checked */
    @Schema(name = "ResultReturn")
    public record Return(
            Via via,
            Boolean identityChecked,
            @Schema(maxLength = 2000) String note) {}
}
