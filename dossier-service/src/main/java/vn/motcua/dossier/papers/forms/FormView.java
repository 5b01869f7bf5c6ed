package vn.motcua.dossier.papers.forms;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.motcua.dossier.lifecycle.Form;

/**
 * A paper of a dossier.
 *
 * @param sequence of the event that it is about
 * @param form number of the form in its circular
 * @param about when that happened; the day that the paper bears
 * @param made whether the original exists; if not, it is made when it is asked for first
 * @param signed whether the original bears a digital signature; absent until it is made
 * @param sha256 of the original; absent until it is made
 * @param bytes of the original; absent until it is made
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Form")
public record FormView(
        @Schema(
                implementation = String.class,
                enumeration = {"RECEIPT", "SUPPLEMENT_REQUEST", "REFUSAL", "APOLOGY", "STOP_NOTICE", "CONTROL_SLIP"},
                examples = "\"RECEIPT\"")
        Form kind,

        @Schema(examples = "2") long sequence,
        @Schema(examples = "\"01\"") String form,

        @Schema(examples = "\"GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ\"")
        String title,

        Instant about,
        boolean made,
        Boolean signed,
        String sha256,
        Integer bytes,

        @Schema(examples = "\"/v1/dossiers/01814035-3f80-7cc3-98c4-dc0c0c07398f/forms/RECEIPT/2\"")
        String href) {

    static FormView of(
            UUID dossier, Form kind, CaseFile.Entry entry, Circular.Wording form, FormStore.Original original) {
        return new FormView(
                kind,
                entry.sequence(),
                form.number(),
                form.title(),
                entry.time(),
                original != null,
                original == null ? null : original.signed(),
                original == null ? null : original.sha256(),
                original == null ? null : original.bytes(),
                "/v1/dossiers/" + dossier + "/forms/" + kind + "/" + entry.sequence());
    }
}
