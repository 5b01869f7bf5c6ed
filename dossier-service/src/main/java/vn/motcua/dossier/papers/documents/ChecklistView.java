package vn.motcua.dossier.papers.documents;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.motcua.dossier.events.CatalogueEntry.Upload;

/**
 * What belongs to a dossier and what is there.
 *
 * @param components of the procedure, in its order
 * @param others files beside the list
 * @param results files that are the result
 */
@Schema(name = "Checklist")
public record ChecklistView(List<Item> components, List<DocumentView> others, List<DocumentView> results) {

    /**
     * A component of the procedure.
     *
     * @param name in Vietnamese, official
     * @param originals how many originals belong to it, and {@code copies} how many copies
     * @param upload whether it has to come as a file with an online submission
     * @param originalsReceived how many were handed in on paper, and {@code copiesReceived}; absent where nobody said
     * @param complete whether what is required is there, on paper or as a file
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "ChecklistItem")
    public record Item(
            String code,
            String name,
            int originals,
            int copies,
            boolean required,
            Upload upload,
            Integer originalsReceived,
            Integer copiesReceived,
            boolean complete,
            List<DocumentView> documents) {}
}
