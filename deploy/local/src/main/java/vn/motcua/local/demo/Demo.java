package vn.motcua.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import vn.motcua.local.tokens.TokenRequest;

/**
 * Sets the business clock to Wednesday 8 June 2022, imports past dossiers to the figures of the article of that day, plays four live
 * dossiers, and says whether every figure, message and parcel is as it must be.
 */
public final class Demo {

    /** Planning and Investment up to 19 May 2022: 254 = 243 online + 11 direct; 163 early, 91 on time, none late, none open. */
    static final PastCases.Target PLANNING = new PastCases.Target(
            "planning-and-investment",
            "H03.02",
            List.of(
                    new PastCases.Kind("1.900201", 3),
                    new PastCases.Kind("1.900202", 3),
                    new PastCases.Kind("1.900203", 3),
                    new PastCases.Kind("1.900204", 3),
                    new PastCases.Kind("1.900206", 5)),
            LocalDate.of(2022, 5, 19),
            243,
            11,
            163,
            0,
            78);

    /** Justice up to 31 May 2022: 8,593 received, 8,272 early or on time (the article does not split them), 321 in progress, none late. */
    static final PastCases.Target JUSTICE = new PastCases.Target(
            "justice",
            "H03.01",
            List.of(
                    new PastCases.Kind("1.900101", 10),
                    new PastCases.Kind("1.900103", 5),
                    new PastCases.Kind("1.900104", 10),
                    new PastCases.Kind("1.900106", 7)),
            LocalDate.of(2022, 5, 31),
            5_120,
            3_152,
            6_480,
            321,
            2_340);

    private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm").withZone(VIETNAM);
    private static final TokenRequest MIGRATION = TokenRequest.of("migration", "H03", 1);

    private final World world;
    private final PrintStream out;
    private final Caller caller;
    private final Outside outside;
    private final List<String> wrong = new ArrayList<>();

    public Demo(World world, PrintStream out) {
        this.world = world;
        this.out = out;
        this.caller = new Caller(world.tokens());
        this.outside = new Outside(caller, world);
    }

    /** Plays everything. True only if every figure agrees and every message and parcel is there exactly once. */
    public boolean run() {
        world.clock().set(Instant.parse("2022-06-08T02:00:00Z"), true);
        importPast(PLANNING);
        importPast(JUSTICE);
        var play = new LivePlay(world, caller, outside);
        var before = outside.messages().size();
        var parcelsBefore = outside.parcels();
        out.println("Live: four dossiers at the Department of Justice, from " + now());
        var trackingNumber = play.play();
        compareFigures(PLANNING, true);
        compareFigures(JUSTICE, false);
        compareMessages(play, trackingNumber, before);
        compareParcels(play, parcelsBefore);
        wrong.forEach(line -> out.println("  WRONG: " + line));
        out.println(wrong.isEmpty() ? "Everything agrees." : wrong.size() + " things do not agree.");
        return wrong.isEmpty();
    }

    private void importPast(PastCases.Target target) {
        var file = write(target);
        var outcomes = new TreeMap<String, Integer>();
        var started = System.nanoTime();
        try (var answers = caller.lines(world.dossier().resolve("/v1/imports"), MIGRATION, file)) {
            answers.filter(line -> !line.isBlank()).map(Caller::parsed).forEach(answer -> {
                var outcome = answer.path("outcome").asText();
                outcomes.merge(outcome, 1, Integer::sum);
                if (!"created".equals(outcome) && !"unchanged".equals(outcome)) {
                    wrong.add("import of " + target.name() + ": " + answer);
                }
            });
        }
        out.printf("Imported %s in %.1f s: %s%n", file.getFileName(), (System.nanoTime() - started) / 1e9, outcomes);
    }

    private Path write(PastCases.Target target) {
        try {
            Files.createDirectories(world.folder());
            return Files.write(world.folder().resolve(target.name() + ".ndjson"), PastCases.lines(target));
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    private void compareFigures(PastCases.Target target, boolean splitKnown) {
        var figures = new Figures(caller, world);
        var article = Figures.article(target, splitKnown);
        JsonNode total;
        try {
            total = Await.until(
                    "the figures of " + target.agency(),
                    () -> Optional.of(figures.total(target)).filter(now -> Figures.agrees(article, now)));
        } catch (IllegalStateException inVain) {
            total = figures.total(target);
            wrong.add(inVain.getMessage());
        }
        out.printf("%nII.06a, agency %s, 01/01/2022 to %s%n", target.agency(), target.to());
        out.printf("  %-12s %10s %10s%n", "", "article", "kpi");
        for (var column : List.of(
                "received",
                "online",
                "direct",
                "carriedOver",
                "resolved",
                "early",
                "onTime",
                "late",
                "inProgress",
                "inTime",
                "overdue")) {
            var said = article.get(column);
            out.printf(
                    "  %-12s %10s %10s%n",
                    column, said == null ? "–" : said, total.path(column).asText());
        }
        if (total.path("early").asInt() + total.path("onTime").asInt() != target.resolved()) {
            wrong.add("early and on time of " + target.agency() + " are not " + target.resolved());
        }
    }

    private void compareMessages(LivePlay play, String trackingNumber, int before) {
        var expected = new ExpectedMessages(play.dossiers(), trackingNumber);
        List<Outside.Message> arrived;
        try {
            arrived = Await.until(
                    "the messages",
                    () -> Optional.of(since(play, before))
                            .filter(now -> expected.differences(now).isEmpty()));
        } catch (IllegalStateException inVain) {
            arrived = since(play, before);
            wrong.addAll(expected.differences(arrived));
        }
        var byCitizen = new LinkedHashMap<String, List<String>>();
        arrived.forEach(one -> byCitizen
                .computeIfAbsent(one.to(), nobodyYet -> new ArrayList<>())
                .add(one.text()
                        .lines()
                        .filter(line -> line.contains("ồ sơ"))
                        .findFirst()
                        .orElse(one.text())));
        out.println();
        byCitizen.forEach((to, texts) -> {
            out.println("Messages to " + to);
            texts.forEach(text -> out.println("  " + text));
        });
    }

    /** What arrived because of this play: an earlier one on the same data spoke of other codes. */
    private List<Outside.Message> since(LivePlay play, int before) {
        var all = outside.messages();
        var codes = play.dossiers().values().stream().map(LivePlay.Seen::code).toList();
        return before == 0
                ? all
                : all.stream()
                        .filter(message -> codes.stream().anyMatch(message.text()::contains))
                        .toList();
    }

    private void compareParcels(LivePlay play, int before) {
        var code = play.dossiers().get("byPost").code();
        var parcel = outside.parcel(code).orElseThrow();
        if (outside.parcels() != before + 1 || parcel.path("repeats").asInt() != 0) {
            wrong.add("one parcel was due, the carrier has " + (outside.parcels() - before) + " with "
                    + parcel.path("repeats").asInt() + " repeated orders");
        }
        out.println();
        out.println("Parcel " + parcel.path("itemCode").asText() + " of dossier " + code);
        parcel.path("track")
                .forEach(step -> out.printf(
                        "  %s  %s%n",
                        MINUTE.format(Instant.parse(step.path("time").asText())),
                        step.path("name").asText()));
        out.println();
    }

    private String now() {
        return MINUTE.format(world.clock().now());
    }
}
