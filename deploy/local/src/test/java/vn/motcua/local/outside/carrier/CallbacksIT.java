package vn.motcua.local.outside.carrier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.motcua.local.outside.TestWorld;

class CallbacksIT {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    @TempDir
    private Path directory;

    private final List<JsonNode> received = new CopyOnWriteArrayList<>();
    private final AtomicInteger refusals = new AtomicInteger();
    private TestWorld world;
    private HttpServer customer;
    private String itemCode;

    @BeforeEach
    void open() throws Exception {
        world = TestWorld.in(directory);
        customer = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        customer.createContext("/callbacks", exchange -> {
            JsonNode body = MAPPER.readTree(exchange.getRequestBody());
            boolean refuse = refusals.getAndUpdate(left -> Math.max(0, left - 1)) > 0;
            if (!refuse) {
                received.add(body);
            }
            exchange.sendResponseHeaders(refuse ? 503 : 204, -1);
            exchange.close();
        });
        customer.start();
        itemCode = world.post("/carrier/v1/orders", CarrierIT.order("N-1"), "token", "carrier-token")
                .body()
                .path("itemCode")
                .asText();
    }

    @AfterEach
    void close() {
        world.close();
        customer.stop(0);
    }

    private void listen() {
        world.client()
                .callBack(URI.create("http://127.0.0.1:" + customer.getAddress().getPort() + "/callbacks"));
    }

    private ParcelView.Step step() {
        return world.client().parcels().parcels().get(0).track().get(0);
    }

    @Test
    void aCallBackIsSignedOverWhatItSays() throws Exception {
        listen();
        world.client().move(itemCode, 15, Instant.parse("2022-06-10T03:00:00Z"), 0);

        await().until(() -> step().taken() == 1);
        JsonNode body = received.get(0);
        JsonNode item = body.path("data").get(0);
        assertThat(item.path("itemCode").asText()).isEqualTo(itemCode);
        assertThat(item.path("orderNumber").asText()).isEqualTo("N-1");
        assertThat(item.path("status").asInt()).isEqualTo(15);
        assertThat(item.path("time").asText()).isEqualTo("2022-06-10T03:00:00Z");
        String signed = "MYVNP" + body.path("sendDate").asText() + itemCode + "15";
        assertThat(verifies(signed, body.path("signature").asText())).isTrue();
        assertThat(verifies(signed + "0", body.path("signature").asText())).isFalse();
    }

    @Test
    void repeatsAreSentAsOftenAsAsked() {
        listen();
        world.client().move(itemCode, 14, null, 2);

        await().until(() -> step().taken() == 3);
        assertThat(received).hasSize(3);
    }

    @Test
    void aRefusedCallBackIsMadeAgainUntilItIsTaken() {
        refusals.set(2);
        listen();
        world.client().move(itemCode, 14);

        await().until(() -> step().taken() == 1);
        assertThat(step().tries()).isEqualTo(3);
        assertThat(received).hasSize(1);
    }

    @Test
    void aCallBackThatNobodyTookIsMadeAfterARestart() {
        world.client().move(itemCode, 14);
        await().until(() -> step().tries() > 0);
        world.close();
        world = TestWorld.in(directory);
        listen();

        await().until(() -> step().taken() == 1);
        assertThat(received).hasSize(1);
    }

    @Test
    void unknownParcelsAndStatusesAreRefused() {
        assertThatThrownBy(() -> world.client().move("RR000000014VN", 14)).hasMessageContaining("404");
        assertThatThrownBy(() -> world.client().move(itemCode, 99)).hasMessageContaining("422");
    }

    private static boolean verifies(String text, String signature) throws Exception {
        byte[] der = Base64.getDecoder().decode(TestWorld.CARRIER_KEY.publicBase64());
        PublicKey key = KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(der));
        Signature verifier = Signature.getInstance("SHA256withRSA");
        verifier.initVerify(key);
        verifier.update(text.getBytes(StandardCharsets.UTF_8));
        return verifier.verify(Base64.getDecoder().decode(signature));
    }
}
