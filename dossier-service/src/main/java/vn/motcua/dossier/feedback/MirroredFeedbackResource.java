package vn.motcua.dossier.feedback;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.motcua.dossier.edge.Roles;

/**
 * What the national system received for agencies of the province. 200 with an answer for each entry, each a transaction of its own; 400, 401, 403, 413, 415,
 * 422 more than 200. Telling it again is harmless: what is known is {@code unchanged}. No key is needed: source and number are one.
 */
@Path("/v1/mirrored-feedback")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Feedback")
public class MirroredFeedbackResource {

    private final MirroredFeedbackDesk desk;
    private final FeedbackCalls calls;

    MirroredFeedbackResource(MirroredFeedbackDesk desk, FeedbackCalls calls) {
        this.desk = desk;
        this.calls = calls;
    }

    /**
     * What became of an entry.
     *
     * @param outcome {@code created}, {@code unchanged} or {@code refused}
     * @param id of the feedback; absent where it was refused
     * @param why absent unless it was refused; no value that was sent
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "MirroredFeedbackAnswer")
    public record EntryAnswer(String sourceId, String outcome, UUID id, String why) {}

    @POST
    @RolesAllowed(Roles.MIRROR)
    @Operation(
            operationId = "reportFeedback",
            summary = "Tell what the national system received",
            description =
                    "At most 200 entries. The agency handles them here; time limits are counted from when they were received there.")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "a proposal", value = Examples.MIRRORED)))
    public Uni<List<EntryAnswer>> report(FeedbackRequest.Mirrored body) {
        var checked = desk.checked(FeedbackCalls.present(body));
        var who = calls.party();
        var provenance = calls.provenance(null);
        return Multi.createFrom()
                // By number: an entry can be null, an item of a stream cannot.
                .range(0, checked.entries().size())
                .onItem()
                .transformToUniAndConcatenate(
                        i -> desk.take(checked.source(), checked.entries().get(i), who, provenance))
                .collect()
                .asList();
    }
}
