package vn.motcua.dossier.keeping;

import com.fasterxml.jackson.annotation.JsonInclude;
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
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import vn.motcua.dossier.edge.Cursor;
import vn.motcua.dossier.edge.IdempotencyKey;
import vn.motcua.dossier.edge.Page;
import vn.motcua.dossier.edge.Roles;
import vn.motcua.dossier.keeping.KeepingResource.KeepingView;

/**
 * Orders of destruction. 201 drafted; 200; 403 an agency that is not theirs; 404 unknown or not theirs; 409 a dossier that cannot be destroyed, with the reasons of
 * each in {@code dossiers}, {@code FOUR_EYES}, {@code ORDER_DECIDED}, {@code NOT_EXECUTED}; 422 an unknown dossier, a text out of range, a key with another
 * body; 503 a dossier is being changed.
 */
@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.CLERK, Roles.LEADER})
@Tag(name = "Archive")
public class DestructionResource {

    private static final String EXAMPLE = """
            {"agency": "H03.01", "basis": "Biên bản họp Hội đồng xác định giá trị tài liệu số 02/2094",
             "dossiers": ["01814035-3f80-7cc3-98c4-dc0c0c07398f"]}""";
    private static final String NOTED = """
            {"note": "Đồng ý"}""";

    private final DestructionDesk desk;
    private final Candidates candidates;
    private final KeepingResource keepings;
    private final KeepingCalls calls;

    DestructionResource(DestructionDesk desk, Candidates candidates, KeepingResource keepings, KeepingCalls calls) {
        this.desk = desk;
        this.candidates = candidates;
        this.keepings = keepings;
        this.calls = calls;
    }

    /**
     * What is to be destroyed.
     *
     * @param basis at most 500 characters: who decided so, under which number
     * @param dossiers of that agency itself, at most 500
     */
    @Schema(name = "DestructionOrderRequest")
    public record OrderRequest(String agency, String basis, List<UUID> dossiers) {}

    /** @param note at most 500 characters */
    @Schema(name = "DestructionDecision")
    public record DecisionRequest(String note) {}

