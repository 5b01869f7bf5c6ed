package vn.motcua.dossier.proving;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.motcua.dossier.edge.Problem;
import vn.motcua.dossier.edge.ProblemType;
import vn.motcua.dossier.edge.Roles;
import vn.motcua.dossier.events.HistoryRoot;

/**
 * Ends the day of all histories before midnight, where the business clock may be set too: a demonstration does not wait for the night. 200, also for a
 * day that has its root; 400 for what is no day; 403 where time is real; 409 for a day that is not next.
 */
@Path("/v1/history-roots/{day}")
@RolesAllowed(Roles.OPERATOR)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "History roots")
public class EarlyRootResource {

    private final DailyRoots roots;
    private final RootStore store;
    private final boolean played;

    // A service with real time refuses to start with this setting: see the business clock.
    EarlyRootResource(
            DailyRoots roots, RootStore store, @ConfigProperty(name = "motcua.clock.file") Optional<String> played) {
        this.roots = roots;
        this.store = store;
        this.played = played.isPresent();
    }

    @PUT
    @Operation(
            operationId = "endHistoryDay",
            summary = "The root of the next day, made now",
            description =
                    "Only where the business clock may be set, never in production. What is recorded on that day afterwards is in the next root.")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            schema = @Schema(implementation = HistoryRoot.class),
                            examples = @ExampleObject(name = "a day", value = HistoryRootResource.EXAMPLE)))
    public HistoryRoot end(@Parameter(example = "2026-07-01") @PathParam("day") String day) {
        if (!played) {
            throw Problem.of(ProblemType.FORBIDDEN)
                    .detail(
                            "Ngày kết thúc lúc nửa đêm; chỉ nơi dùng đồng hồ thử nghiệm mới kết thúc sớm được.",
                            "Days end at midnight, except where the clock is one for trying out.");
        }
        var asked = HistoryRootResource.read(day);
        var next = next();
        if (next.isPresent() && asked.isAfter(next.get())) {
            throw Problem.of(ProblemType.BARRED)
                    .detail("Ngày tiếp theo là " + next.get() + ".", "The next day is " + next.get() + ".");
        }
        roots.closeNow(asked);
        return store.of(asked)
                .orElseThrow(() -> Problem.of(ProblemType.BARRED)
                        .detail(
                                "Ngày này trước ngày đầu tiên có gốc.",
                                "The day lies before the first that has a root."));
    }

    /** Empty before the first: any day may be. */
    private Optional<LocalDate> next() {
        return store.page(null, 1).stream().findFirst().map(last -> last.day().plusDays(1));
    }
}
