package vn.motcua.dossier.reading;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
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
 * Open parts, from both sides: dossiers of other agencies of which one agency, or one below it, has an open part; and its own dossiers of which
 * others have one. As they came in. 200; 403 for an agency that is not the caller's or below it.
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
    private final Clock clock;

    /** Who looks. */
    public enum Side {
        HELD,
        LED
    }

    LegsResource(ReadingStore store, Shown shown, Catalogue catalogue, CurrentRequest request, Clock clock) {
        this.store = store;
        this.shown = shown;
        this.catalogue = catalogue;
        this.request = request;
        this.clock = clock;
    }

    @GET
    @Operation(
            summary = "Dossiers of other agencies that wait for this one, or its own that wait for others",
            description =
                    "With the parts and the steps that the caller may take next. `side=LED&late=true` is what the lead has to follow up: parts that another agency has and that are late.")
    public Uni<Response> legs(
            @Parameter(example = "H03.03", description = "The caller's own if absent") @QueryParam("agency")
                    String agency,
            @Parameter(description = "HELD: parts of the agency; LED: parts of others in its dossiers. HELD if absent")
                    @QueryParam("side")
                    Side side,
            @Parameter(description = "Only where an open part is late; with `side=LED`")
                    @QueryParam("late")
                    @DefaultValue("false")
                    boolean late,
            @QueryParam("limit") Integer limit,
            @QueryParam("cursor") String cursor,
            @Context UriInfo uri) {
        Party who = Parties.of(request.caller());
        String asked = agency == null ? who.agency() : agency;
        if (asked == null || !who.covers(asked)) {
            throw Problem.of(ProblemType.FORBIDDEN)
                    .parameter("agency", "Không thuộc cơ quan của bạn.", "Not an agency of yours.");
        }
        boolean led = side == Side.LED;
        if (late && !led) {
            throw Problem.of(ProblemType.RULE_VIOLATED)
                    .parameter("late", "Chỉ dùng cùng với side=LED.", "Only together with side=LED.");
        }
        int size = Page.limit(limit);
        String list = "legs|" + asked + "|" + led + "|" + late;
        UUID place = Places.read(list, 1, cursor, position -> UUID.fromString(position.get(0)));
        UUID after = place == null ? FIRST : place;
        Uni<List<DossierRow>> found = led
                ? store.led(below(asked), after, late ? clock.instant() : null, size + 1)
                : store.parts(below(asked), after, size + 1);
        return found.map(rows -> Page.of(rows, size, row -> Cursor.write(list, row.id.toString()))
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
