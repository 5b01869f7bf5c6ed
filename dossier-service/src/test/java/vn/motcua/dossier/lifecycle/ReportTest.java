package vn.motcua.dossier.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.motcua.dossier.lifecycle.Samples.DUE;
import static vn.motcua.dossier.lifecycle.Samples.ID;
import static vn.motcua.dossier.lifecycle.Samples.NINE;
import static vn.motcua.dossier.lifecycle.Samples.bar;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What ministries' systems tell is recorded as told; what could not have happened here is marked. */
class ReportTest {

    private static final String CODE = "H03.01-220608-0001";
    private static final String DIGEST = "sha256:01";
    private static final Instant TEN = NINE.plus(Duration.ofHours(1));
    private static final Instant ELEVEN = NINE.plus(Duration.ofHours(2));
    private static final Instant NOON = NINE.plus(Duration.ofHours(3));

    /** From where (lines) a dossier may come to where (columns): written for people. {@code -}: no step leads there. */
    private static final String ARROWS = """
                            SUBM ACCE REFU PROC SUPP PAYM WITH STOP COMP RETU
            SUBMITTED       .    .    .    -    .    -    .    .    -    -
            ACCEPTED        -    .    -    .    .    .    .    .    .    -
            REFUSED         -    -    .    -    -    -    -    -    -    -
            PROCESSING      -    -    -    .    .    .    .    .    .    -
            SUPPLEMENT_REQUIRED .  .  .    .    .    -    .    .    -    -
            PAYMENT_REQUIRED -   .    -    .    -    .    .    .    -    -
            WITHDRAWN       -    -    -    -    -    -    .    -    -    -
            STOPPED         -    -    -    .    -    -    -    .    -    -
            COMPLETED       -    -    -    .    -    -    -    .    .    .
            RETURNED        -    -    -    -    -    -    -    -    -    .
            """;

