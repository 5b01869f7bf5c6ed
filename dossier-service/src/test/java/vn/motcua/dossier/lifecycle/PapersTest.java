package vn.motcua.dossier.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.motcua.dossier.lifecycle.Lives.DEADLINE;
import static vn.motcua.dossier.lifecycle.Lives.LAST_DAY_FOR_PAPERS;
import static vn.motcua.dossier.lifecycle.Lives.REPLY;
import static vn.motcua.dossier.lifecycle.Samples.DUE;
import static vn.motcua.dossier.lifecycle.Samples.LIMIT;
import static vn.motcua.dossier.lifecycle.Samples.NINE;
import static vn.motcua.dossier.lifecycle.Samples.TEN;
import static vn.motcua.dossier.lifecycle.Samples.after;
import static vn.motcua.dossier.lifecycle.Samples.as;
import static vn.motcua.dossier.lifecycle.Samples.bar;
import static vn.motcua.dossier.lifecycle.Samples.done;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.motcua.dossier.calendar.TimeLimit;

/** T06 to T08 and T13 to T16: papers that are asked for, before acceptance and in processing. */
class PapersTest {

    private static final Instant ACCEPTED = Hours.at("2022-06-06T09:00");
    private static final Instant ASKED = Hours.at("2022-06-08T10:00");
    private static final Instant FULL = Hours.at("2022-06-13T14:00");

    @Test
    void beforeAcceptanceTheClockNeverStarted() {
        var done = done(
                Lives.submitted().papers().request(as(Role.RECEPTION), Lives.request(DEADLINE), Laws.OF_2022, TEN));

        assertThat(done.fact()).isEqualTo(new Fact.SupplementRequested(TEN, as(Role.RECEPTION), true, 1, DEADLINE, 1));
        assertThat(done.dossier().course().clock()).isEmpty();
        assertThat(done.dossier().course().pausedSince()).isEmpty();
        assertThat(done.dossier().course().alarms())
                .as("no reply is awaited while the applicant is asked")
                .isEqualTo(new Alarms(null, null, null, null, DEADLINE, null, null));
    }

    @Test
    void inProcessingTheClockStandsStillFromTheRequestOn() {
        var done = done(
                Lives.processing().papers().request(as(Role.RECEPTION), Lives.request(DEADLINE), Laws.OF_2022, TEN));
        var waiting = done.dossier();

        assertThat(done.fact()).isEqualTo(new Fact.SupplementRequested(TEN, as(Role.RECEPTION), false, 1, DEADLINE, 1));
        assertThat(waiting.course().pause())
                .isEqualTo(
                        new Pause(Pause.Cause.PAPERS, DossierStatus.PROCESSING, TEN, DEADLINE, null, List.of("CCCD")));
        assertThat(waiting.course().clock().get(1))
                .isEqualTo(new ClockEntry(ClockEntry.Kind.PAUSE, TEN, "PAPERS", null, null, null));
        assertThat(waiting.course().pausedSince()).contains(TEN);
        assertThat(waiting.course().alarms())
                .as("a dossier asked for papers is not late while it waits")
                .isEqualTo(new Alarms(null, null, null, null, DEADLINE, null, null));
        assertThat(waiting.timeline().dueAt()).isEqualTo(DUE);
    }

    @Test
    void papersAreNamedAndTheDeadlineLiesAhead() {
        var papers = Lives.processing().papers();

        assertThat(bar(papers.request(
                        as(Role.RECEPTION),
                        new Papers.Request(List.of(), DEADLINE, LAST_DAY_FOR_PAPERS, null),
                        Laws.OF_2022,
                        TEN)))
                .isEqualTo(Bar.NOTHING_NAMED);
        assertThat(bar(papers.request(as(Role.RECEPTION), Lives.request(TEN), Laws.OF_2022, TEN)))
                .isEqualTo(Bar.DEADLINE_PAST);
        assertThat(after(papers.request(as(Role.RECEPTION), Lives.request(null), Laws.OF_2022, TEN))
                        .course()
                        .wakesAt())
                .as("without a deadline nothing rings")
                .isEmpty();
    }

