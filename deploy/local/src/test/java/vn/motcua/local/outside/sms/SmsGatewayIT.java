package vn.motcua.local.outside.sms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpTimeoutException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.motcua.local.outside.Fault;
import vn.motcua.local.outside.Provider;
import vn.motcua.local.outside.TestWorld;

class SmsGatewayIT {

    private static final String PATH = "/sms/v1/messages";

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

    private static ObjectNode message(String requestId) {
        return TestWorld.json("""
            {'ApiKey':'key','SecretKey':'secret','Phone':'+84912345678','Content':'Hồ sơ đã được tiếp nhận.',
             'Brandname':'UBNDBACKAN','SmsType':'2','IsUnicode':'1','RequestId':'%s'}\
            """.formatted(requestId));
    }

    @Test
    void anAcceptedMessageIsRecordedWithItsPartsAndBothTimes() throws Exception {
        world.clock().set(Instant.parse("2022-06-08T02:00:00Z"), true);

        TestWorld.Reply reply = world.post(PATH, message("r-1"));

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.body().path("CodeResult").asText()).isEqualTo("100");
        SmsView seen = world.client().sms();
        assertThat(seen.accepted()).isEqualTo(1);
        SmsView.Message sent = seen.messages().get(0);
        assertThat(sent.smsId()).isEqualTo(reply.body().path("SMSID").asText());
        assertThat(sent.to()).isEqualTo("+84912345678");
        assertThat(sent.content()).isEqualTo("Hồ sơ đã được tiếp nhận.");
        assertThat(sent.unicode()).isTrue();
        assertThat(sent.parts()).isEqualTo(1);
        assertThat(sent.businessAt()).isEqualTo(Instant.parse("2022-06-08T02:00:00Z"));
    }

    @ParameterizedTest
    @CsvSource({
        "ApiKey,wrong,101",
        "SecretKey,wrong,101",
        "ApiKey,,101",
        "Brandname,OTHER,104",
        "Brandname,,104",
        "Phone,0209123456,108",
        "Phone,0951234567,108",
        "Phone,,108",
        "Content,,99",
        "SmsType,1,99",
        "SmsType,,99",
        "IsUnicode,0,99",
        "IsUnicode,,99",
        "RequestId,,99",
        "RequestId,has spaces,99",
        "CallbackUrl,not a url,99",
        "Sender,unknown field,99"
    })
    void everyFieldIsChecked(String field, String value, String code) throws Exception {
        ObjectNode message = message("r-1");
        if (value == null) {
            message.remove(field);
        } else {
            message.put(field, value);
        }

        assertThat(world.post(PATH, message).body().path("CodeResult").asText()).isEqualTo(code);
        assertThat(world.client().sms().accepted()).isZero();
        assertThat(world.client().sms().refused()).isEqualTo(1);
    }

    @Test
    void plainTextMustNotBeMarkedAsUnicode() throws Exception {
        ObjectNode plain = message("r-1").put("Content", "Ho so da duoc tiep nhan.");

        assertThat(world.post(PATH, plain).body().path("CodeResult").asText()).isEqualTo("99");
        assertThat(world.post(PATH, plain.put("IsUnicode", "0"))
                        .body()
                        .path("CodeResult")
                        .asText())
                .isEqualTo("100");
    }

    @Test
    void decomposedTextAndTextOfMoreThanFourPartsAreRefused() throws Exception {
        ObjectNode decomposed =
                message("r-1").put("Content", java.text.Normalizer.normalize("Hồ sơ", java.text.Normalizer.Form.NFD));
        assertThat(world.post(PATH, decomposed).body().path("ErrorMessage").asText())
                .contains("NFC");

        assertThat(world.post(PATH, message("r-2").put("Content", "ơ".repeat(268)))
                        .body()
                        .path("CodeResult")
                        .asText())
                .isEqualTo("100");
        assertThat(world.post(PATH, message("r-3").put("Content", "ơ".repeat(269)))
                        .body()
                        .path("ErrorMessage")
                        .asText())
                .contains("5 parts");
    }

    @Test
    void whatIsSentAgainIsAnsweredAsDuplicateAndShown() throws Exception {
        String id = world.post(PATH, message("r-1")).body().path("SMSID").asText();

        TestWorld.Reply again = world.post(PATH, message("r-1"));

        assertThat(again.body().path("CodeResult").asText()).isEqualTo("124");
        assertThat(again.body().path("SMSID").asText()).isEqualTo(id);
        assertThat(world.client().sms().repeats()).isEqualTo(1);
        assertThat(world.client().sms().messages().get(0).repeats()).isEqualTo(1);
    }

    @Test
    void theSameTextUnderAnotherIdIsShownAsSuch() throws Exception {
        world.post(PATH, message("r-1"));
        world.post(PATH, message("r-2").put("Phone", "0912345678"));

        assertThat(world.client().sms().messages().get(1).sameTextBefore()).isEqualTo(1);
    }

    @Test
    void whoIsInDoubtMayAsk() throws Exception {
        String id = world.post(PATH, message("r-1")).body().path("SMSID").asText();

        TestWorld.Reply found =
                world.send("GET", PATH + "?requestId=r-1", null, "ApiKey", "key", "SecretKey", "secret");
        assertThat(found.body().path("found").asBoolean()).isTrue();
        assertThat(found.body().path("SMSID").asText()).isEqualTo(id);
        assertThat(found.body().path("SendStatus").asText()).isEqualTo("5");
        TestWorld.Reply unknown =
                world.send("GET", PATH + "?requestId=r-9", null, "ApiKey", "key", "SecretKey", "secret");
        assertThat(unknown.body()).isEqualTo(TestWorld.json("{'found':false}"));
        assertThat(world.send("GET", PATH + "?requestId=r-1", null).status()).isEqualTo(401);
    }

    @Test
    void aRefusingGatewayAcceptsNothingAndTheSameRequestMayComeAgain() throws Exception {
        world.client().fault(Provider.SMS, Fault.of(Fault.Mode.REFUSE).forNext(1));

        assertThat(world.post(PATH, message("r-1")).body().path("CodeResult").asText())
                .isEqualTo("99");
        assertThat(world.post(PATH, message("r-1")).body().path("CodeResult").asText())
                .isEqualTo("100");
        assertThat(world.client().sms().repeats()).isZero();
    }

    @Test
    void acceptThenTimeOutRecordsAndNeverAnswers() {
        world.client().fault(Provider.SMS, Fault.of(Fault.Mode.ACCEPT_THEN_TIMEOUT));

        assertThatThrownBy(() -> world.post(PATH, message("r-1"))).isInstanceOf(HttpTimeoutException.class);
        assertThat(world.client().sms().accepted()).isEqualTo(1);
    }

    @Test
    void aLostRequestIsNotRecordedAndNotAnswered() {
        world.client().fault(Provider.SMS, Fault.of(Fault.Mode.LOSE));

        assertThatThrownBy(() -> world.post(PATH, message("r-1"))).isInstanceOf(HttpTimeoutException.class);
        assertThat(world.client().sms().accepted()).isZero();
    }

    @Test
    void aSlowGatewayAnswersLate() throws Exception {
        world.client().fault(Provider.SMS, Fault.delay(Duration.ofMillis(300)));
        long began = System.nanoTime();

        assertThat(world.post(PATH, message("r-1")).body().path("CodeResult").asText())
                .isEqualTo("100");
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isGreaterThanOrEqualTo(Duration.ofMillis(300));
    }

    @Test
    void aRestartForgetsNothingUntilItIsAskedTo() throws Exception {
        world.post(PATH, message("r-1"));
        world.close();
        world = TestWorld.in(directory);

        assertThat(world.post(PATH, message("r-1")).body().path("CodeResult").asText())
                .isEqualTo("124");
        world.client().forget();
        assertThat(world.client().sms().accepted()).isZero();
        assertThat(world.post(PATH, message("r-1")).body().path("CodeResult").asText())
                .isEqualTo("100");
    }

    @Test
    void whatIsNotJsonIsRefused() throws Exception {
        assertThat(world.send("POST", PATH, "{").status()).isEqualTo(400);
        assertThat(world.send("POST", PATH, "[]").status()).isEqualTo(400);
        assertThat(world.send("PUT", PATH, "{}").status()).isEqualTo(405);
        assertThat(world.send("GET", "/sms/v1/other", null).status()).isEqualTo(404);
    }
}
