package vn.motcua.dossier.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.motcua.dossier.lifecycle.Samples.TEN;
import static vn.motcua.dossier.lifecycle.Samples.after;
import static vn.motcua.dossier.lifecycle.Samples.as;
import static vn.motcua.dossier.lifecycle.Samples.bar;
import static vn.motcua.dossier.lifecycle.Samples.done;

import org.junit.jupiter.api.Test;

/** T27: the result reaches the applicant. */
class HandOverTest {

    private static final Dossier BY_POST = Lives.completed(Lives.processing(ReturnMethod.POST));
    private static final Dossier ELECTRONIC = Lives.completed(Lives.processing(ReturnMethod.ELECTRONIC));

    @Test
    void nobodyGetsAResultWithoutShowingWhoTheyAre() {
        assertThat(bar(Lives.completed().handOver(as(Role.RECEPTION), Via.COUNTER, false, TEN)))
                .isEqualTo(Bar.IDENTITY_NOT_CHECKED);
    }

    @Test
    void eachWayHomeBelongsToWhoGoesIt() {
        assertThat(bar(BY_POST.handOver(as(Role.RECEPTION), Via.POST, true, TEN)))
                .isEqualTo(Bar.OTHER_ROLE);
        assertThat(bar(BY_POST.handOver(as(Role.POSTAL), Via.COUNTER, true, TEN)))
                .isEqualTo(Bar.OTHER_ROLE);
        assertThat(bar(BY_POST.handOver(as(Role.CITIZEN), Via.COUNTER, true, TEN)))
                .isEqualTo(Bar.OTHER_ROLE);
        assertThat(bar(ELECTRONIC.handOver(as(Role.RECEPTION), Via.ONLINE, true, TEN)))
                .isEqualTo(Bar.OTHER_ROLE);
    }

    @Test
    void onlyWhoAskedForItGetsItByPostOrOnline() {
        assertThat(bar(ELECTRONIC.handOver(as(Role.POSTAL), Via.POST, true, TEN)))
                .isEqualTo(Bar.NOT_ASKED_BY_POST);
        assertThat(bar(BY_POST.handOver(as(Role.CITIZEN), Via.ONLINE, true, TEN)))
                .isEqualTo(Bar.NOT_ELECTRONIC);
        assertThat(after(ELECTRONIC.handOver(as(Role.CITIZEN), Via.ONLINE, true, TEN))
                        .status())
                .isEqualTo(DossierStatus.RETURNED);
    }

    @Test
    void whoeverComesToTheCounterGetsItThereWhateverTheyHadAskedFor() {
        var done = done(BY_POST.handOver(as(Role.RECEPTION), Via.COUNTER, true, TEN));

        assertThat(done.fact()).isEqualTo(new Fact.Returned(TEN, as(Role.RECEPTION), Via.COUNTER));
        assertThat(done.dossier().timeline().returnedAt()).isEqualTo(TEN);
        assertThat(done.dossier().timeline().endedAt())
                .as("the way home is outside the limit")
                .isEqualTo(BY_POST.timeline().completedAt());
        assertThat(done.dossier().course().clock()).isEqualTo(BY_POST.course().clock());
    }

    @Test
    void theWorkflowIsOverOnceItIsHandedOver() {
        var signed = Lives.completed(Lives.signing());

        assertThat(signed.course().flow().step()).isEqualTo("SIGN");
        assertThat(after(signed.handOver(as(Role.RECEPTION), Via.COUNTER, true, TEN))
                        .course()
                        .flow())
                .isNull();
    }
}
