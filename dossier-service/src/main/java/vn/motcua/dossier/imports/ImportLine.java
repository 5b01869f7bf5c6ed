package vn.motcua.dossier.imports;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.motcua.dossier.casework.OpeningRequest;
import vn.motcua.dossier.casework.OpeningRequest.ApplicantRequest;
import vn.motcua.dossier.casework.OpeningRequest.AuthorisedPersonRequest;
import vn.motcua.dossier.casework.OpeningRequest.PaperRequest;
import vn.motcua.dossier.lifecycle.Channel;
import vn.motcua.dossier.lifecycle.Collector;
import vn.motcua.dossier.lifecycle.Outcome;
import vn.motcua.dossier.lifecycle.PaymentMethod;
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
        AuthorisedPersonRequest authorisedPerson,
        List<PaperRequest> components,
        List<PastStep> steps) {

    /** What a new dossier is asked with. */
    OpeningRequest opening() {
        return new OpeningRequest(
                procedure,
                agency,
                null,
                channel,
                returnMethod,
                applicant,
                authorisedPerson,
                components,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
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
            Boolean identityChecked,
            Collector collectedBy,
            Boolean authorisationChecked,
            List<String> missing,
            LocalDate deadline,
            String legalBasis,
            List<PaperRequest> components,
            Long amount,
            PaymentMethod method,
            String reference,
            OffsetDateTime dueAt,
            Boolean resumable) {

        private static final Set<Step> REASONED = EnumSet.of(
                Step.COMPLETION, Step.REFUSAL, Step.WITHDRAWAL, Step.EXTENSION, Step.STOP, Step.RESULT_RECALL);

        Optional<Step> kind() {
            return word(step, Step::valueOf);
        }

        Optional<Role> role() {
            return word(by, Role::valueOf);
        }

        /** Whether a field is there that this step does not have over HTTP. */
        boolean hasForeignFields(Step kind) {
            return foreign(REASONED.contains(kind), reason)
                    || foreign(kind == Step.COMPLETION, outcome, resultReference)
                    || foreign(kind == Step.RETURN, via, identityChecked, collectedBy, authorisationChecked)
                    || foreign(kind == Step.SUPPLEMENT_REQUEST, missing, legalBasis)
                    || foreign(kind == Step.SUPPLEMENT_REQUEST || kind == Step.PAYMENT_REQUEST, deadline)
                    || foreign(kind == Step.SUPPLEMENT, components)
                    || foreign(kind == Step.PAYMENT_REQUEST || kind == Step.PAYMENT, amount)
                    || foreign(kind == Step.PAYMENT, method, reference)
                    || foreign(kind == Step.EXTENSION, dueAt)
                    || foreign(kind == Step.STOP, resumable);
        }

        private static boolean foreign(boolean belongs, Object... fields) {
            return !belongs && Arrays.stream(fields).anyMatch(Objects::nonNull);
        }

        private static <T> Optional<T> word(String text, Function<String, T> read) {
            try {
                return text == null
                        ? Optional.empty()
                        : Optional.of(read.apply(text.toUpperCase(Locale.ROOT).replace('-', '_')));
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
