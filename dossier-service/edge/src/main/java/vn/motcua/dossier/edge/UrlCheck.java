package vn.motcua.dossier.edge;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;

/** {@code 400 malformed} for a zero in a path or a query: no database takes it in a text, and nothing has such a name. */
@Provider
public class UrlCheck implements ContainerRequestFilter {

    private static final String ZERO = "%00";

    @Override
    public void filter(ContainerRequestContext request) {
        var uri = request.getUriInfo().getRequestUri();
        var query = uri.getRawQuery();
        if (uri.getRawPath().contains(ZERO) || query != null && query.contains(ZERO)) {
            throw Problem.of(ProblemType.MALFORMED)
                    .detail(
                            "Địa chỉ có ký tự không hợp lệ (U+0000).",
                            "The address has an invalid character (U+0000).");
        }
    }
}
