package vn.motcua.dossier.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.motcua.dossier.lifecycle.Samples.APPOINTMENT;
import static vn.motcua.dossier.lifecycle.Samples.ID;
import static vn.motcua.dossier.lifecycle.Samples.NINE;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Holds the lifecycle against {@code transitions.txt}, which is written for people: every step × status × role. */
class TransitionTableTest {

    private static final Set<Role> ROLES = EnumSet.allOf(Role.class);

    private record Cell(Step step, String from, Role role, String expected) {
        @Override
        public String toString() {
            return step.word() + " of " + from + " as " + role + " is " + expected;
        }
    }

    @TestFactory
    List<DynamicTest> everyStepFromEveryStatusInEveryRoleIsAsTheTableSays() throws IOException {
        return cells().stream()
                .map(cell -> DynamicTest.dynamicTest(
                        cell.toString(), () -> assertThat(found(cell)).isEqualTo(cell.expected())))
                .toList();
    }

    @Test
    void theTableLeavesNothingOut() throws IOException {
        var told = new HashSet<String>();
        cells().forEach(cell -> told.add(cell.step() + " " + cell.from() + " " + cell.role()));
        for (var step : EnumSet.complementOf(EnumSet.of(Step.SUBMISSION))) {
            for (var status : DossierStatus.values()) {
                ROLES.forEach(role -> assertThat(told).contains(step + " " + status + " " + role));
            }
        }
    }

    @Test
    void everyTransitionFollowsAnArrowThatCanExist() {
        for (var transition : Transition.values()) {
            for (var from : transition.from()) {
                assertThat(from.next()).as(transition + " from " + from).contains(transition.to());
            }
        }
    }

    @Test
    void aStepFromAStatusIsOneTransitionAtMost() {
        for (var step : Step.values()) {
            for (var status : DossierStatus.values()) {
                assertThat(Arrays.stream(Transition.values())
                                .filter(one -> one.step() == step && one.from().contains(status)))
                        .hasSizeLessThanOrEqualTo(1);
            }
        }
    }

    private static String found(Cell cell) {
        var party = Samples.party(cell.role());
        if (cell.from().equals("(none)")) {
            return opened(cell, party);
        }
        var parts = cell.from().split("/");
        var matter = Samples.matter(Channel.ONLINE, ReturnMethod.POST, parts.length == 2);
        var dossier = Samples.at(DossierStatus.valueOf(parts[0]), matter);
        var offered = Rights.nextSteps(party, dossier).contains(cell.step());
        return Rights.actor(party, cell.step(), dossier)
                .map(actor -> told(taken(cell.step(), dossier, actor)))
                .map(told -> {
                    // What is offered as a link can be done, and what can be done is offered.
                    assertThat(offered).as("offered").isEqualTo(!told.startsWith("!"));
                    return told;
                })
                .orElseGet(() -> {
                    assertThat(offered).as("offered").isFalse();
                    return "-";
                });
    }

    private static String opened(Cell cell, Party party) {
        var channel = cell.step() == Step.SUBMISSION ? Channel.ONLINE : Channel.COUNTER;
        var matter = Samples.matter(channel, ReturnMethod.COUNTER, false);
        var actor = Rights.opener(party, channel, Samples.AGENCY);
        if (actor.isEmpty()) {
            return "-";
        }
        return switch (cell.step()) {
            case SUBMISSION -> told(Dossier.submit(ID, matter, Samples.OPEN, actor.get(), null, NINE));
            case ACCEPTANCE -> told(Dossier.acceptAtCounter(ID, matter, Samples.OPEN, actor.get(), APPOINTMENT, NINE));
            case REFUSAL -> told(Dossier.refuseAtCounter(ID, matter, actor.get(), "INCOMPLETE", NINE));
            case PROCESSING, WITHDRAWAL, COMPLETION, RETURN -> "-";
        };
    }

    private static Attempt taken(Step step, Dossier dossier, Actor actor) {
        return switch (step) {
            case SUBMISSION -> throw new AssertionError("nothing is submitted twice");
            case ACCEPTANCE -> dossier.accept(actor, APPOINTMENT, NINE);
            case REFUSAL -> dossier.refuse(actor, "INCOMPLETE", NINE);
            case PROCESSING -> dossier.begin(actor, null, NINE);
            case WITHDRAWAL -> dossier.withdraw(actor, NINE);
            case COMPLETION -> dossier.complete(actor, Outcome.GRANTED, "1/KQ", null, NINE);
            case RETURN -> dossier.handOver(actor, via(actor.role()), true, NINE);
        };
    }

    private static Via via(Role role) {
        return switch (role) {
            case CITIZEN -> Via.ONLINE;
            case POSTAL -> Via.POST;
            default -> Via.COUNTER;
        };
    }

    private static String told(Attempt attempt) {
        return attempt.fold(
                done -> done.dossier().status().name(),
                barred -> "!" + barred.reason().name());
    }

    private static List<Cell> cells() throws IOException {
        var cells = new ArrayList<Cell>();
        List<Role> columns = null;
        for (var line : lines()) {
            var words = line.trim().split("\\s+");
            if (columns == null) {
                columns = Arrays.stream(words).skip(2).map(Role::valueOf).toList();
                continue;
            }
            assertThat(words).as(line).hasSize(columns.size() + 2);
            for (int i = 0; i < columns.size(); i++) {
                var step = Step.valueOf(words[0].toUpperCase(Locale.ROOT));
                if (step != Step.SUBMISSION || words[1].equals("(none)")) {
                    cells.add(new Cell(step, words[1], columns.get(i), words[i + 2]));
                }
            }
        }
        assertThat(EnumSet.copyOf(columns)).isEqualTo(ROLES);
        return cells;
    }

    private static List<String> lines() throws IOException {
        try (var in = TransitionTableTest.class.getResourceAsStream("transitions.txt");
                var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return reader.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        }
    }
}
