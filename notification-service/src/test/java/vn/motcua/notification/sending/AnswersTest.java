package vn.motcua.notification.sending;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.handler.codec.DecoderException;
import io.netty.handler.ssl.NotSslRecordException;
import io.vertx.core.VertxException;
import io.vertx.ext.mail.SMTPException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLKeyException;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLProtocolException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.motcua.notification.notices.Answer;

class AnswersTest {

    @Test
    void aHundredMeansTakenOver() {
        assertThat(SmsAnswers.toSending(
                        200, "{\"CodeResult\":\"100\",\"SMSID\":\"sms-7\",\"ErrorMessage\":null}", null))
                .isEqualTo(new Answer.Accepted("sms-7"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"101", "104", "108", "146", "177"})
    void whatWouldBeRefusedAgainIsGivenUp(String code) {
        assertThat(SmsAnswers.toSending(200, "{\"CodeResult\":\"" + code + "\"}", null))
                .isEqualTo(new Answer.GivenUp("SMS_" + code));
    }

    @ParameterizedTest
    @ValueSource(strings = {"99", "103", "140"})
    void whatPeopleCanMendIsTriedLater(String code) {
        assertThat(SmsAnswers.toSending(200, "{\"CodeResult\":\"" + code + "\"}", null))
                .isEqualTo(new Answer.TryLater("SMS_" + code));
    }

    @ParameterizedTest
    @ValueSource(strings = {"124", "177000", "7", "abc", ""})
    void aRepeatedIdAndWhateverIsUnknownIsAskedAbout(String code) {
        assertThat(SmsAnswers.toSending(200, "{\"CodeResult\":\"" + code + "\"}", null))
                .isInstanceOf(Answer.InDoubt.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<html>", "[]", "{}", "{\"CodeResult\":null}"})
    void anAnswerThatCannotBeReadIsADoubt(String body) {
        assertThat(SmsAnswers.toSending(200, body, null)).isEqualTo(new Answer.InDoubt("SMS_UNREADABLE"));
    }

    @ParameterizedTest
    @CsvSource({
        "400, GivenUp",
        "401, GivenUp",
        "403, GivenUp",
        "404, GivenUp",
        "415, GivenUp",
        "429, TryLater",
        "503, TryLater",
        "408, InDoubt",
        "500, InDoubt",
        "502, InDoubt",
        "504, InDoubt",
        "302, InDoubt",
        "201, InDoubt"
    })
    void onlyRefusalsBeforeAnyWorkAreCertain(int status, String kind) {
        var answer = SmsAnswers.toSending(status, null, null);

        assertThat(answer.getClass().getSimpleName()).isEqualTo(kind);
    }

    @Test
    void theGatewayMayAskForPatience() {
        assertThat(SmsAnswers.toSending(429, null, "120"))
                .isEqualTo(new Answer.TryLater("HTTP_429", Duration.ofMinutes(2)));
        assertThat(SmsAnswers.toSending(503, null, "Wed, 21 Oct 2026 07:28:00 GMT"))
                .isEqualTo(new Answer.TryLater("HTTP_503"));
    }

    @Test
    void whoIsAskedEitherKnowsOrDoesNotOrTheDoubtStays() {
        assertThat(SmsAnswers.toAsking(200, "{\"found\":true,\"SMSID\":\"sms-1\",\"SendStatus\":\"5\"}"))
                .isEqualTo(new Answer.Accepted("sms-1"));
        assertThat(SmsAnswers.toAsking(200, "{\"found\":true,\"SMSID\":\"sms-1\",\"SendStatus\":\"4\"}"))
                .isEqualTo(new Answer.GivenUp("SMS_REJECTED"));
        assertThat(SmsAnswers.toAsking(200, "{\"found\":false}")).isEqualTo(new Answer.TryLater("SMS_NOT_FOUND"));
        for (var body : List.of("", "{}", "{\"found\":\"no\"}", "oops")) {
            assertThat(SmsAnswers.toAsking(200, body)).isInstanceOf(Answer.InDoubt.class);
        }
        for (var status : List.of(401, 404, 429, 500, 503)) {
            assertThat(SmsAnswers.toAsking(status, "{\"found\":false}")).isInstanceOf(Answer.InDoubt.class);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "recipient address not accepted|550|GivenUp",
                "sender address not accepted|550|GivenUp",
                "sending data failed|554|GivenUp",
                "recipient address not accepted|450|TryLater",
                "sending data failed|451|TryLater",
                "got error response|554|TryLater",
                "AUTH LOGIN failed|535|TryLater"
            })
    void areplyWithACodeIsCertainWhateverThePhase(String message, int code, String kind) {
        var answer = MailFaults.toAnswer(new SMTPException(message, code, List.of("no"), false));

        assertThat(answer.getClass().getSimpleName()).isEqualTo(kind);
        assertThat(answer.toString()).contains("SMTP_" + code);
    }

    @Test
    void aServerThatWasNeverReachedTookNothing() {
        for (var fault : List.of(
                new ConnectException("refused"),
                new UnknownHostException("mail"),
                new NoRouteToHostException("mail"),
                new SSLHandshakeException("no common cipher"),
                new SSLPeerUnverifiedException("somebody else"),
                new VertxException("handshake", new SSLHandshakeException("no common cipher")),
                new IllegalStateException(new ConnectException("refused")))) {
            assertThat(MailFaults.toAnswer(fault)).isEqualTo(new Answer.TryLater("NO_CONNECTION"));
        }
    }

    @Test
    void silenceAndALostConnectionMayHaveComeAfterTheLastByte() {
        for (var fault : List.of(
                new TimeoutException(),
                new io.smallrye.mutiny.TimeoutException(),
                new SocketException("Connection reset"),
                new VertxException("Connection was closed"),
                new SSLException("Tag mismatch"),
                new SSLProtocolException("Unexpected record"),
                new SSLKeyException("Bad key"),
                new NotSslRecordException("not an SSL/TLS record"),
                new DecoderException(new SSLException("closing inbound before receiving peer's close_notify")),
                new IllegalStateException("anything else"))) {
            assertThat(MailFaults.toAnswer(fault)).isEqualTo(new Answer.InDoubt("NO_ANSWER"));
        }
    }

    @Test
    void whatIsPrintedNamesNoPerson() {
        var notice = new Outgoing(
                java.util.UUID.fromString("01814200-0000-7000-8000-000000000001"),
                vn.motcua.notification.notices.Channel.SMS,
                "+84912345601",
                null,
                "Hồ sơ",
                "ACCEPTED",
                1,
                0);
        var message = new SmsApi.Message("key", "secret", "+84912345601", "Hồ sơ", "MOTCUA", "2", "1", "id");

        assertThat(notice + " " + message)
                .doesNotContain("912")
                .doesNotContain("secret")
                .doesNotContain("Hồ sơ");
    }
}
