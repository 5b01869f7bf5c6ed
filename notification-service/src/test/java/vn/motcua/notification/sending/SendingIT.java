package vn.motcua.notification.sending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.motcua.local.outside.Fault;
import vn.motcua.local.outside.Provider;
import vn.motcua.local.testing.LocalInfrastructure;
import vn.motcua.notification.QuickSending;
import vn.motcua.notification.Stage;
import vn.motcua.notification.Story;
import vn.motcua.notification.notices.Channel;
import vn.motcua.notification.planning.Facts;

/** Providers that refuse, dawdle, fall silent and lose; a service that dies; two services at once. */
@QuarkusTest
@TestProfile(QuickSending.class)
@WithTestResource(value = LocalInfrastructure.class, initArgs = @ResourceArg(name = "outside", value = "true"))
class SendingIT {

    private static Stage stage;

    @Inject
    Ledger ledger;

    @Inject
    SmsGateway sms;

    @Inject
    MailGateway mail;

    @Inject
    SendingConfig config;

    @Inject
    SendingMetrics metrics;

    @Inject
    SmsConfig account;

    @RestClient
    SmsApi api;

    @BeforeAll
    static void set() {
        stage = Stage.set();
    }

    @AfterEach
    void heal() {
        stage.outside().noFaults();
    }

    @AfterAll
    static void clear() {
        stage.close();
    }

    @Test
    void aGatewayThatRefusesForAWhileIsTriedAgain() {
        stage.outside().fault(Provider.SMS, Fault.of(Fault.Mode.REFUSE).forNext(2));
        var story = told(201, Channel.SMS);

        stage.awaitNotices(story.id(), "SMS RESULT_RETURNED SENT");
        assertThat(attempts(story)).containsExactly("3");
        assertAcceptedOnce(story, Channel.SMS);
    }

    @Test
    void aMailServerThatRefusesForAWhileIsTriedAgain() {
        stage.outside().fault(Provider.MAIL, Fault.of(Fault.Mode.REFUSE).forNext(1));
        var story = told(202, Channel.EMAIL);

        stage.awaitNotices(story.id(), "EMAIL RESULT_RETURNED SENT");
        assertThat(attempts(story)).containsExactly("2");
        assertAcceptedOnce(story, Channel.EMAIL);
    }

    @Test
    void whoRefusesForEverIsGivenUp() {
        stage.outside().fault(Provider.SMS, Fault.of(Fault.Mode.REFUSE));
        var story = told(203, Channel.SMS);

        stage.awaitNotices(story.id(), "SMS RESULT_RETURNED FAILED");
        assertThat(attempts(story)).containsExactly("4");
        assertThat(stage.texts("select reason from notice where dossier_id = '" + story.id() + "'"))
                .containsExactly("SMS_99");
        assertThat(stage.sms(story.phone())).isEmpty();
    }

    @Test
    void aSlowProviderIsWaitedFor() {
        stage.outside().fault(Provider.SMS, Fault.delay(Duration.ofMillis(500)));
        stage.outside().fault(Provider.MAIL, Fault.delay(Duration.ofMillis(500)));
        var bySms = told(204, Channel.SMS);
        var byMail = told(205, Channel.EMAIL);

        stage.awaitNotices(bySms.id(), "SMS RESULT_RETURNED SENT");
        stage.awaitNotices(byMail.id(), "EMAIL RESULT_RETURNED SENT");
        assertThat(attempts(bySms)).containsExactly("1");
        assertThat(attempts(byMail)).containsExactly("1");
        assertAcceptedOnce(bySms, Channel.SMS);
        assertAcceptedOnce(byMail, Channel.EMAIL);
    }

    @Test
    void anSmsWhoseAnswerIsLostIsAskedAboutAndNotSentAgain() {
        stage.outside()
                .fault(Provider.SMS, Fault.of(Fault.Mode.ACCEPT_THEN_TIMEOUT).forNext(1));
        var story = told(206, Channel.SMS);

        stage.awaitNotices(story.id(), "SMS RESULT_RETURNED IN_DOUBT");
        stage.awaitNotices(story.id(), "SMS RESULT_RETURNED SENT");
        assertThat(attempts(story)).containsExactly("1");
        assertThat(stage.texts("select provider_id from notice where dossier_id = '" + story.id() + "'"))
                .containsExactly(stage.sms(story.phone()).get(0).smsId());
        assertAcceptedOnce(story, Channel.SMS);
    }

