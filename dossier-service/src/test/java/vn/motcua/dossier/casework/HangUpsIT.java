package vn.motcua.dossier.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static vn.motcua.dossier.testing.Api.JUSTICE;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.motcua.dossier.testing.Api;
import vn.motcua.dossier.testing.BusinessDay;
import vn.motcua.dossier.testing.Tables;
import vn.motcua.local.testing.LocalInfrastructure;
import vn.motcua.local.tokens.TokenRequest;

/** Callers who hang up in mid-request. */
@QuarkusTest
@QuarkusTestResource(LocalInfrastructure.class)
@QuarkusTestResource(BusinessDay.class)
class HangUpsIT {

    private static final int CALLERS = 60;

    private final Api citizen = Api.citizen("c-21");
    private final Api reception = Api.as("reception", JUSTICE);

    @BeforeEach
    void onATuesday() {
        BusinessDay.standAt("2022-06-21T09:00");
    }

    @AfterEach
    void goOn() {
        BusinessDay.backToRealTime();
    }

    @Test
    void aCallerWhoHangsUpHasTakenTheStepOrNotAndARetryFindsOut() throws IOException {
        var token = LocalInfrastructure.tokens().token(TokenRequest.of("reception", JUSTICE, 1));
        var ids = new ArrayList<String>();
        for (int i = 0; i < CALLERS; i++) {
            ids.add(citizen.open(Examples.ONLINE).id());
        }
        for (int i = 0; i < CALLERS; i++) {
            hangUp(ids.get(i), token, "hang-up-" + i, i);
        }
        for (int i = 0; i < CALLERS; i++) {
            var retried = reception.step(ids.get(i), "acceptance", "\"1\"", "hang-up-" + i, "{}");
            assertThat(retried.status()).as(String.valueOf(retried.body())).isEqualTo(200);
            assertThat(retried.etag()).isEqualTo("\"2\"");
            assertThat(Tables.number("select count(*) from event where subject = ?::uuid", ids.get(i)))
                    .isEqualTo(2);
        }
        await().atMost(Duration.ofSeconds(20))
                .until(() -> Tables.number(
                                "select count(*) from pg_stat_activity where datname = current_database() and state like 'idle in%'")
                        == 0);
        await().atMost(Duration.ofSeconds(20)).until(() -> Tables.number("select count(*) from outgoing") == 0);
    }

    /** Sends the request and closes with a reset after a moment that differs a little each time. */
    private static void hangUp(String id, String token, String key, int i) throws IOException {
        try (var socket = new Socket("localhost", RestAssured.port)) {
            socket.setSoLinger(true, 0);
            socket.setTcpNoDelay(true);
            socket.getOutputStream()
                    .write(("POST /v1/dossiers/" + id
                                    + "/acceptance HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
                                    + token + "\r\nIdempotency-Key: " + key
                                    + "\r\nIf-Match: \"1\"\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{}")
                            .getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().flush();
            var patience = System.nanoTime() + i % 10 * 300_000L;
            while (System.nanoTime() < patience) {
                Thread.onSpinWait();
            }
        }
    }
}
