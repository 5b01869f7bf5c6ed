package vn.motcua.dossier.edge;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;

/** Asks for the headers that an endpoint says it needs, before its body is read. */
final class HeaderChecks {

    private HeaderChecks() {}

    /** For {@link IdempotencyKey}. */
    @Provider
    @IdempotencyKey
    public static class KeyCheck implements ContainerRequestFilter {

        @Override
        public void filter(ContainerRequestContext request) {
            RequestKey.checked(request.getHeaderString(RequestKey.HEADER));
        }
    }

    /** For {@link IfMatchRequired}. */
    @Provider
    @IfMatchRequired
    public static class IfMatchCheck implements ContainerRequestFilter {

        @Override
        public void filter(ContainerRequestContext request) {
            IfMatch.of(request.getHeaders().get(HttpHeaders.IF_MATCH));
        }
    }
}
