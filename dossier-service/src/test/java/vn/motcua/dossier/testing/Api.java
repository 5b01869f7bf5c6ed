package vn.motcua.dossier.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.RestAssured;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import vn.motcua.local.testing.LocalInfrastructure;
import vn.motcua.local.tokens.TokenRequest;

/** Speaks HTTP with the application under test, as somebody. */
public final class Api {

    public static final String JUSTICE = "H03.01";
    public static final ObjectMapper JSON = new ObjectMapper();

    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();

    private final String token;

    private Api(String token) {
        this.token = token;
    }

    /** An answer: status, body as JSON (null if there is none) and ETag. */
    public record Answer(int status, JsonNode body, String etag, String location) {
        public String id() {
            return body.path("id").asText();
        }

        public String text(String field) {
            return body.path(field).asText(null);
        }

        /** The end of a problem's type: {@code stale}. */
        public String problem() {
            return body == null ? null : body.path("type").asText("").replace("urn:motcua:problem:", "");
        }
    }

    public static Api as(TokenRequest who) {
        return new Api(LocalInfrastructure.tokens().token(who));
    }

    public static Api as(String role, String agency) {
        return as(TokenRequest.of(role, agency, 1));
    }

    public static Api citizen(String id) {
        return as(TokenRequest.citizen(id));
    }

    public static Api withToken(String token) {
        return new Api(token);
    }

    public static String key() {
        return UUID.randomUUID().toString();
    }

    /** Creates, under a key of its own. */
    public Answer open(String body) {
        return send(post("/v1/dossiers", body).header("Idempotency-Key", key()));
    }

    /** Takes a step, under a key of its own. */
    public Answer step(String id, String step, String etag, String body) {
        return step(id, step, etag, key(), body);
    }

    public Answer step(String id, String step, String etag, String key, String body) {
        return send(stepRequest(id, step, etag, key, body));
    }

    public HttpRequest.Builder stepRequest(String id, String step, String etag, String key, String body) {
        return post("/v1/dossiers/" + id + "/" + step, body)
                .header("Idempotency-Key", key)
                .header("If-Match", etag);
    }

    /** Asks for something that needs a key only. */
    public Answer ask(String path, String key, String body) {
        return send(post(path, body).header("Idempotency-Key", key));
    }

    public Answer get(String path) {
        return send(request(path).GET());
    }

    public HttpRequest.Builder post(String path, String body) {
        return request(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(body));
    }

    public HttpRequest.Builder request(String path) {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + path))
                .timeout(Duration.ofSeconds(60))
                .header("Accept-Language", "en");
        return token == null ? request : request.header("Authorization", "Bearer " + token);
    }

    public static Answer send(HttpRequest.Builder request) {
        try {
            return answer(CLIENT.send(request.build(), BodyHandlers.ofString()));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    public static CompletableFuture<Answer> sendAsync(HttpRequest.Builder request) {
        return CLIENT.sendAsync(request.build(), BodyHandlers.ofString()).thenApply(Api::answer);
    }

    private static Answer answer(HttpResponse<String> response) {
        try {
            var text = response.body();
            return new Answer(
                    response.statusCode(),
                    text.isEmpty() ? null : JSON.readTree(text),
                    response.headers().firstValue("ETag").orElse(null),
                    response.headers().firstValue("Location").orElse(null));
        } catch (IOException notJson) {
            throw new UncheckedIOException(notJson);
        }
    }
}
