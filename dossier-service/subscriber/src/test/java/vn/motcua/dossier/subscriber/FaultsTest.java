package vn.motcua.dossier.subscriber;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonParseException;
import io.vertx.core.VertxException;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.ClosedConnectionException;
import java.io.IOException;
import java.net.ConnectException;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FaultsTest {

    @ParameterizedTest
    @ValueSource(strings = {"08006", "40001", "40P01", "53300", "57P01", "57P03", "58030", "28P01", "55P03", "25006"})
    void whatTheDatabaseSaysOfItselfPasses(String sqlState) {
        assertThat(Faults.pass(refused(sqlState))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"23505", "23514", "22P02", "22001", "42P01", "25P02", "P0001", "XX000"})
    void whatTheDatabaseSaysOfTheEventStays(String sqlState) {
        assertThat(Faults.pass(refused(sqlState))).isFalse();
    }

    @Test
    void aConnectionThatIsGonePasses() {
        assertThat(Faults.pass(new ConnectException("refused"))).isTrue();
        assertThat(Faults.pass(ClosedConnectionException.INSTANCE)).isTrue();
        assertThat(Faults.pass(new IOException("Connection reset by peer"))).isTrue();
        assertThat(Faults.pass(new VertxException("Timeout waiting for connection", true)))
                .isTrue();
        assertThat(Faults.pass(new CompletionException(new ConnectException("refused"))))
                .isTrue();
    }

    @Test
    void whatIsWrongWithTheContentStays() {
        assertThat(Faults.pass(new IllegalStateException("no such step"))).isFalse();
        assertThat(Faults.pass(new NotYet("PROCEDURE|1|1"))).isFalse();
        assertThat(Faults.pass(new JsonParseException(null, "Connection "))).isFalse();
        assertThat(Faults.pass(
                        new VertxException("Parameter at position[0] with class = [x] can not be coerced", true)))
                .isFalse();
    }

    @Test
    void aReasonNamesTheFaultAndItsPlaceButNoValues() {
        var reason = ParkingReason.of(
                new IllegalArgumentException("\"Hoàng Thị Mẫu\" 0912 345 678 mau@example.vn [x] is wrong\u0000"));

        assertThat(reason)
                .startsWith("java.lang.IllegalArgumentException: ")
                .contains("is wrong", "FaultsTest.java")
                .doesNotContain("Hoàng", "0912", "mau@", "[x]", "\u0000");
    }

    @Test
    void ofTheDatabaseItNamesTheRuleOnly() {
        assertThat(ParkingReason.of(refused("23505")))
                .contains("SQLSTATE 23505 constraint notice_phone_key table notice")
                .doesNotContain("0912345678");
    }

    @Test
    void aReasonIsBounded() {
        assertThat(ParkingReason.of(new IllegalStateException("x".repeat(5_000))))
                .hasSize(ParkingReason.LONGEST);
    }

    private static PgException refused(String sqlState) {
        return new PgException(
                "duplicate key 0912345678",
                "ERROR",
                sqlState,
                "Key (phone)=(0912345678) exists",
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                "public",
                "notice",
                null,
                null,
                "notice_phone_key");
    }
}
