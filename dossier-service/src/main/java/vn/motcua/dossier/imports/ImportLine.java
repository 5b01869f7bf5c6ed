package vn.motcua.dossier.imports;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.motcua.dossier.casework.OpeningRequest;
import vn.motcua.dossier.casework.OpeningRequest.ApplicantRequest;
import vn.motcua.dossier.casework.OpeningRequest.PaperRequest;
import vn.motcua.dossier.lifecycle.Channel;
import vn.motcua.dossier.lifecycle.Outcome;
import vn.motcua.dossier.lifecycle.ReturnMethod;
import vn.motcua.dossier.lifecycle.Role;
import vn.motcua.dossier.lifecycle.Step;
import vn.motcua.dossier.lifecycle.Via;

/**
 * One dossier of another system.
 *
 * @param source name of that system, 1 to 64 characters
 * @param sourceId its own id of the dossier, 1 to 200 characters
 * @param code the dossier's code, which it keeps
 * @param steps what happened, in order; 1 to 50
 */
@Schema(name = "ImportLine")
record ImportLine(
        String source,
        String sourceId,
        String code,
        String procedure,
        String agency,
        Channel channel,
        ReturnMethod returnMethod,
        ApplicantRequest applicant,
        List<PaperRequest> components,
        List<PastStep> steps) {

    /** What a new dossier is asked with. */
    OpeningRequest opening() {
        return new OpeningRequest(procedure, agency, channel, returnMethod, applicant, components, null, null, null);
    }

    /**
     * A step with the same fields as over HTTP.
     *
     * @param step its word in URIs; {@code submission} online
     * @param at when, with its offset from UTC
     * @param by in which role
     */
    @Schema(name = "PastStep")
    record PastStep(
            String step,
            OffsetDateTime at,
            String by,
            String note,
            String reason,
            Outcome outcome,
            String resultReference,
            Via via,
            Boolean identityChecked) {

        Optional<Step> kind() {
            return word(step, Step::valueOf);
        }

        Optional<Role> role() {
            return word(by, Role::valueOf);
        }

        /** Whether a field is there that this step does not have over HTTP. */
        boolean hasForeignFields(Step kind) {
            var decides = kind == Step.COMPLETION;
            var hands = kind == Step.RETURN;
            return (reason != null && !decides && kind != Step.REFUSAL)
                    || ((outcome != null || resultReference != null) && !decides)
                    || ((via != null || identityChecked != null) && !hands);
        }

        private static <T> Optional<T> word(String text, Function<String, T> read) {
            try {
                return text == null ? Optional.empty() : Optional.of(read.apply(text.toUpperCase(Locale.ROOT)));
            } catch (IllegalArgumentException otherWord) {
                return Optional.empty();
            }
        }
    }

    @Override
    public String toString() {
        return "ImportLine[…]";
    }
}
