package vn.motcua.dossier.papers.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.motcua.dossier.testing.Api.JUSTICE;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.motcua.dossier.papers.documents.SentFiles;
import vn.motcua.dossier.proving.Night;
import vn.motcua.dossier.testing.Api;
import vn.motcua.dossier.testing.Api.Answer;
import vn.motcua.dossier.testing.BusinessDay;
import vn.motcua.dossier.testing.Tables;
import vn.motcua.local.testing.LocalInfrastructure;
import vn.motcua.local.tokens.TokenRequest;

/** Papers over HTTP, of dossiers that went their way over HTTP. */
@QuarkusTest
@QuarkusTestResource(LocalInfrastructure.class)
@QuarkusTestResource(BusinessDay.class)
class FormsIT {

    private static final String NONE = "{}";
    private static final String PROCEDURE =
            "Cấp Phiếu lý lịch tư pháp cho công dân Việt Nam, người nước ngoài đang cư trú tại Việt Nam";
    private static final String ONLINE = """
            {"procedure": "1.900101", "agency": "H03.01", "channel": "ONLINE", "returnMethod": "POST",
             "applicant": {"name": "Lường Thị Thùy Dương", "phone": "0912 345 678",
               "address": {"text": "Tổ 5", "commune": "Phường Đức Xuân", "province": "Tỉnh Bắc Kạn"}, "notifyBySms": true},
             "components": [{"code": "TK", "copies": 1}, {"name": "Giấy khai sinh (bản sao có chứng thực)", "copies": 2}]}""";
    private static final String READDRESSED =
            "{\"applicant\": {\"name\": \"Lường Thị Thùy Dương\", \"phone\": \"0987 654 321\","
                    + " \"address\": {\"text\": \"Tổ 5\", \"commune\": \"Phường Đức Xuân\", \"province\": \"Tỉnh Bắc Kạn\"}, \"notifyBySms\": true}}";

    private final Api citizen = Api.citizen("forms-1");
    private final Api reception =
            Api.as(TokenRequest.of("reception", JUSTICE, 1).named("Hoàng Thị Ngọc Ánh"));
    private final Api officer = Api.as(TokenRequest.of("officer", JUSTICE, 1).named("Nông Văn Chuyền"));
    private final Api leader = Api.as(TokenRequest.of("leader", JUSTICE, 1).named("Triệu Đức Thịnh"));

    @Inject
    Night night;

    @Inject
    Originals originals;

    @Inject
    Clock clock;

    @BeforeEach
    void onAWednesdayMorning() {
        BusinessDay.standAt("2022-06-15T09:00");
    }

    @AfterEach
    void goOn() {
        BusinessDay.backToRealTime();
    }

    @Test
    void aReceiptSaysWhatTheDossierSaysAndIsFoundAgain() {
        var accepted = accepted();
        var listed = citizen.get("/v1/dossiers/" + accepted.id() + "/forms");

        assertThat(listed.status()).isEqualTo(200);
        assertThat(listed.body().path("items").findValuesAsText("kind")).containsExactly("RECEIPT");
        assertThat(listed.body().at("/items/0/title").asText()).isEqualTo("GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ");
        assertThat(listed.body().at("/items/0/made").asBoolean()).isFalse();
        assertThat(listed.body().at("/items/0/about").asText()).isEqualTo(accepted.text("acceptedAt"));
        var href = listed.body().at("/items/0/href").asText();
        assertThat(href).isEqualTo("/v1/dossiers/" + accepted.id() + "/forms/RECEIPT/2");

        var answer = fetch(owner(), href);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.contentType()).isEqualTo("application/pdf");
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        assertThat(answer.header("Content-Disposition"))
                .isEqualTo("inline; filename=\"" + accepted.text("code") + "-RECEIPT-2.pdf\"");
        var pdf = answer.asByteArray();
        assertThat(Pages.sizes(pdf)).containsExactly("148x210");
        assertThat(Pages.ratingCode(pdf)).as("who has an account rates with it").isEmpty();
        assertThat(Pages.words(pdf))
                .contains(
                        "Mã hồ sơ: " + accepted.text("code"),
                        "Tiếp nhận hồ sơ của: Lường Thị Thùy Dương",
                        "Địa chỉ: Tổ 5, Phường Đức Xuân, Tỉnh Bắc Kạn",
                        "Số điện thoại: 0912 345 678",
                        "Nội dung yêu cầu giải quyết: " + PROCEDURE,
                        "1 Tờ khai hoặc đơn theo mẫu Bản điện tử 1 2 Giấy khai sinh (bản sao có chứng thực) Bản điện tử 2",
                        "Thời gian nhận hồ sơ: 09 giờ 00 phút, ngày 15/06/2022.",
                        "Thời gian trả kết quả giải quyết hồ sơ: 09 giờ 00 phút, ngày 29/06/2022.",
                        "NGƯỜI TIẾP NHẬN HỒ SƠ (Ký và ghi rõ họ tên) Hoàng Thị Ngọc Ánh");
        assertThat(Pages.square(pdf))
                .isEqualTo(accepted.text("code") + " 2 "
                        + Tables.text(
                                "select hash from event where subject = ?::uuid and sequence = 2", accepted.id()));

