package vn.motcua.dossier.lifecycle;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * {@code transitions.txt} as it is written. Refuses a line that nobody can understand, a block that is there twice, and a name that stands twice in a
 * block.
 */
final class TransitionTable {

    static final String NOTHING_YET = "(none)";

    /**
     * A line.
     *
     * @param names where the dossier stands; the last character may be a star
     * @param result what comes of the step
     * @param transition its number; null where none is written
     */
    record Line(List<String> names, String result, String transition) {

        /** The longest name that fits; 0 if none does. */
        int fit(String position) {
            return names.stream()
                    .filter(name -> fits(name, position))
                    .mapToInt(String::length)
                    .max()
                    .orElse(0);
        }

        private static boolean fits(String name, String position) {
            return name.endsWith("*")
                    ? position.startsWith(name.substring(0, name.length() - 1)) && !position.equals(NOTHING_YET)
                    : position.equals(name);
        }
    }

    /** A step in some roles. */
    record Block(Step step, Set<Role> roles, List<Line> lines) {}

    private final List<Line> everywhere = new ArrayList<>();
    private final List<Block> blocks = new ArrayList<>();

    private TransitionTable() {}

    static TransitionTable read() {
        var table = new TransitionTable();
        var lines = table.everywhere;
        for (var text : lines()) {
            if (!text.startsWith(" ")) {
                lines = text.equals("everywhere")
                        ? table.everywhere
                        : table.block(text).lines();
            } else {
                var line = line(text);
                for (var name : line.names()) {
                    require(lines.stream().noneMatch(other -> other.names().contains(name)), name + " twice: " + text);
                }
                lines.add(line);
            }
        }
        return table;
    }

    List<Block> blocks() {
        return List.copyOf(blocks);
    }

    /** What comes of the step there in this role; empty if it is never theirs. Fails if the table does not say. */
    Optional<Line> line(Step step, Role role, String position) {
        var block = blocks.stream()
                .filter(one -> one.step() == step && one.roles().contains(role))
                .findFirst();
        return block.map(one -> best(one.lines(), position)
                .or(() -> best(everywhere, position))
                .orElseThrow(() -> new AssertionError(
                        "the table leaves out " + step.word() + " by " + role + " from " + position)));
    }

    private Block block(String text) {
        var parts = text.split(" by ", 2);
        require(parts.length == 2, text);
        var step = Step.valueOf(parts[0].trim().toUpperCase(Locale.ROOT).replace('-', '_'));
        var roles = EnumSet.noneOf(Role.class);
        Arrays.stream(parts[1].split(",")).map(String::trim).map(Role::valueOf).forEach(roles::add);
        require(
                blocks.stream()
                        .noneMatch(one ->
                                one.step() == step && one.roles().stream().anyMatch(roles::contains)),
                "twice: " + text);
        var block = new Block(step, roles, new ArrayList<>());
        blocks.add(block);
        return block;
    }

    private static Line line(String text) {
        var sides = text.trim().split("\\s+->\\s+");
        require(sides.length == 2, text);
        var right = sides[1].split("\\s+");
        require(right.length <= 2, text);
        return new Line(List.of(sides[0].split("\\s+")), right[0], right.length == 2 ? right[1] : null);
    }

    private static Optional<Line> best(List<Line> lines, String position) {
        Line best = null;
        for (var line : lines) {
            var fit = line.fit(position);
            if (fit > 0 && (best == null || fit > best.fit(position))) {
                best = line;
            }
        }
        return Optional.ofNullable(best);
    }

    private static List<String> lines() {
        try (var in = TransitionTable.class.getResourceAsStream("transitions.txt");
                var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return reader.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void require(boolean so, String text) {
        if (!so) {
            throw new AssertionError("the table cannot be read: " + text);
        }
    }
}
