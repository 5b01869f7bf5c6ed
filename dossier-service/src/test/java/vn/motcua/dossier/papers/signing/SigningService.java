package vn.motcua.dossier.papers.signing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.DigestInfo;
import vn.motcua.dossier.papers.signing.Certificates.Holder;

/** A signing service that speaks HTTP as the real ones do, with a real key; sees hashes and nothing else, and keeps what it was sent. */
final class SigningService implements AutoCloseable {

    static final String TOKEN = "token-cua-tinh";
    static final String CREDENTIAL = "so-tu-phap";
    static final String PIN = "000000";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpServer server;
    private volatile Holder holder;
    private volatile String garbled;
    private final Map<String, String> authorised = new ConcurrentHashMap<>();
    private final List<String> seen = new ArrayList<>();
    private volatile boolean away;

    SigningService(Holder holder) throws IOException {
        this.holder = holder;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/csc/v1/", this::answer);
        server.start();
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/csc/v1");
    }

    void goAway() {
        away = true;
    }

    /** Its answers to an authorised order are these from now on. */
    void garble(String answer) {
        garbled = answer;
    }

    /** The credential has another key and certificate from now on. */
    void renew(Holder renewed) {
        holder = renewed;
    }

    List<String> seen() {
        return List.copyOf(seen);
    }

    private void answer(HttpExchange exchange) throws IOException {
        var text = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        seen.add(text);
        var request = JSON.readTree(text);
        var entitled = ("Bearer " + TOKEN).equals(exchange.getRequestHeaders().getFirst("Authorization"))
                && CREDENTIAL.equals(request.path("credentialID").asText());
        var path = exchange.getRequestURI().getPath();
        try {
            if (away || !entitled) {
                send(exchange, away ? 503 : 401, "{\"error\":\"access_denied\"}");
            } else if (path.endsWith("credentials/info")) {
                var encoded =
                        Base64.getEncoder().encodeToString(holder.certificate().getEncoded());
                send(exchange, 200, "{\"cert\":{\"certificates\":[\"" + encoded + "\"]}}");
            } else if (path.endsWith("credentials/authorize")
                    && PIN.equals(request.path("PIN").asText())) {
                var sad = UUID.randomUUID().toString();
                authorised.put(sad, request.path("hash").path(0).asText());
                send(exchange, 200, "{\"SAD\":\"" + sad + "\"}");
            } else if (path.endsWith("signatures/signHash") && isAuthorised(request)) {
                var hash =
                        Base64.getDecoder().decode(request.path("hash").path(0).asText());
                var signature = Base64.getEncoder().encodeToString(sign(hash));
                send(exchange, 200, garbled == null ? "{\"signatures\":[\"" + signature + "\"]}" : garbled);
            } else {
                send(exchange, 400, "{\"error\":\"invalid_request\"}");
            }
        } catch (GeneralSecurityException failed) {
            send(exchange, 500, "{}");
        }
    }

    /** For this very hash, once. */
    private boolean isAuthorised(JsonNode request) {
        return request.path("hash")
                        .path(0)
                        .asText()
                        .equals(authorised.remove(request.path("SAD").asText()))
                && "2.16.840.1.101.3.4.2.1".equals(request.path("hashAlgo").asText());
    }

    private byte[] sign(byte[] hash) throws GeneralSecurityException, IOException {
        var signature = Signature.getInstance("NONEwithRSA");
        signature.initSign(holder.keys().getPrivate());
        signature.update(new DigestInfo(new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha256), hash).getEncoded());
        return signature.sign();
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        try (var out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
