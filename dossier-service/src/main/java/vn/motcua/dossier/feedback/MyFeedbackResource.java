package vn.motcua.dossier.feedback;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.motcua.dossier.catalogue.Catalogue;
import vn.motcua.dossier.edge.Page;
import vn.motcua.dossier.edge.Roles;

/** What an author handed in here themselves. 200; 403 without the claim that says who they are. */
@Path("/v1/my-feedback")
@RolesAllowed(Roles.CITIZEN)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Feedback")
public class MyFeedbackResource {

    /** Whose list it is stays out of the cursor, which anybody can read; the owner is asked of the token on every page. */
    private static final String LIST = "my-feedback";

    private final FeedbackStore store;
    private final FeedbackCalls calls;
    private final Catalogue catalogue;

    MyFeedbackResource(FeedbackStore store, FeedbackCalls calls, Catalogue catalogue) {
        this.store = store;
        this.calls = calls;
        this.catalogue = catalogue;
    }

    @GET
    @Operation(operationId = "listMyFeedback", summary = "What you reported and proposed, newest first")
    public Uni<Response> mine(
            @QueryParam("limit") Integer limit, @QueryParam("cursor") String cursor, @Context UriInfo uri) {
        var who = calls.party();
        if (who.citizen() == null) {
            throw Refusals.notYours();
        }
        var size = Page.limit(limit);
        return store.ofCitizen(who.citizen(), FeedbackPlaces.read(LIST, cursor, FeedbackPlaces.AFTER_ALL), size + 1)
                .map(found -> Page.of(found, size, MyFeedbackResource::place)
                        .map(line -> FeedbackView.Line.of(line.feedback(), catalogue))
                        .response(uri));
    }

    private static String place(FeedbackStore.Line line) {
        var feedback = line.feedback();
        return FeedbackPlaces.write(
                LIST, new FeedbackStore.Place(feedback.dates().receivedAt(), feedback.id()));
    }
}
