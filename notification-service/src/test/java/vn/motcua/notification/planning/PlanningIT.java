package vn.motcua.notification.planning;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.motcua.dossier.events.Origin;
import vn.motcua.dossier.events.ReturnMethod;
import vn.motcua.local.outside.mail.MailEntry;
import vn.motcua.local.outside.sms.SmsView;
import vn.motcua.local.testing.LocalInfrastructure;
import vn.motcua.notification.QuickSending;
import vn.motcua.notification.Stage;
import vn.motcua.notification.Story;
import vn.motcua.postal.events.PostalStatus;

/** From the topics to the phone and the mailbox, over the real broker, database, gateway and mail server. */
@QuarkusTest
@TestProfile(QuickSending.class)
@WithTestResource(value = LocalInfrastructure.class, initArgs = @ResourceArg(name = "outside", value = "true"))
class PlanningIT {

    private static Stage stage;

    @BeforeAll
    static void set() {
        stage = Stage.set();
    }

    @AfterAll
    static void clear() {
        stage.close();
    }

    @Test
    void everyObligedFactReachesTheCitizenOnceHoweverOftenItIsTold() {
        var story = new Story(stage, 101).by(ReturnMethod.POST);
        var to = Facts.recipient(story.phone(), story.email());
        story.tell(Facts::submitted, to)
                .tell(Facts::accepted, to)
                .tell(Facts::processing, null)
                .tell(Facts::completed, to)
                .tell(Facts.handedOver(Facts.parcel(story.code(), PostalStatus.HANDED_OVER, 0, Origin.LIVE)))
                .tell(Facts.deliveryFailed(Facts.parcel(story.code(), PostalStatus.DELIVERY_FAILED, 1, Origin.LIVE)))
                .tell(Facts::returned, to);
        await().atMost(Stage.LONG)
                .until(() ->
                        stage.texts("select id from notice where state = 'SENT' and dossier_id = '" + story.id() + "'")
                                        .size()
                                == 12);

        story.repeat().repeat();
        var last = new Story(stage, 102).tell(Facts::returned, Facts.recipient("+84912300002", null));
        stage.awaitNotices(last.id(), "SMS RESULT_RETURNED SENT");

        var code = story.code();
        var texts = List.of(
                "Hồ sơ " + code
                        + " đã được gửi trực tuyến thành công lúc 09:00 08/06/2022. Cơ quan tiếp nhận sẽ phản hồi trong 08 giờ làm việc.",
                "Hồ sơ " + code
                        + " đã được tiếp nhận lúc 09:00 08/06/2022. Hẹn trả kết quả: 09:00 15/06/2022 tại Bộ phận Một cửa Sở Tư pháp.",
                "Hồ sơ " + code + " đã có kết quả. Kết quả được gửi qua bưu điện đến địa chỉ đã đăng ký.",
                "Kết quả hồ sơ " + code + " đã giao bưu điện, mã bưu gửi RB473124829VN. Dự kiến phát trước 15/06/2022.",
                "Bưu điện phát kết quả hồ sơ " + code
                        + " không thành công lần 1. Bưu tá sẽ liên hệ lại trong 02 ngày làm việc.",
                "Hồ sơ " + code + " đã trả kết quả ngày 14/06/2022. Cảm ơn ông/bà đã sử dụng dịch vụ.");
        assertThat(stage.sms(story.phone()))
                .extracting(SmsView.Message::content)
                .containsExactlyInAnyOrderElementsOf(texts);
        assertThat(stage.sms(story.phone()))
                .allMatch(sms -> sms.repeats() == 0 && sms.sameTextBefore() == 0 && sms.unicode());
        assertThat(stage.mail(story.email()))
                .extracting(mail -> mail.text().split("\n\n")[1])
                .containsExactlyInAnyOrderElementsOf(texts);
        assertThat(stage.mail(story.email())).noneMatch(MailEntry::repeat);
        assertThat(stage.mail(story.email()))
                .allMatch(mail -> mail.messageId().equals("<" + mail.requestId() + "@motcua.invalid>"));
        assertThat(stage.texts("select id from notice where dossier_id = '" + story.id() + "' and channel = 'EMAIL'"))
                .containsExactlyInAnyOrderElementsOf(stage.mail(story.email()).stream()
                        .map(MailEntry::requestId)
                        .toList());
    }

