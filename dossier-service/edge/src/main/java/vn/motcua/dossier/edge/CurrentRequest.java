package vn.motcua.dossier.edge;

import io.netty.util.NetUtil;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;

/**
 * What the edge knows of the request being answered. Injected once, asked in each request, at the beginning of the
 * resource method: an answer belongs to the request in whose context it is asked.
 */
@Singleton
public class CurrentRequest {

    private static final String BODY_DIGEST = "motcua.edge.body-digest";
    private static final byte[] NO_BODY = Digests.sha256().digest();

    private final CurrentVertxRequest request;
    private final SecurityIdentity identity;

    CurrentRequest(CurrentVertxRequest request, SecurityIdentity identity) {
        this.request = request;
        this.identity = identity;
    }

    /** Who is asking; {@code 401} when nobody is named, on endpoints that are open to all. */
    public Caller caller() {
        return Caller.of(identity);
    }

    /** The caller's key and this request's digest; {@code 400} without a usable {@code Idempotency-Key}. */
    public RequestKey key() {
        return key(caller().subject());
    }

    /**
     * The same on an endpoint that is open to all, where nobody is named.
     *
     * @param scope what stands for the caller: all who are let in by the same proof; no token's subject
     */
    public RequestKey key(String scope) {
        var routing = request.getCurrent();
        var key = RequestKey.checked(routing.request().getHeader(RequestKey.HEADER));
        return new RequestKey(scope, key, digest(routing));
    }

    /** The number in {@code If-Match}; {@code 428} without it, {@code 400} when unusable. */
    public long ifMatch() {
        return IfMatch.of(request.getCurrent().request().headers().getAll(HttpHeaders.IF_MATCH));
    }

    /** The language in which this caller is answered. */
    public Language language() {
        return Language.of(request.getCurrent().request().getHeader(HttpHeaders.ACCEPT_LANGUAGE));
    }

    /**
     * From where: the address of the connection, or what a proxy says of it, where {@code quarkus.http.proxy.proxy-address-forwarding} and
     * {@code trusted-proxies} say which proxy is believed. Null where that is no address.
     */
    public String address() {
        var from = request.getCurrent().request().remoteAddress();
        var address = from == null ? null : from.hostAddress();
        if (address == null) {
            return null;
        }
        // An address of this link only names its interface too, which no other machine knows.
        var zone = address.indexOf('%');
        var plain = zone < 0 ? address : address.substring(0, zone);
        return NetUtil.isValidIpV4Address(plain) || NetUtil.isValidIpV6Address(plain) ? plain : null;
    }

    /** A header of the request; null without it. */
    public String header(String name) {
        return request.getCurrent().request().getHeader(name);
    }

    /**
     * Breaks the answer off where it stands, on any thread, and the connection (HTTP/2: the stream) with it. For what turns out wrong behind its first byte:
     * a caller to whom a length was announced would wait for the rest.
     */
    public Runnable breakingOff() {
        var response = request.getCurrent().response();
        return response::reset;
    }

    static void remember(RoutingContext routing, byte[] bodyDigest) {
        routing.put(BODY_DIGEST, bodyDigest);
    }

    private static byte[] digest(RoutingContext routing) {
        byte[] body = routing.get(BODY_DIGEST);
        var sha = Digests.sha256();
        sha.update((routing.request().method() + " " + routing.normalizedPath() + "\n")
                .getBytes(java.nio.charset.StandardCharsets.UTF_8));
        return sha.digest(body == null ? NO_BODY : body);
    }
}