    @Test
    void guidanceBeforeAcceptanceIsGivenOnce() {
        var supplied = Lives.supplied(Lives.asked(Lives.submitted()));

        assertThat(bar(supplied.papers().request(as(Role.RECEPTION), Lives.request(DEADLINE), Laws.OF_2022, TEN)))
                .isEqualTo(Bar.ASKED_ALREADY);
    }

    @Test
    void aRequestAtReceptionDoesNotUseUpTheOneInProcessing() {
        var supplied = Lives.supplied(Lives.asked(Lives.submitted()));
        var processing = Lives.processing(after(supplied.accept(as(Role.RECEPTION), Hours.whole(LIMIT, NINE), NINE)));

        var done = done(processing.papers().request(as(Role.RECEPTION), Lives.request(DEADLINE), Laws.OF_2022, TEN));

        assertThat(((Fact.SupplementRequested) done.fact()).count()).isEqualTo(1);
    }

    @Test
    void withinThreeWorkingDaysOfReceiptReceptionAsksAndAfterThatTheLeader() {
        var papers = Lives.processing().papers();
        var tooLate = LAST_DAY_FOR_PAPERS.plusMillis(1);

        assertThat(LAST_DAY_FOR_PAPERS)
                .isEqualTo(Hours.CALENDAR.due(NINE, TimeLimit.workingDays(3)).orElseThrow());
        assertThat(done(papers.request(as(Role.RECEPTION), Lives.request(DEADLINE), Laws.OF_2022, LAST_DAY_FOR_PAPERS)))
                .isNotNull();
        assertThat(bar(papers.request(as(Role.RECEPTION), Lives.request(DEADLINE), Laws.OF_2022, tooLate)))
                .isEqualTo(Bar.LEADER_APPROVES);
        assertThat(bar(papers.request(as(Role.LEADER), Lives.request(DEADLINE), Laws.OF_2022, tooLate)))
                .isEqualTo(Bar.BASIS_MISSING);
        assertThat(done(papers.request(as(Role.LEADER), withBasis(), Laws.OF_2022, tooLate)))
                .isNotNull();
    }

    @Test
    void aSecondRequestInProcessingIsTheLeadersWithItsLegalBasis() {
        var again = Lives.confirmed(Lives.asked(Lives.processing()), NINE).papers();

        assertThat(bar(again.request(as(Role.RECEPTION), withBasis(), Laws.OF_2022, TEN)))
                .isEqualTo(Bar.LEADER_APPROVES);
        assertThat(bar(again.request(as(Role.LEADER), Lives.request(DEADLINE), Laws.OF_2022, TEN)))
                .isEqualTo(Bar.BASIS_MISSING);
        assertThat(((Fact.SupplementRequested) done(again.request(as(Role.LEADER), withBasis(), Laws.OF_2022, TEN))
                                .fact())
                        .count())
                .isEqualTo(2);
    }

    @Test
    void papersBeforeAcceptanceMakeItNewAgainWithAsLongToAnswer() {
        var waiting = Lives.asked(Lives.submitted());
        var reply = Hours.at("2022-06-13T16:00");

        var done = done(waiting.papers().submit(as(Role.CITIZEN), 2, "sha256:02", reply, Hours.at("2022-06-10T16:00")));

        assertThat(done.fact())
                .isEqualTo(new Fact.SupplementSubmitted(Hours.at("2022-06-10T16:00"), as(Role.CITIZEN), 2));
        assertThat(done.dossier().status()).isEqualTo(DossierStatus.SUBMITTED);
        assertThat(done.dossier().timeline().replyDueAt()).isEqualTo(reply);
        assertThat(done.dossier().course().pause()).isNull();
        assertThat(done.dossier().course().alarms()).isEqualTo(new Alarms(reply, null, null, null, null, null, null));
        assertThat(done.dossier().matter().privateDigest()).isEqualTo("sha256:02");
        assertThat(bar(waiting.papers().submit(as(Role.CITIZEN), 0, "sha256:02", reply, TEN)))
                .isEqualTo(Bar.NOTHING_SENT);
    }

