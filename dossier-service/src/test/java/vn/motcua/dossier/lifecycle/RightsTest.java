package vn.motcua.dossier.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.motcua.dossier.lifecycle.Samples.NINE;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RightsTest {

    private static final Dossier PROCESSING = Lives.processing();

    private static Party of(String account, String agency, String citizen, Role... roles) {
        return new Party(account, Set.of(roles), agency, citizen);
    }

    @Test
    void anAgencyCoversItselfAndWhatLiesBelowIt() {
        var party = of("a", "H03.01", null, Role.LEADER);

        assertThat(party.covers("H03.01")).isTrue();
        assertThat(party.covers("H03.01.02")).isTrue();
        assertThat(party.covers("H03.010")).isFalse();
        assertThat(party.covers("H03")).isFalse();
        assertThat(of("a", null, null, Role.LEADER).covers("H03.01")).isFalse();
    }

    @Test
    void officialsOfAnotherAgencySeeAndDoNothing() {
        for (var role : EnumSet.of(Role.RECEPTION, Role.OFFICER, Role.LEADER, Role.CLERK, Role.CASHIER)) {
            var other = of("a", "H03.02", null, role);
            assertThat(Rights.maySee(other, PROCESSING)).as(role.name()).isFalse();
            assertThat(Rights.nextSteps(other, PROCESSING, Laws.OF_2022))
                    .as(role.name())
                    .isEmpty();
            for (var step : Step.values()) {
                assertThat(Rights.actor(other, step, PROCESSING, Laws.OF_2022))
                        .as(role + " " + step)
                        .isEmpty();
            }
        }
    }

    @Test
    void aSystemThatWasGivenAnAgencyKeepsToIt() {
        var everywhere = of("s", null, null, Role.SYSTEM, Role.POSTAL);
        var here = of("s", "H03", null, Role.SYSTEM, Role.POSTAL);
        var elsewhere = of("s", "H03.02", null, Role.SYSTEM, Role.POSTAL);

        assertThat(Rights.actor(everywhere, Step.RETURN, PROCESSING, Laws.OF_2022))
                .isPresent();
        assertThat(Rights.actor(here, Step.RETURN, PROCESSING, Laws.OF_2022)).isPresent();
        assertThat(Rights.actor(elsewhere, Step.RETURN, PROCESSING, Laws.OF_2022))
                .isEmpty();
    }

    @Test
    void aCitizenSeesTheirOwnOnly() {
        assertThat(Rights.maySee(of("x", null, Samples.CITIZEN, Role.CITIZEN), PROCESSING))
                .isTrue();
        assertThat(Rights.maySee(of("x", null, "c-2", Role.CITIZEN), PROCESSING))
                .isFalse();
        assertThat(Rights.maySee(of("x", null, null, Role.CITIZEN), PROCESSING)).isFalse();
    }

    @Test
    void anOfficerSeesWhatIsTheirsOrNobodys() {
        var taken = Samples.done(Lives.accepted()
                        .begin(Samples.as(Role.OFFICER), "officer-1", Workflow.NONE, Hours.COUNTING, NINE))
                .dossier();

        assertThat(Rights.maySee(of("officer-1", "H03.01", null, Role.OFFICER), taken))
                .isTrue();
        assertThat(Rights.maySee(of("officer-2", "H03.01", null, Role.OFFICER), taken))
                .isFalse();
        assertThat(Rights.maySee(of("officer-2", "H03.01", null, Role.OFFICER), PROCESSING))
                .isTrue();
        assertThat(Rights.maySee(of("leader-1", "H03.01", null, Role.LEADER), taken))
                .isTrue();
    }

    @Test
    void aClerkSeesTheDossierButNotWhoItIs() {
        var clerk = of("clerk-1", "H03.01", null, Role.CLERK);

        assertThat(Rights.maySee(clerk, PROCESSING)).isTrue();
        assertThat(Rights.maySeeApplicant(clerk, PROCESSING)).isFalse();
        assertThat(Rights.maySeeApplicant(of("r", "H03", null, Role.RECEPTION), PROCESSING))
                .isTrue();
    }

    @Test
    void whoHasSeveralRolesActsInTheOneThatFits() {
        var both = of("a", "H03.01", null, Role.RECEPTION, Role.LEADER);

        assertThat(Rights.actor(both, Step.COMPLETION, PROCESSING, Laws.OF_2022))
                .contains(new Actor(Role.LEADER, "H03.01"));
        assertThat(Rights.actor(both, Step.WITHDRAWAL, PROCESSING, Laws.OF_2022))
                .contains(new Actor(Role.RECEPTION, "H03.01"));
    }

    @Test
    void whoIsReceptionAndLeaderAsksForPapersASecondTimeAsTheLeader() {
        var both = of("a", "H03.01", null, Role.RECEPTION, Role.LEADER);
        var again = Lives.confirmed(Lives.asked(PROCESSING), NINE);

        assertThat(Rights.actor(both, Step.SUPPLEMENT_REQUEST, PROCESSING, Laws.OF_2022))
                .contains(new Actor(Role.RECEPTION, "H03.01"));
        assertThat(Rights.actor(both, Step.SUPPLEMENT_REQUEST, again, Laws.OF_2022))
                .contains(new Actor(Role.LEADER, "H03.01"));
    }

    @Test
    void whoHasAPartSeesTheDossierAndActsOnThatPartOnly() {
        var asked = Lives.withPart(PROCESSING);
        var other = of("o", "H03.02", null, Role.OFFICER);

        assertThat(Rights.maySee(other, PROCESSING)).isFalse();
        assertThat(Rights.maySee(other, asked)).isTrue();
        assertThat(Rights.maySeeApplicant(other, asked)).isTrue();
        assertThat(Rights.nextSteps(other, asked, Laws.OF_2022)).containsExactly(Step.LEG_RECEIPT, Step.LEG_COMPLETION);
        assertThat(Rights.nextSteps(other, Lives.withReceivedPart(), Laws.OF_2022))
                .containsExactly(Step.LEG_COMPLETION);
        assertThat(Rights.nextSteps(of("c", "H03.02", null, Role.CASHIER), asked, Laws.OF_2022))
                .isEmpty();
    }

    @Test
    void aFinishedPartIsNoReasonToSeeTheDossier() {
        var finished = Samples.after(Lives.withReceivedPart()
                .parts()
                .finish(Samples.ofTheOther(Role.OFFICER), 1, Leg.Outcome.DONE, null, NINE));

        assertThat(Rights.maySee(of("o", "H03.02", null, Role.OFFICER), finished))
                .isFalse();
    }

    @Test
    void nobodyIsOfferedAStepOfTheClock() {
        for (var position : Positions.all().values()) {
            for (var role : Role.values()) {
                assertThat(Rights.nextSteps(Samples.party(role), position, Laws.OF_2022))
                        .noneMatch(Step::isOfTheClock);
            }
        }
    }

    @Test
    void listsReachAsFarAsSingleDossiersDo() {
        assertThat(Rights.reach(of("o", "H03.01", null, Role.OFFICER))).isEqualTo(new Reach("H03.01", "o", null));
        assertThat(Rights.reach(of("o", "H03.01", null, Role.OFFICER, Role.LEADER)))
                .isEqualTo(new Reach("H03.01", null, null));
        assertThat(Rights.reach(of("c", null, "c-1", Role.CITIZEN))).isEqualTo(new Reach(null, null, "c-1"));
        assertThat(Rights.reach(of("s", "H03.01", null, Role.CASHIER))).isEqualTo(new Reach(null, null, null));
    }

    /** Whoever took it in passes on what goes between the applicant and the agency, hands the result out, and does nothing else. */
    @Test
    void theOneStopShopThatTookItInSeesItAndPassesOn() {
        var elsewhere = Map.of(
                Lives.accepted(),
                EnumSet.of(Step.PROCESSING, Step.SUPPLEMENT_REQUEST, Step.DOCUMENT),
                PROCESSING,
                EnumSet.of(Step.SUPPLEMENT_REQUEST, Step.DOCUMENT),
                Lives.asked(PROCESSING),
                EnumSet.of(Step.SUPPLEMENT, Step.SUPPLEMENT_CONFIRMATION, Step.DOCUMENT),
                Lives.completed(),
                EnumSet.of(Step.DOCUMENT, Step.RETURN));
        elsewhere.forEach((dossier, steps) -> {
            var taken = takenIn(dossier, "G01.H03.02");
            var reception = of("r", "G01.H03.02", null, Role.RECEPTION);
            assertThat(EnumSet.copyOf(Rights.nextSteps(reception, taken, Laws.OF_2022)))
                    .as(dossier.status().name())
                    .isEqualTo(steps);
            assertThat(Rights.maySee(reception, taken)).isTrue();
            assertThat(Rights.maySeeApplicant(reception, taken)).isTrue();
            assertThat(Rights.mayOpen(reception, taken, Samples.ID, false)).isTrue();
            for (var role : EnumSet.of(Role.OFFICER, Role.LEADER, Role.CLERK)) {
                var other = of("a", "G01.H03.02", null, role);
                assertThat(Rights.maySee(other, taken)).as(role.name()).isFalse();
                for (var step : Step.values()) {
                    assertThat(Rights.actor(other, step, taken, Laws.OF_2022))
                            .as(role + " " + step)
                            .isEmpty();
                }
            }
            var cashier = of("c", "G01.H03.02", null, Role.CASHIER);
            assertThat(Rights.maySee(cashier, taken)).isTrue();
            assertThat(Rights.maySeeApplicant(cashier, taken)).isFalse();
            assertThat(Rights.mayOpen(cashier, taken, Samples.ID, false)).isFalse();
            for (var step : Step.values()) {
                assertThat(Rights.actor(cashier, step, taken, Laws.OF_2022).isPresent())
                        .as(step.name())
                        .isEqualTo(step == Step.PAYMENT);
            }
            assertThat(Rights.maySee(of("r", "G01.H03.01", null, Role.RECEPTION), taken))
                    .as("the neighbour")
                    .isFalse();
            assertThat(Rights.maySee(of("r", "H03.01", null, Role.RECEPTION), taken))
                    .as("its own one-stop shop still")
                    .isTrue();
        });
    }

    private static Dossier takenIn(Dossier dossier, String oneStop) {
        return new Dossier(
                dossier.id(),
                dossier.code(),
                dossier.matter().takenInAt(oneStop),
                dossier.status(),
                dossier.previousStatus(),
                dossier.sequence(),
                dossier.changedAt(),
                dossier.timeline(),
                dossier.outcome(),
                dossier.reason(),
                dossier.resultReference(),
                dossier.officer(),
                dossier.course());
    }

    @Test
    void aOneStopShopTakesInForOthersOnlyWhereSomebodySaidSo() {
        var receptions = new Receptions(Map.of("H03", Set.of("H03", "G01.H03")));

        assertThat(receptions.allow("H03", "H03.01")).isTrue();
        assertThat(receptions.allow("H03", "G01.H03.02")).isTrue();
        assertThat(receptions.allow("H03", "G01.H030")).isFalse();
        assertThat(receptions.allow("H03", "G01")).isFalse();
        assertThat(receptions.allow("H03.31", "H03.01")).as("those below it").isFalse();
        assertThat(receptions.allow("H03.31", "H03.31")).as("for itself").isTrue();
        assertThat(Receptions.NONE.allow("H03", "H03.01")).isFalse();
    }

    @Test
    void whoHasSeveralRolesMayTakeAStepInEachInWhichItIsOpen() {
        var both = new Party("o", Set.of(Role.LEADER, Role.OFFICER, Role.CASHIER), Samples.AGENCY, null);

        assertThat(Rights.actors(both, Step.FORWARDING, Lives.signing(), Laws.OF_2022))
                .extracting(Actor::role)
                .contains(Role.LEADER)
                .doesNotContain(Role.CASHIER);
        assertThat(Rights.actors(both, Step.REFUND, Lives.processing(), Laws.OF_2022))
                .as("not now, but ever")
                .hasSize(1);
    }
}
