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
import vn.motcua.local.machine.Commands;
import vn.motcua.local.tokens.TokenRequest;

/**
 * The history of one dossier as an inspector takes it home: saved, and checked by the offline verifier, a program of its own. A copy from which one
 * fact was taken must not get through. The proof that nothing is cut off at the end comes with the root of the real day, after midnight.
 */
final class SavedHistory {

    private static final TokenRequest INSPECTOR = TokenRequest.of("leader", "H03.01", 1);

    private final World world;
    private final Caller caller;
    private Commands.Outcome whole;
    private Commands.Outcome shortened;

    SavedHistory(World world, Caller caller) {
        this.world = world;
        this.caller = caller;
    }

    /** Saves and has checked; what is wrong, empty if the history is whole and the shortened copy was caught. */
    List<String> check(LivePlay.Seen dossier) {
        var history = world.dossier().resolve("/v1/dossiers/" + dossier.id() + "/history?limit=200");
        var saved = caller.text(history, INSPECTOR, "application/json");
        whole = verify(save(dossier, "history", saved));
        shortened = verify(save(dossier, "shortened", withoutItsSecondFact(saved)));
        var wrong = new ArrayList<String>();
        if (whole.status() != 0) {
            wrong.add("the history of " + dossier.code() + " is not whole: " + whole.output());
        }
        if (shortened.status() != 1) {
            wrong.add("nobody saw that a fact of " + dossier.code() + " was taken away: " + shortened.output());
        }
        return wrong;
    }

    private static String withoutItsSecondFact(String history) {
        var page = Caller.parsed(history);
        ((ArrayNode) page.path("items")).remove(1);
        return page.toString();
    }

    private Path save(LivePlay.Seen dossier, String what, String content) {
        return world.file("history", dossier.code() + "-" + what + ".json", content.getBytes(StandardCharsets.UTF_8));
    }

    private Commands.Outcome verify(Path file) {
        return Commands.run(List.of(Commands.java(), "-jar", verifier().toString(), file.toString()));
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
        out.println("History of the dossier that went by post, checked offline; then a copy without its second fact");
        for (var outcome : List.of(whole, shortened)) {
            outcome.output()
                    .lines()
                    .filter(line -> line.startsWith("OK") || line.startsWith("BROKEN"))
                    .forEach(line -> out.println("  " + line));
        }
        out.println();
    }
}
