package vn.motcua.dossier.cashdesk;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.motcua.dossier.casework.Faults;
import vn.motcua.dossier.casework.Intake;
import vn.motcua.dossier.edge.CurrentRequest;
import vn.motcua.dossier.edge.Cursor;
import vn.motcua.dossier.edge.IdempotencyKey;
import vn.motcua.dossier.edge.Page;
import vn.motcua.dossier.edge.Problem;
import vn.motcua.dossier.edge.ProblemType;
import vn.motcua.dossier.edge.Roles;
import vn.motcua.dossier.payments.ReceiptRow.Closed;

/**
 * Movements of money for cashiers: what somebody has to look at, and what came for one dossier. 200; 403 for another agency; closing: 404 for what is
 * not theirs, 409 once it is closed or where nothing of it can go back, 422 without reference, reason or note, or with a key used for another request.
 */
@Path("/v1/receipts")
@RolesAllowed(Roles.CASHIER)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Payments")
public class ReceiptResource {

    private static final String LIST = "receipts|";
    private static final int LONGEST_REFERENCE = 100;
    private static final int LONGEST_NOTE = 2_000;

    /**
     * Money goes back.
     *
     * @param reference under which it went back, at most 100 characters; no other refund has it
     * @param reason code of a reason for refunds
     */
    @Schema(name = "Refund")
    public record RefundRequest(
            @Schema(maxLength = 100) String reference,
            @Schema(examples = "\"PAID_TWICE\"") String reason,
            @Schema(maxLength = 2000) String note) {}

    /** Money stays. @param note why, 1 to 2,000 characters */
    @Schema(name = "ReceiptSettlement")
    public record SettlementRequest(
            @Schema(maxLength = 2000) String note) {}

    private final ReceiptDesk desk;
    private final Intake intake;
    private final CurrentRequest request;

    ReceiptResource(ReceiptDesk desk, Intake intake, CurrentRequest request) {
        this.desk = desk;
        this.intake = intake;
        this.request = request;
    }

    @GET
    @Operation(
            operationId = "listReceipts",
            summary = "Money that somebody has to look at, oldest first; or all that came for one dossier",
            description =
                    "What came late, twice, in another amount or for nothing that is known; what is due back because its dossier ended; what was paid in advance and never used.")
    public Uni<Response> list(
            @Parameter(example = "H03.02", description = "With those below it; the caller's own if absent")
                    @QueryParam("agency")
                    String agency,
            @Parameter(example = "01814035-3f80-7cc3-98c4-dc0c0c07398f", description = "Instead: all of this dossier")
                    @QueryParam("dossier")
                    String dossier,
            @QueryParam("limit") Integer limit,
            @QueryParam("cursor") String cursor,
            @Context UriInfo uri) {
        var caller = request.caller();
        if (dossier != null) {
            return desk.ofDossier(id(dossier))
                    .map(rows -> rows.stream()
                            .filter(row -> ReceiptDesk.isTheirs(row, caller))
                            .map(ReceiptView::of)
                            .toList())
                    .map(views -> new Page<>(views, null).response(uri));
        }
        var asked = agency == null ? caller.agency() : agency;
        if (!caller.covers(asked)) {
            throw Problem.of(ProblemType.FORBIDDEN)
                    .parameter("agency", "Không thuộc cơ quan của bạn.", "Not an agency of yours.");
        }
        var size = Page.limit(limit);
        var list = LIST + asked;
        long after = cursor == null ? 0 : Cursor.read(list, 1, cursor, place -> Long.valueOf(place.get(0)));
        return desk.toLookAt(asked, after, size + 1)
                .map(rows -> Page.of(rows, size, row -> Cursor.write(list, Long.toString(row.id())))
                        .map(ReceiptView::of)
                        .response(uri));
    }

    @POST
    @Path("{id}/refund")
    @IdempotencyKey
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "refundReceipt", summary = "The money went back, all of it")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "twice", value = CashdeskExamples.REFUND)))
    public Uni<ReceiptView> refund(@Parameter(example = "1") @PathParam("id") String id, RefundRequest body) {
        var faults = new Faults();
        var given = body == null ? new RefundRequest(null, null, null) : body;
        intake.present("/reference", given.reference(), faults);
        intake.present("/reason", given.reason(), faults);
        var reference = intake.text("/reference", given.reference(), LONGEST_REFERENCE, faults);
        var reason = intake.reason(given.reason(), "REFUND", faults);
        var note = intake.text("/note", given.note(), LONGEST_NOTE, faults);
        faults.raise();
        return close(new ReceiptDesk.Order(
                number(id), Closed.REFUNDED, reference, reason, note, request.caller(), request.key()));
    }

    @POST
    @Path("{id}/settlement")
    @IdempotencyKey
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "settleReceipt", summary = "The money stays, and why")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "kept", value = CashdeskExamples.SETTLEMENT)))
    public Uni<ReceiptView> settle(@Parameter(example = "1") @PathParam("id") String id, SettlementRequest body) {
        var faults = new Faults();
        var note = body == null ? null : body.note();
        intake.present("/note", note, faults);
        var read = intake.text("/note", note, LONGEST_NOTE, faults);
        faults.raise();
        return close(new ReceiptDesk.Order(number(id), Closed.KEPT, null, null, read, request.caller(), request.key()));
    }

    private Uni<ReceiptView> close(ReceiptDesk.Order order) {
        return desk.close(order).map(ReceiptView::of);
    }

    private static long number(String id) {
        if (!id.matches("[1-9][0-9]{0,17}")) {
            throw Problem.of(ProblemType.NOT_FOUND);
        }
        return Long.parseLong(id);
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException notAnId) {
            throw Problem.of(ProblemType.MALFORMED).parameter("dossier", "Không phải mã định danh.", "Not an id.");
        }
    }
}
