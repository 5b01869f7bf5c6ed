package vn.motcua.local.outside;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import vn.motcua.local.clock.SharedClock;
import vn.motcua.local.outside.carrier.CarrierSettings;
import vn.motcua.local.outside.sms.SmsSettings;
import vn.motcua.local.tokens.SigningKey;

/** An outside world of a test, and requests to it as a service would make them. */
public final class TestWorld implements AutoCloseable {

    public static final SigningKey CARRIER_KEY = SigningKey.generate();
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final OutsideWorld world;
    private final SharedClock clock;
    private final HttpClient http = HttpClient.newHttpClient();

    /** What was answered. */
    public record Reply(int status, JsonNode body) {}

    private TestWorld(Path directory) {
        clock = SharedClock.in(directory.resolve("clock"));
        world = OutsideWorld.open(new OutsideSettings(
                directory,
                0,
                0,
                new SmsSettings("key", "secret", "UBNDBACKAN"),
                new CarrierSettings("carrier-token", "HCC-H03"),
                CARRIER_KEY,
                null,
                clock,
                () -> List.of(new ServiceLine("dossier-service", "http://127.0.0.1:8081", "ready"))));
    }

    public static TestWorld in(Path directory) {
        return new TestWorld(directory);
    }

    public OutsideClient client() {
        return new OutsideClient(URI.create("http://127.0.0.1:" + world.port()));
    }

    public SharedClock clock() {
        return clock;
    }

    public int smtpPort() {
        return world.smtpPort();
    }

    public int port() {
        return world.port();
    }

    public Reply post(String path, JsonNode body, String... headers) throws IOException, InterruptedException {
        return send("POST", path, body.toString(), headers);
    }

    public Reply send(String method, String path, String body, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + world.port() + path))
                .timeout(Duration.ofMillis(1500))
                .method(
                        method,
                        body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        HttpResponse<String> response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        boolean json = response.headers().firstValue("Content-Type").orElse("").startsWith("application/json");
        return new Reply(response.statusCode(), json ? MAPPER.readTree(response.body()) : MAPPER.nullNode());
    }

    public static ObjectNode json(String text) {
        try {
            return (ObjectNode) MAPPER.readTree(text.replace('\'', '"'));
        } catch (IOException e) {
            throw new IllegalArgumentException(text, e);
        }
    }

    @Override
    public void close() {
        world.close();
    }
}
