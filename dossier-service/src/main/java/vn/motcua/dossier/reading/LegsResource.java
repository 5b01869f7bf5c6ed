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
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.motcua.dossier.casework.Parties;
import vn.motcua.dossier.catalogue.Catalogue;
import vn.motcua.dossier.edge.CurrentRequest;
import vn.motcua.dossier.edge.Cursor;
import vn.motcua.dossier.edge.Page;
import vn.motcua.dossier.edge.Problem;
import vn.motcua.dossier.edge.ProblemType;
import vn.motcua.dossier.edge.Roles;
import vn.motcua.dossier.events.CatalogueEntry.Agency;
import vn.motcua.dossier.lifecycle.Party;

/**
 * Dossiers of other agencies of which one agency, or one below it, has an open part, as they came in. 200; 403 for an agency that is not the
 * caller's or below it.
 */
@Path("/v1/legs")
@RolesAllowed({Roles.RECEPTION, Roles.OFFICER, Roles.LEADER, Roles.CLERK})
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Reading")
public class LegsResource {

    private static final UUID FIRST = new UUID(0, 0);

    private final ReadingStore store;
    private final Shown shown;
    private final Catalogue catalogue;
    private final CurrentRequest request;

    LegsResource(ReadingStore store, Shown shown, Catalogue catalogue, CurrentRequest request) {
        this.store = store;
        this.shown = shown;
        this.catalogue = catalogue;
        this.request = request;
    }

    @GET
    @Operation(
            summary = "Dossiers of other agencies that wait for this one",
            description = "With the steps that the caller may take next on the open part.")
    public Uni<Response> legs(
            @Parameter(example = "H03.03", description = "The caller's own if absent") @QueryParam("agency")
                    String agency,
            @QueryParam("limit") Integer limit,
            @QueryParam("cursor") String cursor,
            @Context UriInfo uri) {
        Party who = Parties.of(request.caller());
        String asked = agency == null ? who.agency() : agency;
        if (asked == null || !who.covers(asked)) {
            throw Problem.of(ProblemType.FORBIDDEN)
                    .parameter("agency", "Không thuộc cơ quan của bạn.", "Not an agency of yours.");
        }
        int size = Page.limit(limit);
        String list = "legs|" + asked;
        UUID place = Places.read(list, 1, cursor, position -> UUID.fromString(position.get(0)));
        return store.parts(below(asked), place == null ? FIRST : place, size + 1)
                .map(rows -> Page.of(rows, size, row -> Cursor.write(list, row.id.toString()))
                        .map(row -> shown.line(row, who))
                        .response(uri));
    }

    private List<String> below(String agency) {
        return catalogue.agencies().stream()
                .filter(one -> one.path().contains(agency))
                .map(Agency::code)
                .toList();
    }
}
