package vn.motcua.kpi.collecting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.motcua.dossier.events.Channel;
import vn.motcua.dossier.events.DocumentKind;
import vn.motcua.dossier.events.LegOutcome;
import vn.motcua.dossier.events.Origin;
import vn.motcua.dossier.events.Status;
import vn.motcua.kpi.Walk;

class PollTest {

    private static final LocalDate DAY = LocalDate.of(2022, 6, 8);
    private static final UUID ID = new UUID(1, 2);

    @Test
    void ofSeveralEventsOfADossierTheLastStateCountsWithWhatSingleFactsSay() {
        var told = told(walk().submit(DAY, 1)
                .askPapersAtReception(DAY)
                .bringPapersToReception(DAY.plusDays(3))
                .replyOverdue(DAY.plusDays(5))
                .accept(DAY.plusDays(6), DAY.plusDays(9))
                .askPapers(DAY.plusDays(7))
                .papersComplete(DAY.plusDays(8), DAY.plusDays(12))
                .extend(DAY.plusDays(9), DAY.plusDays(20)));
        assertThat(told.state().status()).isEqualTo(Status.PROCESSING);
        assertThat(Days.of(told.reply().dueAt())).isEqualTo(DAY.plusDays(1));
        assertThat(Days.of(told.reply().at())).isEqualTo(DAY);
        assertThat(told.reply().late()).isTrue();
        assertThat(told.supplements()).isEqualTo(1);
        assertThat(told.extended()).isTrue();
    }

    @Test
    void whatIsNotToldIsNull() {
        var told = told(walk().accept(DAY, DAY.plusDays(3)).complete(DAY.plusDays(2)));
        assertThat(told)
                .isEqualTo(new Told(
                        told.state(),
                        Reply.NOTHING,
                        null,
                        null,
                        null,
                        null,
                        Money.NOTHING,
                        new Filed(null, true, null)));
    }

    @Test
    void aResultThatIsTakenBackTakesItsFileWithIt() {
        var walk = walk().accept(DAY, DAY.plusDays(9))
                .file(DAY, DocumentKind.CERTIFIED_COPY, false)
                .file(DAY.plusDays(1), DocumentKind.SIGNED, true)
                .complete(DAY.plusDays(1));
        assertThat(told(walk).filed()).isEqualTo(new Filed(true, true, true));
        walk.recallResult(DAY.plusDays(2));
        assertThat(told(walk).filed()).isEqualTo(new Filed(true, false, false));
        walk.complete(DAY.plusDays(3));
        assertThat(told(walk).filed()).isEqualTo(new Filed(true, true, false));
    }

    @Test
    void aResultIsNoPaperThatWasCertifiedAndADenialGrantsNothing() {
        var walk = walk().accept(DAY, DAY.plusDays(9))
                .file(DAY, DocumentKind.SCANNED, false)
                .file(DAY, DocumentKind.CERTIFIED_COPY, true)
                .deny(DAY.plusDays(1));
        assertThat(told(walk).filed()).isEqualTo(new Filed(null, false, true));
    }

    @Test
    void papersAskedForBeforeAcceptanceAreNoSupplement() {
        assertThat(told(walk().submit(DAY, 1).askPapersAtReception(DAY)).supplements())
                .isNull();
    }

    @Test
    void aLegStandsOnceAsItWasToldLast() {
        var walk = walk().accept(DAY, DAY.plusDays(9))
                .openLeg(DAY, 1, "H03.06", DAY.plusDays(2))
                .openLeg(DAY, 2, "G01.99", DAY.plusDays(2))
                .receiveLeg(DAY.plusDays(1), 1)
                .legOverdue(DAY.plusDays(3), 1)
                .finishLeg(DAY.plusDays(4), 1, LegOutcome.DONE);
        var legs = poll(walk).legs();
        assertThat(legs.keySet()).isEqualTo(Set.of(new Poll.LegKey(ID, 1), new Poll.LegKey(ID, 2)));
        assertThat(Days.of(legs.get(new Poll.LegKey(ID, 1)).finishedAt())).isEqualTo(DAY.plusDays(4));
        assertThat(legs.get(new Poll.LegKey(ID, 2)).finishedAt()).isNull();
    }

    @Test
    void aLegThatTheCalendarMovesIsDueThen() {
        var legs = poll(walk().accept(DAY, DAY.plusDays(9))
                        .openLeg(DAY, 1, "H03.10", DAY.plusDays(2))
                        .redateLeg(DAY.plusDays(1), 1, DAY.plusDays(3)))
                .legs();
        assertThat(Days.of(legs.get(new Poll.LegKey(ID, 1)).dueAt())).isEqualTo(DAY.plusDays(3));
    }

    private static Walk walk() {
        return new Walk(ID, "H03.05", "1.900202", Channel.ONLINE, Origin.LIVE);
    }

    private static Told told(Walk walk) {
        return poll(walk).dossiers().get(ID);
    }

    private static Poll poll(Walk walk) {
        var poll = new Poll();
        walk.steps.forEach(step -> poll.add(ID, step.at(), step.fact()));
        return poll;
    }
}
