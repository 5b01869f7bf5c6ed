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
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.motcua.local.outside.sms.SmsView;
import vn.motcua.local.testing.LocalInfrastructure;
import vn.motcua.notification.QuickSending;
import vn.motcua.notification.Stage;
import vn.motcua.notification.Story;
import vn.motcua.notification.notices.Channel;
import vn.motcua.notification.notices.NoticeState;
import vn.motcua.notification.notices.Settlement;
import vn.motcua.notification.planning.Facts;

/** What is overtaken before it is sent, wherever its sending stands at that moment. */
@QuarkusTest
@TestProfile(QuickSending.class)
@WithTestResource(value = LocalInfrastructure.class, initArgs = @ResourceArg(name = "outside", value = "true"))
class OvertakenIT {

    private static final Map<String, String> LATER = Map.of("due_at", "now() + interval '1 hour'");

    private static Stage stage;

    @Inject
    Ledger ledger;

    @BeforeAll
    static void set() {
        stage = Stage.set();
    }

    @AfterAll
    static void clear() {
        stage.close();
    }

    @Test
    void aRecallHoldsBackWhatTellsOfTheResultAndNothingElse() {
        var story = new Story(stage, 601);
        var ready = telling("RESULT_READY", stage.plant(story, "SMS", story.phone(), "PLANNED", LATER));
        var mail = telling("RESULT_EARLY", stage.plant(story, "EMAIL", story.email(), "PLANNED", LATER));
        var sent =
                telling("RESULT_READY", stage.plant(story, "SMS", story.phone(), "SENT", Map.of("sent_at", "now()")));
        var receipt = telling("ACCEPTED", stage.plant(story, "EMAIL", story.email(), "PLANNED", with("attempt", "0")));

        story.tell(Facts::resultRecalled, Facts.recipient(story.phone(), null));

        await().atMost(Stage.LONG).until(() -> stage.sms(story.phone()).size() == 1);
        assertThat(standing(ready)).isEqualTo("SUPPRESSED SUPERSEDED");
        assertThat(standing(mail)).isEqualTo("SUPPRESSED SUPERSEDED");
        assertThat(standing(sent)).isEqualTo("SENT -");
        assertThat(standing(receipt)).isEqualTo("PLANNED -");
    }

    @Test
    void aDossierThatIsClosedHoldsBackEverythingThatIsNotSent() {
        var voided = new Story(stage, 602);
        var merged = new Story(stage, 603);
        var other = new Story(stage, 604);
        var ofVoided = telling("APOLOGY", stage.plant(voided, "SMS", voided.phone(), "PLANNED", LATER));
        var ofMerged = telling("ACCEPTED", stage.plant(merged, "SMS", merged.phone(), "PLANNED", LATER));
        var ofOther = telling("ACCEPTED", stage.plant(other, "SMS", other.phone(), "PLANNED", LATER));

        voided.tell(Facts::voided, Facts.recipient(voided.phone(), null));
        merged.tell(Facts::merged, Facts.recipient(merged.phone(), null));

        stage.awaitNotices(voided.id(), "SMS APOLOGY SUPPRESSED", "SMS VOIDED SENT");
        stage.awaitNotices(merged.id(), "SMS ACCEPTED SUPPRESSED", "SMS MERGED SENT");
        assertThat(standing(ofVoided)).isEqualTo("SUPPRESSED SUPERSEDED");
        assertThat(standing(ofMerged)).isEqualTo("SUPPRESSED SUPERSEDED");
        assertThat(standing(ofOther)).isEqualTo("PLANNED -");
    }

    @Test
    void whatAProviderIsJustBeingCalledForGoesItsWayButIsNotTriedAgain() {
        var story = new Story(stage, 605);
        var taken = sending(story, 1);
        var refused = sending(story, 2);
        var lost = sending(story, 3);

        story.tell(Facts::voided, Facts.recipient(null, story.email()));
        stage.awaitNotices(
                story.id(),
                "SMS RESULT_RETURNED SENDING",
                "SMS RESULT_RETURNED SENDING",
                "SMS RESULT_RETURNED SENDING",
                "EMAIL VOIDED SENT");

        settle(taken, 1, new Settlement(NoticeState.SENT, null, "id", null));
        settle(refused, 2, new Settlement(NoticeState.PLANNED, "SMS_99", null, Duration.ZERO));
        settle(lost, 3, new Settlement(NoticeState.IN_DOUBT, "NO_ANSWER", null, null));
        assertThat(standing(taken)).isEqualTo("SENT -");
        assertThat(standing(refused)).isEqualTo("SUPPRESSED SUPERSEDED");

        // The gateway certainly does not know it: it would be sent again, were it still true.
        await().atMost(Stage.LONG).until(() -> standing(lost), "SUPPRESSED SUPERSEDED"::equals);
        assertThat(stage.sms(story.phone())).isEmpty();
    }

