package vn.motcua.dossier.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;
import static vn.motcua.dossier.lifecycle.Samples.APPOINTMENT;
import static vn.motcua.dossier.lifecycle.Samples.ID;
import static vn.motcua.dossier.lifecycle.Samples.NINE;
import static vn.motcua.dossier.lifecycle.Samples.OPEN;
import static vn.motcua.dossier.lifecycle.Samples.TEN;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Holds the lifecycle against {@code transitions.txt}, which is written for people: every step from everywhere in every role. */
class TransitionTableTest {

    private static final TransitionTable TABLE = TransitionTable.read();

    /** What only the request, the hour or the workflow tells: the link is there all the same. */
    private static final Set<Bar> NOT_FORESEEN = EnumSet.of(
            Bar.OTHER_STEP,
            Bar.LAST_STEP,
            Bar.NOT_AT_SIGNATURE,
            Bar.NOT_ISSUED_YET,
            Bar.STILL_TIME_LEFT,
            Bar.NOT_THE_SENDER);

    private static final Set<Step> OPENING = EnumSet.of(Step.SUBMISSION, Step.ACCEPTANCE, Step.REFUSAL);

    private record Cell(Step step, Role role, String position) {}

    @TestFactory
    Stream<DynamicTest> everyStepFromEverywhereInEveryRoleIsAsTheTableSays() {
        return Arrays.stream(Step.values())
                .map(step -> dynamicTest(step.word(), () -> {
                    var softly = new SoftAssertions();
                    cells(step)
                            .forEach(cell -> softly.assertThat(found(cell))
                                    .as(told(cell))
                                    .isEqualTo(expected(cell)));
                    softly.assertAll();
                }));
    }

    @TestFactory
    Stream<DynamicTest> whatIsOfferedCanBeDoneAndWhatCanBeDoneIsOffered() {
        return Arrays.stream(Step.values())
                .map(step -> dynamicTest(step.word(), () -> {
                    var softly = new SoftAssertions();
                    cells(step).stream()
                            .filter(cell -> !cell.position().equals(TransitionTable.NOTHING_YET))
                            .forEach(cell -> {
                                var result = found(cell);
                                var offered = Rights.nextSteps(party(cell), dossier(cell), Laws.OF_2022)
                                        .contains(cell.step());
                                if (cell.step().isOfTheClock() || result.equals("-")) {
                                    softly.assertThat(offered).as(told(cell)).isFalse();
                                } else if (!result.startsWith("!")) {
                                    softly.assertThat(offered).as(told(cell)).isTrue();
                                } else if (!NOT_FORESEEN.contains(Bar.valueOf(result.substring(1)))) {
                                    softly.assertThat(offered).as(told(cell)).isFalse();
                                }
                            });
                    softly.assertAll();
                }));
    }

    @Test
    void theTableLeavesNothingOutAndSaysHowMuchItSays() {
        var cells = Arrays.stream(Step.values())
                .flatMap(step -> cells(step).stream())
                .toList();
        var never = cells.stream().filter(cell -> expected(cell).equals("-")).count();
        var barred =
                cells.stream().filter(cell -> expected(cell).startsWith("!")).count();

        System.out.printf(
                "transitions.txt: %d cells: %d allowed, %d barred, %d never%n",
                cells.size(), cells.size() - barred - never, barred, never);
        assertThat(cells).hasSizeGreaterThan(7_000);
        assertThat(TABLE.blocks()).extracting(TransitionTable.Block::step).contains(Step.values());
    }

    @Test
    void everyNameInTheTableIsAPlaceWhereADossierCanStand() {
        for (var block : TABLE.blocks()) {
            for (var name : block.lines().stream()
                    .flatMap(line -> line.names().stream())
                    .toList()) {
                assertThat(positions(block.step()))
                        .as(block.step().word() + " from " + name)
                        .anyMatch(position -> new TransitionTable.Line(List.of(name), "", null).fit(position) > 0);
            }
        }
    }

    @Test
    void everyNumberedTransitionOfTheLawIsInTheTable() {
        var told = new TreeSet<String>();
        for (var block : TABLE.blocks()) {
            block.lines().stream()
                    .map(TransitionTable.Line::transition)
                    .filter(number -> number != null)
                    .forEach(told::add);
        }

        var law =
                IntStream.rangeClosed(1, 31).mapToObj("T%02d"::formatted).collect(TreeSet::new, Set::add, Set::addAll);
        law.remove("T25"); // The denial is T24 with another outcome: see ResultTest.
        assertThat(told).isEqualTo(law);
    }