    @Test
    void anSmsThatTheGatewayCertainlyDoesNotKnowIsSentUnderTheSameId() {
        stage.outside().fault(Provider.SMS, Fault.of(Fault.Mode.LOSE).forNext(1));
        var story = told(207, Channel.SMS);

        stage.awaitNotices(story.id(), "SMS RESULT_RETURNED SENT");
        assertThat(attempts(story)).containsExactly("2");
        assertThat(stage.texts("select id from notice where dossier_id = '" + story.id() + "'"))
                .containsExactly(stage.sms(story.phone()).get(0).requestId());
        assertAcceptedOnce(story, Channel.SMS);
    }

    @Test
    void anEmailWhoseAnswerIsLostStaysInDoubt() {
        stage.outside()
                .fault(Provider.MAIL, Fault.of(Fault.Mode.ACCEPT_THEN_TIMEOUT).forNext(1));
        var story = told(208, Channel.EMAIL);
        stage.awaitNotices(story.id(), "EMAIL RESULT_RETURNED IN_DOUBT");

        // Others go on, and a second later the doubtful one is still where it was.
        var other = told(209, Channel.EMAIL);
        stage.awaitNotices(other.id(), "EMAIL RESULT_RETURNED SENT");
        await().during(Duration.ofSeconds(2))
                .atMost(Stage.LONG)
                .until(() -> stage.notices(story.id()), List.of("EMAIL RESULT_RETURNED IN_DOUBT")::equals);
        assertAcceptedOnce(story, Channel.EMAIL);
    }

    @Test
    void whoeverDiedWhileSendingAnEmailLeavesADoubt() {
        var story = new Story(stage, 210);
        stage.plant(story, "EMAIL", story.email(), "SENDING", expired());

        stage.awaitNotices(story.id(), "EMAIL RESULT_RETURNED IN_DOUBT");
        await().during(Duration.ofSeconds(2))
                .atMost(Stage.LONG)
                .until(() -> stage.notices(story.id()), List.of("EMAIL RESULT_RETURNED IN_DOUBT")::equals);
        assertThat(stage.texts("select reason from notice where dossier_id = '" + story.id() + "'"))
                .containsExactly("LEASE_EXPIRED");
        assertThat(stage.mail(story.email())).isEmpty();
    }

    @Test
    void whoeverDiedWhileSendingAnSmsThatArrivedSendsItNoSecondTime() {
        var story = new Story(stage, 211);
        var id = stage.plant(
                story,
                "SMS",
                story.phone(),
                "SENDING",
                Map.of("lease_until", "now() + interval '1 hour'", "attempt", "1"));
        var body =
                stage.texts("select body from notice where id = '" + id + "'").get(0);
        var before = sms.send(new Outgoing(id, Channel.SMS, story.phone(), null, body, "RESULT_RETURNED", 1, 0))
                .await()
                .atMost(Stage.LONG);
        assertThat(before)
                .isEqualTo(new vn.motcua.notification.notices.Answer.Accepted(
                        stage.sms(story.phone()).get(0).smsId()));

        stage.execute("update notice set lease_until = now() - interval '1 second' where id = '" + id + "'");

        stage.awaitNotices(story.id(), "SMS RESULT_RETURNED SENT");
        assertThat(attempts(story)).containsExactly("1");
        assertAcceptedOnce(story, Channel.SMS);
    }

    @Test
    void whoeverDiedBeforeTheGatewayHeardOfAnSmsLeavesItToTheNext() {
        var story = new Story(stage, 212);
        var id = stage.plant(story, "SMS", story.phone(), "SENDING", expired());

        stage.awaitNotices(story.id(), "SMS RESULT_RETURNED SENT");
        assertThat(stage.sms(story.phone()).get(0).requestId()).isEqualTo(id.toString());
        assertAcceptedOnce(story, Channel.SMS);
    }

    @Test
    void aRequestIdThatWasTakenBeforeIsAskedAboutAndCountsAsSent() {
        var story = new Story(stage, 213);
        var id = stage.plant(story, "SMS", story.phone(), "PLANNED", Map.of("due_at", "now() + interval '1 hour'"));
        var body =
                stage.texts("select body from notice where id = '" + id + "'").get(0);
        sms.send(new Outgoing(id, Channel.SMS, story.phone(), null, body, "RESULT_RETURNED", 1, 0))
                .await()
                .atMost(Stage.LONG);

        stage.execute("update notice set due_at = now() where id = '" + id + "'");

        stage.awaitNotices(story.id(), "SMS RESULT_RETURNED SENT");
        assertThat(stage.sms(story.phone())).hasSize(1);
    }

