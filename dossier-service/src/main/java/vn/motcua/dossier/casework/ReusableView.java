package vn.motcua.dossier.casework;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.motcua.dossier.events.CatalogueEntry.Names;
import vn.motcua.dossier.lifecycle.Document;

/** The last filed first; the same bytes once. */
@Schema(name = "ReusableDocuments")
public record ReusableView(List<ReusableDocument> items) {

    /**
     * A paper of an earlier dossier that can be filed in this one.
     *
     * @param document what a filing names
     * @param dossier code of the dossier that it is in
     * @param component its code in the procedure of that dossier; absent beside the list, and for a result
     * @param names of the component; absent without one
     * @param result whether it is the result of that dossier
     * @param mediaType what the bytes were found to be
     * @param href where it is opened
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "ReusableDocument")
    public record ReusableDocument(
            UUID document,
            String dossier,
            String component,
            Names names,
            Document.Kind kind,
            boolean result,
            String mediaType,
            long bytes,
            Instant filedAt,
            String href) {}
}
