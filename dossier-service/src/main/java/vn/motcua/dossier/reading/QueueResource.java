package vn.motcua.dossier.reading;

import io.smallrye.mutiny.Multi;
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
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.motcua.dossier.casework.Parties;
import vn.motcua.dossier.casework.Standing;
import vn.motcua.dossier.edge.CurrentRequest;
import vn.motcua.dossier.edge.Cursor;
import vn.motcua.dossier.edge.Page;
import vn.motcua.dossier.edge.Problem;
import vn.motcua.dossier.edge.ProblemType;
import vn.motcua.dossier.edge.Roles;
import vn.motcua.dossier.edge.Times;
import vn.motcua.dossier.lifecycle.DossierStatus;
import vn.motcua.dossier.lifecycle.Party;
import vn.motcua.dossier.lifecycle.Reach;
import vn.motcua.dossier.lifecycle.Rights;

/**
 * What waits at one agency, by due date; what has none comes last. Officers see what is theirs or nobody's, unless they act for its leader. Those that a
 * ministry's system masters are a queue of their own, and so are those that a one-stop shop took in on behalf of other agencies. 200; 422 for
 * filters that contradict each other; 403 for an agency that is not the
 * caller's or below it.
 */
@Path("/v1/queue")
@RolesAllowed({Roles.RECEPTION, Roles.OFFICER, Roles.LEADER, Roles.CLERK})
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Reading")
public class QueueResource {

    /** What is still to be worked on; the others are shown when asked for. */
    private static final List<DossierStatus> OPEN = List.of(
            DossierStatus.SUBMITTED,
            DossierStatus.ACCEPTED,
            DossierStatus.PROCESSING,
            DossierStatus.SUPPLEMENT_REQUIRED,
            DossierStatus.PAYMENT_REQUIRED);

    private final ReadingStore store;
    private final Shown shown;
    private final Standing standing;
    private final CurrentRequest request;

    QueueResource(ReadingStore store, Shown shown, Standing standing, CurrentRequest request) {
        this.store = store;
        this.shown = shown;
        this.standing = standing;
        this.request = request;
    }

    @GET
    @Operation(
            summary = "An agency's dossiers by due date",
            description =
                    "Of one status, or without one whatever is still to be worked on; by when the reply is due before acceptance, the result afterwards.")
    public Uni<Response> queue(
            @Parameter(example = "H03.01", description = "The caller's own if absent") @QueryParam("agency")
                    String agency,
            @Parameter(example = "PROCESSING") @QueryParam("status") DossierStatus status,
            @Parameter(description = "Only those of this officer; officers may ask for their own account")
                    @QueryParam("officer")
                    String officer,
            @Parameter(
                            description =
                                    "true: instead those that a ministry's system masters, on which nobody works here until they are adopted")
                    @QueryParam("mirrored")
                    @DefaultValue("false")
                    boolean mirrored,
            @Parameter(
                            example = "H03",
                            description =
                                    "Instead those that the one-stop shop of this agency took in on behalf of others; for its reception, without agency, officer and mirrored")
                    @QueryParam("receivingOneStop")
                    String receivingOneStop,
            @QueryParam("limit") Integer limit,
            @QueryParam("cursor") String cursor,
            @Context UriInfo uri) {
        Party who = Parties.of(request.caller());
        if (receivingOneStop != null) {
            alone(agency == null && officer == null && !mirrored);
            if (!Rights.mayListReceived(who, receivingOneStop)) {
                throw Problem.of(ProblemType.FORBIDDEN)
                        .parameter(
                                "receivingOneStop",
                                "Không phải Bộ phận Một cửa của bạn.",
                                "Not a one-stop shop of yours.");
            }
            return page(
                    new ReadingStore.Queue(receivingOneStop, true, false),
                    status,
                    null,
                    "received|" + receivingOneStop + "|" + (status == null ? "" : status),
                    limit,
                    cursor,
                    who,
                    uri);
        }
        String asked = agency == null ? who.agency() : agency;
        if (Rights.reach(who).agency() == null || asked == null || !who.covers(asked)) {
            throw Problem.of(ProblemType.FORBIDDEN)
                    .parameter("agency", "Không thuộc cơ quan của bạn.", "Not an agency of yours.");
        }
        String list = "queue|" + asked + "|" + (status == null ? "" : status) + "|" + (officer == null ? "" : officer)
                + (mirrored ? "|mirrored" : "");
        return standing.looking(who, asked)
                .chain(now -> page(
                        new ReadingStore.Queue(asked, false, mirrored),
                        status,
                        whose(officer, Rights.reach(now)),
                        list,
                        limit,
                        cursor,
                        now,
                        uri));
    }

    private static void alone(boolean isAlone) {
        if (!isAlone) {
            throw Problem.of(ProblemType.RULE_VIOLATED)
                    .parameter(
                            "receivingOneStop",
                            "Không dùng cùng agency, officer và mirrored.",
                            "Not together with agency, officer and mirrored.");
        }
    }

    private Uni<Response> page(
            ReadingStore.Queue queue,
            DossierStatus status,
            ReadingStore.Whose whose,
            String list,
            Integer limit,
            String cursor,
            Party who,
            UriInfo uri) {
        int size = Page.limit(limit);
        ReadingStore.Place after = Places.read(list, 2, cursor, QueueResource::place);
        return rows(queue, status == null ? OPEN : List.of(status), whose, after, size + 1)
                .map(rows -> Page.of(rows, size, row -> Cursor.write(list, text(row.answerBy), row.id.toString()))
                        .map(row -> shown.line(row, who))
                        .response(uri));
    }

    /** Officers see what is theirs or nobody's, or only what is theirs; the others whatever they ask for. */
    private static ReadingStore.Whose whose(String officer, Reach reach) {
        if (officer == null) {
            return reach.officer() == null ? null : new ReadingStore.Whose(reach.officer(), false);
        }
        if (reach.officer() != null && !reach.officer().equals(officer)) {
            throw Problem.of(ProblemType.FORBIDDEN)
                    .parameter("officer", "Chỉ xem được hồ sơ của chính mình.", "Your own account only.");
        }
        return new ReadingStore.Whose(officer, true);
    }

    /** Each status is one index scan that ends at the page's size; at most five such pages are merged here. */
    private Uni<List<DossierRow>> rows(
            ReadingStore.Queue queue,
            List<DossierStatus> statuses,
            ReadingStore.Whose whose,
            ReadingStore.Place after,
            int limit) {
        return Multi.createFrom()
                .iterable(statuses)
                .onItem()
                .transformToUniAndConcatenate(each -> store.queue(queue, each.name(), whose, after, limit))
                .onItem()
                .<DossierRow>disjoint()
                .collect()
                .asList()
                .map(all ->
                        all.stream().sorted(DossierRow.BY_ANSWER).limit(limit).toList());
    }

    private static ReadingStore.Place place(List<String> position) {
        return new ReadingStore.Place(
                position.get(0).isEmpty() ? null : Times.instant(position.get(0)), UUID.fromString(position.get(1)));
    }

    private static String text(Instant at) {
        return at == null ? "" : at.toString();
    }
}
