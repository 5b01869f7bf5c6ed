package vn.motcua.dossier.feedback;

import static vn.motcua.dossier.feedback.FeedbackCalls.answered;
import static vn.motcua.dossier.feedback.FeedbackCalls.present;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import vn.motcua.dossier.edge.ETags;
import vn.motcua.dossier.edge.IdempotencyKey;
import vn.motcua.dossier.edge.IfMatchRequired;
import vn.motcua.dossier.edge.Roles;
import vn.motcua.dossier.feedback.course.Channel;
import vn.motcua.dossier.feedback.course.Role;

/**
 * What people report and propose, over HTTP: what moves it.
 *
 * <ul>
 *   <li>201 with {@code Location} when it came in, 200 when a step was taken; {@code ETag} for the next step
 *   <li>400 malformed, unknown field, wrong type, no {@code Idempotency-Key}; 401 no token; 403 not this caller's step
 *   <li>404 no such feedback, or not theirs to know of; 409 barred as it stands; 412 somebody was quicker; 413, 415
 *   <li>422 unknown code, rule violated, key used for another request; 428 no {@code If-Match}
 *   <li>503 the year's calendar is missing (classification, supplement, answer only)
 * </ul>
 */
@Path("/v1/feedback")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Feedback", description = "What people report and propose (phản ánh, kiến nghị), and what becomes of it")
public class FeedbackResource {

    private final FeedbackDesk desk;
    private final FeedbackCalls calls;

    FeedbackResource(FeedbackDesk desk, FeedbackCalls calls) {
        this.desk = desk;
        this.calls = calls;
    }

    @POST
    @IdempotencyKey
    @RolesAllowed({Roles.CITIZEN, Roles.RECEPTION})
    @Operation(
            operationId = "openFeedback",
            summary = "Report or propose something",
            description = "Online by its author; at the counter by reception.")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "a report", value = Examples.OPENING)))
    public Uni<RestResponse<FeedbackView>> open(FeedbackRequest.Opening body) {
        var who = calls.party();
        var channel = who.roles().contains(Role.CITIZEN) ? Channel.ONLINE : Channel.COUNTER;
        return desk.open(present(body), channel, who, calls.provenance())
                .map(answer -> RestResponse.ResponseBuilder.<FeedbackView>create(RestResponse.Status.CREATED)
                        .entity(answer.view())
                        .header(
                                HttpHeaders.LOCATION,
                                "/v1/feedback/" + answer.view().id())
                        .tag(ETags.of(answer.tag()))
                        .build());
    }

    @POST
    @Path("/{id}/classification")
    @IdempotencyKey
    @IfMatchRequired
    @RolesAllowed({Roles.RECEPTION, Roles.OFFICER, Roles.LEADER})
    @Operation(
            operationId = "classifyFeedback",
            summary = "Take it in, as a report or a proposal",
            description = "From then on it is answered within 15 working days of its arrival.")
    @RequestBody(
            content = @Content(examples = @ExampleObject(name = "classification", value = Examples.CLASSIFICATION)))
    public Uni<RestResponse<FeedbackView>> classify(@PathParam("id") String id, FeedbackRequest.Classification body) {
        return answered(desk.classify(calls.order(id), present(body)));
    }

    @POST
    @Path("/{id}/transfer")
    @IdempotencyKey
    @IfMatchRequired
    @RolesAllowed({Roles.RECEPTION, Roles.LEADER})
    @Operation(
            operationId = "transferFeedback",
            summary = "Another agency is competent",
            description = "It begins anew there.")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "transfer", value = Examples.TRANSFER)))
    public Uni<RestResponse<FeedbackView>> transfer(@PathParam("id") String id, FeedbackRequest.Transfer body) {
        return answered(desk.transfer(calls.order(id), present(body)));
    }

    @POST
    @Path("/{id}/refusal")
    @IdempotencyKey
    @IfMatchRequired
    @RolesAllowed({Roles.RECEPTION, Roles.LEADER})
    @Operation(operationId = "refuseFeedback", summary = "Do not handle it, and say why")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "refusal", value = Examples.REFUSAL)))
    public Uni<RestResponse<FeedbackView>> refuse(@PathParam("id") String id, FeedbackRequest.Refusal body) {
        return answered(desk.refuse(calls.order(id), present(body)));
    }

    @POST
    @Path("/{id}/supplement-request")
    @IdempotencyKey
    @IfMatchRequired
    @RolesAllowed({Roles.RECEPTION, Roles.OFFICER, Roles.LEADER})
    @Operation(
            operationId = "askAuthorOfFeedback",
            summary = "Ask its author for more",
            description = "Once, within 5 working days of its arrival.")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "supplement-request", value = Examples.QUESTION)))
    public Uni<RestResponse<FeedbackView>> ask(@PathParam("id") String id, FeedbackRequest.Text body) {
        return answered(desk.ask(calls.order(id), present(body)));
    }

    @POST
    @Path("/{id}/supplement")
    @IdempotencyKey
    @IfMatchRequired
    @RolesAllowed({Roles.CITIZEN, Roles.MIRROR, Roles.RECEPTION})
    @Operation(
            operationId = "supplementFeedback",
            summary = "Send what was asked for",
            description = "The author, the national system for them, or reception.")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "supplement", value = Examples.SUPPLEMENT)))
    public Uni<RestResponse<FeedbackView>> supply(@PathParam("id") String id, FeedbackRequest.Text body) {
        return answered(desk.supply(calls.order(id), present(body)));
    }

    @POST
    @Path("/{id}/answer")
    @IdempotencyKey
    @IfMatchRequired
    @RolesAllowed(Roles.LEADER)
    @Operation(operationId = "answerFeedback", summary = "Answer")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "answer", value = Examples.ANSWER)))
    public Uni<RestResponse<FeedbackView>> answer(@PathParam("id") String id, FeedbackRequest.Text body) {
        return answered(desk.answer(calls.order(id), present(body)));
    }

    @POST
    @Path("/{id}/publication")
    @IdempotencyKey
    @IfMatchRequired
    @RolesAllowed({Roles.RECEPTION, Roles.LEADER})
    @Operation(operationId = "publishFeedback", summary = "Make the answer public")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "publication", value = Examples.PUBLICATION)))
    public Uni<RestResponse<FeedbackView>> publish(@PathParam("id") String id, FeedbackRequest.Remark body) {
        return answered(desk.publish(calls.order(id), present(body)));
    }

    @POST
    @Path("/{id}/rating")
    @IdempotencyKey
    @RolesAllowed({Roles.CITIZEN, Roles.MIRROR})
    @Operation(
            operationId = "rateFeedback",
            summary = "Say what you think of the answer",
            description = "The author, or the national system for them; once.")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "rating", value = Examples.RATING)))
    public Uni<RestResponse<FeedbackView>> rate(@PathParam("id") String id, FeedbackRequest.Rating body) {
        return answered(desk.rate(calls.aside(id), present(body)));
    }
}