    @Test
    void papersInProcessingAreLookedAtWhileTheClockStillStands() {
        var answered =
                after(Lives.asked(Lives.processing()).papers().submit(as(Role.CITIZEN), 1, "sha256:02", REPLY, TEN));

        assertThat(answered.status()).isEqualTo(DossierStatus.SUPPLEMENT_REQUIRED);
        assertThat(answered.course().pause().deadline())
                .as("no deadline runs out any more")
                .isNull();
        assertThat(answered.course().wakesAt()).isEmpty();
        assertThat(answered.course().pausedSince()).contains(NINE);
        assertThat(bar(answered.stops().stop(as(Role.SYSTEM), null, false, DEADLINE)))
                .isEqualTo(Bar.ANSWERED_ALREADY);
    }

    /** The example of the law: five working days, asked after 1,020 of 2,400 minutes. */
    @Test
    void fullPapersCountTheWholeLimitAnew() {
        var waiting = waiting();
        var appointment = Hours.whole(LIMIT, FULL);

        var done = done(waiting.papers().confirm(as(Role.RECEPTION), ClockPolicy.RESTART, appointment, FULL));
        var dossier = done.dossier();

        assertThat(waiting.timeline().dueAt()).isEqualTo(Hours.at("2022-06-13T09:00"));
        assertThat(dossier.timeline().dueAt()).isEqualTo(Hours.at("2022-06-20T14:00"));
        assertThat(dossier.timeline().originalDueAt())
                .as("the first promise is void as well")
                .isEqualTo(Hours.at("2022-06-20T14:00"));
        assertThat(done.fact())
                .as("logged with both dates")
                .isEqualTo(new Fact.SupplementCompleted(
                        FULL, as(Role.RECEPTION), ClockPolicy.RESTART, Hours.at("2022-06-13T09:00")));
        assertThat(dossier.course().clock().get(2))
                .isEqualTo(new ClockEntry(
                        ClockEntry.Kind.RESTART, FULL, null, LIMIT, Hours.at("2022-06-20T14:00"), "civil-servants|1"));
        assertThat(dossier.course().alarms())
                .isEqualTo(new Alarms(
                        null, Hours.at("2022-06-17T14:00"), null, Hours.at("2022-06-20T14:00"), null, null, null));
        assertThat(dossier.status()).isEqualTo(DossierStatus.PROCESSING);
        assertThat(dossier.course().pause()).isNull();
    }

    /** The same example where a province lets the limit go on. */
    @Test
    void orWhatWasLeftOfItIsCounted() {
        var waiting = waiting();
        var appointment = Hours.resumed(waiting, LIMIT, ASKED, FULL);

        var dossier = after(waiting.papers().confirm(as(Role.OFFICER), ClockPolicy.RESUME, appointment, FULL));

        assertThat(dossier.timeline().dueAt()).isEqualTo(Hours.at("2022-06-16T11:00"));
        assertThat(dossier.timeline().originalDueAt()).isEqualTo(Hours.at("2022-06-13T09:00"));
        assertThat(dossier.course().clock().get(2))
                .isEqualTo(new ClockEntry(
                        ClockEntry.Kind.RESUME, FULL, null, null, Hours.at("2022-06-16T11:00"), "civil-servants|1"));
        assertThat(Recount.due(dossier.course().clock(), LIMIT, Hours.counting(Hours.CALENDAR), Hours.CALENDAR))
                .isEqualTo(Hours.at("2022-06-16T11:00"));
    }