    /** What is tried again goes to whoever it is for now, and nowhere if they want none. */
    @Test
    void whatAProviderIsJustBeingCalledForIsTriedAgainAtTheNewAddress() {
        var moved = new Story(stage, 606);
        var refused = sending(moved, 1);
        var silent = new Story(stage, 607);
        var unwanted = sending(silent, 1);

        moved.tell(Facts::changed, Facts.recipient("0912399606", null));
        silent.tell(Facts::changed, Facts.recipient(null, silent.email()));
        await().atMost(Stage.LONG).until(() -> address(refused), "+84912399606"::equals);
        await().atMost(Stage.LONG).until(() -> address(unwanted) == null);
        settle(refused, 1, new Settlement(NoticeState.PLANNED, "SMS_99", null, Duration.ZERO));
        settle(unwanted, 1, new Settlement(NoticeState.PLANNED, "SMS_99", null, Duration.ZERO));

        await().atMost(Stage.LONG).until(() -> stage.sms("+84912399606").size() == 1);
        assertThat(stage.sms(moved.phone())).isEmpty();
        assertThat(standing(unwanted)).isEqualTo("SUPPRESSED NOT_WANTED");
    }

    @Test
    void whoeverIsFasterANoticeIsEitherSentOrHeldBackAndTheClosingComesLast() {
        var stories = new ArrayList<Story>();
        for (int n = 0; n < 40; n++) {
            var story = new Story(stage, 700 + n);
            stories.add(story);
            stage.plant(story, "SMS", story.phone(), "PLANNED", Map.of("due_at", "now()"));
            story.tell(Facts::voided, Facts.recipient(story.phone(), null));
        }

        for (var story : stories) {
            await().atMost(Stage.LONG)
                    .until(
                            () -> stage.notices(story.id()),
                            now -> now.equals(List.of("SMS RESULT_RETURNED SENT", "SMS VOIDED SENT"))
                                    || now.equals(List.of("SMS RESULT_RETURNED SUPPRESSED", "SMS VOIDED SENT")));
            var texts = stage.sms(story.phone()).stream()
                    .map(SmsView.Message::content)
                    .toList();
            var wasSent = stage.notices(story.id()).contains("SMS RESULT_RETURNED SENT");
            assertThat(texts).hasSize(wasSent ? 2 : 1);
            assertThat(texts.get(texts.size() - 1)).contains("đã được đóng");
        }
    }

    private static UUID sending(Story story, int attempt) {
        return stage.plant(
                story,
                "SMS",
                story.phone(),
                "SENDING",
                Map.of("lease_until", "now() + interval '1 hour'", "attempt", Integer.toString(attempt)));
    }

    private void settle(UUID id, int attempt, Settlement settlement) {
        var call = new Outgoing(id, Channel.SMS, "+84912300001", null, "x", "RESULT_RETURNED", attempt, 0);
        assertThat(ledger.settle(call, settlement).await().atMost(Stage.LONG)).isTrue();
    }

    private static UUID telling(String wording, UUID id) {
        stage.execute("update notice set wording = '" + wording + "' where id = '" + id + "'");
        return id;
    }

    private static Map<String, String> with(String column, String value) {
        return Map.of("due_at", "now() + interval '1 hour'", column, value);
    }

    /** Null where it is to go nowhere. */
    private static String address(UUID id) {
        return stage.texts("select address from notice where id = '" + id + "'").get(0);
    }

    private static String standing(UUID id) {
        return stage.texts("select state || ' ' || coalesce(reason, '-') from notice where id = '" + id + "'")
                .get(0);
    }
}