    /**
     * An order.
     *
     * @param decidedBy absent while it is a draft
     * @param executedAt absent until it was carried out
     * @param dossiers absent in lists
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "DestructionOrder")
    public record OrderView(
            UUID id,
            long number,
            String agency,
            String basis,

            @Schema(enumeration = {"DRAFTED", "APPROVED", "EXECUTED", "REJECTED"})
            String state,

            String draftedBy,
            Instant draftedAt,
            String decidedBy,
            Instant decidedAt,
            String note,
            Instant executedAt,
            List<ItemView> dossiers) {
        static OrderView of(DestructionOrder order) {
            var decision = order.decision();
            return new OrderView(
                    order.id(),
                    order.number(),
                    order.agency(),
                    order.basis(),
                    order.state().name(),
                    order.draftedBy(),
                    order.draftedAt(),
                    decision == null ? null : decision.by(),
                    decision == null ? null : decision.at(),
                    decision == null ? null : decision.note(),
                    order.executedAt(),
                    order.items().isEmpty()
                            ? null
                            : order.items().stream().map(ItemView::of).toList());
        }
    }

    /** @param bar why it was left out */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "DossierOfDestructionOrder")
    public record ItemView(
            UUID dossier,
            String code,

            @Schema(enumeration = {"PENDING", "DESTROYED", "LEFT_OUT"})
            String state,

            String bar) {
        static ItemView of(DestructionOrder.Item item) {
            return new ItemView(item.dossier(), item.code(), item.state().name(), item.bar());
        }
    }

    @GET
    @Path("destruction-candidates")
    @Operation(
            operationId = "destructionCandidates",
            summary = "An agency's dossiers that need no longer be kept, oldest first",
            description =
                    "With what else bars their destruction. A page may be short or empty and have a next one, where much is kept for longer.")
    public Uni<Response> candidates(
            @Parameter(example = "H03.01", required = true) @QueryParam("agency") String agency,
            @QueryParam("limit") Integer limit,
            @QueryParam("cursor") String cursor,
            @Context UriInfo uri) {
        var of = KeepingCalls.agency(agency);
        var list = "destruction-candidates|" + of;
        var after = cursor == null
                ? KeepingStore.Place.FIRST
                : Cursor.read(
                        list,
                        2,
                        cursor,
                        place -> new KeepingStore.Place(Instant.parse(place.get(0)), UUID.fromString(place.get(1))));
        return candidates
                .of(of, after, Page.limit(limit), calls.who())
                .map(found -> new Page<KeepingView>(
                                found.dossiers().stream().map(keepings::view).toList(),
                                found.next() == null
                                        ? null
                                        : Cursor.write(
                                                list,
                                                found.next().since().toString(),
                                                found.next().id().toString()))
                        .response(uri));
    }

    @POST
    @Path("destruction-orders")
    @Consumes(MediaType.APPLICATION_JSON)
    @IdempotencyKey
    @Operation(
            operationId = "draftDestruction",
            summary = "Draft an order of destruction",
            description = "Nothing is destroyed until another person, a leader, approves it.")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "one dossier", value = EXAMPLE)))
    public Uni<RestResponse<OrderView>> draft(OrderRequest body) {
        var basis = calls.text("/basis", KeepingCalls.present(body).basis());
        var agency = calls.text("/agency", body.agency());
        return desk.draft(agency, basis, body.dossiers(), calls.call())
                .map(order -> RestResponse.ResponseBuilder.create(RestResponse.Status.CREATED, OrderView.of(order))
                        .header("Location", "/v1/destruction-orders/" + order.id())
                        .build());
    }

    @POST
    @Path("destruction-orders/{id}/approval")
    @Consumes(MediaType.APPLICATION_JSON)
    @IdempotencyKey
    @RolesAllowed(Roles.LEADER)
    @Operation(
            operationId = "approveDestruction",
            summary = "Approve what another drafted",
            description = "It is carried out from now on, dossier by dossier; what is barred by then is left out.")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "approved", value = NOTED)))
    public Uni<OrderView> approve(@PathParam("id") String id, DecisionRequest body) {
        var note = calls.remark(KeepingCalls.present(body).note());
        return desk.approve(KeepingCalls.id(id), note, calls.call()).map(OrderView::of);
    }

    @POST
    @Path("destruction-orders/{id}/rejection")
    @Consumes(MediaType.APPLICATION_JSON)
    @IdempotencyKey
    @RolesAllowed(Roles.LEADER)
    @Operation(
            operationId = "rejectDestruction",
            summary = "Take a draft off the table",
            description = "Nothing changes.")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "rejected", value = NOTED)))
    public Uni<OrderView> reject(@PathParam("id") String id, DecisionRequest body) {
        var note = calls.remark(KeepingCalls.present(body).note());
        return desk.reject(KeepingCalls.id(id), note, calls.call()).map(OrderView::of);
    }

    @GET
    @Path("destruction-orders")
    @Operation(operationId = "destructionOrders", summary = "An agency's orders of destruction, the newest first")
    public Uni<Response> all(
            @Parameter(example = "H03.01", required = true) @QueryParam("agency") String agency,
            @QueryParam("limit") Integer limit,
            @QueryParam("cursor") String cursor,
            @Context UriInfo uri) {
        var of = KeepingCalls.agency(agency);
        var size = Page.limit(limit);
        var list = "destruction-orders|" + of;
        long before =
                cursor == null ? Long.MAX_VALUE : Cursor.read(list, 1, cursor, place -> Long.valueOf(place.get(0)));
        return desk.of(of, before, size + 1, calls.who())
                .map(rows -> Page.of(rows, size, row -> Cursor.write(list, Long.toString(row.number())))
                        .map(OrderView::of)
                        .response(uri));
    }

    @GET
    @Path("destruction-orders/{id}")
    @Operation(operationId = "destructionOrder", summary = "An order of destruction, and how far it is")
    public Uni<OrderView> one(@Parameter(example = "01814035-3f80-7cc3-98c4-dc0c0c07398f") @PathParam("id") String id) {
        return desk.seen(KeepingCalls.id(id), calls.who()).map(OrderView::of);
    }

    @GET
    @Path("destruction-orders/{id}/certificate")
    @Operation(
            operationId = "destructionCertificate",
            summary = "That an order was carried out",
            description =
                    "Its digest is SHA-256 over the canonical JSON (RFC 8785) of the rest; the hashes are those of the histories, packages and files.")
    public Uni<Certificate> certificate(
            @Parameter(example = "01814035-3f80-7cc3-98c4-dc0c0c07398f") @PathParam("id") String id) {
        return desk.certificate(KeepingCalls.id(id), calls.who());
    }
}