    @Test
    void itGoesBackWhereItWasAsked() {
        var accepted = Lives.asked(Lives.accepted());

        assertThat(Lives.confirmed(accepted, TEN).status()).isEqualTo(DossierStatus.ACCEPTED);
        assertThat(Lives.confirmed(Lives.supplied(accepted), TEN).status()).isEqualTo(DossierStatus.ACCEPTED);
    }

    @Test
    void papersThatDoNotComeBeforeAcceptanceEndInARefusalForThatReason() {
        var waiting = Lives.asked(Lives.submitted());

        assertThat(bar(waiting.refuse(as(Role.RECEPTION), "INCOMPLETE", DEADLINE.minusMillis(1))))
                .isEqualTo(Bar.STILL_TIME_LEFT);
        var refused = done(waiting.refuse(as(Role.RECEPTION), "INCOMPLETE", DEADLINE));
        assertThat(refused.fact()).isEqualTo(new Fact.Refused(DEADLINE, as(Role.RECEPTION), "SUPPLEMENT_EXPIRED"));
        assertThat(refused.dossier().status()).isEqualTo(DossierStatus.REFUSED);
        assertThat(refused.dossier().timeline().endedAt()).isNull();
        assertThat(refused.dossier().course().wakesAt()).isEmpty();
    }

    @Test
    void papersThatDoNotComeInProcessingStopAnAcceptedDossierForGood() {
        var waiting = Lives.asked(Lives.processing());

        assertThat(bar(waiting.stops().stop(as(Role.RECEPTION), null, false, DEADLINE.minusMillis(1))))
                .isEqualTo(Bar.STILL_TIME_LEFT);
        var stopped = done(waiting.stops().stop(as(Role.RECEPTION), null, true, DEADLINE));
        assertThat(stopped.fact())
                .isEqualTo(new Fact.Stopped(DEADLINE, as(Role.RECEPTION), "SUPPLEMENT_EXPIRED", false));
        assertThat(stopped.dossier().isClosed()).isTrue();
        assertThat(stopped.dossier().timeline().acceptedAt())
                .as("it stays accepted")
                .isEqualTo(NINE);
        assertThat(stopped.dossier().timeline().endedAt()).isEqualTo(DEADLINE);
        assertThat(stopped.dossier().course().clock())
                .extracting(ClockEntry::kind)
                .containsExactly(ClockEntry.Kind.START, ClockEntry.Kind.PAUSE, ClockEntry.Kind.STOP);
    }

    @Test
    void whatEndedWhileItWaitedStoodStillUntilTheEndAlsoWhereTheDateMovedMeanwhile() {
        var waiting = Lives.asked(Lives.processing());
        var later = Hours.promised(LIMIT, NINE, Hours.at("2022-06-16T09:00"));
        var moved = after(waiting.timekeeping().redate(later, TEN));

        assertThat(after(waiting.stops().stop(as(Role.SYSTEM), null, false, DEADLINE))
                        .course()
                        .pausedSince())
                .contains(NINE);
        assertThat(after(moved.stops().stop(as(Role.SYSTEM), null, false, DEADLINE))
                        .course()
                        .pausedSince())
                .contains(NINE);
        assertThat(Lives.completed().course().pausedSince()).isEmpty();
        assertThat(Lives.withdrawn().course().pausedSince()).isEmpty();
    }

    @Test
    void papersThatComeLateAreTakenAsLongAsNobodyEndedTheWait() {
        assertThat(after(Lives.asked(Lives.submitted())
                                .papers()
                                .submit(as(Role.CITIZEN), 1, "sha256:01", REPLY, DEADLINE.plusSeconds(60)))
                        .status())
                .isEqualTo(DossierStatus.SUBMITTED);
    }

    private static Papers.Request withBasis() {
        return new Papers.Request(List.of("CCCD"), DEADLINE, LAST_DAY_FOR_PAPERS, "Law on residence, art. 20");
    }

    private static Dossier waiting() {
        return Lives.asked(Lives.processing(Lives.accepted(LIMIT, ACCEPTED)), ASKED, DEADLINE);
    }
}
