package vn.motcua.dossier.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.motcua.dossier.testing.Api.JUSTICE;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.motcua.dossier.testing.Api;
import vn.motcua.dossier.testing.Api.Answer;
import vn.motcua.dossier.testing.BusinessDay;
import vn.motcua.dossier.testing.Tables;
import vn.motcua.local.testing.LocalInfrastructure;

/** What is due happens once, however many look for it, and late rather than never. */
@QuarkusTest
@QuarkusTestResource(LocalInfrastructure.class)
@QuarkusTestResource(BusinessDay.class)
class WakerIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Inject
    Waker waker;

    private final Api citizen = Api.citizen("c-17");
    private final Api reception = Api.as("reception", JUSTICE);
    private final Api officer = Api.as("officer", JUSTICE);

    @BeforeEach
    void onAWednesdayMorning() {
        BusinessDay.standAt("2022-06-08T09:00");
        sweep();
    }

    @AfterEach
    void goOn() {
        BusinessDay.backToRealTime();
    }

    @Test
    void aReplyThatIsLateIsSaidOnceAndAtTheTimeAtWhichItWasDue() {
        var submitted = citizen.open(Examples.ONLINE);
        BusinessDay.standAt("2022-06-09T08:59");
        sweep();
        assertThat(facts(submitted)).containsExactly("submitted");

        BusinessDay.standAt("2022-06-20T09:00");
        sweep();
        sweep();

        assertThat(facts(submitted)).containsExactly("submitted", "reply-overdue");
        assertThat(Tables.text(
                        "select time at time zone 'UTC' from event where subject = ?::uuid and sequence = 2",
                        submitted.id()))
                .isEqualTo("2022-06-09 02:00:00");
        assertThat(reception.get("/v1/dossiers/" + submitted.id()).etag())
                .as("nobody's step became stale")
                .isEqualTo(submitted.etag());
        assertThat(reception
                        .step(submitted.id(), "acceptance", submitted.etag(), "{}")
                        .status())
                .isEqualTo(200);
        assertThat(Histories.verdict(submitted.id()).intact()).isTrue();
    }

    @Test
    void paperThatIsNotForwardedInTimeIsSaidOnceByHoweverManyInstances() {
        var accepted = reception.open(Examples.COUNTER);
        var forwarded = reception.open(Examples.COUNTER);
        reception.step(forwarded.id(), "processing", forwarded.etag(), "{}");
        BusinessDay.standAt("2022-06-08T17:00");
        sweep();
        assertThat(facts(accepted)).containsExactly("accepted");

        BusinessDay.standAt("2022-06-09T07:00");
        var sweeps = IntStream.range(0, 6).mapToObj(i -> waker.sweep()).toList();
        Uni.combine().all().unis(sweeps).discardItems().await().atMost(PATIENCE);
        sweep();

        assertThat(facts(accepted)).containsExactly("accepted", "forward-overdue");
        assertThat(Tables.text(
                        "select time at time zone 'UTC' from event where subject = ?::uuid and sequence = 2",
                        accepted.id()))
                .isEqualTo("2022-06-08 10:00:00");
        assertThat(facts(forwarded)).containsExactly("accepted", "processing-started");
        var lines = reception.get("/v1/queue?status=ACCEPTED&limit=100").body().path("items");
        assertThat(StreamSupport.stream(lines.spliterator(), false)
                        .filter(line -> line.path("id").asText().equals(accepted.id())))
                .singleElement()
                .satisfies(line -> assertThat(line.path("forwardBy").asText()).isEqualTo("2022-06-08T10:00:00Z"));
        assertThat(officer.step(accepted.id(), "processing", accepted.etag(), "{}")
                        .status())
                .as("nobody's step became stale")
                .isEqualTo(200);
        assertThat(Histories.verdict(accepted.id()).intact()).isTrue();
    }

    /** It lay on the counter when the wait began, and lies there again when it is over. */
    @Test
    void paperThatWaitedAtTheCounterIsToGoOnOnceTheWaitIsOver() {
        var accepted = reception.open(Examples.COUNTER);
        var asked = reception.step(accepted.id(), "supplement-request", accepted.etag(), Examples.SUPPLEMENT_REQUEST);
        BusinessDay.standAt("2022-06-13T09:00");
        sweep();
        assertThat(facts(asked))
                .as("while it waits it cannot go on")
                .containsExactly("accepted", "supplement-requested");

        var full = reception.step(asked.id(), "supplement-confirmation", asked.etag(), "{}");
        assertThat(full.text("status")).isEqualTo("ACCEPTED");
        assertThat(full.text("forwardBy")).isEqualTo("2022-06-13T10:00:00Z");
        BusinessDay.standAt("2022-06-14T07:00");
        sweep();
        sweep();

        assertThat(facts(full))
                .endsWith("supplement-completed", "forward-overdue")
                .hasSize(4);
        assertThat(Tables.text(
                        "select time at time zone 'UTC' from event where subject = ?::uuid and sequence = 4",
                        full.id()))
                .isEqualTo("2022-06-13 10:00:00");
    }

    @Test
    void theDueDateIsNearAndThenPast() {
        var dossier = processing();
        assertThat(dossier.text("dueAt")).isEqualTo("2022-06-22T02:00:00Z");

        BusinessDay.standAt("2022-06-21T09:00");
        sweep();
        assertThat(facts(dossier)).endsWith("processing-started", "due-soon");
        BusinessDay.standAt("2022-06-22T09:01");
        sweep();
        assertThat(facts(dossier)).endsWith("due-soon", "overdue");
        sweep();
        assertThat(facts(dossier)).hasSize(5);
    }

    @Test
    void papersThatDoNotComeEndTheDossier() {
        var dossier = processing();
        var asked = reception.step(dossier.id(), "supplement-request", dossier.etag(), Examples.SUPPLEMENT_REQUEST);
        var before = citizen.open(Examples.ONLINE);
        var askedBefore = reception.step(before.id(), "supplement-request", before.etag(), Examples.SUPPLEMENT_REQUEST);

        BusinessDay.standAt("2022-06-23T00:00");
        sweep();

        var stopped = reception.get("/v1/dossiers/" + asked.id());
        assertThat(stopped.text("status")).isEqualTo("STOPPED");
        assertThat(stopped.text("reason")).isEqualTo("SUPPLEMENT_EXPIRED");
        assertThat(stopped.text("endedAt")).isEqualTo("2022-06-22T16:59:59Z");
        assertThat(reception.get("/v1/dossiers/" + askedBefore.id()).text("status"))
                .isEqualTo("REFUSED");
    }

    @Test
    void aLateStartCatchesUpInTheOrderInWhichThingsBecameDue() {
        var dossier = processing();

        BusinessDay.standAt("2022-07-20T09:00");
        sweep();

        assertThat(facts(dossier)).endsWith("due-soon", "overdue");
        assertThat(Tables.column(
                        "select (time at time zone 'UTC')::text from event where subject = ?::uuid order by sequence desc limit 2",
                        dossier.id()))
                .containsExactly("2022-06-22 02:00:00", "2022-06-21 02:00:00");
    }

    @Test
    void manyInstancesThatSweepAtOnceSayEachThingOnce() {
        var dossiers = IntStream.range(0, 40)
                .mapToObj(i -> citizen.open(Examples.ONLINE))
                .toList();
        BusinessDay.standAt("2022-06-20T09:00");

        var sweeps = IntStream.range(0, 6).mapToObj(i -> waker.sweep()).toList();
        Uni.combine().all().unis(sweeps).discardItems().await().atMost(PATIENCE);
        sweep();

        for (var dossier : dossiers) {
            assertThat(facts(dossier)).containsExactly("submitted", "reply-overdue");
        }
    }

    private Answer processing() {
        var submitted = citizen.open(Examples.ONLINE);
        var accepted = reception.step(submitted.id(), "acceptance", submitted.etag(), "{}");
        return officer.step(accepted.id(), "processing", accepted.etag(), "{}");
    }

    private void sweep() {
        waker.sweep().await().atMost(PATIENCE);
    }

    private static List<String> facts(Answer dossier) {
        return Tables.column("select type from event where subject = ?::uuid order by sequence", dossier.id()).stream()
                .map(type -> type.replace("vn.motcua.dossier.", "").replace(".v1", ""))
                .toList();
    }
}
