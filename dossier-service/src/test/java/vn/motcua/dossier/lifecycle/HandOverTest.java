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
        assertThat(bar(Lives.completed().handOver(as(Role.RECEPTION), Via.COUNTER, IdentityCheck.NONE, TEN)))
                .isEqualTo(Bar.IDENTITY_NOT_CHECKED);
    }

    @Test
    void atTheCounterItIsSaidWhomItWasHandedToAndOnlyWhomTheOwnerAuthorisedGetsItInTheirPlace() {
        var somebody = new IdentityCheck(true, null, true, true);
        assertThat(atTheCounter(somebody)).isEqualTo(Bar.COLLECTOR_NOT_NAMED);
        assertThat(atTheCounter(new IdentityCheck(true, Collector.AUTHORISED, false, true)))
                .isEqualTo(Bar.AUTHORISATION_NOT_CHECKED);
        assertThat(atTheCounter(new IdentityCheck(true, Collector.AUTHORISED, true, false)))
                .isEqualTo(Bar.NOBODY_AUTHORISED);
        assertThat(atTheCounter(new IdentityCheck(false, Collector.AUTHORISED, true, true)))
                .isEqualTo(Bar.IDENTITY_NOT_CHECKED);

        assertThat(collector(new IdentityCheck(true, Collector.AUTHORISED, true, true)))
                .isEqualTo(Collector.AUTHORISED);
        assertThat(collector(new IdentityCheck(true, Collector.OWNER, false, true)))
                .as("the owner comes in person")
                .isEqualTo(Collector.OWNER);
        assertThat(collector(IdentityCheck.OF_OWNER))
                .as("nobody else can have come")
                .isEqualTo(Collector.OWNER);
    }

    @Test
    void whoCollectedIsSaidAtTheCounterOnly() {
        var named = new IdentityCheck(true, Collector.OWNER, false, false);
        assertThat(bar(BY_POST.handOver(as(Role.POSTAL), Via.POST, named, TEN))).isEqualTo(Bar.COLLECTED_ELSEWHERE);
        assertThat(bar(ELECTRONIC.handOver(as(Role.CITIZEN), Via.ONLINE, named, TEN)))
                .isEqualTo(Bar.COLLECTED_ELSEWHERE);

        var somebody = new IdentityCheck(true, null, false, true);
        var fact = (Fact.Returned)
                done(BY_POST.handOver(as(Role.POSTAL), Via.POST, somebody, TEN)).fact();
        assertThat(fact.collector())
                .as("the carrier has its own proof of delivery")
                .isNull();
    }

    private static Bar atTheCounter(IdentityCheck check) {
        return bar(Lives.completed().handOver(as(Role.RECEPTION), Via.COUNTER, check, TEN));
    }

    private static Collector collector(IdentityCheck check) {
        var done = done(Lives.completed().handOver(as(Role.RECEPTION), Via.COUNTER, check, TEN));
        return ((Fact.Returned) done.fact()).collector();
    }

    @Test
    void eachWayHomeBelongsToWhoGoesIt() {
        assertThat(bar(BY_POST.handOver(as(Role.RECEPTION), Via.POST, IdentityCheck.OF_OWNER, TEN)))
                .isEqualTo(Bar.OTHER_ROLE);
        assertThat(bar(BY_POST.handOver(as(Role.POSTAL), Via.COUNTER, IdentityCheck.OF_OWNER, TEN)))
                .isEqualTo(Bar.OTHER_ROLE);
        assertThat(bar(BY_POST.handOver(as(Role.CITIZEN), Via.COUNTER, IdentityCheck.OF_OWNER, TEN)))
                .isEqualTo(Bar.OTHER_ROLE);
        assertThat(bar(ELECTRONIC.handOver(as(Role.RECEPTION), Via.ONLINE, IdentityCheck.OF_OWNER, TEN)))
                .isEqualTo(Bar.OTHER_ROLE);
    }

    @Test
    void onlyWhoAskedForItGetsItByPostOrOnline() {
        assertThat(bar(ELECTRONIC.handOver(as(Role.POSTAL), Via.POST, IdentityCheck.OF_OWNER, TEN)))
                .isEqualTo(Bar.NOT_ASKED_BY_POST);
        assertThat(bar(BY_POST.handOver(as(Role.CITIZEN), Via.ONLINE, IdentityCheck.OF_OWNER, TEN)))
                .isEqualTo(Bar.NOT_ELECTRONIC);
        assertThat(after(ELECTRONIC.handOver(as(Role.CITIZEN), Via.ONLINE, IdentityCheck.OF_OWNER, TEN))
                        .status())
                .isEqualTo(DossierStatus.RETURNED);
    }

    @Test
    void whoeverComesToTheCounterGetsItThereWhateverTheyHadAskedFor() {
        var done = done(BY_POST.handOver(as(Role.RECEPTION), Via.COUNTER, IdentityCheck.OF_OWNER, TEN));

        assertThat(done.fact()).isEqualTo(new Fact.Returned(TEN, as(Role.RECEPTION), Via.COUNTER, Collector.OWNER));
        assertThat(done.dossier().timeline().returnedAt()).isEqualTo(TEN);
        assertThat(done.dossier().timeline().endedAt())
                .as("the way home is outside the limit")
                .isEqualTo(BY_POST.timeline().completedAt());
        assertThat(done.dossier().course().clock()).isEqualTo(BY_POST.course().clock());
    }

    /** Source: Decree 61/2018, art. 20: originals are given back with the result. */
    @Test
    void originalsAreGivenBackWithWhatIsHandedOverAtTheCounter() {
        var kept = new Originals(true, false);
        var given = new Originals(true, true);
        var completed = Lives.completed();
        assertThat(bar(completed.handOver(as(Role.RECEPTION), Via.COUNTER, IdentityCheck.OF_OWNER, kept, TEN)))
                .isEqualTo(Bar.ORIGINALS_NOT_RETURNED);
        assertThat(after(completed.handOver(as(Role.RECEPTION), Via.COUNTER, IdentityCheck.OF_OWNER, given, TEN))
                        .status())
                .isEqualTo(DossierStatus.RETURNED);
        assertThat(after(BY_POST.handOver(as(Role.POSTAL), Via.POST, IdentityCheck.OF_OWNER, kept, TEN))
                        .status())
                .as("nobody stands at a counter")
                .isEqualTo(DossierStatus.RETURNED);
        assertThat(after(ELECTRONIC.handOver(as(Role.CITIZEN), Via.ONLINE, IdentityCheck.OF_OWNER, kept, TEN))
                        .status())
                .isEqualTo(DossierStatus.RETURNED);
        var elsewhere = Lives.completed(Lives.imported());
        assertThat(after(elsewhere.handOver(as(Role.RECEPTION), Via.COUNTER, IdentityCheck.OF_OWNER, kept, TEN))
                        .status())
                .isEqualTo(DossierStatus.RETURNED);
    }

    @Test
    void originalsThatCameOnPaperAreGivenBackBeforeAWithdrawalIsConfirmed() {
        var kept = new Originals(true, false);
        var counter = Lives.processing();
        assertThat(bar(counter.withdraw(as(Role.RECEPTION), null, kept, TEN))).isEqualTo(Bar.ORIGINALS_NOT_RETURNED);
        assertThat(after(counter.withdraw(as(Role.OFFICER), null, new Originals(true, true), TEN))
                        .status())
                .isEqualTo(DossierStatus.WITHDRAWN);
        assertThat(bar(Lives.processing(Lives.acceptedByPost()).withdraw(as(Role.OFFICER), null, kept, TEN)))
                .isEqualTo(Bar.ORIGINALS_NOT_RETURNED);
        assertThat(after(Lives.processing(ReturnMethod.POST).withdraw(as(Role.OFFICER), null, kept, TEN))
                        .status())
                .as("what came online came without its original")
                .isEqualTo(DossierStatus.WITHDRAWN);
        assertThat(after(Lives.submitted().withdraw(as(Role.CITIZEN), null, kept, TEN))
                        .status())
                .isEqualTo(DossierStatus.WITHDRAWN);
        assertThat(after(Lives.imported().withdraw(as(Role.OFFICER), null, kept, TEN))
                        .status())
                .isEqualTo(DossierStatus.WITHDRAWN);
    }

    @Test
    void theWorkflowIsOverOnceItIsHandedOver() {
        var signed = Lives.completed(Lives.issuing());

        assertThat(signed.course().flow().step()).isEqualTo("ISSUE");
        assertThat(after(signed.handOver(as(Role.RECEPTION), Via.COUNTER, IdentityCheck.OF_OWNER, TEN))
                        .course()
                        .flow())
                .isNull();
    }
}