    @Test
    void theOrderOfADossiersMessagesIsTheOrderOfItsFacts() {
        var story = new Story(stage, 103);
        var to = Facts.recipient(story.phone(), null);
        story.tell(Facts::submitted, to)
                .tell(Facts::accepted, to)
                .tell(Facts::completed, to)
                .tell(Facts::returned, to);

        stage.awaitNotices(
                story.id(),
                "SMS SUBMITTED SENT",
                "SMS ACCEPTED SENT",
                "SMS RESULT_EARLY SENT",
                "SMS RESULT_RETURNED SENT");
        assertThat(stage.sms(story.phone()).stream().map(SmsView.Message::requestId))
                .containsExactlyElementsOf(
                        stage.texts("select id from notice where dossier_id = '" + story.id() + "' order by position"));
    }

    @Test
    void whatWasImportedOrCorrectedIsToldToNobody() {
        int number = 110;
        for (var origin : List.of(Origin.IMPORTED, Origin.MIRRORED, Origin.CORRECTED)) {
            var story = new Story(stage, ++number).of(origin);
            var to = Facts.recipient(story.phone(), story.email());
            story.tell(Facts::accepted, to).tell(Facts::refused, to).tell(Facts::returned, to);
            stage.awaitNotices(story.id());
            await().atMost(Stage.LONG)
                    .until(
                            () -> stage.texts("select last_sequence from inbox where subject = '" + story.id() + "'"),
                            List.of("3")::equals);
            assertThat(stage.notices(story.id())).isEmpty();
            assertThat(stage.sms(story.phone())).isEmpty();
        }
        given().get("/q/metrics").then().body(containsString("motcua_notices_suppressed_total{reason=\"NOT_LIVE\"}"));
    }

    @Test
    void aParcelThatIsHeardOfBeforeItsDossierWaits() {
        var story = new Story(stage, 120).by(ReturnMethod.POST);
        story.tell(Facts.handedOver(Facts.parcel(story.code(), PostalStatus.HANDED_OVER, 0, Origin.LIVE)));
        await().atMost(Stage.LONG)
                .until(
                        () -> stage.texts("select block_reason from inbox where subject = '" + story.id()
                                + "' and block = 'NOT_YET'"),
                        List.of("CONTACT|" + story.id())::equals);

        story.tell(Facts::completed, Facts.recipient(story.phone(), null));

        await().atMost(Stage.LONG).until(() -> stage.sms(story.phone()).size() == 2);
        assertThat(stage.notices(story.id()))
                .containsExactlyInAnyOrder("SMS RESULT_BY_POST SENT", "SMS POST_HANDED SENT");
    }

    @Test
    void anAgencyThatTheCatalogueDoesNotHoldYetIsWaitedFor() {
        var story = new Story(stage, 130).at("H03.77");
        story.tell(Facts::submitted, Facts.recipient(story.phone(), null))
                .tell(Facts::accepted, Facts.recipient(story.phone(), null));
        stage.awaitNotices(story.id(), "SMS SUBMITTED SENT");
        await().atMost(Stage.LONG)
                .until(
                        () -> stage.texts("select block_reason from inbox where subject = '" + story.id()
                                + "' and block = 'NOT_YET'"),
                        List.of("AGENCY|H03.77")::equals);

        stage.publishAgency("H03.77", "Sở Nội vụ");

        stage.awaitNotices(story.id(), "SMS SUBMITTED SENT", "SMS ACCEPTED SENT");
        assertThat(stage.sms(story.phone()).get(1).content()).endsWith("tại Bộ phận Một cửa Sở Nội vụ.");
    }

