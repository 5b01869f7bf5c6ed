package vn.motcua.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import vn.motcua.local.tokens.TokenRequest;

/**
 * The papers of the live dossiers, and the register of the day on which they came in, saved as files to open. Says whether those are there that the law
 * asks for, and whether a reprint is the original.
 */
final class Papers {

    private static final TokenRequest RECEPTION = TokenRequest.of("reception", "H03.01", 1);
    private static final String REGISTERS = "/v1/registers/H03.01/originals";
    /** On which the live dossiers came in. */
    private static final String DAY = "2022-06-08";

    private static final byte[] PDF = "%PDF-".getBytes(StandardCharsets.US_ASCII);

    /** What each dossier must have got on its way, by the names of the play. */
    private static final Map<String, List<String>> DUE = Map.of(
            "byPost", List.of("CONTROL_SLIP", "RECEIPT"),
            "collected", List.of("CONTROL_SLIP", "RECEIPT"),
            "refused", List.of("REFUSAL"),
            "withdrawn", List.of(),
            "paid", List.of("CONTROL_SLIP", "RECEIPT"));

    private final World world;
    private final Caller caller;
    private final List<String> wrong = new ArrayList<>();
    private final List<Path> saved = new ArrayList<>();

    Papers(World world, Caller caller) {
        this.world = world;
        this.caller = caller;
    }

    /** Saves every paper of these dossiers, in the order of the play; what is wrong with them, empty if they agree. */
    List<String> save(Map<String, LivePlay.Seen> dossiers) {
        dossiers.forEach((name, dossier) -> {
            var kinds = new TreeSet<String>();
            var list = world.dossier().resolve("/v1/dossiers/" + dossier.id() + "/forms");
            LivePlay.items(caller.get(list, RECEPTION).body()).forEach(paper -> {
                var kind = paper.path("kind").asText();
                kinds.add(kind);
                save(
                        dossier.code() + "-" + kind + "-"
                                + paper.path("sequence").asText() + ".pdf",
                        paper.path("href").asText());
            });
            if (!List.copyOf(kinds).equals(DUE.get(name))) {
                wrong.add("the papers of " + dossier.code() + " are " + kinds + ", due were " + DUE.get(name));
            }
        });
        saveRegister(dossiers.size());
        return wrong;
    }

    /** The day is over by the business clock, and has its root once the service has looked after the days before its start. */
    private void saveRegister(int due) {
        var closed = Await.until("the first root of all histories", this::closedRegister);
        if (closed.path("lines").asInt() != due) {
            wrong.add("the register of " + DAY + " has " + closed.path("lines").asInt() + " lines, due were " + due);
        }
        save(
                "H03.01-REGISTER-" + closed.path("number").asText() + ".pdf",
                closed.path("href").asText());
    }

    private Optional<JsonNode> closedRegister() {
        var answer = caller.attempt(world.dossier().resolve(REGISTERS), RECEPTION, Map.of("from", DAY));
        return answer.status() == 201 ? Optional.of(answer.body()) : Optional.empty();
    }

    private void save(String file, String href) {
        var first = caller.bytes(world.dossier().resolve(href), RECEPTION);
        var again = caller.bytes(world.dossier().resolve(href), RECEPTION);
        if (first.length < PDF.length || !Arrays.equals(Arrays.copyOf(first, PDF.length), PDF)) {
            wrong.add(file + " is no PDF");
        }
        if (!Arrays.equals(first, again)) {
            wrong.add(file + " is another one when it is printed again");
        }
        saved.add(world.file("papers", file, first));
    }

    void print(PrintStream out) {
        out.println("Papers of the live dossiers, to open");
        saved.forEach(file -> out.println("  " + file));
        out.println();
    }
}
