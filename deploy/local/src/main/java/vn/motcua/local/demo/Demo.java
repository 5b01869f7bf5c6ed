package vn.motcua.local.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.TreeMap;
import vn.motcua.local.tokens.TokenRequest;

/**
 * Plays one dossier under the law of 2025, sets the business clock to Wednesday 8 June 2022, imports past dossiers to the figures of the article of that
 * day, plays five live dossiers, and says whether every figure, message, parcel, file, paper and history is as it must be.
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
    private final Stillness stillness;
    private final List<String> wrong = new ArrayList<>();

    public Demo(World world, PrintStream out) {
        this.world = world;
        this.out = out;
        this.caller = new Caller(world.tokens());
        this.outside = new Outside(caller, world);
        this.stillness = new Stillness(caller, world);
    }

    /**
     * Plays everything, waits until nothing moves any more, and compares once. True only if every figure agrees and every message and parcel
     * is there exactly once, and no other.
     */
    public boolean run() {
        var before = outside.mark();
        var cases = new Cases(world, caller);
        var papers = new Papers(world, caller);
        new LaterLaw(world, outside, cases, papers).play();
        world.clock().set(Instant.parse("2022-06-08T02:00:00Z"), true);
        importPast(PLANNING);
        importPast(JUSTICE);
        var voices = new Voices(world, caller);
        var purse = new Purse(world, caller);
        var attachments = new Attachments(world, caller);
        var play = new LivePlay(world, caller, outside, voices, purse, attachments, cases, papers);
        out.println("Live: five dossiers and a proposal at the Department of Justice, from " + now()
                + "; one of 2025 before them");
        var trackingNumber = play.play();
        comeToRest();
        compareFigures(PLANNING, true);
        compareFigures(JUSTICE, false);
        compareMessages(cases, trackingNumber, outside.since(before));
        compareVoices(voices);
        comparePurse(purse, cases.get("story"));
        compareParcels(cases, outside.parcels() - before.parcels());
        compareFiles(cases, attachments, papers);
        wrong.forEach(line -> out.println("  WRONG: " + line));
        out.println(wrong.isEmpty() ? "Everything agrees." : wrong.size() + " things do not agree.");
        return wrong.isEmpty();
    }

    /** What is seen before everybody is through may still change: a figure moves on, a message comes a second time. */
    private void comeToRest() {
        try {
            stillness.await();
        } catch (IllegalStateException inVain) {
            wrong.add(inVain.getMessage());
        }
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
        return world.file(
                "imports",
                target.name() + ".ndjson",
                (String.join("\n", PastCases.lines(target)) + "\n").getBytes(UTF_8));
    }

    private void compareFigures(PastCases.Target target, boolean splitKnown) {
        var article = Figures.article(target, splitKnown);
        var total = new Figures(caller, world).total(target);
        Figures.differences(article, total).forEach(one -> wrong.add(target.agency() + ": " + one));
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

    private void compareMessages(Cases cases, String trackingNumber, List<Outside.Message> arrived) {
        wrong.addAll(new ExpectedMessages(cases.all(), trackingNumber).differences(arrived));
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

    private void compareVoices(Voices voices) {
        wrong.addAll(voices.differences());
        out.println();
        out.println("A proposal, answered in public: "
                + voices.proposal().path("text").asText());
        out.println("  " + voices.proposal().path("answer").asText());
        out.println();
        out.println("What citizens said, agency H03.01, 08/06/2022 to 14/06/2022");
        voices.figures()
                .forEach((code, figure) -> out.printf(
                        "  %-28s %s%n",
                        code,
                        figure.path("denominator").isNull()
                                ? figure.path("numerator").asText()
                                : figure.path("numerator").asText() + " of "
                                        + figure.path("denominator").asText()));
    }

    private void comparePurse(Purse purse, Cases.Seen dossier) {
        wrong.addAll(purse.differences(dossier));
        out.println();
        out.println("Fee of dossier " + dossier.code() + ", told twice by the gateway");
        purse.dossier(dossier)
                .path("fees")
                .path("lines")
                .forEach(line -> out.printf(
                        "  %-28s %d VND%n",
                        line.path("name").asText(), line.path("amount").asLong()));
        purse.receipts(dossier)
                .forEach(receipt -> out.printf(
                        "  %-28s %d VND  %s%n",
                        MINUTE.format(Instant.parse(receipt.path("paidAt").asText())),
                        receipt.path("amount").asLong(),
                        receipt.path("verdict").asText()));
    }

    private void compareParcels(Cases cases, int ordered) {
        var code = cases.get("byPost").code();
        var parcel = outside.parcel(code).orElseThrow();
        if (ordered != 1 || parcel.path("repeats").asInt() != 0) {
            wrong.add("one parcel was due, the carrier has " + ordered + " with "
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

    private void compareFiles(Cases cases, Attachments attachments, Papers papers) {
        wrong.addAll(attachments.differences());
        attachments.print(out);
        wrong.addAll(papers.save(cases.all()));
        papers.print(out);
        var history = new SavedHistory(world, caller);
        wrong.addAll(history.check(cases.get("story")));
        history.print(out);
    }

    private String now() {
        return MINUTE.format(world.clock().now());
    }
}
