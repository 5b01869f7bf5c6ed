package vn.motcua.dossier.feedback;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumSet;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestResponse;
import vn.motcua.dossier.edge.Caller;
import vn.motcua.dossier.edge.CurrentRequest;
import vn.motcua.dossier.edge.ETags;
import vn.motcua.dossier.edge.RequestKey;
import vn.motcua.dossier.edge.Trace;
import vn.motcua.dossier.feedback.course.Party;
import vn.motcua.dossier.feedback.course.Role;

/** How everything is asked for over HTTP and answered. */
@ApplicationScoped
class FeedbackCalls {

    private final CurrentRequest request;

    FeedbackCalls(CurrentRequest request) {
        this.request = request;
    }

    Party party() {
        return party(request.caller());
    }

    /** Roles that have nothing to do with feedback are left out. */
    static Party party(Caller caller) {
        var roles = EnumSet.noneOf(Role.class);
        for (var role : caller.roles()) {
            switch (role) {
                case CITIZEN -> roles.add(Role.CITIZEN);
                case RECEPTION -> roles.add(Role.RECEPTION);
                case OFFICER -> roles.add(Role.OFFICER);
                case LEADER -> roles.add(Role.LEADER);
                case MIRROR -> roles.add(Role.PORTAL);
                case CLERK, CASHIER, OPERATOR, STATISTICS, MIGRATION, ADMIN, SYSTEM -> {}
            }
        }
        return new Party(roles, caller.agency(), caller.citizen());
    }

    Provenance provenance() {
        return provenance(request.key());
    }

    Provenance provenance(RequestKey key) {
        var caller = request.caller();
        var account = caller.name() == null ? caller.subject() : caller.subject() + " (" + caller.name() + ")";
        return new Provenance(key, account, null, Trace.id(), Trace.current());
    }

    /** The order to take a step, as the caller saw the feedback. */
    FeedbackDesk.Order order(String id) {
        return new FeedbackDesk.Order(id(id), party(), request.ifMatch(), provenance());
    }

    /** The order to do something beside its steps, whatever the caller saw. */
    FeedbackDesk.Order aside(String id) {
        return new FeedbackDesk.Order(id(id), party(), 0, provenance());
    }

    static UUID id(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException notAnId) {
            throw Refusals.notFound();
        }
    }

    /** The body; 400 without one. */
    static <T> T present(T body) {
        if (body == null) {
            throw Refusals.emptyBody();
        }
        return body;
    }

    static Uni<RestResponse<FeedbackView>> answered(Uni<FeedbackDesk.Answer> step) {
        return step.map(answer -> RestResponse.ResponseBuilder.ok(answer.view())
                .tag(ETags.of(answer.tag()))
                .build());
    }
}
