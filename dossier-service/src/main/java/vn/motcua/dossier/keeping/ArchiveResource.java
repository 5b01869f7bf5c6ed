package vn.motcua.dossier.keeping;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import vn.motcua.dossier.edge.Caching;
import vn.motcua.dossier.edge.IdempotencyKey;
import vn.motcua.dossier.edge.IfMatchRequired;
import vn.motcua.dossier.edge.Roles;
import vn.motcua.dossier.papers.access.AccessLog;
import vn.motcua.dossier.papers.access.Purpose;
import vn.motcua.dossier.papers.access.Read;

/**
 * The package that a closed dossier goes into the archive as, and that the archive has it. 200 with a zip file whose ETag is its SHA-256; 201 taken over; 404
 * unknown or not theirs; 409 {@code NOT_CLOSED}, {@code DESTROYED}, {@code PACKAGE_UNKNOWN}, {@code HANDED_OVER_OUTDATED}, {@code HANDED_OVER_ALREADY}; 412;
 * 422; 429 many are being put together; 503 a file cannot be read, or is not what its hash says; one that becomes so while the package is sent breaks the
 * answer off. It holds the applicant, which a clerk does not see otherwise: so it is theirs who keep the agency's records, and every one is noted.
 */
@Path("/v1/dossiers/{id}")
@RolesAllowed({Roles.CLERK, Roles.LEADER})
@Tag(name = "Archive", description = "Closed dossiers: packages, holds, destruction")
public class ArchiveResource {

    private static final String ZIP = "application/zip";
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String EXAMPLE = """
            {"sha256": "sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08", "receipt": "BB-12/2027/LTLS"}""";

    private final ArchiveDesk desk;
    private final KeepingCalls calls;
    private final AccessLog log;

    ArchiveResource(ArchiveDesk desk, KeepingCalls calls, AccessLog log) {
        this.desk = desk;
        this.calls = calls;
        this.log = log;
    }

    /**
     * What the archive took over.
     *
     * @param sha256 {@code sha256:…} of the zip file: the ETag with which it came
     * @param receipt number of the archive's receipt
     */
    @Schema(name = "ArchiveHandoverRequest")
    public record HandoverRequest(String sha256, String receipt) {}

    /** A package that the archive took over. */
    @Schema(name = "ArchiveHandover")
    public record HandoverView(String sha256, String receipt, Instant recordedAt, String recordedBy) {
        static HandoverView of(PackageStore.HandoverRow row) {
            return new HandoverView(row.sha256(), row.receipt(), row.recordedAt(), row.recordedBy());
        }
    }

    /** On a worker thread: bytes are written as fast as the caller reads them. */
    @GET
    @Path("archive")
    @Produces(ZIP)
    @Blocking
    @Operation(
            operationId = "archiveDossier",
            summary = "A closed dossier as an archive package",
            description =
                    "BagIt (RFC 8493) in a zip file: the dossier, its clock, its history with the proof, receipts, papers and files, each with its SHA-256.")
    @Parameter(
            name = Purpose.HEADER,
            in = ParameterIn.HEADER,
            description = "What it is read for; absent: OWN for citizens, CASEWORK for officials",
            schema = @Schema(implementation = Purpose.class))
    public Response archive(@Parameter(example = "01814035-3f80-7cc3-98c4-dc0c0c07398f") @PathParam("id") String id) {
        var reader = log.reader();
        var made = desk.make(KeepingCalls.id(id), calls.who(), calls.account());
        log.note(reader, Read.archive(KeepingCalls.id(id), made.seal().sha256()))
                .await()
                .atMost(PATIENCE);
        StreamingOutput out = to -> desk.send(made, to);
        return Response.ok(out, ZIP)
                .tag(new EntityTag(made.seal().sha256()))
                .header(HttpHeaders.CONTENT_LENGTH, made.seal().bytes())
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + made.code() + ".zip\"")
                .cacheControl(Caching.unkept())
                .build();
    }

    @POST
    @Path("archive-handovers")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @IdempotencyKey
    @IfMatchRequired
    @Operation(
            operationId = "handOverToArchive",
            summary = "The archive took a package over",
            description = "Only a package that was made here and that still is all there is of the dossier.")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "taken over", value = EXAMPLE)))
    public Uni<RestResponse<HandoverView>> handOver(@PathParam("id") String id, HandoverRequest body) {
        return desk.handOver(KeepingCalls.id(id), KeepingCalls.present(body), calls.callOnSeen())
                .map(row -> RestResponse.status(RestResponse.Status.CREATED, HandoverView.of(row)));
    }
}
