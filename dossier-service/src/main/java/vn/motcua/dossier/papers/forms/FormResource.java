package vn.motcua.dossier.papers.forms;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.motcua.dossier.casework.Parties;
import vn.motcua.dossier.edge.Caching;
import vn.motcua.dossier.edge.CurrentRequest;
import vn.motcua.dossier.edge.Page;
import vn.motcua.dossier.edge.Roles;
import vn.motcua.dossier.lifecycle.Form;
import vn.motcua.dossier.papers.access.AccessLog;
import vn.motcua.dossier.papers.access.Purpose;
import vn.motcua.dossier.papers.access.Read;

/**
 * The papers of a dossier. 200; 404 for a dossier or paper that is unknown or not theirs to know of, in the same words; 503 while too many papers are
 * being made, a signing service or the store is away, or an original is gone or is another by now. Each time that a paper is opened is noted before its
 * first byte goes out.
 */
@Path("/v1/dossiers/{id}/forms")
@RolesAllowed({Roles.CITIZEN, Roles.RECEPTION, Roles.OFFICER, Roles.LEADER, Roles.CLERK})
@Tag(name = "Papers")
public class FormResource {

    static final String PDF = "application/pdf";

    private final FormDesk desk;
    private final CurrentRequest request;
    private final AccessLog log;

    FormResource(FormDesk desk, CurrentRequest request, AccessLog log) {
        this.desk = desk;
        this.request = request;
        this.log = log;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "listForms",
            summary = "The papers that a dossier's facts give rise to",
            description = "In order of the facts; a citizen's own without what stays inside.")
    @APIResponse(
            responseCode = "200",
            description = "The papers",
            content =
                    @Content(
                            schema = @Schema(implementation = FormPage.class),
                            examples = @ExampleObject(name = "a receipt", value = EXAMPLE)))
    public Uni<Response> list(@Parameter(example = "01814035-3f80-7cc3-98c4-dc0c0c07398f") @PathParam("id") String id) {
        var who = Parties.of(request.caller());
        return desk.list(dossier(id), who)
                .map(forms -> Response.ok(new Page<>(forms, null))
                        .cacheControl(Caching.unkept())
                        .build());
    }

    @GET
    @Path("{kind}/{sequence}")
    @Produces({PDF, MediaType.APPLICATION_JSON})
    @Operation(
            operationId = "printForm",
            summary = "A paper as PDF",
            description =
                    "Made when it is asked for first, and the very same bytes ever after: the ETag is their SHA-256. Noted, each time.")
    @APIResponse(
            responseCode = "200",
            description = "The original",
            content = @Content(mediaType = PDF, schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @Parameter(
            name = Purpose.HEADER,
            in = ParameterIn.HEADER,
            description = "What it is read for; absent: OWN for citizens, CASEWORK for officials",
            schema = @Schema(implementation = Purpose.class))
    public Uni<Response> print(
            @Parameter(example = "01814035-3f80-7cc3-98c4-dc0c0c07398f") @PathParam("id") String id,
            @Parameter(example = "RECEIPT", schema = @Schema(type = SchemaType.STRING)) @PathParam("kind") String kind,
            @Parameter(
                            example = "2",
                            description = "Of the event that the paper is about",
                            schema = @Schema(type = SchemaType.INTEGER))
                    @PathParam("sequence")
                    String sequence) {
        var reader = log.reader();
        var who = Parties.of(reader.caller());
        return desk.print(dossier(id), kind(kind), number(sequence), who)
                .call(printed -> log.note(
                        reader,
                        Read.form(
                                dossier(id),
                                printed.original().kind(),
                                printed.original().sequence())))
                .map(printed -> Pdf.answer(printed.bytes(), name(printed))
                        .tag(new EntityTag(printed.original().sha256()))
                        .build());
    }

    /** A list of papers. */
    @Schema(name = "Forms")
    public record FormPage(java.util.List<FormView> items) {}

    private static String name(FormDesk.Printed printed) {
        return printed.code() + "-" + printed.original().kind() + "-"
                + printed.original().sequence();
    }

    private static UUID dossier(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException noId) {
            throw FormDesk.notFound();
        }
    }

    private static Form kind(String kind) {
        for (var each : Form.values()) {
            if (each.name().equals(kind)) {
                return each;
            }
        }
        throw FormDesk.notFound();
    }

    private static long number(String sequence) {
        try {
            return Long.parseLong(sequence);
        } catch (NumberFormatException noNumber) {
            throw FormDesk.notFound();
        }
    }

    static final String EXAMPLE = """
            {"items": [{"kind": "RECEIPT", "sequence": 2, "form": "01", "title": "GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ", \
            "about": "2022-06-08T02:05:00Z", "made": false, "href": "/v1/dossiers/01814035-3f80-7cc3-98c4-dc0c0c07398f/forms/RECEIPT/2"}]}""";
}
