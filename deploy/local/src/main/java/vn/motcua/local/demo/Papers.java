package vn.motcua.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The papers of the live dossiers and the register of their day, saved as files to open: every form that the law has. Says whether those are there that are
 * due, whether each is signed and leads to the history by its square, and whether a reprint is the original.
 */
final class Papers {

    private static final String SLIP = "CONTROL_SLIP";
    private static final String REGISTERS = "/v1/registers/" + Cases.JUSTICE + "/originals";

    /** On which the live dossiers came in, and how their codes begin. */
    private static final String DAY = "2022-06-08";

    private static final String OF_THE_DAY = Cases.JUSTICE + "-220608-";

    /** What each dossier must have got on its way, by the names of the play. */
    private static final Map<String, List<String>> DUE = Map.of(
            "byPost", List.of(SLIP, "RECEIPT"),
            "collected", List.of(SLIP, "RECEIPT"),
            "refused", List.of("REFUSAL"),
            "withdrawn", List.of(),
            "story", List.of("APOLOGY", SLIP, "RECEIPT", "SUPPLEMENT_REQUEST"),
            "stopped", List.of(SLIP, "RECEIPT", "STOP_NOTICE"));

    private final World world;
    private final Caller caller;
    private final PaperCheck check;
    private final List<String> wrong = new ArrayList<>();
    private final List<Path> saved = new ArrayList<>();
    private final Map<String, byte[]> handedOut = new HashMap<>();

    Papers(World world, Caller caller) {
        this.world = world;
        this.caller = caller;
        this.check = new PaperCheck(world.certificate());
    }

    /** Prints for the applicant what there is for them and was not printed yet, as the counter does: a paper says how things stand when it is first asked for. */
    void handOut(Cases.Seen dossier) {
        items(list(dossier)).stream()
                .filter(paper ->
                        !SLIP.equals(kind(paper)) && !paper.path("made").asBoolean())
                .map(paper -> paper.path("href").asText())
                .forEach(href -> handedOut.put(href, bytes(href)));
    }

    /** What the receipt bears that was handed out: its holder has no account. */
    String ratingCode(Cases.Seen dossier) {
        var receipts = "/v1/dossiers/" + dossier.id() + "/forms/RECEIPT/";
        return handedOut.entrySet().stream()
                .filter(paper -> paper.getKey().startsWith(receipts))
                .findFirst()
                .flatMap(paper -> check.ratingCode(paper.getValue()))
                .orElseThrow(() -> new IllegalStateException("the receipt of " + dossier.code() + " bears no code"));
    }

    private static String list(Cases.Seen dossier) {
        return "/v1/dossiers/" + dossier.id() + "/forms";
    }

    /** Saves the papers of these dossiers, in the order of the play, and the register; what is wrong with them, empty if they agree. */
    List<String> save(Map<String, Cases.Seen> dossiers) {
        dossiers.forEach((name, dossier) -> {
            var papers = items(list(dossier));
            var kinds = papers.stream().map(Papers::kind).collect(Collectors.toCollection(TreeSet::new));
            if (!List.copyOf(kinds).equals(DUE.get(name))) {
                wrong.add("the papers of " + dossier.code() + " are " + kinds + ", due were " + DUE.get(name));
            }
            var hashes = hashes(dossier);
            for (int i = 0; i < papers.size(); i++) {
                if (isLastSlip(papers, i)) {
                    save(dossier, papers.get(i), hashes);
                }
            }
        });
        saveRegister(dossiers.values().stream()
                .map(Cases.Seen::code)
                .filter(code -> code.startsWith(OF_THE_DAY))
                .mapToLong(code -> Long.parseLong(code.substring(OF_THE_DAY.length())))
                .max()
                .orElse(0));
        return wrong;
    }

    /**
     * The day is over by the business clock, and has its root once the service has looked after the days before its start.
     *
     * @param due the day's last number: numbers have no gap, and on kept data the day has the dossiers of earlier plays too
     */
    private void saveRegister(long due) {
        var closed = Await.until("the first root of all histories", this::closedRegister);
        if (closed.path("lines").asLong() != due) {
            wrong.add("the register of " + DAY + " has " + closed.path("lines").asInt() + " lines, due were " + due);
        }
        var file = Cases.JUSTICE + "-REGISTER-" + closed.path("number").asText() + ".pdf";
        var href = closed.path("href").asText();
        if (!Arrays.equals(save(file, href, null), bytes(href))) {
            wrong.add(file + " is another one when it is printed again");
        }
    }

    private Optional<JsonNode> closedRegister() {
        var answer = caller.attempt(world.dossier().resolve(REGISTERS), Cases.RECEPTION, Map.of("from", DAY));
        return answer.status() == 201 ? Optional.of(answer.body()) : Optional.empty();
    }

    /** A slip shows every change of hands before it: the last is enough. Of the others each is kept. */
    private static boolean isLastSlip(List<JsonNode> papers, int at) {
        return !SLIP.equals(kind(papers.get(at)))
                || papers.stream().skip(at + 1L).map(Papers::kind).noneMatch(SLIP::equals);
    }

    private static String kind(JsonNode paper) {
        return paper.path("kind").asText();
    }

    private void save(Cases.Seen dossier, JsonNode paper, Map<Long, String> hashes) {
        var sequence = paper.path("sequence").asLong();
        var href = paper.path("href").asText();
        var file = dossier.code() + "-" + kind(paper) + "-" + sequence + ".pdf";
        var first = save(file, href, dossier.code() + " " + sequence + " " + hashes.get(sequence));
        if (!Arrays.equals(first, handedOut.getOrDefault(href, first)) || !Arrays.equals(first, bytes(href))) {
            wrong.add(file + " is another one when it is printed again");
        }
    }

    private byte[] save(String file, String href, String square) {
        var paper = bytes(href);
        check.faults(paper, square).forEach(fault -> wrong.add(file + " " + fault));
        saved.add(world.file("papers", file, paper));
        return paper;
    }

    private byte[] bytes(String href) {
        return caller.bytes(world.dossier().resolve(href), Cases.RECEPTION);
    }

    /** The hash of each fact by its number: where the chain's head was when a paper about it was made. */
    private Map<Long, String> hashes(Cases.Seen dossier) {
        var hashes = new HashMap<Long, String>();
        items("/v1/dossiers/" + dossier.id() + "/history?limit=200")
                .forEach(fact -> hashes.put(
                        fact.path("sequence").asLong(), fact.path("hash").asText()));
        return hashes;
    }

    private List<JsonNode> items(String list) {
        return LivePlay.items(caller.get(world.dossier().resolve(list), Cases.RECEPTION)
                        .body())
                .toList();
    }

    void print(PrintStream out) {
        out.println("Papers of the live dossiers, each signed, to open");
        saved.forEach(file -> out.println("  " + file));
        out.println();
    }
}
