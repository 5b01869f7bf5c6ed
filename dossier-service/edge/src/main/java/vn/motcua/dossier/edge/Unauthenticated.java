package vn.motcua.dossier.edge;

import jakarta.ws.rs.core.HttpHeaders;

/** 401 in its two kinds (RFC 6750): no token at all, and one that does not hold. Which check failed is not told. */
final class Unauthenticated {

    private Unauthenticated() {}

    static Problem missing() {
        return Problem.of(ProblemType.UNAUTHENTICATED)
                .answering(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
                .detail("Xin gửi kèm thẻ truy cập (Bearer).", "Send a bearer token.");
    }

    static Problem refused() {
        return Problem.of(ProblemType.UNAUTHENTICATED)
                .answering(HttpHeaders.WWW_AUTHENTICATE, "Bearer error=\"invalid_token\"")
                .detail(
                        "Thẻ truy cập sai hoặc đã hết hạn; xin đăng nhập lại.",
                        "The token is wrong or has expired; log in again.");
    }
}