        var kept =
                citizen.get("/v1/dossiers/" + accepted.id() + "/forms").body().at("/items/0");
        assertThat(kept.path("made").asBoolean()).isTrue();
        assertThat(kept.path("signed").asBoolean()).isFalse();
        assertThat(kept.path("bytes").asInt()).isEqualTo(pdf.length);
        assertThat("\"" + kept.path("sha256").asText() + "\"").isEqualTo(answer.header("ETag"));
        assertThat(metric("motcua_form_made_total")).isTrue();
        assertThat(metric("motcua_form_rendering_seconds_count")).isTrue();
    }

    @Test
    void aReceiptNamesWhoActsForTheOwnerAndByWhichPaper() {
        var acting = ONLINE.replaceFirst("\\{", """
                {"authorisedPerson": {"name": "Triệu Văn Sinh", "phone": "0987654321", "idNumber": "006088000034",
                  "authorisationReference": "12/2022/UQ-CC"},""");
        var submitted = citizen.open(acting);
        assertThat(submitted.status()).as(String.valueOf(submitted.body())).isEqualTo(201);
        reception.step(submitted.id(), "acceptance", submitted.etag(), NONE);

        var pdf = fetch(owner(), submitted, "RECEIPT", 2).asByteArray();

        assertThat(Pages.words(pdf))
                .contains(
                        "Tiếp nhận hồ sơ của: Lường Thị Thùy Dương",
                        "Người được ủy quyền: Triệu Văn Sinh, theo giấy ủy quyền số 12/2022/UQ-CC Nội dung")
                .doesNotContain("006088000034");
        assertThat(Pages.sizes(pdf)).containsExactly("148x210");
    }

    @Test
    void aReprintIsTheOriginalWhateverBecomesOfNames() {
        var accepted = accepted();
        var first = fetch(owner(), accepted, "RECEIPT", 2).asByteArray();
        assertThat(Pages.words(first)).contains(PROCEDURE, "0912 345 678");

        citizen.step(accepted.id(), "recipient-change", accepted.etag(), READDRESSED);
        rename(PROCEDURE, "Cấp Phiếu theo tên gọi mới");
        try {
            until(() -> reception
                    .get("/v1/dossiers/" + accepted.id())
                    .body()
                    .at("/procedure/name")
                    .asText()
                    .equals("Cấp Phiếu theo tên gọi mới"));
            assertThat(fetch(owner(), accepted, "RECEIPT", 2).asByteArray()).isEqualTo(first);

            // Made now it would say something else: so it was not.
            Tables.run(LocalInfrastructure.database(), "delete from form where dossier_id = ?::uuid", accepted.id());
            assertThat(Pages.words(fetch(owner(), accepted, "RECEIPT", 2).asByteArray()))
                    .contains("Cấp Phiếu theo tên gọi mới", "0987 654 321")
                    .doesNotContain(PROCEDURE);
        } finally {
            rename("Cấp Phiếu theo tên gọi mới", PROCEDURE);
            until(() -> reception
                    .get("/v1/dossiers/" + accepted.id())
                    .body()
                    .at("/procedure/name")
                    .asText()
                    .equals(PROCEDURE));
        }
    }

    @Test
    void manyWhoAskFirstGetOneOriginal() throws Exception {
        var accepted = accepted();
        var token = token("reception", JUSTICE);
        var workers = Executors.newFixedThreadPool(8);
        try {
            var asks = new ArrayList<Callable<byte[]>>();
            for (int i = 0; i < 8; i++) {
                asks.add(() -> fetch(token, accepted, "CONTROL_SLIP", 2).asByteArray());
            }
            var answers = workers.invokeAll(asks);
            for (var answer : answers) {
                assertThat(answer.get()).isEqualTo(answers.get(0).get()).startsWith("%PDF".getBytes());
            }
        } finally {
            workers.shutdownNow();
        }
        assertThat(Tables.number("select count(*) from form where dossier_id = ?::uuid", accepted.id()))
                .isEqualTo(1);
    }

    @Test
    void aReprintThatIsNoMoreTheOriginalIsNotHandedOut() throws Exception {
        var accepted = accepted();
        var original = fetch(owner(), accepted, "RECEIPT", 2).asByteArray();
        var lies = SentFiles.lies(SentFiles.sha256(original));
        var altered = original.clone();
        altered[altered.length / 2] ^= 1;
        Files.write(lies, altered);

        assertThat(fetch(owner(), accepted, "RECEIPT", 2).statusCode()).isEqualTo(503);
        Files.delete(lies);
        assertThat(fetch(owner(), accepted, "RECEIPT", 2).statusCode()).isEqualTo(503);
        assertThat(metric("motcua_form_lost_total 2.0")).isTrue();
        Files.write(lies, original);
        assertThat(fetch(owner(), accepted, "RECEIPT", 2).asByteArray()).isEqualTo(original);
    }

    /** What destruction leaves of a person. */
    @Test
    void aPaperOfADossierThatIsDestroyedMeanwhileIsNotLeftInTheStore() {
        var accepted = accepted();
        var before = Tables.column("select sha256 from object_removal");
        Tables.run(
                LocalInfrastructure.database(),
                "update applicant set salt = '' where dossier_id = ?::uuid",
                accepted.id());

        assertThat(fetch(owner(), accepted, "RECEIPT", 2).statusCode()).isEqualTo(404);

        var marked = new ArrayList<>(Tables.column("select sha256 from object_removal"));
        marked.removeAll(before);
        assertThat(marked).singleElement().matches(SentFiles::isStored);
        BusinessDay.standAt("2022-06-15T09:05");
        SentFiles.sweep();
        assertThat(marked).as("it may still be on its way").allMatch(SentFiles::isStored);
        BusinessDay.standAt("2022-06-15T09:11");
        SentFiles.sweep();
        assertThat(marked).noneMatch(SentFiles::isStored);
    }

    /** A process that is killed between the bytes and their row. */
    @Test
    void whatIsLaidInAndReferredToByNothingGoesAndAnOriginalIsLeftAlone() throws Exception {
        var accepted = accepted();
        var original = fetch(owner(), accepted, "RECEIPT", 2).asByteArray();
        assertThat(Tables.number("select count(*) from object_removal where sha256 = ?", SentFiles.sha256(original)))
                .as("its row took the mark away")
                .isZero();
        var orphan = "a paper without a row".getBytes(StandardCharsets.UTF_8);
        originals.lay(orphan, clock.instant());
        originals.lay(original, clock.instant());
        assertThat(SentFiles.isStored(SentFiles.sha256(orphan))).isTrue();

        BusinessDay.standAt("2022-06-15T09:11");
        SentFiles.sweep();

        assertThat(SentFiles.isStored(SentFiles.sha256(orphan))).isFalse();
        assertThat(fetch(owner(), accepted, "RECEIPT", 2).asByteArray()).isEqualTo(original);
    }

    /** Without a signature, what is closed in one minute under one number is the same bytes for all who try. */
    @Test
    void whoLosesTheRaceForANumberLeavesTheWinnerTheirOriginal() throws Exception {
        var path = "/v1/registers/" + JUSTICE + "/originals";
        BusinessDay.standAt("2022-08-11T08:00");
        night.over();
        try {
            var workers = Executors.newFixedThreadPool(6);
            try {
                var asks = new ArrayList<Callable<Answer>>();
                for (int i = 0; i < 6; i++) {
                    asks.add(() -> reception.ask(path, Api.key(), "{\"from\": \"2022-08-03\"}"));
                }
                for (var answer : workers.invokeAll(asks)) {
                    assertThat(answer.get().status())
                            .as(String.valueOf(answer.get().body()))
                            .isEqualTo(201);
                }
            } finally {
                workers.shutdownNow();
            }
        } finally {
            night.noneYet();
        }
        // Who laid the very same bytes in a moment later may have left them marked: what is needed is not swept for
        // that.
        BusinessDay.standAt("2022-08-11T08:11");
        SentFiles.sweep();
        var rows = Tables.rows(
                "select year, number, sha256 from register where agency = ? and first_day = '2022-08-03'", JUSTICE);
        assertThat(rows).hasSize(6);
        for (var row : rows) {
            var original = fetch(token("reception", JUSTICE), path + "/" + row.get(0) + "/" + row.get(1));
            assertThat(original.statusCode()).isEqualTo(200);
            assertThat(SentFiles.sha256(original.asByteArray())).isEqualTo("sha256:" + row.get(2));
            assertThat(Tables.number("select count(*) from object_removal where sha256 = 'sha256:' || ?", row.get(2)))
                    .isZero();
        }
    }

    @Test
    void whatWasAskedForStandsOnThePaperWhenItHasLongCome() {
        var accepted = accepted();
        var begun = officer.step(accepted.id(), "processing", accepted.etag(), NONE);
        var asked = reception.step(
                begun.id(),
                "supplement-request",
                begun.etag(),
                "{\"missing\": [\"CCCD\", \"Bản sao giấy khai sinh\"], \"deadline\": \"2022-06-22\", \"note\": \"Ảnh mờ.\"}");
        assertThat(asked.status()).as(String.valueOf(asked.body())).isEqualTo(200);
        var sent = citizen.step(
                asked.id(), "supplement", asked.etag(), "{\"components\": [{\"code\": \"CCCD\", \"copies\": 1}]}");
        var full = reception.step(sent.id(), "supplement-confirmation", sent.etag(), NONE);
        assertThat(full.text("status")).isEqualTo("PROCESSING");

        assertThat(Pages.words(fetch(owner(), accepted, "SUPPLEMENT_REQUEST", 4).asByteArray()))
                .contains(
                        "Giấy tờ tùy thân của người yêu cầu Bản sao giấy khai sinh",
                        "Lý do, hướng dẫn: Ảnh mờ.",
                        "Thời hạn bổ sung: hết ngày 22/06/2022.",
                        "NGƯỜI HƯỚNG DẪN (Ký và ghi rõ họ tên) Hoàng Thị Ngọc Ánh");
        assertThat(listed(full)).isEqualTo(named(full)).endsWith("RECEIPT 6");
        assertThat(Pages.words(fetch(owner(), accepted, "RECEIPT", 6).asByteArray()))
                .as("the new date")
                .contains("Thời gian trả kết quả giải quyết hồ sơ: 09 giờ 00 phút, ngày 29/06/2022.");
    }

    @Test
    void whoTakesItBackBeforeAcceptanceGetsNoStopNoticeAndWhoDoesAfterwardsGetsOne() {
        BusinessDay.standAt("2025-10-15T09:00");
        var submitted = citizen.open(ONLINE);
        var alone = citizen.step(submitted.id(), "withdrawal", submitted.etag(), NONE);
        assertThat(alone.text("status")).as(String.valueOf(alone.body())).isEqualTo("WITHDRAWN");

        assertThat(listed(alone)).isEqualTo(named(alone)).isEmpty();
        assertThat(fetch(owner(), alone, "STOP_NOTICE", 2).statusCode()).isEqualTo(404);

        var accepted = accepted();
        var confirmed = reception.step(accepted.id(), "withdrawal", accepted.etag(), NONE);
        assertThat(confirmed.text("status"))
                .as(String.valueOf(confirmed.body()))
                .isEqualTo("WITHDRAWN");
        assertThat(listed(confirmed)).isEqualTo(named(confirmed)).containsExactly("RECEIPT 2", "STOP_NOTICE 3");
    }

    /** Circular 03/2025/TT-VPCP is of 15 September 2025, the decree that it goes with of 1 July. */
    @Test
    void noPaperCitesACircularThatDoesNotExistYetAndAnOlderDossierGetsThoseOfTheNewOne() {
        BusinessDay.standAt("2025-08-13T09:00");
        var accepted = accepted();
        assertThat(Pages.words(fetch(owner(), accepted, "RECEIPT", 2).asByteArray()))
                .contains("Mẫu số 01 – Thông tư số 01/2018/TT-VPCP");
        var begun = officer.step(accepted.id(), "processing", accepted.etag(), NONE);

        BusinessDay.standAt("2025-09-16T09:00");
        var stopped = leader.step(begun.id(), "stop", begun.etag(), "{\"reason\": \"DISPUTE\", \"resumable\": false}");

        assertThat(stopped.status()).as(String.valueOf(stopped.body())).isEqualTo(200);
        assertThat(listed(stopped)).isEqualTo(named(stopped)).containsExactly("RECEIPT 2", "STOP_NOTICE 4");
        assertThat(Pages.words(fetch(owner(), stopped, "STOP_NOTICE", 4).asByteArray()))
                .contains("Mẫu số 05 – Thông tư số 03/2025/TT-VPCP");
        assertThat(Pages.words(fetch(owner(), stopped, "RECEIPT", 2).asByteArray()))
                .as("an original stays what it was")
                .contains("Thông tư số 01/2018/TT-VPCP");
    }

    /** Source: Decree 61/2018, art. 17. */
    @Test
    void whoIsIncompleteAtTheCounterGetsTheFormThatSaysWhatToBring() {
        var body = """
                {"procedure": "1.900101", "agency": "H03.01", "channel": "COUNTER", "returnMethod": "COUNTER",
                 "applicant": {"name": "Hoàng Văn Nam"}, "decision": "REFUSE", "reason": "%s"%s}""";
        var named = ", \"missing\": [\"CCCD\", \"Giấy ủy quyền có công chứng\"]";
        var refused = reception.open(body.formatted("INCOMPLETE", named));
        assertThat(refused.status()).as(String.valueOf(refused.body())).isEqualTo(201);
        assertThat(refused.text("status")).isEqualTo("REFUSED");
        assertThat(Tables.text(
                        "select data::json->>'form' from event where subject = ?::uuid and sequence = 1", refused.id()))
                .isEqualTo("{\"act\":\"01/2018/TT-VPCP\",\"code\":\"SUPPLEMENT_REQUEST\",\"templateNumber\":\"02\"}");
        assertThat(Tables.text("select data from event where subject = ?::uuid and sequence = 1", refused.id()))
                .as("what is missing is private")
                .doesNotContain("CCCD", "công chứng");
        assertThat(Pages.words(fetch(token("reception", JUSTICE), refused, "SUPPLEMENT_REQUEST", 1)
                        .asByteArray()))
                .contains("PHIẾU YÊU CẦU BỔ SUNG, HOÀN THIỆN HỒ SƠ", "Giấy ủy quyền có công chứng")
                .doesNotContain("Thời hạn bổ sung");
        assertThat(fetch(token("reception", JUSTICE), refused, "REFUSAL", 1).statusCode())
                .isEqualTo(404);

        assertThat(reception.open(body.formatted("INCOMPLETE", "")).status())
                .as("once and in full")
                .isEqualTo(422);
        assertThat(reception
                        .open(body.formatted("INCOMPLETE", ", \"missing\": []"))
                        .status())
                .isEqualTo(422);
        assertThat(reception
                        .open(body.formatted("NOT_COMPETENT", named))
                        .body()
                        .at("/errors/0/pointer")
                        .asText())
                .isEqualTo("/missing");
    }

    @Test
    void whoOnlyWaitsIsNotRefusedWhereTheLawHasNoNoticeOfAStop() {
        var waiting = stopped(true);
        assertThat(listed(waiting)).isEqualTo(named(waiting)).containsExactly("RECEIPT 2");
        var ended = stopped(false);
        assertThat(listed(ended)).isEqualTo(named(ended)).containsExactly("RECEIPT 2", "REFUSAL 4");
    }

    private Answer stopped(boolean resumable) {
        var accepted = accepted();
        var begun = officer.step(accepted.id(), "processing", accepted.etag(), NONE);
        var stopped = leader.step(
                begun.id(), "stop", begun.etag(), "{\"reason\": \"DISPUTE\", \"resumable\": " + resumable + "}");
        assertThat(stopped.text("status")).as(String.valueOf(stopped.body())).isEqualTo("STOPPED");
        return stopped;
    }

    /** The applicant's papers that are listed. */
    private List<String> listed(Answer dossier) {
        var papers = new ArrayList<String>();
        citizen.get("/v1/dossiers/" + dossier.id() + "/forms")
                .body()
                .path("items")
                .forEach(paper -> papers.add(paper.path("kind").asText() + " "
                        + paper.path("sequence").asLong()));
        return papers;
    }

    /** The applicant's papers that the published facts name. */
    private static List<String> named(Answer dossier) {
        var all = Tables.text("""
                select coalesce(string_agg((data::jsonb -> 'form' ->> 'code') || ' ' || sequence, ',' order by sequence), '')
                from event where subject = ?::uuid and data::jsonb -> 'form' ->> 'code' <> 'CONTROL_SLIP'""", dossier.id());
        return all.isEmpty() ? List.of() : List.of(all.split(","));
    }

    @Test
    void aDenialAndAnApologyBearTheirReasons() {
        var accepted = accepted();
        var begun = officer.step(accepted.id(), "processing", accepted.etag(), NONE);
        var later = leader.step(
                begun.id(),
                "extension",
                begun.etag(),
                "{\"dueAt\": \"2022-07-06T09:00:00+07:00\", \"reason\": \"FIELD_VERIFICATION\"}");
        assertThat(later.status()).as(String.valueOf(later.body())).isEqualTo(200);
        var denied = leader.step(
                later.id(),
                "completion",
                later.etag(),
                "{\"outcome\": \"DENIED\", \"reason\": \"CONDITIONS_NOT_MET\"}");
        assertThat(denied.text("status")).as(String.valueOf(denied.body())).isEqualTo("COMPLETED");

        assertThat(Pages.words(fetch(owner(), accepted, "APOLOGY", 4).asByteArray()))
                .contains(
                        "Thời gian hẹn trả kết quả giải quyết hồ sơ: 09 giờ 00 phút, ngày 29/06/2022.",
                        "Lý do: cần xác minh thực địa.",
                        "hẹn trả kết quả vào lúc 09 giờ 00 phút, ngày 06/07/2022");
        assertThat(Pages.words(fetch(owner(), accepted, "REFUSAL", 5).asByteArray()))
                .contains("từ chối giải quyết hồ sơ", "– không đáp ứng điều kiện theo quy định.", "Triệu Đức Thịnh");
        assertThat(citizen.get("/v1/dossiers/" + accepted.id() + "/forms")
                        .body()
                        .path("items")
                        .findValuesAsText("kind"))
                .containsExactly("RECEIPT", "APOLOGY", "REFUSAL");
        assertThat(reception
                        .get("/v1/dossiers/" + accepted.id() + "/forms")
                        .body()
                        .path("items")
                        .findValuesAsText("kind"))
                .containsExactly("RECEIPT", "CONTROL_SLIP", "CONTROL_SLIP", "APOLOGY", "REFUSAL", "CONTROL_SLIP");
    }

    @ParameterizedTest(name = "{0} {1} {2}: {3} {4} {5}")
    @CsvSource({
        "citizen,    ,       forms-1, 200, 404, RECEIPT",
        "citizen,    ,       forms-2, 404, 404, NONE",
        "citizen,    ,       ,        404, 404, NONE",
        "citizen,    H03,    ,        404, 404, NONE",
        "reception,  H03.01, ,        200, 200, RECEIPT CONTROL_SLIP",
        "reception,  H03,    ,        200, 200, RECEIPT CONTROL_SLIP",
        "reception,  H03.02, ,        404, 404, NONE",
        "reception,  H03.02, forms-1, 404, 404, NONE",
        "officer,    H03.01, ,        200, 200, RECEIPT CONTROL_SLIP",
        "officer,    H03.02, ,        404, 404, NONE",
        "leader,     H03.01, ,        200, 200, RECEIPT CONTROL_SLIP",
        "leader,     H03.03, ,        404, 404, NONE",
        "clerk,      H03.01, ,        404, 200, CONTROL_SLIP",
        "clerk,      H03.02, ,        404, 404, NONE",
        "cashier,    H03.01, ,        403, 403, DENIED",
        "operator,   H03,    ,        403, 403, DENIED",
        "statistics, H03,    ,        403, 403, DENIED",
        "migration,  H03,    ,        403, 403, DENIED",
        "admin,      H03,    ,        403, 403, DENIED",
        "system,     ,       ,        403, 403, DENIED",
    })
    void whoMayHaveWhat(String role, String agency, String owner, int receipt, int slip, String listed) {
        var accepted = accepted();
        var token = LocalInfrastructure.tokens()
                .token(new TokenRequest(role + "-7", Set.of(role), agency, owner, null, Duration.ofHours(1)));

        assertThat(fetch(token, accepted, "RECEIPT", 2).statusCode()).isEqualTo(receipt);
        assertThat(fetch(token, accepted, "CONTROL_SLIP", 2).statusCode()).isEqualTo(slip);
        var list = fetch(token, "/v1/dossiers/" + accepted.id() + "/forms");
        var shown = list.statusCode() == 200
                ? String.join(" ", list.<List<String>>path("items.kind"))
                : list.statusCode() == 403 ? "DENIED" : "NONE";
        assertThat(shown).isEqualTo(listed);
    }

    @Test
    void nobodyWithoutATokenGetsAny() {
        var accepted = accepted();
        RestAssured.given()
                .get("/v1/dossiers/" + accepted.id() + "/forms")
                .then()
                .statusCode(401);
        RestAssured.given()
                .get("/v1/dossiers/" + accepted.id() + "/forms/RECEIPT/2")
                .then()
                .statusCode(401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "RECEIPT/1",
                "RECEIPT/3",
                "RECEIPT/0",
                "RECEIPT/-2",
                "RECEIPT/99999999999999999999",
                "RECEIPT/x",
                "receipt/2",
                "REGISTER/2",
                "APOLOGY/2",
                "..%2F2/2"
            })
    void whatIsNoPaperIsNotThere(String paper) {
        var accepted = accepted();
        var answer = fetch(token("reception", JUSTICE), "/v1/dossiers/" + accepted.id() + "/forms/" + paper);

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.contentType()).startsWith("application/problem+json");
        assertThat(Tables.number("select count(*) from form where dossier_id = ?::uuid", accepted.id()))
                .isZero();
    }

    @Test
    void anUnknownDossierIsAnsweredAsAForeignOne() {
        var accepted = accepted();
        var token = token("reception", "H03.02");
        for (var id : List.of("01814035-0000-7000-8000-00000000ffff", "x", accepted.id())) {
            var answer = fetch(token, "/v1/dossiers/" + id + "/forms/RECEIPT/2");
            assertThat(answer.statusCode()).isEqualTo(404);
            assertThat(answer.<String>path("detail")).isEqualTo("Không có giấy tờ này.");
        }
    }

    private Answer accepted() {
        var submitted = citizen.open(ONLINE);
        assertThat(submitted.status()).as(String.valueOf(submitted.body())).isEqualTo(201);
        var accepted = reception.step(submitted.id(), "acceptance", submitted.etag(), NONE);
        assertThat(accepted.status()).as(String.valueOf(accepted.body())).isEqualTo(200);
        return accepted;
    }

    private static String owner() {
        return LocalInfrastructure.tokens().token(TokenRequest.citizen("forms-1"));
    }

    private static String token(String role, String agency) {
        return LocalInfrastructure.tokens().token(TokenRequest.of(role, agency, 1));
    }

    private static Response fetch(String token, Answer dossier, String kind, long sequence) {
        return fetch(token, "/v1/dossiers/" + dossier.id() + "/forms/" + kind + "/" + sequence);
    }

    private static Response fetch(String token, String path) {
        return RestAssured.given()
                .urlEncodingEnabled(false)
                .auth()
                .oauth2(token)
                .get(path);
    }

    private static boolean metric(String name) {
        return RestAssured.get("/q/metrics").asString().contains(name);
    }

    private static void rename(String from, String to) {
        Tables.run(
                LocalInfrastructure.database(),
                "update catalogue_item set content = replace(content, ?, ?) where kind = 'PROCEDURE' and code = '1.900101'",
                from,
                to);
        Tables.run(LocalInfrastructure.database(), "update catalogue_edition set number = number + 1");
    }

    private static void until(BooleanSupplier reached) {
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(reached::getAsBoolean);
    }
}
