package vn.motcua.local.outside;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ControlsIT {

    @TempDir
    private Path directory;

    private TestWorld world;

    @BeforeEach
    void open() {
        world = TestWorld.in(directory);
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void theClockIsSetMovedAndLeftToRunOn() throws Exception {
        TestWorld.Reply set = world.send("PUT", "/clock", "{\"at\":\"2022-06-08T09:00:00+07:00\",\"standing\":true}");
        assertThat(set.body().path("now").asText()).isEqualTo("2022-06-08T02:00:00Z");
        assertThat(set.body().path("local").asText()).contains("08/06/2022 09:00:00");
        assertThat(set.body().path("standing").asBoolean()).isTrue();

        world.send("PUT", "/clock", "{\"advance\":\"PT2H\"}");
        assertThat(world.client().clock().now()).isEqualTo(Instant.parse("2022-06-08T04:00:00Z"));
        assertThat(world.clock().now()).isEqualTo(Instant.parse("2022-06-08T04:00:00Z"));

        world.send("PUT", "/clock", "{\"resume\":true}");
        assertThat(world.client().clock().standing()).isFalse();
        assertThat(world.client().clock().real()).isFalse();

        world.send("PUT", "/clock", "{\"reset\":true}");
        assertThat(world.client().clock().real()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"at\":\"tomorrow\"}", "{\"advance\":\"2 hours\"}", "{\"forward\":true}", ""})
    void whatTheClockDoesNotUnderstandMovesNothing(String body) throws Exception {
        assertThat(world.send("PUT", "/clock", body).status()).isBetween(400, 422);
        assertThat(world.client().clock().real()).isTrue();
    }

    @Test
    void faultsAreSwitchedAndShown() throws Exception {
        world.send("PUT", "/outside/faults/mail", "{\"mode\":\"DELAY\",\"delayMillis\":50,\"times\":2}");

        assertThat(world.send("GET", "/outside/faults/mail", null).body())
                .isEqualTo(TestWorld.json("{'mode':'DELAY','delayMillis':50,'times':2}"));
        assertThat(world.send("GET", "/outside/faults", null)
                        .body()
                        .path("sms")
                        .path("mode")
                        .asText())
                .isEqualTo("NONE");
        assertThat(world.send("PUT", "/outside/faults/mail", "{\"mode\":\"BREAK\"}")
                        .status())
                .isEqualTo(400);
        assertThat(world.send("PUT", "/outside/faults/pigeon", "{\"mode\":\"NONE\"}")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void thePageAndItsServicesAreThere() throws Exception {
        assertThat(world.send("GET", "/", null).status()).isEqualTo(200);
        assertThat(world.send("GET", "/services", null)
                        .body()
                        .get(0)
                        .path("state")
                        .asText())
                .isEqualTo("ready");
        assertThat(world.send("GET", "/elsewhere", null).status()).isEqualTo(404);
    }

    @Test
    void aForeignPageMayNotUseTheControls() throws Exception {
        assertThat(world.send("DELETE", "/outside", null, "Origin", "http://evil.example")
                        .status())
                .isEqualTo(403);
        assertThat(statusLine("GET /outside/sms HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n"))
                .contains("421");
    }

    @Test
    void aBodyOfMoreThanOneMebibyteIsRefused() throws Exception {
        assertThat(world.send("POST", "/sms/v1/messages", "x".repeat((1 << 20) + 1))
                        .status())
                .isEqualTo(413);
    }

    private String statusLine(String request) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", world.port())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8).split("\r\n")[0];
        }
    }
}