    @Test
    void anAnswerThatComesAfterTheLeaseStillSettlesTheDoubtAndNothingElse() {
        var story = new Story(stage, 214);
        var id = stage.plant(story, "EMAIL", story.email(), "SENDING", expired());
        stage.awaitNotices(story.id(), "EMAIL RESULT_RETURNED IN_DOUBT");
        var late = new Outgoing(id, Channel.EMAIL, story.email(), "x", "x", "RESULT_RETURNED", 1, 0);
        var sent = new vn.motcua.notification.notices.Settlement(
                vn.motcua.notification.notices.NoticeState.SENT, null, "id", null);

        var stale = new Outgoing(id, Channel.EMAIL, story.email(), "x", "x", "RESULT_RETURNED", 0, 0);
        assertThat(ledger.settle(stale, sent).await().atMost(Stage.LONG)).isFalse();
        assertThat(ledger.settle(late, sent).await().atMost(Stage.LONG)).isTrue();
        assertThat(ledger.settle(late, sent).await().atMost(Stage.LONG)).isFalse();
        assertThat(stage.notices(story.id())).containsExactly("EMAIL RESULT_RETURNED SENT");
    }

    @Test
    void twoInstancesShareTheWorkAndSendNothingTwice() throws InterruptedException {
        var lanes = List.of(
                new Lane(sms, ledger, config, metrics), new Lane(mail, ledger, config, metrics),
                new Lane(sms, ledger, config, metrics), new Lane(mail, ledger, config, metrics));
        var ids = new ArrayList<UUID>();
        for (int n = 0; n < 60; n++) {
            var story = new Story(stage, 300 + n);
            ids.add(stage.plant(story, "SMS", story.phone(), "PLANNED", Map.of("due_at", "now()")));
            ids.add(stage.plant(story, "EMAIL", story.email(), "PLANNED", Map.of("due_at", "now()")));
            lanes.forEach(Lane::wake);
        }
        var all =
                "id in ('" + String.join("','", ids.stream().map(UUID::toString).toList()) + "')";

        await().atMost(Stage.LONG).until(() -> {
            lanes.forEach(Lane::wake);
            return stage.texts("select id from notice where state = 'SENT' and " + all)
                            .size()
                    == ids.size();
        });
        for (var lane : lanes) {
            assertThat(lane.stop(Duration.ofSeconds(10))).isTrue();
        }
        assertThat(stage.texts("select distinct attempt from notice where " + all))
                .containsExactly("1");
        for (int n = 0; n < 60; n++) {
            var story = new Story(stage, 300 + n);
            assertAcceptedOnce(story, Channel.SMS);
            assertAcceptedOnce(story, Channel.EMAIL);
        }
    }

    @Test
    void aGatewayThatIsNotThereTookNothing() {
        var nobody = org.eclipse.microprofile.rest.client.RestClientBuilder.newBuilder()
                .baseUri(java.net.URI.create("http://127.0.0.1:" + closedPort()))
                .build(SmsApi.class);
        var answer = new SmsGateway(nobody, account)
                .send(new Outgoing(new UUID(1, 1), Channel.SMS, "+84912300001", null, "Hồ sơ", "X", 1, 0))
                .await()
                .atMost(Stage.LONG);

        assertThat(answer).isEqualTo(new vn.motcua.notification.notices.Answer.TryLater("NO_CONNECTION"));
    }

    @Test
    void wrongKeysAreGivenUpAtOnce() {
        var message = new SmsApi.Message(
                "wrong", "wrong", "+84912300001", "Ho so", "MOTCUA", "2", "0", new UUID(2, 2).toString());
        var response = api.send(message).await().atMost(Stage.LONG);

        assertThat(SmsAnswers.toSending(response.getStatus(), response.getEntity(), null))
                .isEqualTo(new vn.motcua.notification.notices.Answer.GivenUp("SMS_101"));
    }

    private static Story told(int number, Channel channel) {
        var story = new Story(stage, number);
        return story.tell(
                Facts::returned,
                channel == Channel.SMS ? Facts.recipient(story.phone(), null) : Facts.recipient(null, story.email()));
    }

    private static Map<String, String> expired() {
        var columns = new HashMap<String, String>();
        columns.put("lease_until", "now() - interval '1 second'");
        columns.put("attempt", "1");
        return columns;
    }

    private static List<String> attempts(Story story) {
        return stage.texts("select attempt from notice where dossier_id = '" + story.id() + "'");
    }

    private static void assertAcceptedOnce(Story story, Channel channel) {
        if (channel == Channel.SMS) {
            assertThat(stage.sms(story.phone())).singleElement().satisfies(message -> {
                assertThat(message.repeats()).isZero();
                assertThat(message.sameTextBefore()).isZero();
            });
        } else {
            assertThat(stage.mail(story.email()))
                    .singleElement()
                    .satisfies(message -> assertThat(message.repeat()).isFalse());
        }
    }

    private static int closedPort() {
        try (var socket = new java.net.ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (java.io.IOException fault) {
            throw new java.io.UncheckedIOException(fault);
        }
    }
}
