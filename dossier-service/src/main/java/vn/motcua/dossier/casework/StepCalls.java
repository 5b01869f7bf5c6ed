package vn.motcua.dossier.casework;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestResponse;
import vn.motcua.dossier.edge.Caller;
import vn.motcua.dossier.edge.CurrentRequest;
import vn.motcua.dossier.edge.ETags;
import vn.motcua.dossier.edge.Problem;
import vn.motcua.dossier.edge.ProblemType;
import vn.motcua.dossier.edge.Trace;

/** How every step is asked for over HTTP and answered. */
@ApplicationScoped
class StepCalls {

    private final CurrentRequest request;

    StepCalls(CurrentRequest request) {
        this.request = request;
    }

    Caller caller() {
        return request.caller();
    }

    /** The order to take a step on this dossier, as the caller saw it. */
    Order order(String id) {
        var caller = request.caller();
        return new Order(dossierId(id), Parties.of(caller), request.ifMatch(), provenance(caller));
    }

    /** The order to do something on this dossier beside its steps, whatever the caller saw of it. */
    Order aside(String id) {
        var caller = request.caller();
        return new Order(dossierId(id), Parties.of(caller), 0, provenance(caller));
    }

    Provenance provenance(Caller caller) {
        var account = caller.name() == null ? caller.subject() : caller.subject() + " (" + caller.name() + ")";
        return new Provenance(request.key(), account, null, Trace.id(), null, Trace.current());
    }

    /** Of a request that comes without a token: who sent it is not known, only what they hold. */
    Provenance provenance(String holder) {
        return new Provenance(request.key(holder), holder, null, Trace.id(), null, Trace.current());
    }

    /** The body; 400 without one. */
    static <T> T present(T body) {
        if (body == null) {
            throw Problem.of(ProblemType.MALFORMED)
                    .pointer("", "Thiếu nội dung; ít nhất là {}.", "The body is missing; at least {}.");
        }
        return body;
    }

    static Uni<RestResponse<DossierView>> answered(Uni<Answer> step) {
        return step.map(answer -> RestResponse.ResponseBuilder.ok(answer.view())
                .tag(ETags.of(answer.tag()))
                .build());
    }

    static UUID dossierId(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException notAnId) {
            throw Refusals.notFound();
        }
    }
}