    @Test
    void whoIsErasedLeavesNoAddressAndNoText() {
        var story = new Story(stage, 140);
        story.tell(Facts::submitted, Facts.recipient(story.phone(), story.email()));
        stage.awaitNotices(story.id(), "SMS SUBMITTED SENT", "EMAIL SUBMITTED SENT");
        var planned =
                stage.plant(story, "SMS", story.phone(), "PLANNED", Map.of("due_at", "now() + interval '1 hour'"));

        story.tell(Facts::erased, null).tell(Facts::returned, null);

        await().atMost(Stage.LONG)
                .until(
                        () -> stage.texts("select last_sequence from inbox where subject = '" + story.id() + "'"),
                        List.of("3")::equals);
        assertThat(stage.texts("select coalesce(address, masked, subject, body, '-') from notice where dossier_id = '"
                        + story.id() + "'"))
                .containsExactly("-", "-", "-");
        assertThat(stage.texts("select state || ' ' || reason from notice where id = '" + planned + "'"))
                .containsExactly("SUPPRESSED ERASED");
        assertThat(stage.texts("select coalesce(phone, email, '-') || erased from contact where dossier_id = '"
                        + story.id() + "'"))
                .containsExactly("-true");
        assertThat(stage.sms(story.phone())).hasSize(1);
    }

    @Test
    void whatWasNotSentYetFollowsTheNewContact() {
        var story = new Story(stage, 150);
        story.tell(Facts::submitted, Facts.recipient(story.phone(), story.email()));
        stage.awaitNotices(story.id(), "SMS SUBMITTED SENT", "EMAIL SUBMITTED SENT");
        var sms = stage.plant(story, "SMS", story.phone(), "PLANNED", Map.of("due_at", "now() + interval '1 hour'"));
        var mail = stage.plant(story, "EMAIL", story.email(), "PLANNED", Map.of("due_at", "now() + interval '1 hour'"));

        story.tell(Facts::changed, Facts.recipient("0912399150", null));

        await().atMost(Stage.LONG)
                .until(
                        () -> stage.texts("select state || ' ' || coalesce(address, reason) from notice where id in ('"
                                + sms + "', '" + mail + "') order by channel desc"),
                        List.of("PLANNED +84912399150", "SUPPRESSED NOT_WANTED")::equals);
    }

    @Test
    void whatWasNotSentYetFollowsTheCorrectedOwner() {
        var story = new Story(stage, 151);
        story.tell(Facts::submitted, Facts.recipient(story.phone(), null));
        stage.awaitNotices(story.id(), "SMS SUBMITTED SENT");
        var sms = stage.plant(story, "SMS", story.phone(), "PLANNED", Map.of("due_at", "now() + interval '1 hour'"));

        story.tell(Facts::ownerCorrected, Facts.recipient("0912399151", null));

        await().atMost(Stage.LONG)
                .until(
                        () -> stage.texts("select state || ' ' || address from notice where id = '" + sms + "'"),
                        List.of("PLANNED +84912399151")::equals);
        await().atMost(Stage.LONG).until(() -> stage.sms("+84912399151").size() == 1);
        assertThat(stage.sms("+84912399151").get(0).content())
                .isEqualTo("Thông tin hồ sơ " + story.code()
                        + " đã được đính chính. Chi tiết xem trên Cổng Dịch vụ công.");
    }

