package vn.motcua.dossier.imports;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.motcua.dossier.casework.Parties;
import vn.motcua.dossier.edge.CurrentRequest;
import vn.motcua.dossier.edge.Roles;
import vn.motcua.dossier.lifecycle.Party;

/**
 * What ministries' systems tell of the dossiers that they master. 200 with a line of answer for each line, streamed while the body is still
 * coming; 401, 403, 415; 429 when as many as allowed are telling. Telling it again is harmless: what is known is {@code unchanged}.
 */
@Path("/v1/mirrored-facts")
@Tag(name = "Imports", description = "Past dossiers of other systems, and dossiers that ministries master")
public class MirrorResource {

    private static final String NDJSON = "application/x-ndjson";

    private final MirrorDesk desk;
    private final CurrentRequest request;
    private final AnsweredLines answers;

    MirrorResource(MirrorDesk desk, CurrentRequest request, ImportLimits limits) {
        this.desk = desk;
        this.request = request;
        this.answers = new AnsweredLines(limits.atOnce());
    }

    @POST
    @Consumes(NDJSON)
    @Produces(NDJSON)
    @RolesAllowed(Roles.MIRROR)
    @Blocking
    @Operation(
            operationId = "reportFacts",
            summary = "Tell what happened to dossiers that a ministry's system masters",
            description =
                    "One line, one fact, one transaction; at most 100,000 lines of 64 KiB. Recorded as told, never barred;"
                            + " what could not have happened here is marked. Nobody is messaged, no parcel is made and no timer runs until an"
                            + " officer adopts the dossier; from then on reports on it change nothing.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = NDJSON,
                            schema = @Schema(implementation = MirrorLine.class),
                            examples = @ExampleObject(name = "a registration is accepted", value = EXAMPLE)))
    public Multi<ImportAnswer> take(InputStream body) {
        var caller = request.caller();
        var who = new Party(caller.subject(), Parties.of(caller).roles(), caller.agency(), null);
        return answers.of(who.account(), answered -> desk.take(body, who, answered));
    }

    static final String EXAMPLE = """
            {"source": "business-registration", "sourceId": "DKKD-17", "factId": "DKKD-17-2", "fact": "accepted", \
            "at": "2022-05-10T09:00:00+07:00", "code": "H03.02-220510-0007", "procedure": "1.900201", "agency": "H03.02", \
            "channel": "ONLINE", "returnMethod": "COUNTER", "status": "ACCEPTED", "submittedAt": "2022-05-10T08:00:00+07:00", \
            "acceptedAt": "2022-05-10T09:00:00+07:00", "dueAt": "2022-05-13T09:00:00+07:00"}""";
}
