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
 * Imports over HTTP. 200 with a line of answer for each line, streamed while the body is still coming; 401, 403, 415; 429 when as many imports
 * as allowed are running. A repeated import is harmless: what is known is {@code unchanged}.
 */
@Path("/v1/imports")
@Tag(name = "Imports", description = "Past dossiers of other systems, and dossiers that ministries master")
public class ImportResource {

    private static final String NDJSON = "application/x-ndjson";

    private final ImportDesk desk;
    private final CurrentRequest request;
    private final AnsweredLines answers;

    ImportResource(ImportDesk desk, CurrentRequest request, ImportLimits limits) {
        this.desk = desk;
        this.request = request;
        this.answers = new AnsweredLines(limits.atOnce());
    }

    @POST
    @Consumes(NDJSON)
    @Produces(NDJSON)
    @RolesAllowed(Roles.MIGRATION)
    @Blocking
    @Operation(
            operationId = "importDossiers",
            summary = "Import past dossiers",
            description =
                    "One line, one dossier, one transaction; at most 100,000 lines of 64 KiB. Nobody is messaged and no parcel is made.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = NDJSON,
                            schema = @Schema(implementation = ImportLine.class),
                            examples = @ExampleObject(name = "a life in one line", value = EXAMPLE)))
    public Multi<ImportAnswer> take(InputStream body) {
        var caller = request.caller();
        var who = new Party(caller.subject(), Parties.of(caller).roles(), caller.agency(), null);
        return answers.of(who.account(), answered -> desk.take(body, who, answered));
    }

    static final String EXAMPLE = """
            {"source": "one-stop-2019", "sourceId": "A-17", "code": "H03.01-220510-0007", "procedure": "1.900101", "agency": "H03.01", \
            "channel": "COUNTER", "returnMethod": "COUNTER", "steps": [\
            {"step": "acceptance", "at": "2022-05-10T09:00:00+07:00", "by": "reception"}, \
            {"step": "processing", "at": "2022-05-10T15:00:00+07:00", "by": "officer"}, \
            {"step": "completion", "at": "2022-05-20T10:00:00+07:00", "by": "leader", "outcome": "GRANTED", "resultReference": "88/LLTP"}]}""";
}
