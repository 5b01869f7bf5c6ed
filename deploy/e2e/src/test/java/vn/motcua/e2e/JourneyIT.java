package vn.motcua.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import vn.motcua.dossier.events.HistoryVerifier;
import vn.motcua.local.LocalService;
import vn.motcua.local.outside.carrier.ParcelView;
import vn.motcua.local.tokens.TokenRequest;

/** One dossier from a citizen's kitchen table to the postman's bell, told once. */
class JourneyIT {

    private static final int OUT_FOR_DELIVERY = 12;
    private static final int DELIVERED = 14;
    private static final String PHONE = "+84912300001";

    private final Office justice = Office.justice();

    @Test
    void aResultGoesHomeByPost() {
        var platform = Province.platform();
        platform.clock().set(Instant.parse("2026-06-10T02:00:00Z"), true);

        // On Wednesday at nine a citizen hands a dossier in and hears that it arrived.
        var submitted = justice.submit("journey", "POST", "0912300001", "journey@example.vn");
        assertThat(submitted.status()).isEqualTo("SUBMITTED");
        Eventually.that(() -> assertThat(messages(PHONE))
                .hasSize(1)
                .first()
                .asString()
                .contains(submitted.code(), "đã được gửi trực tuyến thành công", "09:00 10/06/2026"));

        // The counter accepts it; five working days make it Wednesday next.
        var accepted = justice.accept(submitted);
        Eventually.that(
                () -> assertThat(messages(PHONE)).hasSize(2).last().asString().contains("17/06/2026"));

        // The officer works, the leader signs: early. Nobody is invited to the counter, since the post will come.
        var completed = justice.complete(justice.process(accepted));
        assertThat(completed.status()).isEqualTo("COMPLETED");
        Eventually.that(() -> assertThat(messages(PHONE))
                .hasSize(3)
                .last()
                .asString()
                .contains("bưu điện")
                .doesNotContain("Mời"));

        // The carrier has one order, and the parcel stands on the department's manifest of the day.
        var parcel = Eventually.present(() -> parcel(completed.code()));
        assertThat(parcel.repeats()).isZero();

        // At three the manifest closes; clerk and postman sign.
        platform.clock().set(Instant.parse("2026-06-10T08:00:00Z"), true);
        var manifest = Eventually.present(() -> closedManifest("2026-06-10"));
        var clerk = justice.staff("clerk");
        var uri = Province.postal("/v1/manifests/" + manifest.path("id").asText());
        var seen = Province.caller().get(uri, clerk);
        Province.caller()
                .step(
                        Province.postal(uri.getPath() + "/handover"),
                        clerk,
                        seen.etag(),
                        Map.of("handedOverBy", "Nguyễn Thị Văn Thư", "receivedBy", "Trần Văn Bưu Tá"));
        Eventually.that(() -> assertThat(messages(PHONE))
                .hasSize(4)
                .last()
                .asString()
                .contains(parcel.itemCode(), "đã giao bưu điện"));

        // On Thursday the postman rings, and the carrier says so three times over.
        platform.clock().set(Instant.parse("2026-06-11T02:00:00Z"), true);
        platform.outside().move(parcel.itemCode(), OUT_FOR_DELIVERY, null, 2);
        platform.outside().move(parcel.itemCode(), DELIVERED, null, 2);
        Eventually.that(() -> assertThat(justice.now(completed).status()).isEqualTo("RETURNED"));
        Eventually.that(() ->
                assertThat(messages(PHONE)).hasSize(5).last().asString().contains("đã trả kết quả ngày 11/06/2026"));

        // The history is five facts, in order, and nobody has touched it.
        var history = Topic.firstArrivals("dossier.lifecycle.v1", completed.id());
        assertThat(history)
                .extracting(one -> one.attributes().type().replaceAll("vn.motcua.dossier.|.v1", ""))
                .containsExactly("submitted", "accepted", "processing-started", "completed", "returned");
        assertThat(HistoryVerifier.verify(history)).isEqualTo(new HistoryVerifier.Verdict(true, -1, ""));

        // The leaders' figures count it once.
        Eventually.that(() -> assertThat(received("2026-06-10")).isPositive());
    }

    @Test
    void whoOnlyKnowsTheCodeLearnsHowFarItIsAndNothingElse() {
        var dossier = justice.submit("tracked", "COUNTER", null, null);
        var answer = Province.caller()
                .get(Province.dossier("/v1/tracking/" + dossier.code()), null)
                .body();
        assertThat(answer.properties()).extracting(Map.Entry::getKey).containsExactlyInAnyOrder("code", "completion");
    }

    @Test
    void noPersonalDataLeavesForTheSharedTopicsOrTheLogs() throws Exception {
        var dossier = justice.submit("secret", "POST", "0912300077", "secret.person@example.vn");
        Eventually.that(() -> assertThat(Topic.firstArrivals("dossier.lifecycle.v1", dossier.id()))
                .isNotEmpty());
        Eventually.that(() -> assertThat(messages("+84912300077")).isNotEmpty());
        assertThat(Topic.everything("dossier.lifecycle.v1"))
                .noneMatch(one -> new String(one.data(), StandardCharsets.UTF_8)
                        .matches("(?s).*(Hoàng Văn|912300077|secret\\.person).*"));
        for (var service : LocalService.values()) {
            assertThat(Province.platform().service(service).log())
                    .content()
                    .doesNotContain("912300077", "secret.person", "Hoàng Văn");
        }
    }

    private static List<String> messages(String phone) {
        return Province.platform().outside().sms().messages().stream()
                .filter(one -> phone.equals(one.to()))
                .map(one -> one.content())
                .toList();
    }

    private static Optional<ParcelView.Parcel> parcel(String code) {
        return Province.platform().outside().parcels().parcels().stream()
                .filter(one -> one.orderNumber().startsWith(code))
                .findFirst();
    }

    private Optional<JsonNode> closedManifest(String date) {
        var list = Province.caller()
                .get(Province.postal("/v1/manifests?agency=H03.01&date=" + date), justice.staff("clerk"))
                .body();
        return StreamSupport.stream(list.path("items").spliterator(), false)
                .filter(one -> "CLOSED".equals(one.path("status").asText()))
                .findFirst();
    }

    private static int received(String day) {
        return Province.caller()
                .get(
                        Province.kpi("/v1/reports/II.06a?agency=H03.01&from=" + day + "&to=" + day),
                        TokenRequest.of("statistics", "H03", 1))
                .body()
                .path("total")
                .path("received")
                .asInt();
    }
}
