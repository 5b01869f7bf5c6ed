package vn.motcua.dossier.reading;

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
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.motcua.dossier.casework.Parties;
import vn.motcua.dossier.edge.CurrentRequest;
import vn.motcua.dossier.edge.Cursor;
import vn.motcua.dossier.edge.Page;
import vn.motcua.dossier.edge.Problem;
import vn.motcua.dossier.edge.ProblemType;
import vn.motcua.dossier.edge.Roles;
import vn.motcua.dossier.edge.Times;
import vn.motcua.dossier.lifecycle.Party;
import vn.motcua.dossier.lifecycle.Rights;

/** A citizen's own dossiers, newest first. 200; 403 for a token that names no citizen. */
@Path("/v1/my-dossiers")
@RolesAllowed(Roles.CITIZEN)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Reading")
public class MyDossiersResource {

    private final ReadingStore store;
    private final Shown shown;
    private final CurrentRequest request;

    MyDossiersResource(ReadingStore store, Shown shown, CurrentRequest request) {
        this.store = store;
        this.shown = shown;
        this.request = request;
    }

    @GET
    @Operation(summary = "The caller's own dossiers, newest first")
    public Uni<Response> mine(
            @QueryParam("limit") Integer limit, @QueryParam("cursor") String cursor, @Context UriInfo uri) {
        Party who = Parties.of(request.caller());
        String citizen = Rights.reach(who).citizen();
        if (citizen == null) {
            throw Problem.of(ProblemType.FORBIDDEN)
                    .detail("Thẻ truy cập không gắn với công dân nào.", "The token names no citizen.");
        }
        int size = Page.limit(limit);
        // The list's name holds the citizen: a cursor of somebody else's list is not one of this list.
        String list = "my-dossiers|" + citizen;
        ReadingStore.Newest after = Places.read(list, 2, cursor, MyDossiersResource::place);
        return store.own(citizen, after, size + 1)
                .map(rows -> Page.of(
                                rows, size, row -> Cursor.write(list, row.submittedAt.toString(), row.id.toString()))
                        .map(row -> shown.line(row, who))
                        .response(uri));
    }

    private static ReadingStore.Newest place(List<String> position) {
        return new ReadingStore.Newest(Times.instant(position.get(0)), UUID.fromString(position.get(1)));
    }
}