    @Test
    void theRestOfALifeIsToldOnceHoweverOftenItIsHeard() {
        var story = new Story(stage, 152);
        var to = Facts.recipient(story.phone(), null);
        story.tell(Facts::supplementRequested, to)
                .tell(Facts::prolonged, to)
                .tell(Facts::supplementCompleted, to)
                .tell(Facts::paymentRequested, to)
                .tell(Facts::paymentConfirmed, to)
                // Comes without a recipient: whoever is known is told.
                .tell(Facts::paymentRefunded, null)
                .tell(Facts::extended, to)
                .tell(Facts::dueDateChanged, to)
                .tell(Facts::stopped, to)
                .tell(Facts::resumed, to);
        var wordings = List.of(
                "SUPPLEMENT",
                "SUPPLEMENT_PROLONGED",
                "SUPPLEMENT_RECEIVED",
                "FEE",
                "FEE_PAID",
                "FEE_REFUNDED",
                "APOLOGY",
                "DUE_DATE_CHANGED",
                "STOPPED",
                "RESUMED");
        var standing = wordings.stream().map(each -> "SMS " + each + " SENT").toArray(String[]::new);
        stage.awaitNotices(story.id(), standing);

        story.tell(Facts::resultRecalled, to).tell(Facts::voided, to).repeat().repeat();
        var last = new Story(stage, 153).tell(Facts::returned, Facts.recipient("+84912300153", null));
        stage.awaitNotices(last.id(), "SMS RESULT_RETURNED SENT");
        await().atMost(Stage.LONG).until(() -> stage.notices(story.id()).get(11), "SMS VOIDED SENT"::equals);

        assertThat(stage.notices(story.id())).hasSize(12);
        assertThat(stage.sms(story.phone())).allMatch(sms -> sms.repeats() == 0 && sms.sameTextBefore() == 0);
        assertThat(stage.sms(story.phone()).get(1).content())
                .isEqualTo("Hạn bổ sung giấy tờ của hồ sơ " + story.code() + " được lùi đến hết ngày 22/06/2022.");
        assertThat(stage.sms(story.phone()).get(3).content())
                .isEqualTo(
                        "Hồ sơ " + story.code()
                                + " cần nộp phí, lệ phí 200.000 đồng. Hạn nộp: 22/06/2022. Vui lòng thanh toán trên Cổng Dịch vụ công.");
    }

    @Test
    void whoTakesADossierOverSeesWhatWasSaidAndItsCounterIsNamed() {
        stage.publishAgency("H03.78", "Sở Xây dựng");
        var story = new Story(stage, 154);
        story.tell(Facts::submitted, Facts.recipient(story.phone(), null));
        stage.awaitNotices(story.id(), "SMS SUBMITTED SENT");

        story.at("H03.78").tell(Facts::transferred, Facts.recipient(story.phone(), null));

        stage.awaitNotices(story.id(), "SMS SUBMITTED SENT", "SMS TRANSFERRED SENT");
        assertThat(stage.texts("select distinct agency from notice where dossier_id = '" + story.id() + "'"))
                .containsExactly("H03.78");
        assertThat(stage.sms(story.phone()).get(1).content())
                .endsWith("Nơi liên hệ và nhận kết quả mới: Bộ phận Một cửa Sở Xây dựng.");
    }

    @Test
    void whatIsFoundOnTheTopicAfterDaysIsHeldBack() {
        var story = new Story(stage, 160).recordedAt(Instant.now().minus(Duration.ofHours(73)));
        story.tell(Facts::returned, Facts.recipient(story.phone(), story.email()));

        stage.awaitNotices(story.id(), "SMS RESULT_RETURNED SUPPRESSED", "EMAIL RESULT_RETURNED SUPPRESSED");
        assertThat(stage.texts("select distinct reason from notice where dossier_id = '" + story.id() + "'"))
                .containsExactly("STALE");
        assertThat(stage.sms(story.phone())).isEmpty();
    }

    @Test
    void whoAskedForEnglishAndOnlyEmailGetsThat() {
        var story = new Story(stage, 170).by(ReturnMethod.ELECTRONIC);
        story.tell(Facts::completed, Facts.recipient(null, story.email(), "en"));

        stage.awaitNotices(story.id(), "EMAIL RESULT_ELECTRONIC SENT");
        assertThat(stage.mail(story.email())).singleElement().satisfies(mail -> {
            assertThat(mail.subject()).isEqualTo("Dossier " + story.code() + ": result ready");
            assertThat(mail.text()).startsWith("Dear Sir or Madam,").contains("on the Public Service Portal");
        });
    }

    @Test
    void theServiceIsReadyAndSaysWhatItDoes() {
        given().get("/q/health/ready").then().statusCode(200);
        given().get("/q/health/live").then().statusCode(200);
        given().get("/q/openapi").then().statusCode(200).body(containsString("/v1/notices/{id}/resolution"));
        var metrics = given().get("/q/metrics").then().extract().asString();
        assertThat(metrics)
                .contains("motcua_notices_in_doubt{channel=\"EMAIL\"}")
                .contains("motcua_notices_oldest_planned_seconds{channel=\"SMS\"}")
                .doesNotContain("@example")
                .doesNotContain("+8491");
    }
}
