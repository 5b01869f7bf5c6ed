package vn.motcua.dossier.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.motcua.dossier.lifecycle.Samples.DUE;
import static vn.motcua.dossier.lifecycle.Samples.LIMIT;
import static vn.motcua.dossier.lifecycle.Samples.TEN;
import static vn.motcua.dossier.lifecycle.Samples.as;
import static vn.motcua.dossier.lifecycle.Samples.bar;
import static vn.motcua.dossier.lifecycle.Samples.done;

import java.time.Instant;
import org.junit.jupiter.api.Test;

/** T22 and T23: processing that ends without a result, or rests for a while. */
class StopsTest {

    private static final Instant LIFTED = Hours.at("2022-07-08T10:00");

    @Test
    void aStopForGoodEndsTheClockAndSaysWhy() {
        var done = done(Lives.processing().stops().stop(as(Role.LEADER), "COURT", false, TEN));

        assertThat(done.fact()).isEqualTo(new Fact.Stopped(TEN, as(Role.LEADER), "COURT", false));
        assertThat(done.dossier().isClosed()).isTrue();
        assertThat(done.dossier().reason()).isEqualTo("COURT");
        assertThat(done.dossier().timeline().endedAt()).isEqualTo(TEN);
        assertThat(done.dossier().timeline().completedAt()).isNull();
        assertThat(done.dossier().course().clock().get(1))
                .isEqualTo(new ClockEntry(ClockEntry.Kind.STOP, TEN, "COURT", null, DUE, null));
        assertThat(done.dossier().course().wakesAt()).isEmpty();
    }

    @Test
    void aStopNamesItsGroundAndIsTheLeaders() {
        var stops = Lives.processing().stops();

        assertThat(bar(stops.stop(as(Role.LEADER), null, true, TEN))).isEqualTo(Bar.REASON_MISSING);
        assertThat(bar(stops.stop(as(Role.OFFICER), "COURT", true, TEN))).isEqualTo(Bar.LEADER_STOPS);
    }

    @Test
    void aStopForAWhileIsAPauseAndWhatWasLeftRunsOn() {
        var stopped = done(Lives.processing().stops().stop(as(Role.LEADER), "COURT", true, TEN))
                .dossier();
        var appointment = Hours.resumed(stopped, LIMIT, TEN, LIFTED);

        var done = done(stopped.stops().resume(as(Role.LEADER), appointment, LIFTED));

        assertThat(stopped.isClosed()).isFalse();
        assertThat(stopped.timeline().endedAt()).as("it has not ended").isNull();
        assertThat(stopped.course().wakesAt()).isEmpty();
        assertThat(stopped.course().clock().get(1))
                .isEqualTo(new ClockEntry(ClockEntry.Kind.PAUSE, TEN, "COURT", null, null, null));
        assertThat(done.fact()).isEqualTo(new Fact.Resumed(LIFTED, as(Role.LEADER), DUE));
        assertThat(done.dossier().status()).isEqualTo(DossierStatus.PROCESSING);
        assertThat(done.dossier().reason()).isNull();
        assertThat(done.dossier().timeline().dueAt()).isEqualTo(Hours.at("2022-07-15T09:00"));
        assertThat(done.dossier().timeline().originalDueAt()).isEqualTo(DUE);
        assertThat(done.dossier().course().clock().get(2).kind()).isEqualTo(ClockEntry.Kind.RESUME);
        assertThat(done.dossier().course().alarms())
                .isEqualTo(new Alarms(
                        null, Hours.at("2022-07-14T09:00"), null, Hours.at("2022-07-15T09:00"), null, null, null));
    }
}
