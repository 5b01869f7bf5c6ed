package vn.motcua.notification.sending;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.ext.mail.MailClient;
import io.vertx.ext.mail.MailMessage;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.motcua.notification.notices.Answer;

/** What the mail client really fails with when a server says no, or nothing, at each point of the exchange. */
class MailFaultsIT {

    private static final Vertx VERTX = Vertx.vertx();

    @AfterAll
    static void close() throws Exception {
        VERTX.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
    }

    @ParameterizedTest
    @CsvSource({
        "GREETING, 421 busy, TryLater, SMTP_421",
        "GREETING, 554 no service, TryLater, SMTP_554",
        "MAIL, 451 later, TryLater, SMTP_451",
        "MAIL, 550 not you, GivenUp, SMTP_550",
        "RCPT, 450 later, TryLater, SMTP_450",
        "RCPT, 550 unknown, GivenUp, SMTP_550",
        "DATA, 451 later, TryLater, SMTP_451",
        "DATA, 554 no, GivenUp, SMTP_554",
        "CONTENT, 452 full, TryLater, SMTP_452",
        "CONTENT, 554 spam, GivenUp, SMTP_554",
        "CONTENT, '', InDoubt, NO_ANSWER"
    })
    void arefusalIsCertainAndALostAnswerIsADoubt(String at, String says, String kind, String why) throws Exception {
        var script = new HashMap<>(Map.of("GREETING", "220 mail", "DATA", "354 go on", "QUIT", "221 bye"));
        script.put(at, says);
        try (var server = new ScriptedMailServer(script)) {
            var answer = send(server.port());

            assertThat(answer.getClass().getSimpleName()).isEqualTo(kind);
            assertThat(answer.toString()).contains(why);
        }
    }

    @org.junit.jupiter.api.Test
    void aServerThatIsNotThereTookNothing() throws Exception {
        int port;
        try (var server = new ScriptedMailServer(Map.of())) {
            port = server.port();
        }
        assertThat(send(port)).isEqualTo(new Answer.TryLater("NO_CONNECTION"));
    }

    private static Answer send(int port) throws Exception {
        var client = MailClient.create(
                VERTX,
                new io.vertx.ext.mail.MailConfig("127.0.0.1", port)
                        .setKeepAlive(false)
                        .setPipelining(false));
        var message = new MailMessage("from@example.vn", "to@example.vn", "Hồ sơ", "Hồ sơ đã có kết quả.");
        var answer = new CompletableFuture<Answer>();
        client.sendMail(message)
                .onSuccess(sent -> answer.complete(new Answer.Accepted(sent.getMessageID())))
                .onFailure(fault -> answer.complete(MailFaults.toAnswer(fault)));
        try {
            return answer.get(20, TimeUnit.SECONDS);
        } finally {
            client.close();
        }
    }
}