    @Test
    void theNumberInTheTableIsTheTransitionThatIsTaken() {
        for (var step : Step.values()) {
            for (var cell : cells(step)) {
                var number = TABLE.line(step, cell.role(), cell.position()).map(TransitionTable.Line::transition);
                if (number.isPresent() && !cell.position().equals(TransitionTable.NOTHING_YET)) {
                    assertThat(Transition.by(step, dossier(cell)))
                            .as(told(cell))
                            .contains(Transition.valueOf(number.get()));
                }
            }
        }
    }

    @Test
    void everyTransitionFollowsAnArrowThatCanExist() {
        for (var transition : Transition.values()) {
            for (var from : transition.from()) {
                transition
                        .to()
                        .filter(to -> to != from)
                        .ifPresent(to -> assertThat(from.next())
                                .as(transition + " from " + from)
                                .contains(to));
            }
        }
    }

    @Test
    void aPositionIsNeverTwoThingsAtOnce() {
        Positions.all().forEach((name, dossier) -> {
            assertThat(name.startsWith("SUPPLEMENT_")).isEqualTo(dossier.status() == DossierStatus.SUPPLEMENT_REQUIRED);
            assertThat(Positions.closed().containsKey(name)).as(name).isEqualTo(dossier.isClosed());
        });
    }

    private static String expected(Cell cell) {
        return TABLE.line(cell.step(), cell.role(), cell.position())
                .map(TransitionTable.Line::result)
                .map(result -> result.equals("stays") ? dossier(cell).status().name() : result)
                .orElse("-");
    }

    private static String found(Cell cell) {
        if (cell.position().equals(TransitionTable.NOTHING_YET)) {
            return opened(cell);
        }
        var dossier = dossier(cell);
        return Rights.actor(party(cell), cell.step(), dossier, Laws.OF_2022)
                .map(actor -> told(Asking.attempt(dossier, cell.step(), actor, TEN)))
                .orElse("-");
    }

    private static String opened(Cell cell) {
        var channel = cell.step() == Step.SUBMISSION ? Channel.ONLINE : Channel.COUNTER;
        var matter = Samples.matter(channel, ReturnMethod.COUNTER, false);
        return Rights.opener(party(cell), channel, Samples.AGENCY, Samples.AGENCY, Receptions.NONE)
                .map(actor -> switch (cell.step()) {
                    case SUBMISSION -> Dossier.submit(ID, matter, OPEN, actor, null, NINE);
                    case ACCEPTANCE -> Dossier.acceptAtCounter(ID, matter, OPEN, actor, APPOINTMENT, NINE);
                    case REFUSAL -> Dossier.refuseAtCounter(ID, matter, actor, "INCOMPLETE", NINE);
                    default -> throw new AssertionError(cell.step() + " creates nothing");
                })
                .map(TransitionTableTest::told)
                .orElse("-");
    }

    private static Dossier dossier(Cell cell) {
        return Positions.all().get(cell.position());
    }

    private static Party party(Cell cell) {
        return cell.step().isOfAPart() ? Samples.partyOfTheOther(cell.role()) : Samples.party(cell.role());
    }

    private static String told(Cell cell) {
        return cell.step().word() + " by " + cell.role() + " from " + cell.position();
    }

    private static String told(Attempt attempt) {
        return attempt.fold(
                done -> done.dossier().status().name(),
                barred -> "!" + barred.reason().name());
    }

    private static List<Cell> cells(Step step) {
        var cells = new ArrayList<Cell>();
        for (var position : positions(step)) {
            for (var role : Role.values()) {
                cells.add(new Cell(step, role, position));
            }
        }
        return cells;
    }

    private static List<String> positions(Step step) {
        var positions = new ArrayList<String>();
        if (OPENING.contains(step)) {
            positions.add(TransitionTable.NOTHING_YET);
        }
        if (step != Step.SUBMISSION) {
            positions.addAll(Positions.all().keySet());
        }
        return positions;
    }
}
