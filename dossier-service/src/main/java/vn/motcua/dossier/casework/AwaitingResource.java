package vn.motcua.dossier.casework;

import com.fasterxml.jackson.annotation.JsonInclude;
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
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.motcua.dossier.edge.CurrentRequest;
import vn.motcua.dossier.edge.Cursor;
import vn.motcua.dossier.edge.Page;
import vn.motcua.dossier.edge.Problem;
import vn.motcua.dossier.edge.ProblemType;
import vn.motcua.dossier.edge.Roles;
import vn.motcua.dossier.edge.Times;
import vn.motcua.dossier.lifecycle.Party;
import vn.motcua.dossier.lifecycle.Rights;

/**
 * What awaits somebody's decision at one agency, the longest waiting first: leaders see all of it, whoever acts for one what the delegation covers, the
 * one-stop shop the requests for papers. 200; 403 for an agency that is not the caller's or below it.
 */
@Path("/v1/proposals")
@RolesAllowed({Roles.LEADER, Roles.OFFICER, Roles.RECEPTION})
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Proposals")
public class AwaitingResource {

    private final ProposalStore proposals;
    private final Standing standing;
    private final CurrentRequest request;

    AwaitingResource(ProposalStore proposals, Standing standing, CurrentRequest request) {
        this.proposals = proposals;
        this.standing = standing;
        this.request = request;
    }

    /** What somebody has to decide. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "AwaitingProposal")
    public record AwaitingView(
            UUID dossier,
            String code,
            String status,
            int number,

            @Schema(enumeration = {"CORRECTION", "SUPPLEMENT", "STOP", "EXTENSION"})
            String kind,

            String proposedBy,
            Instant proposedAt,

            @Schema(description = "Where it is read and rejected; it is approved by the step that names it.")
            String at) {
        static AwaitingView of(Awaiting one) {
            var where = one.isCorrection() ? "correction-proposals" : "proposals";
            return new AwaitingView(
                    one.dossier(),
                    one.code(),
                    one.status(),
                    one.number(),
                    one.kind(),
                    one.proposedBy(),
                    one.proposedAt(),
                    "/v1/dossiers/" + one.dossier() + "/" + where);
        }
    }

    @GET
    @Operation(
            operationId = "listAwaitingProposals",
            summary = "Proposals of an agency that await their decision",
            description =
                    "Also of dossiers that have been closed meanwhile: those are rejected. A page may hold fewer than the limit where some are not the caller's to decide.")
    public Uni<Response> awaiting(
            @Parameter(example = "H03.01", description = "The caller's own if absent") @QueryParam("agency")
                    String agency,
            @QueryParam("limit") Integer limit,
            @QueryParam("cursor") String cursor,
            @Context UriInfo uri) {
        var who = Parties.of(request.caller());
        var asked = agency == null ? who.agency() : agency;
        if (asked == null || !who.covers(asked)) {
            throw Problem.of(ProblemType.FORBIDDEN)
                    .parameter("agency", "Không thuộc cơ quan của bạn.", "Not an agency of yours.");
        }
        var size = Page.limit(limit);
        var list = "proposals|" + asked;
        var after = cursor == null ? null : Cursor.read(list, 3, cursor, AwaitingResource::place);
        return standing.deciding(who)
                .chain(decider -> proposals
                        .awaiting(asked, after, size + 1)
                        .map(rows -> Page.of(rows, size, row -> cursor(list, row)))
                        .map(page -> new Page<>(
                                        page.items().stream()
                                                .filter(one -> decides(decider.apply(about(one)), one))
                                                .map(AwaitingView::of)
                                                .toList(),
                                        page.next())
                                .response(uri)));
    }

    private static Standing.About about(Awaiting one) {
        return new Standing.About(one.agency(), one.procedure(), one.sector());
    }

    private static boolean decides(Party by, Awaiting one) {
        return one.isCorrection()
                ? Rights.maySettle(by, one.agency())
                : Rights.mayDecide(
                        by,
                        one.agency(),
                        one.receivingOneStop(),
                        StepRequest.Proposable.valueOf(one.kind()).step());
    }

    private static String cursor(String list, Awaiting row) {
        return Cursor.write(list, row.proposedAt().toString(), row.dossier().toString(), "" + row.number());
    }

    private static Awaiting.Place place(List<String> position) {
        return new Awaiting.Place(
                Times.instant(position.get(0)), UUID.fromString(position.get(1)), Integer.parseInt(position.get(2)));
    }
}
