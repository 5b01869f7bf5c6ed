package vn.motcua.dossier.staff;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.motcua.dossier.catalogue.Catalogue;
import vn.motcua.dossier.edge.Caller;
import vn.motcua.dossier.edge.CurrentRequest;
import vn.motcua.dossier.edge.Problem;
import vn.motcua.dossier.edge.ProblemType;
import vn.motcua.dossier.edge.Roles;

/**
 * The staff list as a file. 200 with what became of each line; 400 a body that broke off; 403 for another unit; 413 beyond the limit; 415 not CSV or not
 * UTF-8; 422 no head of a staff list, or a complete list without its unit; 429 when as many imports as allowed are running.
 */
@Path("/v1/staff/import")
@Tag(name = "Staff")
public class StaffImportResource {

    private static final String CSV = "text/csv";

    private final StaffImport imports;
    private final Catalogue catalogue;
    private final CurrentRequest request;
    private final StaffLimits limits;
    private final Semaphore running;

    StaffImportResource(StaffImport imports, Catalogue catalogue, CurrentRequest request, StaffLimits limits) {
        this.imports = imports;
        this.catalogue = catalogue;
        this.request = request;
        this.limits = limits;
        this.running = new Semaphore(limits.importsAtOnce());
    }

    @POST
    @Consumes(CSV)
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.ADMIN)
    @Blocking
    @Operation(
            operationId = "importStaff",
            summary = "Import the staff list",
            description =
                    "UTF-8, comma or semicolon; one line, one post, known by account and first day; at most 20,000 lines in 4 MiB. A post without a last"
                            + " day lasts until the person's next one begins. The same file again changes nothing. Who is not in the file stays, unless"
                            + " it is said to be complete.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = CSV,
                            schema = @Schema(implementation = String.class),
                            examples = @ExampleObject(name = "three officers", value = Examples.LIST)))
    public StaffImportAnswer take(
            @Parameter(
                            description =
                                    "The file is the whole list of the unit: today is the last day of whom it does not name")
                    @QueryParam("complete")
                    Boolean complete,
            @Parameter(example = "H03.01", description = "With those below it; only together with complete")
                    @QueryParam("unit")
                    String unit,
            @Parameter(hidden = true) @HeaderParam(HttpHeaders.CONTENT_TYPE) String type,
            @Parameter(hidden = true) @HeaderParam(HttpHeaders.CONTENT_LENGTH) String length,
            InputStream body) {
        var caller = request.caller();
        var whole = Boolean.TRUE.equals(complete);
        check(caller, whole, unit);
        requireUtf8(type);
        if (!running.tryAcquire()) {
            throw Problem.of(ProblemType.TOO_MANY_REQUESTS)
                    .detail("Đang có lần nhập khác; xin thử lại sau.", "Other imports are running; try again later.")
                    .retryAfter(Duration.ofMinutes(1));
        }
        try {
            return imports.take(StaffFile.of(read(body, length)), whole ? unit : null, caller);
        } finally {
            running.release();
        }
    }

    private void check(Caller caller, boolean complete, String unit) {
        if (complete != (unit != null)) {
            throw Problem.of(ProblemType.RULE_VIOLATED)
                    .parameter(
                            "unit",
                            "Danh sách đầy đủ phải nói của đơn vị nào, và chỉ danh sách đầy đủ.",
                            "A complete list says of which unit, and no other list does.");
        }
        if (complete && catalogue.agency(unit).isEmpty()) {
            throw Problem.of(ProblemType.UNKNOWN_CODE)
                    .parameter("unit", "Không có cơ quan này.", "There is no such agency.");
        }
        if (complete && !caller.covers(unit)) {
            throw StaffProblems.notYourUnit("unit");
        }
    }

    private static void requireUtf8(String type) {
        var charset = MediaType.valueOf(type).getParameters().get(MediaType.CHARSET_PARAMETER);
        if (charset != null && !charset.equalsIgnoreCase("utf-8")) {
            throw Problem.of(ProblemType.UNSUPPORTED_MEDIA_TYPE)
                    .detail("Chỉ nhận UTF-8; hãy lưu tệp dạng CSV UTF-8.", "UTF-8 only; save the file as CSV UTF-8.");
        }
    }

    private byte[] read(InputStream body, String length) {
        try {
            if (length != null && Long.parseLong(length) > limits.maxBytes()) {
                throw tooLarge();
            }
            var bytes = body.readNBytes(limits.maxBytes() + 1);
            if (bytes.length > limits.maxBytes()) {
                throw tooLarge();
            }
            return bytes;
        } catch (IOException brokenOff) {
            throw Problem.of(ProblemType.MALFORMED)
                    .detail("Nội dung bị đứt quãng; chưa nhập dòng nào.", "The body broke off; no line was imported.");
        }
    }

    private Problem tooLarge() {
        return Problem.of(ProblemType.TOO_LARGE)
                .detail(
                        "Tệp tối đa " + limits.maxBytes() + " byte.",
                        "The file has at most " + limits.maxBytes() + " bytes.");
    }
}
