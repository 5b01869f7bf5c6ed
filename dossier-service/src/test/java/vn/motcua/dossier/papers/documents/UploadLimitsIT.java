package vn.motcua.dossier.papers.documents;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import java.net.Socket;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.motcua.dossier.testing.Api;
import vn.motcua.local.testing.LocalInfrastructure;
import vn.motcua.local.tokens.TokenRequest;

/** Uploads take no more of the service than is stated; with small limits, so that they are reached. */
@QuarkusTest
@TestProfile(UploadLimitsIT.SmallLimits.class)
@QuarkusTestResource(LocalInfrastructure.class)
class UploadLimitsIT {

    /** Two at a time, two unused. */
    public static class SmallLimits implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "motcua.documents.uploads-at-once", "2",
                    "motcua.documents.unused-per-account", "2");
        }
    }

    @Test
    void whoLeavesTooManyUnusedIsToldToUseThem() {
        var citizen = Api.citizen("c-hoarder");
        assertThat(SentFiles.upload(citizen, SentFiles.pdf("1")).status()).isEqualTo(201);
        assertThat(SentFiles.upload(citizen, SentFiles.pdf("2")).status()).isEqualTo(201);

        var refused = SentFiles.upload(citizen, SentFiles.pdf("3"));

        assertThat(refused.status()).isEqualTo(429);
        assertThat(SentFiles.upload(Api.citizen("c-tidy"), SentFiles.pdf("3")).status())
                .isEqualTo(201);
    }

    @Test
    void twoAreTakenAtATimeAndTheNextIsToldToComeLater() throws Exception {
        var third = Api.citizen("c-third");
        try (var one = begun();
                var two = begun()) {
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> SentFiles.lying("arriving").size() == 2);
            assertThat(SentFiles.upload(third, SentFiles.pdf("busy")).status()).isEqualTo(429);
            assertThat(one.isConnected() && two.isConnected()).isTrue();
        }
        await().atMost(Duration.ofSeconds(20))
                .until(() -> SentFiles.upload(third, SentFiles.pdf("free")).status() == 201);
    }

    private static Socket begun() throws Exception {
        var token = LocalInfrastructure.tokens().token(TokenRequest.citizen("c-slow"));
        var socket = new Socket("localhost", RestAssured.port);
        socket.getOutputStream()
                .write(("POST /v1/uploads HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + token
                                + "\r\nContent-Type: application/pdf\r\nContent-Length: 1000000\r\n\r\n%PDF-1.7")
                        .getBytes(UTF_8));
        socket.getOutputStream().flush();
        return socket;
    }
}
