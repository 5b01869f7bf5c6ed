package vn.motcua.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.motcua.dossier.events.HistoryVerifier;
import vn.motcua.local.outside.mail.MailEntry;
import vn.motcua.local.tokens.TokenRequest;

/** One dossier from a citizen's kitchen table to the postman's bell, told once. */
class JourneyIT {

    private static final int OUT_FOR_DELIVERY = 12;
    private static final int DELIVERED = 14;
    private static final String PHONE = "0912300001";
    private static final String MAIL = "journey@example.vn";

    private final Office justice = Office.justice();

    @AfterEach
    void backToTheMorning() {
        Province.platform().clock().set(Province.MORNING, true);
    }

    @Test
    void aResultGoesHomeByPost() {
        var platform = Province.platform();
        platform.clock().set(Instant.parse("2026-06-03T02:00:00Z"), true);
        Province.comesToRest();
        var before = received();

        // On Wednesday at nine a citizen hands a dossier in and hears that it arrived.
        var submitted = justice.submit("journey", "POST", PHONE, MAIL);
        assertThat(submitted.status()).isEqualTo("SUBMITTED");
        Eventually.that(() -> assertThat(Arrived.texts(PHONE))
                .hasSize(1)
                .first()
                .asString()
                .contains(submitted.code(), "đã được gửi trực tuyến thành công", "09:00 03/06/2026"));

        // The counter accepts it; five working days make it Wednesday next.
        var accepted = justice.accept(submitted);
        Eventually.that(() ->
                assertThat(Arrived.texts(PHONE)).hasSize(2).last().asString().contains("10/06/2026"));

        // The officer works, the leader signs: early. Nobody is invited to the counter, since the post will come.
        var completed = justice.complete(justice.process(accepted));
        assertThat(completed.status()).isEqualTo("COMPLETED");
        Eventually.that(() -> assertThat(Arrived.texts(PHONE))
                .hasSize(3)
                .last()
                .asString()
                .contains("bưu điện")
                .doesNotContain("Mời"));

        // The carrier has one order, and the parcel stands on the department's manifest of the day.
        Eventually.that(() -> assertThat(Arrived.parcels(completed)).hasSize(1));
        var parcel = Arrived.parcels(completed).get(0);

        // At three the manifest closes; clerk and postman sign.
        platform.clock().set(Instant.parse("2026-06-03T08:00:00Z"), true);
        justice.handOver(completed);
        Eventually.that(() -> assertThat(Arrived.texts(PHONE))
                .hasSize(4)
                .last()
                .asString()
                .contains(parcel.itemCode(), "đã giao bưu điện"));

        // On Thursday the postman rings, and the carrier says so three times over.
        platform.clock().set(Instant.parse("2026-06-04T02:00:00Z"), true);
        platform.outside().move(parcel.itemCode(), OUT_FOR_DELIVERY, null, 2);
        platform.outside().move(parcel.itemCode(), DELIVERED, null, 2);
        Eventually.that(() -> assertThat(justice.now(completed).status()).isEqualTo("RETURNED"));
        Eventually.that(() -> assertThat(Arrived.texts(PHONE))
                .hasSize(5)
                .last()
                .asString()
                .contains("đã trả kết quả ngày 04/06/2026"));

        // The history is five facts, in order, and nobody has touched it.
        var history = Topic.firstArrivals("dossier.lifecycle.v1", completed.id());
        assertThat(history)
                .extracting(one -> one.attributes().type().replaceAll("vn.motcua.dossier.|.v1", ""))
                .containsExactly("submitted", "accepted", "processing-started", "completed", "returned");
        assertThat(HistoryVerifier.verify(history)).isEqualTo(new HistoryVerifier.Verdict(true, -1, null));

        // At rest the leaders' figures count it once, and nobody was told or asked anything twice.
        Province.comesToRest();
        assertThat(received()).isEqualTo(before + 1);
        assertThat(Arrived.texts(PHONE)).hasSize(5).doesNotHaveDuplicates();
        assertThat(Arrived.mails(MAIL)).hasSize(5).noneMatch(MailEntry::repeat);
        assertThat(Arrived.parcels(completed)).singleElement().matches(one -> one.repeats() == 0);
    }

    @Test
    void whoOnlyKnowsTheCodeLearnsHowFarItIsAndNothingElse() {
        var dossier = justice.submit("tracked", "COUNTER", null, null);
        var answer = Province.caller()
                .get(Province.dossier("/v1/tracking/" + dossier.code()), null)
                .body();
        assertThat(answer.properties()).extracting(Map.Entry::getKey).containsExactlyInAnyOrder("code", "completion");
    }

    private static int received() {
        return Province.caller()
                .get(
                        Province.kpi("/v1/reports/II.06a?agency=H03.01&from=2026-06-03&to=2026-06-03"),
                        TokenRequest.of("statistics", "H03", 1))
                .body()
                .path("total")
                .path("received")
                .asInt();
    }
}
