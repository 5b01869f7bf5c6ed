package vn.motcua.kpi.reporting;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.motcua.dossier.events.AgencyRef;
import vn.motcua.dossier.events.CatalogueEntry.AgencyType;
import vn.motcua.dossier.events.Channel;
import vn.motcua.dossier.events.DocumentKind;
import vn.motcua.dossier.events.LegOutcome;
import vn.motcua.dossier.events.Origin;
import vn.motcua.dossier.events.PaymentMethod;
import vn.motcua.kpi.Agencies;
import vn.motcua.kpi.Stream;
import vn.motcua.kpi.Walk;
import vn.motcua.kpi.indicators.Counters;
import vn.motcua.kpi.indicators.Delays;
import vn.motcua.kpi.indicators.Indicator;
import vn.motcua.kpi.indicators.Level;
import vn.motcua.kpi.indicators.Paperless;
import vn.motcua.kpi.indicators.PaperlessByKind;
import vn.motcua.kpi.indicators.Period;
import vn.motcua.kpi.indicators.Replies;
import vn.motcua.kpi.indicators.Satisfaction;
import vn.motcua.kpi.indicators.Way;
import vn.motcua.local.testing.LocalInfrastructure;
import vn.motcua.local.tokens.TokenRequest;
import vn.motcua.postal.events.Delivered;
import vn.motcua.postal.events.DeliveryFailed;
import vn.motcua.postal.events.HandedOver;
import vn.motcua.postal.events.ParcelRef;
import vn.motcua.postal.events.PostalState;
import vn.motcua.postal.events.PostalStatus;
import vn.motcua.postal.events.ReturnedToAgency;

/** The figures follow the whole life of a dossier: pauses, parts of other agencies, corrections, what is set aside, what is mirrored. */
@QuarkusTest
@QuarkusTestResource(LocalInfrastructure.class)
class WholeLifeIT {

    private static final Agencies AGENCIES =
            Agencies.of("H03", "H03.05", "H03.05.01", "H03.06", "H03.07", "H03.08", "H03.09", "H03.10", "G01.99");
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final LocalDate FIRST = LocalDate.of(2022, 1, 1);
    private static final LocalDate TODAY = LocalDate.of(2100, 1, 1);
    private static final Instant NOW = Instant.parse("2100-01-01T00:00:00Z");
    private static final String STATISTICS = bearer(TokenRequest.of("statistics", "H03", 1));
    private static final List<String> LEADERS = List.of("H03.05", "H03.05.01", "H03.06");
    private static final List<String> HOLDERS = List.of("H03.05.01", "H03.06", "H03.07", "G01.99");

    /** The one procedure of the walks that has a fee. */
    private static final String COSTLY = "1.900204";

    /** A division is of its department's level; of what H03.06 is nobody has said anything. */
    private static final Map<String, Level> LEVELS = Map.of("H03.05", Level.DISTRICT, "H03.05.01", Level.DISTRICT);

    @Inject
    DataSource database;

    @BeforeAll
    static void publishAgencies() {
        AGENCIES.publish();
        try (var stream = new Stream()) {
            stream.agency("H03.05", "Huyện 05", "H03", AgencyType.DISTRICT);
            stream.agency("H03.05.01", "Phòng 01", "H03.05", AgencyType.UNIT);
            stream.agency("H03.07", "Xã 07", "H03", AgencyType.COMMUNE);
            stream.agency("H03.08", "Sở 08", "H03", AgencyType.DEPARTMENT);
            stream.procedure(COSTLY, 1, 40_000, LocalDate.of(2010, 1, 1));
            stream.procedure("1.900205", 1, 0, LocalDate.of(2010, 1, 1));
            stream.procedure("1.900205", 2, 40_000, LocalDate.of(2016, 7, 15));
        }
    }

    @BeforeEach
    void theServiceKnowsThem() {
        AGENCIES.awaitKnown();
    }

    @Test
    void everyFigureIsTheSameUnderAnyInterleavingThatKeepsEachDossiersOrder() {
        var random = new Random(61);
        var walks = IntStream.range(0, 600).mapToObj(i -> walk(random)).toList();
        publish(walks, random);
        for (var period : List.of(period(0, 30), period(31, 59), period(20, 20), period(0, 119), period(100, 160))) {
            for (var agency : List.of("H03.05", "H03.06")) {
                for (var origin : Asking.Origin.values()) {
                    var there = walks.stream().filter(counted(origin)).toList();
                    var query = "?agency=" + agency + "&origin=" + origin + days(period);
                    await().atMost(PATIENCE).untilAsserted(() -> {
                        assertThat(indicators(query)).isEqualTo(expectedIndicators(there, agency, period));
                        assertThat(delays(query)).isEqualTo(expectedDelays(there, agency, period, false));
                        assertThat(delays(query + "&legs=LED")).isEqualTo(expectedDelays(there, agency, period, true));
                    });
                }
            }
        }
    }

