package vn.motcua.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import vn.motcua.local.tokens.LocalTokens;
import vn.motcua.local.tokens.TokenRequest;

/** Speaks HTTP with the services as a portal frontend would: tokens, idempotency keys, ETags. */
public final class Caller {

    /** An answer that was asked for. */
    public record Answer(int status, String etag, JsonNode body) {}

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final LocalTokens tokens;

    public Caller(LocalTokens tokens) {
        this.tokens = tokens;
    }

    public Answer get(URI uri, TokenRequest who) {
        return expectSuccess(send(request(uri, who).GET()), "GET " + uri);
    }

    public String text(URI uri, TokenRequest who, String accept) {
        return send(request(uri, who).header("Accept", accept).GET()).body();
    }

    /** A new resource. */
    public Answer post(URI uri, TokenRequest who, Object body) {
        return expectSuccess(send(keyed(uri, who, body)), "POST " + uri);
    }

    /** A step on what was last seen with this ETag. */
    public Answer step(URI uri, TokenRequest who, String etag, Object body) {
        return expectSuccess(send(keyed(uri, who, body).header("If-Match", etag)), "POST " + uri);
    }

    /** A step that may be refused: whatever is answered. */
    public Answer attempt(URI uri, TokenRequest who, String etag, Object body) {
        return answer(send(keyed(uri, who, body).header("If-Match", etag)));
    }

    /** Something new that may be refused: whatever is answered. */
    public Answer attempt(URI uri, TokenRequest who, Object body) {
        return answer(send(keyed(uri, who, body)));
    }

    /** What somebody tells who has no token and signs the bytes of the body. */
    void signed(URI uri, Object body, UnaryOperator<String> signature) {
        var bytes = json(body);
        expectStatus(
                send(HttpRequest.newBuilder(uri)
                        .timeout(PATIENCE)
                        .header("Content-Type", "application/json")
                        .header("X-Gateway-Signature", signature.apply(bytes))
                        .POST(HttpRequest.BodyPublishers.ofString(bytes))),
                "POST " + uri);
    }

    /** A file, as it is. */
    public Answer upload(URI uri, TokenRequest who, byte[] file) {
        return expectSuccess(
                send(request(uri, who)
                        .header("Content-Type", "application/octet-stream")
                        .POST(HttpRequest.BodyPublishers.ofByteArray(file))),
                "POST " + uri);
    }

    /** What is there, byte for byte. */
    public byte[] bytes(URI uri, TokenRequest who) {
        var response = send(request(uri, who).GET(), HttpResponse.BodyHandlers.ofByteArray());
        if (response.statusCode() != 200) {
            throw new IllegalStateException("GET " + uri + " answered " + response.statusCode());
        }
        return response.body();
    }

    /** A switch of the simulated outside world. */
    public void control(URI uri, Object body) {
        expectSuccess(
                send(HttpRequest.newBuilder(uri)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(json(body)))),
                "POST " + uri);
    }

    /** Streams a file of lines and hands over the answer's lines as they come. */
    public Stream<String> lines(URI uri, TokenRequest who, Path file) {
        try {
            var request = request(uri, who)
                    .header("Content-Type", "application/x-ndjson")
                    .header("Accept", "application/x-ndjson")
                    .POST(HttpRequest.BodyPublishers.ofFile(file))
                    .build();
            var response = http.send(request, HttpResponse.BodyHandlers.ofLines());
            if (response.statusCode() != 200) {
                throw new IllegalStateException("POST " + uri + " answered " + response.statusCode() + ": "
                        + response.body().limit(20).toList());
            }
            return response.body();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stop);
        }
    }

    private HttpRequest.Builder keyed(URI uri, TokenRequest who, Object body) {
        return request(uri, who)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(HttpRequest.BodyPublishers.ofString(json(body)));
    }

    private HttpRequest.Builder request(URI uri, TokenRequest who) {
        var request = HttpRequest.newBuilder(uri).timeout(PATIENCE);
        return who == null ? request : request.header("Authorization", "Bearer " + tokens.token(who));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        return send(request, HttpResponse.BodyHandlers.ofString());
    }

    private <T> HttpResponse<T> send(HttpRequest.Builder request, HttpResponse.BodyHandler<T> handler) {
        try {
            return http.send(request.build(), handler);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stop);
        }
    }

    private static Answer expectSuccess(HttpResponse<String> response, String asked) {
        expectStatus(response, asked);
        return answer(response);
    }

    private static void expectStatus(HttpResponse<String> response, String asked) {
        if (response.statusCode() / 100 != 2) {
            throw new IllegalStateException(asked + " answered " + response.statusCode() + ": " + response.body());
        }
    }

    private static Answer answer(HttpResponse<String> response) {
        return new Answer(
                response.statusCode(), response.headers().firstValue("ETag").orElse(null), parsed(response.body()));
    }

    static JsonNode parsed(String body) {
        try {
            return JSON.readTree(body);
        } catch (IOException notJson) {
            throw new UncheckedIOException(notJson);
        }
    }

    private static String json(Object body) {
        try {
            return JSON.writeValueAsString(body);
        } catch (IOException bug) {
            throw new UncheckedIOException(bug);
        }
    }
}
