package vn.motcua.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.motcua.local.tokens.TokenRequest;

/** The article's figures beside what kpi-service answers. */
final class Figures {

    private static final TokenRequest STATISTICS = TokenRequest.of("statistics", "H03", 1);

    private final Caller caller;
    private final World world;

    Figures(Caller caller, World world) {
        this.caller = caller;
        this.world = world;
    }

    /** The total row of report II.06a from the first of January 2022 on. */
    JsonNode total(PastCases.Target target) {
        var path = "/v1/reports/II.06a?agency=" + target.agency() + "&from=2022-01-01&to=" + target.to();
        return caller.get(world.kpi().resolve(path), STATISTICS).body().path("total");
    }

    /** What the article says of the target, by the names of the report's columns. */
    static Map<String, Integer> article(PastCases.Target target, boolean splitKnown) {
        var figures = new LinkedHashMap<String, Integer>();
        figures.put("received", target.resolved() + target.open());
        figures.put("carriedOver", 0);
        figures.put("resolved", target.resolved());
        if (splitKnown) {
            figures.put("online", target.online());
            figures.put("direct", target.direct());
            figures.put("early", target.early());
            figures.put("onTime", target.resolved() - target.early());
        }
        figures.put("late", 0);
        figures.put("inProgress", target.open());
        figures.put("inTime", target.open());
        figures.put("overdue", 0);
        return figures;
    }

    /** In what the report differs from the article; empty if it agrees. */
    static List<String> differences(Map<String, Integer> article, JsonNode total) {
        return article.entrySet().stream()
                .filter(figure -> !total.path(figure.getKey()).isInt()
                        || total.path(figure.getKey()).asInt() != figure.getValue())
                .map(figure -> figure.getKey() + " is " + total.path(figure.getKey()) + ", the article says "
                        + figure.getValue())
                .toList();
    }
}