    @Test
    void delayIsTheHoldersWhileTheDossiersTotalStaysWithTheLeadAgency() {
        var day = LocalDate.of(2012, 3, 1);
        publish(
                List.of(dossier("H03.08")
                        .accept(day, day.plusDays(20))
                        .openLeg(day, 1, "H03.10", day.plusDays(5))
                        .openLeg(day, 2, "G01.99", day.plusDays(5))
                        .receiveLeg(day.plusDays(1), 1)
                        .finishLeg(day.plusDays(4), 1, LegOutcome.DONE)
                        .legOverdue(day.plusDays(6), 2)
                        .finishLeg(day.plusDays(12), 2, LegOutcome.DECLINED)
                        .complete(day.plusDays(14))),
                new Random(1));
        var march = "&from=2012-03-01&to=2012-03-31";
        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(delays("?agency=H03.08&legs=LED" + march))
                    .isEqualTo(Map.of("H03.10", new Delays(1, 1, 0, 0, 0, 0), "G01.99", new Delays(1, 1, 1, 7, 0, 0)));
            assertThat(delays("?agency=H03.10" + march)).isEqualTo(Map.of("H03.10", new Delays(1, 1, 0, 0, 0, 0)));
            assertThat(delays("?agency=H03.08" + march)).isEmpty();
            assertThat(indicators("?agency=H03.08" + march)).containsEntry("EARLY", "1/null");
            assertThat(indicators("?agency=H03.10" + march)).containsEntry("RECEIVED", "0/null");
        });
    }

    @Test
    void aLegThatIsTakenBackIsAwaitedNoLongerAndWhatItWasLateStaysTheHolders() {
        var day = LocalDate.of(2012, 4, 2);
        publish(
                List.of(dossier("H03.08")
                        .accept(day, day.plusDays(20))
                        .openLeg(day, 1, "H03.10", day.plusDays(5))
                        .openLeg(day, 2, "G01.99", day.plusDays(5))
                        .planAndWithdrawLeg(day, 3, "H03.06")
                        .legOverdue(day.plusDays(6), 1)
                        .withdrawLeg(day.plusDays(8), 1)
                        .withdrawLeg(day.plusDays(1), 2)),
                new Random(1));
        var april = "&from=2012-04-01&to=2012-04-30";
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(delays("?agency=H03.08&legs=LED" + april))
                        .isEqualTo(Map.of(
                                "H03.10", new Delays(1, 0, 1, 3, 0, 0), "G01.99", new Delays(1, 0, 0, 0, 0, 0))));
    }

    @Test
    void ofALegThatGoesToAnotherAgencyEachIsLateTheDaysThatItHeldIt() {
        var day = LocalDate.of(2012, 6, 4);
        publish(
                List.of(dossier("H03.08")
                        .accept(day, day.plusDays(25))
                        .openLeg(day, 1, "H03.10", day.plusDays(5))
                        .withdrawLeg(day.plusDays(8), 1)
                        .openLeg(day.plusDays(8), 2, "H03.06", day.plusDays(5))
                        .receiveLeg(day.plusDays(9), 2)
                        .finishLeg(day.plusDays(12), 2, LegOutcome.DONE)),
                new Random(1));
        var june = "&from=2012-06-01&to=2012-06-30";
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(delays("?agency=H03.08&legs=LED" + june))
                        .as("seven days late in all")
                        .isEqualTo(Map.of(
                                "H03.10", new Delays(1, 0, 1, 3, 0, 0), "H03.06", new Delays(1, 1, 1, 4, 0, 0))));
    }

    @Test
    void aCorrectedProcedureAndATransferTakeTheDossierWithThem() {
        var day = LocalDate.of(2012, 5, 1);
        publish(
                List.of(dossier("H03.08")
                        .accept(day, day.plusDays(5))
                        .correctProcedure(day.plusDays(1), "1.900203", null)
                        .transfer(day.plusDays(2), "H03.10")),
                new Random(1));
        var may = "&from=2012-05-01&to=2012-05-31";
        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(report("H03.10", may).getList("rows.procedure")).isEqualTo(List.of("1.900203"));
            assertThat(report("H03.08", may).getList("rows")).isEmpty();
        });
    }

    @Test
    void aDossierThatIsSetAsideLeavesThePeriodsThatWereTold() {
        var day = LocalDate.of(2012, 7, 1);
        var july = "&from=2012-07-01&to=2012-07-31";
        var stays = dossier("H03.08").accept(day, day.plusDays(5)).complete(day.plusDays(3));
        var goes = dossier("H03.08")
                .accept(day, day.plusDays(5))
                .openLeg(day, 1, "H03.10", day.plusDays(1))
                .finishLeg(day.plusDays(2), 1, LegOutcome.DONE)
                .complete(day.plusDays(3));
        publish(List.of(stays, goes), new Random(1));
        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(report("H03.08", july).getInt("total.resolved")).isEqualTo(2);
            assertThat(delays("?agency=H03.10" + july)).isEqualTo(Map.of("H03.10", new Delays(1, 1, 1, 1, 0, 0)));
        });
        publish(List.of(goes.mergeInto(LocalDate.of(2012, 9, 1), "H03.08-120701-0001")), new Random(1));
        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(report("H03.08", july).getInt("total.resolved")).isEqualTo(1);
            assertThat(delays("?agency=H03.10" + july)).isEmpty();
        });
    }

    @Test
    void theParcelOfADossierThatIsSetAsideIsNotCounted() throws SQLException {
        var day = LocalDate.of(2012, 8, 1);
        var goes = dossier("H03.08").accept(day, day.plusDays(5)).complete(day.plusDays(3));
        var august = "?agency=H03.08&from=2012-08-01&to=2012-08-31";
        write(
                "insert into parcel_measurement (dossier_id, agency, status, handed_over_on, failed_attempts)"
                        + " values (?, 'H03.08', 'HANDED_OVER', date '2012-08-05', 0)",
                goes.id);
        publish(List.of(goes), new Random(1));
        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(indicators(august)).containsEntry("RESOLVED", "1/null");
            assertThat(parcels(august, "POST_HANDED_OVER")).isEqualTo(1);
        });
        publish(List.of(goes.setAside(LocalDate.of(2012, 9, 1))), new Random(1));
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(parcels(august, "POST_HANDED_OVER")).isZero());
    }

    @Test
    void parcelsAreCountedByWhatTheirDossiersAreWhicheverStreamIsAhead() {
        var day = LocalDate.of(2012, 6, 1);
        var june = "?agency=H03.09&from=2012-06-01&to=2012-06-30";
        var walks = new ArrayList<Walk>();
        for (int i = 0; i < 12; i++) {
            var channel = i % 3 == 0 ? Channel.ONLINE : Channel.COUNTER;
            var walk =
                    new Walk(UUID.randomUUID(), "H03.09", i % 2 == 0 ? "1.900202" : "1.900203", channel, Origin.LIVE);
            if (channel == Channel.ONLINE) {
                walk.submit(day, 1);
            }
            walk.accept(day, day.plusDays(5)).complete(day.plusDays(3));
            walks.add(i == 4 ? walk.correctProcedure(day.plusDays(4), "1.900203", null) : walk);
        }
        try (var stream = new Stream()) {
            stream.procedure("1.900202");
            stream.procedure("1.900203");
            // The parcel's stream ahead of the dossier's, and behind it.
            walks.subList(0, 6).forEach(walk -> send(stream, walk, day));
            stream.interleave(walks, new Random(7));
            walks.subList(6, 12).forEach(walk -> send(stream, walk, day));
        }
        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(parcels(june, "POST_HANDED_OVER")).isEqualTo(12);
            assertThat(parcels(june + "&procedure=1.900202", "POST_HANDED_OVER"))
                    .isEqualTo(5);
            assertThat(parcels(june + "&procedure=1.900203", "POST_HANDED_OVER"))
                    .isEqualTo(7);
            assertThat(parcels(june + "&channel=ONLINE", "POST_HANDED_OVER")).isEqualTo(4);
            assertThat(parcels(june + "&channel=COUNTER", "POST_HANDED_OVER")).isEqualTo(8);
            assertThat(parcels(june + "&channel=POST", "POST_HANDED_OVER")).isZero();
            assertThat(parcels(june + "&procedure=1.900202&channel=ONLINE", "POST_HANDED_OVER"))
                    .isEqualTo(2);
        });
    }

    private static void send(Stream stream, Walk walk, LocalDate day) {
        var handedOver = day.plusDays(4).atTime(9, 0).toInstant(ZoneOffset.ofHours(7));
        var state = new PostalState(
                new ParcelRef(walk.id, 1),
                "H03.09-120601-0001",
                new AgencyRef("H03.09", List.of("H03", "H03.09")),
                "INTRA_PROVINCE",
                PostalStatus.HANDED_OVER,
                day.plusDays(6),
                0,
                handedOver,
                null,
                Origin.LIVE);
        stream.publish(walk.id, 1, new HandedOver(state));
    }

    @Test
    void everyParcelOfADossierCountsForItselfHoweverOftenItIsTold() {
        var handedOver = Instant.parse("2012-10-01T08:00:00Z");
        var again = Instant.parse("2012-10-10T08:00:00Z");
        var first = parcel(1, 0, handedOver, null);
        var failed = parcel(1, 1, handedOver, null);
        var second = parcel(2, 0, again, null);
        var delivered = parcel(2, 0, again, Instant.parse("2012-10-11T08:00:00Z"));
        var facts = List.of(
                new HandedOver(first),
                new DeliveryFailed(failed, null),
                new ReturnedToAgency(failed),
                new HandedOver(second),
                new Delivered(delivered));
        var dossier = UUID.randomUUID();
        try (var stream = new Stream()) {
            for (int round = 0; round < 2; round++) {
                for (int i = 0; i < facts.size(); i++) {
                    stream.publish(dossier, i + 1, facts.get(i));
                }
            }
        }
        var october = "?agency=H03.08&from=2012-10-01&to=2012-10-31";
        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(parcels(october, "POST_HANDED_OVER")).isEqualTo(2);
            assertThat(parcels(october, "POST_DELIVERED")).isEqualTo(1);
            assertThat(parcels(october, "POST_FAILED_ATTEMPTS")).isEqualTo(1);
        });
    }

    private static PostalState parcel(int run, int failedAttempts, Instant handedOver, Instant delivered) {
        return new PostalState(
                new ParcelRef(new UUID(42, run), run),
                "H03.08-121001-0001",
                new AgencyRef("H03.08", List.of("H03", "H03.08")),
                "INTRA_PROVINCE",
                delivered == null ? PostalStatus.HANDED_OVER : PostalStatus.DELIVERED,
                LocalDate.of(2012, 10, 12),
                failedAttempts,
                handedOver,
                delivered,
                Origin.LIVE);
    }

    @Test
    void theFirstAnswerHoldsWhateverComesLater() {
        var day = LocalDate.of(2012, 11, 1);
        var november = "?agency=H03.08&from=2012-11-01&to=2012-11-30";
        var walk = new Walk(UUID.randomUUID(), "H03.08", "1.900202", Channel.ONLINE, Origin.LIVE);
        publish(List.of(walk.submit(day, 1).askPapersAtReception(day.plusDays(1))), new Random(1));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(indicators(november)).containsEntry("REPLY_8H_RATE", "1/1"));
        publish(
                List.of(walk.bringPapersToReception(day.plusDays(5)).accept(day.plusDays(6), day.plusDays(9))),
                new Random(1));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(indicators(november))
                        .containsEntry("NEW_ONLINE", "1/null")
                        .containsEntry("REPLY_8H_RATE", "1/1"));
    }

    @Test
    void aReplyIsJudgedByTheDateThatACalendarOfLaterGivesItWhileItIsAwaited() {
        var day = LocalDate.of(2012, 12, 3);
        var december = "?agency=H03.08&from=2012-12-01&to=2012-12-31";
        var late = new Walk(UUID.randomUUID(), "H03.08", "1.900202", Channel.ONLINE, Origin.LIVE)
                .submit(day, 1)
                .replyOverdue(day.plusDays(2));
        publish(List.of(late), new Random(1));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(indicators(december)).containsEntry("REPLY_8H_RATE", "0/1"));
        publish(List.of(late.redateReply(day.plusDays(2), day.plusDays(4)).refuse(day.plusDays(3))), new Random(1));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(indicators(december)).containsEntry("REPLY_8H_RATE", "1/1"));
        // What moves now is the answer to papers that come later.
        publish(List.of(late.redateReply(day.plusDays(5), day.plusDays(2)).setAside(day.plusDays(6))), new Random(1));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(indicators(december)).containsEntry("REPLY_8H_RATE", "0/0"));
    }

    @Test
    void aRatingCountsOnItsOwnDayOutlivesLaterPollsAndGoesWithADossierThatIsSetAside() {
        var day = LocalDate.of(2014, 2, 1);
        var february = "?agency=H03.08&from=2014-02-01&to=2014-02-28";
        var march = "?agency=H03.08&from=2014-03-01&to=2014-03-31";
        var glad = dossier("H03.08").accept(day, day.plusDays(5)).complete(day.plusDays(3));
        var sorry = dossier("H03.08").accept(day, day.plusDays(5)).complete(day.plusDays(3));
        publish(List.of(glad, sorry), new Random(1));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(indicators(february))
                        .containsEntry("RESOLVED", "2/null")
                        .containsEntry("SATISFACTION_RATE", "0/0"));
        publish(List.of(glad.rate(day.plusDays(40), 4), sorry.rate(day.plusDays(40), 3)), new Random(1));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(indicators(march))
                        .containsEntry("RATED", "2/null")
                        .containsEntry("SATISFACTION_RATE", "1/2"));
        publish(List.of(sorry.setAside(day.plusDays(50))), new Random(1));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(indicators(march)).containsEntry("SATISFACTION_RATE", "1/1"));
        assertThat(indicators(february)).containsEntry("RATED", "0/null");
    }

    @Test
    void whatWasPaidOnlineCountsOnceHoweverAndWheneverItIsPaid() {
        var day = LocalDate.of(2015, 3, 2);
        var march = "?agency=H03.08&from=2015-03-01&to=2015-03-31";
        var before = new Walk(UUID.randomUUID(), "H03.08", "1.900202", Channel.ONLINE, Origin.LIVE)
                .submitPaid(day, 1)
                .accept(day.plusDays(1), day.plusDays(9));
        var later = dossier("H03.08").accept(day, day.plusDays(5)).pay(day.plusDays(1), PaymentMethod.ONLINE);
        var cash = dossier("H03.08").accept(day, day.plusDays(5)).pay(day.plusDays(1), PaymentMethod.CASH);
        var free = dossier("H03.08").accept(day, day.plusDays(5));
        publish(List.of(before, later, cash, free), new Random(1));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(indicators(march)).containsEntry("ONLINE_PAYMENT_ALL", "2/4"));
        publish(
                List.of(
                        before.pay(day.plusDays(40), PaymentMethod.CASH),
                        later.refund(day.plusDays(41)).complete(day.plusDays(42)),
                        cash.complete(day.plusDays(3)),
                        free.complete(day.plusDays(3))),
                new Random(1));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(indicators(march))
                        .containsEntry("EARLY", "2/null")
                        .containsEntry("ONLINE_PAYMENT_ALL", "2/4"));
    }

    @Test
    void resultsThatAreFilesCountByTheLevelOfWhoAnswersForThemAndGoWhenTheyAreTakenBack() {
        var day = LocalDate.of(2016, 3, 1);
        var march = "&from=2016-03-01&to=2016-03-31";
        var file = dossier("H03.08")
                .accept(day, day.plusDays(9))
                .file(day.plusDays(2), DocumentKind.SIGNED, true)
                .complete(day.plusDays(2));
        var paper = dossier("H03.08").accept(day, day.plusDays(9)).complete(day.plusDays(2));
        var denied = dossier("H03.08").accept(day, day.plusDays(9)).deny(day.plusDays(2));
        var commune = new Walk(UUID.randomUUID(), "H03.07", "1.900202", Channel.COUNTER, Origin.LIVE)
                .accept(day, day.plusDays(9))
                .file(day.plusDays(2), DocumentKind.SCANNED, true)
                .complete(day.plusDays(2));
        publish(List.of(file, paper, denied, commune), new Random(1));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(indicators("?agency=H03" + march))
                        .containsEntry("DIGITISED_RESULTS_PROVINCE", "1/2")
                        .containsEntry("DIGITISED_RESULTS_DISTRICT", "0/0")
                        .containsEntry("DIGITISED_RESULTS_COMMUNE", "1/1"));
        publish(List.of(file.recallResult(day.plusDays(4)).complete(day.plusDays(5))), new Random(1));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(indicators("?agency=H03" + march))
                        .containsEntry("DIGITISED_RESULTS_PROVINCE", "0/2"));
    }

    @Test
    void papersThatWereCertifiedElectronicallyCountOncePerDossier() {
        var day = LocalDate.of(2016, 5, 2);
        var may = "?agency=H03.08&from=2016-05-01&to=2016-05-31";
        var certified = dossier("H03.08")
                .accept(day, day.plusDays(9))
                .file(day, DocumentKind.CERTIFIED_COPY, false)
                .file(day, DocumentKind.CERTIFIED_COPY, false);
        var scanned = dossier("H03.08").accept(day, day.plusDays(9)).file(day, DocumentKind.SCANNED, false);
        publish(List.of(certified, scanned), new Random(1));
        publish(List.of(certified.complete(day.plusDays(3))), new Random(1));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(indicators(may))
                        .containsEntry("EARLY", "1/null")
                        .containsEntry("CERTIFIED_COPY_RATE", "1/2"));
    }

    @Test
    void onlinePaymentIsAlsoToldOfThoseForWhichSomethingWasToPay() throws SQLException {
        var day = LocalDate.of(2016, 7, 4);
        var july = "?agency=H03.08&from=2016-07-01&to=2016-07-31";
        var online = of("1.900204").accept(day, day.plusDays(9)).pay(day.plusDays(1), PaymentMethod.ONLINE);
        var cash = of("1.900204").accept(day, day.plusDays(9)).pay(day.plusDays(1), PaymentMethod.CASH);
        var unpaid = of("1.900204").accept(day, day.plusDays(9));
        var beforeTheFee = of("1.900205").accept(day, day.plusDays(9));
        var waived = of(COSTLY).accept(day, day.plusDays(9), 0L);
        var tax = of("1.900202").accept(day, day.plusDays(9), 0L).askToPay(day.plusDays(1));
        var free = of("1.900202").accept(day, day.plusDays(9));
        publish(List.of(online, cash, unpaid, beforeTheFee, waived, tax, free), new Random(1));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(indicators(july))
                        .containsEntry("ONLINE_PAYMENT_ALL", "1/7")
                        .containsEntry("ONLINE_PAYMENT_FEE", "1/4"));
        // A row from before versions were collected is judged by what holds on the last day.
        write("update dossier_measurement set procedure_version = null where dossier_id = ?", beforeTheFee.id);
        assertThat(indicators(july)).containsEntry("ONLINE_PAYMENT_FEE", "1/5");
    }

    private static Walk of(String procedure) {
        return new Walk(UUID.randomUUID(), "H03.08", procedure, Channel.COUNTER, Origin.LIVE);
    }

    @Test
    void whatEarlierPollsToldOfADossierStays() {
        var day = LocalDate.of(2013, 2, 1);
        var february = "?agency=H03.08&from=2013-02-01&to=2013-02-28";
        var walk = new Walk(UUID.randomUUID(), "H03.08", "1.900202", Channel.ONLINE, Origin.LIVE)
                .submit(day, 1)
                .replyOverdue(day.plusDays(2))
                .accept(day.plusDays(3), day.plusDays(9))
                .askPapers(day.plusDays(4))
                .papersComplete(day.plusDays(5), day.plusDays(12))
                .extend(day.plusDays(6), day.plusDays(20));
        var told = Map.of("REPLY_8H_RATE", "0/1", "SUPPLEMENT_RATE", "1/1", "EXTENSION_RATE", "1/1");
        publish(List.of(walk), new Random(1));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(indicators(february)).containsAllEntriesOf(told));
        publish(List.of(walk.complete(day.plusDays(15))), new Random(1));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(indicators(february))
                        .containsEntry("EARLY", "1/null")
                        .containsAllEntriesOf(told));
    }

    @Test
    void aRowFromBeforeTheNewColumnsKeepsCounting() throws SQLException {
        write(
                "insert into dossier_measurement (dossier_id, agency, procedure, sector, channel, origin, status,"
                        + " accepted_on, due_on, original_due_on)"
                        + " values (?, 'H03.08', '1.900202', 'TEST', 'ONLINE', 'LIVE', 'PROCESSING',"
                        + " date '2013-05-02', date '2013-05-10', date '2013-05-10')",
                UUID.randomUUID());
        assertThat(indicators("?agency=H03.08&from=2013-05-01&to=2013-05-31"))
                .containsEntry("RECEIVED", "1/null")
                .containsEntry("OPEN_LATE", "1/null")
                .containsEntry("SUPPLEMENT_RATE", "0/1")
                .containsEntry("EXTENSION_RATE", "0/1")
                .containsEntry("ONLINE_PAYMENT_ALL", "0/1")
                .containsEntry("REPLY_8H_RATE", "0/0");
    }

    @Test
    void mirroredDossiersAreCountedTogetherOrApartAsAskedAndThePageSaysHowMany() {
        var day = LocalDate.of(2012, 10, 1);
        var october = "&from=2012-10-01&to=2012-10-31";
        var own = dossier("H03.08").accept(day, day.plusDays(5));
        var first = mirrored().report(day.plusDays(9), day, day.plusDays(5), day.plusDays(4));
        var second = mirrored().report(day.plusDays(9), day, day.plusDays(5), null);
        var adopted =
                mirrored().report(day.plusDays(9), day, day.plusDays(5), null).adopt(day.plusDays(10));
        publish(List.of(own, first, second, adopted), new Random(1));
        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(report("H03.08", october).getInt("total.received")).isEqualTo(4);
            assertThat(report("H03.08", october).getString("mirrored")).isNull();
            assertThat(report("H03.08", october + "&origin=OWN").getInt("total.received"))
                    .isEqualTo(2);
            assertThat(report("H03.08", october + "&origin=OWN").getInt("mirrored"))
                    .isEqualTo(2);
            assertThat(report("H03.08", october + "&origin=MIRRORED").getInt("total.received"))
                    .isEqualTo(2);
        });
        assertThat(page(october)).doesNotContain("được đồng bộ về");
        assertThat(page(october + "&origin=OWN")).contains("Số liệu không gồm 2 hồ sơ do hệ thống của bộ, ngành");
        assertThat(page(october + "&origin=MIRRORED")).contains("Số liệu chỉ gồm 2 hồ sơ do hệ thống của bộ, ngành");
    }

    @ParameterizedTest
    @CsvSource({
        "origin=BOTH&from=2022-01-01&to=2022-01-31, 400, malformed",
        "legs=ALL&from=2022-01-01&to=2022-01-31,    400, malformed",
        "from=2022-01-01,                           400, malformed",
        "from=2022-02-01&to=2022-01-31,             422, rule-violated",
        "agency=H03.77&from=2022-01-01&to=2022-01-31, 422, unknown-code",
        "agency=H04&from=2022-01-01&to=2022-01-31,  403, forbidden",
    })
    void aQuestionThatCannotBeAnsweredIsAProblem(String query, int status, String problem) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> given().header("Authorization", STATISTICS)
                        .get("/v1/delays?" + query)
                        .then()
                        .statusCode(status)
                        .contentType("application/problem+json")
                        .body("type", equalTo("urn:motcua:problem:" + problem)));
    }

    @ParameterizedTest
    @CsvSource({
        "statistics, H03,    H03.08, 200",
        "statistics, H03.08, H03,    403",
        "leader,     H03.08, H03.08, 200",
        "leader,     H03.08, H03.10, 403",
        "officer,    H03,    H03.08, 403",
        "reception,  H03,    H03.08, 403",
        "clerk,      H03,    H03.08, 403",
        "operator,   H03,    H03.08, 403",
        "migration,  H03,    H03.08, 403",
        "citizen,    H03,    H03.08, 403",
    })
    void delaysAreForStatisticsAndLeadersOfTheAgency(String role, String own, String asked, int status) {
        var token = bearer(TokenRequest.of(role, own, 1));
        for (var legs : Asking.Legs.values()) {
            var query = "/v1/delays?legs=" + legs + "&agency=" + asked + "&from=2022-01-01&to=2022-01-31";
            await().atMost(PATIENCE)
                    .untilAsserted(() -> given().header("Authorization", token)
                            .get(query)
                            .then()
                            .statusCode(status));
            given().get(query).then().statusCode(401);
        }
    }

    /** A life at random, over everything that can be told of it. */
    private static Walk walk(Random random) {
        var day = FIRST.plusDays(random.nextInt(110));
        var mirrored = random.nextInt(6) == 0;
        var walk = new Walk(
                new UUID(random.nextLong(), random.nextLong()),
                any(random, LEADERS),
                "1.90020" + random.nextInt(5),
                any(random, List.of(Channel.ONLINE, Channel.COUNTER, Channel.POST)),
                mirrored ? Origin.MIRRORED : any(random, List.of(Origin.LIVE, Origin.IMPORTED)));
        if (mirrored) {
            walk.report(
                    day.plusDays(3),
                    day,
                    day.plusDays(7),
                    random.nextBoolean() ? null : day.plusDays(random.nextInt(12)));
            if (random.nextInt(3) == 0) {
                walk.adopt(day.plusDays(5));
            }
        } else if (reception(walk, day, random)) {
            processing(walk, day.plusDays(4), random);
        }
        if (random.nextInt(8) == 0) {
            return random.nextBoolean()
                    ? walk.setAside(day.plusDays(60))
                    : walk.mergeInto(day.plusDays(60), "H03.05-220101-0002");
        }
        return walk;
    }

    /** Whether it was taken in. */
    private static boolean reception(Walk walk, LocalDate day, Random random) {
        var online = walk.measurement().channel() == Way.ONLINE;
        if (online) {
            walk.submit(day, 1);
            if (random.nextInt(4) == 0) {
                walk.askPapersAtReception(day.plusDays(random.nextInt(3))).bringPapersToReception(day.plusDays(2));
            }
            if (random.nextInt(4) == 0) {
                walk.replyOverdue(day.plusDays(2));
            }
            if (random.nextInt(4) == 0) {
                walk.redateReply(day.plusDays(2), day.plusDays(1 + random.nextInt(4)));
            }
            switch (random.nextInt(8)) {
                case 0 -> {
                    return false;
                }
                case 1 -> {
                    walk.refuse(day.plusDays(random.nextInt(3)));
                    return false;
                }
                case 2 -> {
                    walk.withdraw(day.plusDays(random.nextInt(3)));
                    return false;
                }
                default -> {
                    // taken in below
                }
            }
        }
        var accepted = day.plusDays(random.nextInt(4));
        walk.accept(accepted, random.nextInt(8) == 0 ? null : accepted.plusDays(1 + random.nextInt(15)), fees(random));
        return true;
    }

    private static Long fees(Random random) {
        return any(random, Arrays.asList(null, 0L, 40_000L));
    }

    private static void processing(Walk walk, LocalDate from, Random random) {
        var day = from;
        var legs = 0;
        var extended = false;
        for (int step = random.nextInt(7); step > 0; step--) {
            day = day.plusDays(random.nextInt(4));
            switch (random.nextInt(11)) {
                case 0 -> walk.askPapers(day).papersComplete(day.plusDays(2), day.plusDays(9));
                case 1 -> walk.stopForAWhile(day).resume(day.plusDays(3), day.plusDays(12));
                case 2 -> {
                    if (!extended) {
                        walk.extend(day, day.plusDays(10));
                        extended = true;
                    }
                }
                case 3 -> walk.transfer(day, any(random, LEADERS));
                case 4 -> walk.correctProcedure(day, "1.90020" + random.nextInt(5), fees(random));
                case 5 -> walk.complete(day).recallResult(day.plusDays(1));
                case 6 ->
                    walk.file(day, any(random, List.of(DocumentKind.CERTIFIED_COPY, DocumentKind.SCANNED)), false);
                case 7 -> walk.file(day, DocumentKind.SIGNED, true);
                case 8 -> walk.pay(day, random.nextBoolean() ? PaymentMethod.ONLINE : PaymentMethod.CASH);
                default -> leg(walk, day, ++legs, random);
            }
        }
        day = day.plusDays(random.nextInt(4));
        switch (random.nextInt(10)) {
            case 0 -> {
                // goes on
            }
            case 1 -> walk.askPapers(day);
            case 2 -> walk.stopForAWhile(day);
            case 3 -> walk.stopForGood(day);
            case 4 -> walk.askPapers(day).stopForGood(day.plusDays(10));
            case 5 -> walk.withdraw(day);
            case 6 -> walk.deny(day);
            case 7 -> walk.complete(day).rate(day.plusDays(random.nextInt(9)), 1 + random.nextInt(5));
            default -> walk.complete(day);
        }
    }

    private static void leg(Walk walk, LocalDate day, int number, Random random) {
        walk.openLeg(
                day, number, any(random, HOLDERS), random.nextInt(5) == 0 ? null : day.plusDays(random.nextInt(8) - 2));
        if (random.nextBoolean()) {
            walk.receiveLeg(day.plusDays(1), number);
        }
        if (random.nextInt(3) == 0) {
            walk.legOverdue(day.plusDays(5), number);
        }
        if (random.nextInt(4) == 0) {
            walk.redateLeg(day.plusDays(5), number, day.plusDays(random.nextInt(12)));
        }
        if (random.nextInt(5) == 0) {
            walk.withdrawLeg(day.plusDays(random.nextInt(12)), number);
        } else if (random.nextInt(4) > 0) {
            walk.finishLeg(
                    day.plusDays(random.nextInt(12)),
                    number,
                    any(random, List.of(LegOutcome.DONE, LegOutcome.DECLINED)));
        }
    }

    private static Predicate<Walk> counted(Asking.Origin origin) {
        return switch (origin) {
            case ALL -> walk -> true;
            case OWN -> walk -> !walk.mirrored();
            case MIRRORED -> Walk::mirrored;
        };
    }

    private static Map<String, String> expectedIndicators(List<Walk> walks, String agency, Period period) {
        var led = walks.stream().filter(walk -> isIn(walk.agency(), agency)).toList();
        var counters = led.stream()
                .map(walk -> Counters.of(walk.measurement(), period, TODAY))
                .reduce(Counters.NONE, Counters::plus);
        var replies = led.stream()
                .map(walk -> Replies.of(walk.submission(), period, NOW))
                .reduce(Replies.NONE, Replies::plus);
        var expected = new TreeMap<String, String>();
        var all = new ArrayList<>(Indicator.of(counters));
        all.addAll(Indicator.of(replies));
        all.addAll(Indicator.of(
                led.stream().map(walk -> walk.satisfaction(period)).reduce(Satisfaction.NONE, Satisfaction::plus)));
        all.addAll(Indicator.of(paperless(led, period)));
        all.forEach(figure -> expected.put(figure.code(), figure.numerator() + "/" + figure.denominator()));
        return expected;
    }

    private static PaperlessByKind paperless(List<Walk> led, Period period) {
        var byLevel = new EnumMap<Level, Paperless>(Level.class);
        for (var walk : led) {
            if (LEVELS.containsKey(walk.agency())) {
                byLevel.merge(LEVELS.get(walk.agency()), walk.paperless(period), Paperless::plus);
            }
        }
        return new PaperlessByKind(
                sum(led, period),
                sum(led.stream().filter(walk -> walk.owed(COSTLY)).toList(), period),
                byLevel);
    }

    private static Paperless sum(List<Walk> walks, Period period) {
        return walks.stream().map(walk -> walk.paperless(period)).reduce(Paperless.NONE, Paperless::plus);
    }

    private static Map<String, Delays> expectedDelays(List<Walk> walks, String agency, Period period, boolean led) {
        var expected = new TreeMap<String, Delays>();
        for (var walk : walks) {
            for (var leg : walk.heldLegs()) {
                var delays = Delays.of(leg.getValue(), period, TODAY);
                if (isIn(led ? walk.agency() : leg.getKey(), agency) && delays.held() > 0) {
                    expected.merge(leg.getKey(), delays, Delays::plus);
                }
            }
        }
        return expected;
    }

    private static boolean isIn(String code, String agency) {
        return code.equals(agency) || code.startsWith(agency + ".");
    }

    private static Map<String, String> indicators(String query) {
        var told = new TreeMap<String, String>();
        for (Map<String, Object> figure : get("/v1/indicators" + query).<Map<String, Object>>getList("$")) {
            var code = (String) figure.get("code");
            if (!code.startsWith("POST_") && !code.startsWith("FEEDBACK_")) {
                told.put(code, figure.get("numerator") + "/" + figure.get("denominator"));
            }
        }
        return told;
    }

    private static Map<String, Delays> delays(String query) {
        var told = new TreeMap<String, Delays>();
        for (Map<String, Object> row : get("/v1/delays" + query).<Map<String, Object>>getList("rows")) {
            told.put(
                    (String) row.get("agency"),
                    new Delays(
                            number(row, "held"),
                            number(row, "finished"),
                            number(row, "late"),
                            number(row, "daysLate"),
                            number(row, "openLate"),
                            number(row, "openDaysLate")));
        }
        return told;
    }

    private static int parcels(String query, String code) {
        return get("/v1/indicators" + query).getInt("find { it.code == '" + code + "' }.value");
    }

    private void write(String statement, UUID dossier) throws SQLException {
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement(statement)) {
            insert.setObject(1, dossier);
            insert.executeUpdate();
        }
    }

    private static long number(Map<String, Object> row, String name) {
        return ((Number) row.get(name)).longValue();
    }

    private static JsonPath report(String agency, String more) {
        return get("/v1/reports/II.06a?agency=" + agency + more);
    }

    private static String page(String more) {
        return given().header("Authorization", STATISTICS)
                .accept("text/html")
                .get("/v1/reports/II.06a?agency=H03.08" + more)
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    private static JsonPath get(String path) {
        return given().header("Authorization", STATISTICS)
                .get(path)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static void publish(List<Walk> walks, Random random) {
        try (var stream = new Stream()) {
            stream.interleave(walks, random);
        }
    }

    private static Walk dossier(String agency) {
        return new Walk(UUID.randomUUID(), agency, "1.900202", Channel.COUNTER, Origin.LIVE);
    }

    private static Walk mirrored() {
        return new Walk(UUID.randomUUID(), "H03.08", "1.900202", Channel.COUNTER, Origin.MIRRORED);
    }

    private static <T> T any(Random random, List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private static Period period(int from, int to) {
        return new Period(FIRST.plusDays(from), FIRST.plusDays(to));
    }

    private static String days(Period period) {
        return "&from=" + period.from() + "&to=" + period.to();
    }

    private static String bearer(TokenRequest who) {
        return "Bearer " + LocalInfrastructure.tokens().token(who);
    }
}