    @Test
    void everyStatusIsRecordedAfterEveryOtherAndMarkedWhereNoStepLeadsThere() {
        var lines = ARROWS.lines().toList();
        assertThat(lines).hasSize(1 + DossierStatus.values().length);
        var tried = 0;
        for (var line : lines.subList(1, lines.size())) {
            var words = line.strip().split("\\s+");
            var before = mirrored(DossierStatus.valueOf(words[0]));
            for (var status : DossierStatus.values()) {
                var done = whole(status).after(before).orElseThrow();

                assertThat(done.dossier().status()).isEqualTo(status);
                assertThat(done.dossier().previousStatus()).isEqualTo(before.status());
                assertThat(done.dossier().sequence()).isEqualTo(before.sequence() + 1);
                assertThat(irregularities(done))
                        .as("%s after %s", status, before.status())
                        .isEqualTo(
                                words[1 + status.ordinal()].equals("-")
                                        ? Set.of(Irregularity.NO_SUCH_ARROW)
                                        : Set.of());
                tried++;
            }
        }
        assertThat(tried).isEqualTo(100);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            # status    | at | submitted | accepted | due | completed | ended | returned | irregular
            SUBMITTED   |  9 | 9         | -        | -   | -         | -     | -        |
            ACCEPTED    | 10 | 9         | 10       | 99  | -         | -     | -        |
            ACCEPTED    | 10 | 9         | -        | 99  | -         | -     | -        | NOT_ACCEPTED
            PROCESSING  | 11 | 9         | 10       | -   | -         | -     | -        |
            PROCESSING  | 11 | 9         | -        | -   | -         | -     | -        | NOT_ACCEPTED
            REFUSED     | 10 | 9         | -        | -   | -         | -     | -        |
            WITHDRAWN   | 10 | 9         | -        | -   | -         | -     | -        |
            WITHDRAWN   | 11 | 9         | 10       | -   | -         | 11    | -        |
            WITHDRAWN   | 11 | 9         | 11       | -   | -         | 10    | -        | TIMES_OUT_OF_ORDER
            COMPLETED   | 11 | 9         | 10       | 99  | 11        | -     | -        |
            COMPLETED   | 11 | 9         | -        | 99  | 11        | -     | -        | NOT_ACCEPTED
            COMPLETED   | 11 | 9         | 10       | 99  | -         | -     | -        | TIMES_OUT_OF_ORDER
            COMPLETED   | 11 | 9         | 11       | 99  | 10        | -     | -        | TIMES_OUT_OF_ORDER
            COMPLETED   | 11 | 9         | 10       | 9   | 11        | -     | -        | TIMES_OUT_OF_ORDER
            COMPLETED   | 10 | 9         | 10       | 99  | 11        | -     | -        | TIMES_OUT_OF_ORDER
            RETURNED    | 12 | 9         | 10       | 99  | 11        | 11    | 12       |
            RETURNED    | 12 | 9         | 10       | 99  | 11        | 11    | -        | TIMES_OUT_OF_ORDER
            RETURNED    | 12 | 9         | 10       | 99  | 12        | 12    | 11       | TIMES_OUT_OF_ORDER
            RETURNED    | 12 | 9         | -        | 99  | -         | -     | 12       | NOT_ACCEPTED
            STOPPED     | 12 | 10        | 9        | -   | 11        | -     | -        | TIMES_OUT_OF_ORDER
            STOPPED     | 12 | 9         | -        | -   | 11        | 8     | -        | NOT_ACCEPTED TIMES_OUT_OF_ORDER
            """)
    void itsDatesAreLookedAt(
            DossierStatus status,
            Integer at,
            Integer submitted,
            Integer accepted,
            Integer due,
            Integer completed,
            Integer ended,
            Integer returned,
            String irregular) {
        var dates = new Report.Dates(
                hour(submitted), hour(accepted), hour(due), null, hour(completed), hour(ended), hour(returned));
        var done = report(status, hour(at), dates).first(ID, CODE, DIGEST);

        assertThat(irregularities(done)).isEqualTo(words(irregular));
        assertThat(done.dossier().status()).isEqualTo(status);
    }

    @Test
    void theFirstFactMakesADossierUnderItsCodeWithItsOwnTime() {
        var done = whole(DossierStatus.PROCESSING).first(ID, CODE, DIGEST);

        var dossier = done.dossier();
        assertThat(dossier.id()).isEqualTo(ID);
        assertThat(dossier.code()).isEqualTo(CODE);
        assertThat(dossier.sequence()).isEqualTo(1);
        assertThat(dossier.previousStatus()).isNull();
        assertThat(dossier.changedAt()).isEqualTo(NOON);
        assertThat(dossier.matter().origin()).isEqualTo(Origin.MIRRORED);
        assertThat(dossier.matter().citizen()).isNull();
        assertThat(dossier.matter().privateDigest()).isEqualTo(DIGEST);
        assertThat(dossier.timeline().originalDueAt()).isEqualTo(DUE);
        assertThat(done.fact())
                .isEqualTo(new Fact.Reported(NOON, new Actor(Role.SYSTEM, null), "processing-started", null, Set.of()));
    }

    @Test
    void whatIsToldLateIsRecordedAndMarked() {
        var before = whole(DossierStatus.PROCESSING).first(ID, CODE, DIGEST).dossier();

        var late = report(DossierStatus.PROCESSING, ELEVEN, dates(DossierStatus.PROCESSING, ELEVEN))
                .after(before)
                .orElseThrow();

        assertThat(irregularities(late)).containsExactly(Irregularity.BEFORE_LAST_FACT);
        assertThat(late.dossier().changedAt()).isEqualTo(ELEVEN);
        assertThat(late.dossier().sequence()).isEqualTo(2);
    }

    @Test
    void aLaterDateLeavesTheFirstPromise() {
        var before = whole(DossierStatus.PROCESSING).first(ID, CODE, DIGEST).dossier();
        var later = DUE.plus(Duration.ofDays(3));

        var extended = report(
                        DossierStatus.PROCESSING, NOON, new Report.Dates(NINE, TEN, later, null, null, null, null))
                .after(before)
                .orElseThrow()
                .dossier();

        assertThat(extended.timeline().dueAt()).isEqualTo(later);
        assertThat(extended.timeline().originalDueAt()).isEqualTo(DUE);
    }

    @ParameterizedTest
    @EnumSource(DossierStatus.class)
    void nothingRingsAndOfItsClockNoMoreIsKeptThanSinceWhenItWaits(DossierStatus status) {
        var course = whole(status).first(ID, CODE, DIGEST).dossier().course();

        assertThat(course.wakesAt()).isEmpty();
        assertThat(course.clock()).extracting(ClockEntry::kind).allMatch(ClockEntry.Kind.PAUSE::equals);
        assertThat(course.pause()).isNull();
        assertThat(course.legs()).isEmpty();
        assertThat(course.flow()).isNull();
    }

    @ParameterizedTest
    @EnumSource(DossierStatus.class)
    void nobodyHereTakesAStepOnItButItsAdoption(DossierStatus status) {
        var dossier = whole(status).first(ID, CODE, DIGEST).dossier();
        var open = new ArrayList<Step>();
        for (var step : Step.values()) {
            for (var role : Role.values()) {
                if (dossier.isOpenTo(step, role, Laws.OF_2022)) {
                    open.add(step);
                }
            }
        }
        assertThat(Set.copyOf(open))
                .isEqualTo(
                        EnumSet.of(
                                                DossierStatus.REFUSED,
                                                DossierStatus.WITHDRAWN,
                                                DossierStatus.STOPPED,
                                                DossierStatus.RETURNED)
                                        .contains(status)
                                ? Set.of()
                                : Set.of(Step.ADOPTION));
    }

    @Test
    void onceAdoptedItIsOursAndReportsChangeNothing() {
        var adopted =
                adopted(whole(DossierStatus.PROCESSING).first(ID, CODE, DIGEST).dossier());

        assertThat(whole(DossierStatus.COMPLETED).after(adopted)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = DossierStatus.class,
            names = {"SUPPLEMENT_REQUIRED", "PAYMENT_REQUIRED"})
    void whatWaitsForTheApplicantElsewhereIsAdoptedOnceThatIsOver(DossierStatus status) {
        var waiting = whole(status).first(ID, CODE, DIGEST).dossier();
        assertThat(Samples.bar(waiting.amendments()
                        .adopt(Samples.as(Role.RECEPTION), Samples.APPOINTMENT, NOON.plus(Duration.ofHours(1)))))
                .isEqualTo(Bar.WAITS_ELSEWHERE);

        var over = whole(DossierStatus.PROCESSING).after(waiting).orElseThrow().dossier();

        assertThat(adopted(over).matter().origin()).isEqualTo(Origin.LIVE);
    }

    @Test
    void whatTheCatalogueSaysAgainstItIsMarkedToo() {
        var report = new Report(
                "processing-started",
                NOON,
                Samples.online().as(Origin.MIRRORED),
                DossierStatus.PROCESSING,
                dates(DossierStatus.PROCESSING, NOON),
                null,
                Set.of(Irregularity.PROCEDURE_UNKNOWN));

        assertThat(irregularities(report.first(ID, CODE, DIGEST))).containsExactly(Irregularity.PROCEDURE_UNKNOWN);
    }

    @Test
    void whatHasAResultThereRunsNoMoreHereUnlessItIsSaidWhenItEnded() {
        var completed = mirrored(DossierStatus.COMPLETED).timeline();
        assertThat(completed.completedAt()).isEqualTo(ELEVEN);
        assertThat(completed.endedAt()).isEqualTo(ELEVEN);
        var said = report(DossierStatus.RETURNED, NOON, new Report.Dates(NINE, TEN, DUE, null, ELEVEN, NOON, NOON));
        assertThat(said.first(ID, CODE, DIGEST).dossier().timeline().endedAt()).isEqualTo(NOON);
        var neverAccepted =
                report(DossierStatus.COMPLETED, NOON, new Report.Dates(NINE, null, null, null, ELEVEN, null, null));
        assertThat(neverAccepted.first(ID, CODE, DIGEST).dossier().timeline().endedAt())
                .as("what was not accepted is not counted as ended")
                .isNull();
    }

    /** Else a dossier that waits for its applicant elsewhere would run and be late in the figures. */
    @ParameterizedTest
    @EnumSource(names = {"SUPPLEMENT_REQUIRED", "PAYMENT_REQUIRED", "STOPPED"})
    void whatWaitsThereStandsStillHereUntilItGoesOnOrEnds(DossierStatus waiting) {
        var asked = report(waiting, ELEVEN, dates(waiting, ELEVEN))
                .after(mirrored(DossierStatus.PROCESSING))
                .orElseThrow()
                .dossier();
        assertThat(asked.course().pausedSince()).contains(ELEVEN);
        assertThat(bar(asked.amendments().adopt(Samples.as(Role.RECEPTION), Samples.APPOINTMENT, NOON)))
                .as("so that no such line comes before those of here")
                .isIn(Bar.WAITS_ELSEWHERE, Bar.STOPPED_FOR_GOOD);

        var still = whole(waiting).after(asked).orElseThrow().dossier();
        assertThat(still.course().pausedSince())
                .as("since the first that said so")
                .contains(ELEVEN);

        var told = report(waiting, NOON, new Report.Dates(NINE, NINE, DUE, TEN, null, null, null));
        assertThat(told.after(still).orElseThrow().dossier().course().pausedSince())
                .contains(TEN);

        var on = whole(DossierStatus.PROCESSING).after(still).orElseThrow().dossier();
        assertThat(on.course()).isEqualTo(Course.NEW);
        var ended = report(waiting, NOON, new Report.Dates(NINE, TEN, DUE, null, null, NOON, null));
        assertThat(ended.first(ID, CODE, DIGEST).dossier().course()).isEqualTo(Course.NEW);
        var neverAccepted = report(waiting, NOON, new Report.Dates(NINE, null, null, null, null, null, null));
        assertThat(neverAccepted.first(ID, CODE, DIGEST).dossier().course().pausedSince())
                .isEmpty();
    }

    private static Dossier adopted(Dossier dossier) {
        return Samples.done(dossier.amendments()
                        .adopt(Samples.as(Role.RECEPTION), Samples.APPOINTMENT, NOON.plus(Duration.ofHours(1))))
                .dossier();
    }

    private static Dossier mirrored(DossierStatus status) {
        return whole(status).first(ID, CODE, DIGEST).dossier();
    }

    /** With every date that belongs to where it stands. */
    private static Report whole(DossierStatus status) {
        return report(status, NOON, dates(status, NOON));
    }

    private static Report report(DossierStatus status, Instant at, Report.Dates dates) {
        return new Report(
                "processing-started", at, Samples.online().as(Origin.MIRRORED), status, dates, null, Set.of());
    }

    private static Report.Dates dates(DossierStatus status, Instant at) {
        var open = status == DossierStatus.SUBMITTED || status == DossierStatus.REFUSED;
        var result = status == DossierStatus.COMPLETED || status == DossierStatus.RETURNED;
        return new Report.Dates(
                NINE,
                open ? null : TEN,
                open ? null : DUE,
                null,
                result ? ELEVEN : null,
                null,
                status == DossierStatus.RETURNED ? at : null);
    }

    private static Instant hour(Integer hour) {
        return hour == null ? null : NINE.plus(Duration.ofHours(hour - 9));
    }

    private static Set<Irregularity> irregularities(Attempt.Done done) {
        return ((Fact.Reported) done.fact()).irregularities();
    }

    private static Set<Irregularity> words(String text) {
        return text == null
                ? Set.of()
                : Set.copyOf(List.of(text.split(" ")).stream()
                        .map(Irregularity::valueOf)
                        .toList());
    }
}
