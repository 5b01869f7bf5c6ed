package vn.motcua.dossier.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.motcua.dossier.lifecycle.Samples.APPOINTMENT;
import static vn.motcua.dossier.lifecycle.Samples.ID;
import static vn.motcua.dossier.lifecycle.Samples.NINE;
import static vn.motcua.dossier.lifecycle.Samples.OPEN;
import static vn.motcua.dossier.lifecycle.Samples.TEN;
import static vn.motcua.dossier.lifecycle.Samples.as;
import static vn.motcua.dossier.lifecycle.Samples.document;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class DocumentsTest {

    private static final Document PAPER = document(false);
    private static final Document RESULT = document(true);

    @Test
    void aFileIsAFactAndMovesNothingElse() {
        var before = Lives.processing();

        var done = done(before.documents().add(as(Role.OFFICER), PAPER, TEN));

        assertThat(done.fact()).isEqualTo(new Fact.DocumentAdded(TEN, as(Role.OFFICER), PAPER));
        assertThat(done.dossier().sequence()).isEqualTo(before.sequence() + 1);
        assertThat(done.dossier().status()).isEqualTo(before.status());
        assertThat(done.dossier().timeline()).isEqualTo(before.timeline());
        assertThat(done.dossier().course().documents()).isEqualTo(1);
        assertThat(done.dossier().course().resultFiles()).isEmpty();
    }

    @Test
    void filesThatComeWithASubmissionStandInItsFact() {
        var done = done(Dossier.submit(
                ID,
                Samples.matter(Channel.ONLINE, ReturnMethod.ELECTRONIC, false),
                OPEN,
                as(Role.CITIZEN),
                List.of(PAPER),
                null,
                NINE));

        assertThat(done.fact()).isEqualTo(new Fact.Submitted(NINE, as(Role.CITIZEN), null, null, List.of(PAPER)));
        assertThat(done.dossier().course().documents()).isEqualTo(1);
    }

    @Test
    void aResultIsTheAgencysAndComesWhenThereCanBeOne() {
        assertThat(bar(Lives.submitted().documents().add(as(Role.CITIZEN), RESULT, TEN)))
                .isEqualTo(Bar.OTHER_ROLE);
        assertThat(bar(Lives.submitted().documents().add(as(Role.RECEPTION), RESULT, TEN)))
                .isEqualTo(Bar.NO_RESULT_YET);
        assertThat(bar(Lives.accepted().documents().add(as(Role.OFFICER), RESULT, TEN)))
                .isEqualTo(Bar.NO_RESULT_YET);
        assertThat(done(Lives.immediate().documents().add(as(Role.OFFICER), RESULT, TEN))
                        .dossier()
                        .course()
                        .resultFiles())
                .containsExactly(RESULT.id());
    }

    @Test
    void aDossierHasTwoHundredFilesAtMost() {
        var dossier = Lives.processing();
        for (int i = 0; i < Documents.MOST; i++) {
            dossier =
                    done(dossier.documents().add(as(Role.OFFICER), PAPER, TEN)).dossier();
        }

        assertThat(bar(dossier.documents().add(as(Role.OFFICER), PAPER, TEN))).isEqualTo(Bar.TOO_MANY_DOCUMENTS);
        assertThat(Rights.nextSteps(Samples.party(Role.OFFICER), dossier, Laws.OF_2022))
                .doesNotContain(Step.DOCUMENT);
    }

    @Test
    void aResultThatIsGivenAsAFileHasToBeThereBeforeItIsGranted() {
        var dossier = Lives.processing(ReturnMethod.ELECTRONIC);
        assertThat(bar(complete(dossier, Outcome.GRANTED))).isEqualTo(Bar.RESULT_FILE_MISSING);
        assertThat(done(complete(dossier, Outcome.DENIED)).dossier().status()).isEqualTo(DossierStatus.COMPLETED);

        var attached =
                done(dossier.documents().add(as(Role.CLERK), RESULT, TEN)).dossier();
        assertThat(done(complete(attached, Outcome.GRANTED)).dossier().status()).isEqualTo(DossierStatus.COMPLETED);
    }

    @Test
    void theApplicantOpensAResultOnceItIsDecidedAndNotWhileItIsTakenBack() {
        var citizen = Samples.party(Role.CITIZEN);
        var attached = done(Lives.processing(ReturnMethod.ELECTRONIC)
                        .documents()
                        .add(as(Role.CLERK), RESULT, TEN))
                .dossier();
        assertThat(Rights.mayOpen(citizen, attached, RESULT.id(), true)).isFalse();

        var completed = done(complete(attached, Outcome.GRANTED)).dossier();
        assertThat(Rights.mayOpen(citizen, completed, RESULT.id(), true)).isTrue();
        assertThat(Rights.mayOpen(citizen, completed, UUID.randomUUID(), true)).isFalse();

        var recalled = done(completed.recallResult(as(Role.LEADER), "WRONG", APPOINTMENT, TEN))
                .dossier();
        assertThat(Rights.mayOpen(citizen, recalled, RESULT.id(), true)).isFalse();
        assertThat(bar(complete(recalled, Outcome.GRANTED))).isEqualTo(Bar.RESULT_FILE_MISSING);
        assertThat(Rights.mayOpen(Samples.party(Role.OFFICER), recalled, RESULT.id(), true))
                .isTrue();
    }

    @Test
    void whoTakesMoneyOrCountsOpensNoFile() {
        var dossier = Lives.processing();
        for (var role : Role.values()) {
            assertThat(Rights.mayOpen(Samples.party(role), dossier, PAPER.id(), false))
                    .as(role.name())
                    .isEqualTo(
                            switch (role) {
                                case CITIZEN, RECEPTION, OFFICER, LEADER, CLERK -> true;
                                case CASHIER, POSTAL, SYSTEM -> false;
                            });
        }
    }

    private static Attempt complete(Dossier dossier, Outcome outcome) {
        var granted = outcome == Outcome.GRANTED;
        return dossier.complete(
                as(Role.LEADER),
                outcome,
                granted ? "1/KQ" : null,
                granted ? null : "CONDITIONS",
                Workflow.NONE,
                true,
                false,
                TEN);
    }

    private static Attempt.Done done(Attempt attempt) {
        return attempt.fold(done -> done, barred -> {
            throw new AssertionError("barred by " + barred.reason());
        });
    }

    private static Bar bar(Attempt attempt) {
        return attempt.fold(
                done -> {
                    throw new AssertionError("not barred: " + done.fact());
                },
                Attempt.Barred::reason);
    }
}
