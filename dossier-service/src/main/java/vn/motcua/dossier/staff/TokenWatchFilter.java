package vn.motcua.dossier.staff;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;
import vn.motcua.dossier.edge.Caller;

/** Shows each caller who was let in to {@link TokenWatch}. */
@Provider
@Priority(Priorities.USER)
public class TokenWatchFilter implements ContainerRequestFilter {

    private final TokenWatch watch;
    private final SecurityIdentity identity;

    TokenWatchFilter(TokenWatch watch, SecurityIdentity identity) {
        this.watch = watch;
        this.identity = identity;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        if (!identity.isAnonymous()) {
            watch.see(Caller.of(identity));
        }
    }
}
