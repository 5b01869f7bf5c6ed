package vn.motcua.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.motcua.dossier.events.HistoryVerifier;
import vn.motcua.local.LocalService;
import vn.motcua.local.outside.carrier.ParcelView;
import vn.motcua.local.tokens.TokenRequest;

/** What the law asks beyond the straight road: other agencies, mistakes, time that runs out. */
class LawIT {

    private final Office justice = Office.justice();

    @BeforeEach
    void onAWednesdayMorning() {
        Province.platform().clock().set(Province.MORNING, true);
    }

    @AfterEach
    void backToTheMorning() {
        Province.platform().clock().set(Province.MORNING, true);
    }

    /** Three agencies, one of them late; the citizen sees one dossier that is done in time. */
    @Test
    void aDossierGoesOverThreeAgenciesAndTheDelayStaysWithTheOneThatHeldIt() {
        var clock = Province.platform().clock();
        var police = new Office("H03.03", "1.900302");
        var planning = new Office("H03.02", "1.900201");
        var begun = justice.process(justice.accept(justice.submit("three", "COUNTER", "0912400001", null)));

        // Justice asks the police and the planners at once, and the farmers' department once the police have answered.
        var asked = leg(begun, "H03.03", 1, null);
        asked = leg(asked, "H03.02", 2, null);
        asked = leg(asked, "H03.04", 1, 1);
        assertThat(justice.refused(
                        asked, "completion", "leader", Map.of("outcome", "GRANTED", "resultReference", "KQ")))
                .isEqualTo("PARTS_OPEN");

        // The planners answer the same day. The police, who had a day, take two.
        asked = planning.step(justice.now(asked), "legs/2/completion", "officer", Map.of("outcome", "DONE"));
        clock.set(Instant.parse("2026-06-12T02:00:00Z"), true);
        var id = asked.id();
        Eventually.that(() -> assertThat(facts(id)).contains("leg-overdue"));
        police.step(
                justice.now(asked),
                "legs/1/completion",
                "officer",
                Map.of("outcome", "DONE", "reason", "PART_NEEDED_VERIFICATION"));

        // The farmers' department gets its part by itself, and answers.
        Eventually.that(() ->
                assertThat(facts(id).stream().filter("leg-opened"::equals)).hasSize(3));
        var farmers = new Office("H03.04", "1.900403");
        farmers.step(justice.now(asked), "legs/3/completion", "officer", Map.of("outcome", "DONE"));

        // The leader signs: five working days from Wednesday have not passed.
        justice.complete(justice.now(asked));

        Eventually.that(() -> assertThat(facts(id))
                .containsExactly(
                        "submitted",
                        "accepted",
                        "processing-started",
                        "leg-opened",
                        "leg-opened",
                        "leg-planned",
                        "leg-finished",
                        "leg-overdue",
                        "leg-finished",
                        "leg-opened",
                        "leg-finished",
                        "completed"));
        assertThat(HistoryVerifier.verify(Topic.firstArrivals("dossier.lifecycle.v1", id))
                        .intact())
                .isTrue();
        Eventually.that(() -> {
            assertThat(late("H03.03")).isEqualTo(1);
            assertThat(late("H03.02")).isZero();
        });
        Province.comesToRest();
        assertThat(Arrived.texts("0912400001"))
                .as("submitted, accepted, result: no word of the parts")
                .hasSize(3);
    }

    /** A wrong result is taken back after the parcel was ordered: everybody who acted on it follows. */
    @Test
    void aResultThatIsTakenBackIsFollowedByFiguresMessagesAndParcel() {
        Province.comesToRest();
        var before = justice.figures();
        var first = justice.throughToResult("wrong", "POST", "0912400002", null);
        var parcel = Eventually.present(() -> parcel(first, List.of()));
        Eventually.that(() -> assertThat(justice.figures()).isEqualTo(before.and(1, 1)));

        var recalled = justice.step(first, "result-recall", "leader", Map.of("reason", "RESULT_WRONG"));
        assertThat(recalled.status()).isEqualTo("PROCESSING");
        Eventually.that(() -> assertThat(justice.figures()).isEqualTo(before.and(1, 0)));
        Eventually.that(() -> assertThat(postalStatus(first)).contains("CANCELLED"));
        Eventually.that(() -> assertThat(Arrived.texts("0912400002")).hasSize(4));

        justice.complete(recalled);
        var second = Eventually.present(() -> parcel(first, List.of(parcel.itemCode())));
        assertThat(second.repeats()).isZero();
        Province.comesToRest();
        assertThat(justice.figures()).isEqualTo(before.and(1, 1));
        assertThat(Arrived.texts("0912400002")).hasSize(5);
        assertThat(Arrived.parcels(first))
                .extracting(ParcelView.Parcel::cancelled)
                .containsExactly(true, false);
    }

