package vn.motcua.local.demo;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import vn.motcua.local.machine.Commands;

/**
 * The history of one dossier as an inspector takes it home: saved with the proof by the day's published root, and checked by the offline verifier, a
 * program of its own. Copies from which one fact was taken, in the middle or at the end, must not get through. Who holds a slip has the same without
 * a token.
 */
final class SavedHistory {

    private final World world;
    private final Caller caller;
    private final List<Commands.Outcome> outcomes = new ArrayList<>();
    private final List<String> wrong = new ArrayList<>();
    private Cases.Seen dossier;

    SavedHistory(World world, Caller caller) {
        this.world = world;
        this.caller = caller;
    }

    /** Saves and has checked; what is wrong, empty if the history is whole, the root is published and the copies were caught. */
    List<String> check(Cases.Seen ofDossier) {
        dossier = ofDossier;
        var published = new PublishedRoots(world, caller);
        var root = published.endTheDay();
        var path = "/v1/dossiers/" + dossier.id() + "/history";
        var history = caller.text(world.dossier().resolve(path + "?limit=200"), Cases.LEADER, "application/json");
        var proof =
                save("proof", caller.text(world.dossier().resolve(path + "/proof"), Cases.LEADER, "application/json"));
        var roots = save("roots", published.saved());
        if (!published.onTopic(root).filter(root::equals).isPresent()) {
            wrong.add("the topic does not hold the root " + root + " but " + published.onTopic(root));
        }
        verify(0, "is not whole", save("history", history), proof, roots);
        if (!outcomes.get(0)
                .output()
                .contains(Caller.parsed(history).path("items").size() + " facts, by the published root")) {
            wrong.add("the history of " + dossier.code() + " is not proven to its end: "
                    + outcomes.get(0).output());
        }
        verify(1, "may lose its second fact", save("shortened", without(history, 1)), proof, roots);
        var last = Caller.parsed(history).path("items").size() - 1;
        verify(1, "may lose its end", save("cut", without(history, last)), proof, roots);
        bySlip(history);
        return wrong;
    }

    /** By the code and a hash, which stand in the square of a paper: the very same answer. */
    private void bySlip(String history) {
        var hash = Caller.parsed(history).path("items").path(1).path("hash").asText();
        var told = caller.post(
                world.dossier().resolve("/v1/tracking/" + dossier.code() + "/history?limit=200"),
                null,
                Map.of("hash", hash));
        if (!told.body().path("items").equals(Caller.parsed(history).path("items"))) {
            wrong.add("who holds the slip of " + dossier.code() + " sees another history");
        }
    }

    private void verify(int due, String fault, Path... files) {
        var command =
                new ArrayList<>(List.of(Commands.java(), "-jar", verifier().toString()));
        Stream.of(files).map(Path::toString).forEach(command::add);
        var outcome = Commands.run(command);
        outcomes.add(outcome);
        if (outcome.status() != due) {
            wrong.add("the history of " + dossier.code() + " " + fault + ": " + outcome.output());
        }
    }

    private static String without(String history, int place) {
        var page = Caller.parsed(history);
        ((ArrayNode) page.path("items")).remove(place);
        return page.toString();
    }

    private Path save(String what, String content) {
        return world.file("history", dossier.code() + "-" + what + ".json", content.getBytes(StandardCharsets.UTF_8));
    }

    private Path verifier() {
        var built = world.project().resolve("dossier-service/events/target");
        try (var found = Files.newDirectoryStream(built, "*-verifier.jar")) {
            for (var jar : found) {
                return jar;
            }
            throw new IllegalStateException(
                    "the offline verifier is missing below " + built + ": mvn package builds it");
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot look for the offline verifier below " + built, unreadable);
        }
    }

    void print(PrintStream out) {
        out.println("History of dossier " + dossier.code()
                + ", checked offline by the published root; then copies without the second and without the last fact");
        outcomes.stream()
                .flatMap(outcome -> outcome.output().lines())
                .filter(line -> line.startsWith("OK") || line.startsWith("Complete") || line.startsWith("BROKEN"))
                .forEach(line -> out.println("  " + line));
        out.println();
    }
}
