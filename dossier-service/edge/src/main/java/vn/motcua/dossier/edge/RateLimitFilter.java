package vn.motcua.dossier.edge;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.inject.Provider;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import java.time.Duration;

/**
 * For {@link RateLimited}. The address is that of the connection; behind a proxy switch on
 * {@code quarkus.http.proxy.proxy-address-forwarding} together with {@code trusted-proxies}, otherwise a header would let
 * everybody choose an address.
 */
@jakarta.ws.rs.ext.Provider
@RateLimited
public class RateLimitFilter implements ContainerRequestFilter {

    private final CurrentVertxRequest request;
    private final Provider<Allowances> allowances;

    RateLimitFilter(CurrentVertxRequest request, Provider<Allowances> allowances) {
        this.request = request;
        this.allowances = allowances;
    }

    @Override
    public void filter(ContainerRequestContext context) {
        var address = request.getCurrent().request().remoteAddress();
        var wait = allowances.get().take(address == null ? "" : address.hostAddress());
        if (!wait.isZero()) {
            throw tooMany(wait);
        }
    }

    private static Problem tooMany(Duration wait) {
        return Problem.of(ProblemType.TOO_MANY_REQUESTS).retryAfter(wait);
    }
}