    /** What was entered twice counts once, from the beginning. */
    @Test
    void aDossierThatWasEnteredTwiceCountsOnce() {
        Province.comesToRest();
        var before = justice.figures();
        var stays = justice.process(justice.accept(justice.submit("twice", "COUNTER", "0912400003", null)));
        var twin = justice.process(justice.accept(justice.submit("twice", "COUNTER", "0912400003", null)));
        Eventually.that(() -> assertThat(justice.figures()).isEqualTo(before.and(2, 0)));

        justice.step(twin, "merger", "leader", Map.of("into", stays.code()));

        Eventually.that(() -> assertThat(justice.figures()).isEqualTo(before.and(1, 0)));
        Eventually.that(() -> assertThat(Arrived.texts("0912400003"))
                .anyMatch(one -> one.contains(twin.code()) && one.contains(stays.code())));
    }

    /** Two instances look for what is due; one of them dies at it. */
    @Test
    void whatIsDueHappensOnceThoughOneOfTwoInstancesDies() {
        var platform = Province.platform();
        var waiting = IntStream.range(0, 30)
                .mapToObj(i -> justice.submit("due-" + i, "COUNTER", null, null))
                .toList();
        var other = platform.startAnother(LocalService.DOSSIER);
        try {
            platform.clock().set(Instant.parse("2026-06-11T03:00:00Z"), true);
            platform.service(LocalService.DOSSIER).kill();
            waiting.forEach(one ->
                    Eventually.that(() -> assertThat(facts(one.id())).containsExactly("submitted", "reply-overdue")));
        } finally {
            platform.service(LocalService.DOSSIER).start();
            other.kill();
        }
        platform.clock().set(Instant.parse("2026-06-12T03:00:00Z"), true);
        var fresh = justice.submit("due-fresh", "COUNTER", null, null);
        platform.clock().set(Instant.parse("2026-06-15T05:00:00Z"), true);
        Eventually.that(() -> assertThat(facts(fresh.id())).containsExactly("submitted", "reply-overdue"));
        waiting.forEach(one -> assertThat(facts(one.id())).containsExactly("submitted", "reply-overdue"));
        CrashIT.assertNothingParked();
    }

    private Office.Seen leg(Office.Seen dossier, String agency, int days, Integer after) {
        var limit = Map.of("amount", days, "unit", "WORKING_DAYS");
        var task = "Cho ý kiến về hồ sơ.";
        return justice.step(
                dossier,
                "legs",
                "officer",
                after == null
                        ? Map.of("agency", agency, "task", task, "limit", limit)
                        : Map.of("agency", agency, "task", task, "limit", limit, "after", after));
    }

    private static List<String> facts(String id) {
        return Topic.firstArrivals("dossier.lifecycle.v1", id).stream()
                .map(one -> one.attributes().type().replaceAll("vn.motcua.dossier.|.v1", ""))
                .toList();
    }

    private static Optional<ParcelView.Parcel> parcel(Office.Seen dossier, List<String> but) {
        return Arrived.parcels(dossier).stream()
                .filter(one -> !but.contains(one.itemCode()))
                .findFirst();
    }

    private List<String> postalStatus(Office.Seen dossier) {
        return justice.postalReturns(dossier).stream()
                .map(one -> one.path("status").asText())
                .toList();
    }

    private static long late(String agency) {
        var held = Province.caller()
                .get(
                        Province.kpi("/v1/delays?agency=H03&from=2026-06-10&to=2026-06-30"),
                        TokenRequest.of("statistics", "H03", 1))
                .body();
        return StreamSupport.stream(held.path("rows").spliterator(), false)
                .filter(one -> agency.equals(one.path("agency").asText()))
                .mapToLong(one -> one.path("late").asLong())
                .sum();
    }
}
