package vn.motcua.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.StreamSupport;

/**
 * The messages that the citizens of the live play must get, each exactly once and each citizen's in this order, as the file {@code
 * expected-messages.json} has them; {@code at} is the moment of the business clock, in Vietnam, that brings it about.
 */
final class ExpectedMessages {

    /** A message that must arrive: the text must be, or for an email contain, these words. */
    record Expected(String dossier, String channel, String to, String text) {}

    private final List<Expected> expected = new ArrayList<>();

    /**
     * @param codes of the dossiers by their names in the file
     * @param trackingNumber of the parcel
     */
    ExpectedMessages(Map<String, Cases.Seen> codes, String trackingNumber) {
        for (JsonNode one : file()) {
            var dossier = one.path("dossier").asText();
            expected.add(new Expected(
                    dossier,
                    one.path("channel").asText(),
                    one.path("to").asText(),
                    one.path("text")
                            .asText()
                            .replace("{code}", codes.get(dossier).code())
                            .replace("{trackingNumber}", trackingNumber)));
        }
    }

    List<Expected> all() {
        return expected;
    }

    /** How many must have arrived before the clock moves on to that moment. */
    static long before(LocalDateTime moment) {
        return StreamSupport.stream(file().spliterator(), false)
                .filter(one -> LocalDateTime.parse(one.path("at").asText()).isBefore(moment))
                .count();
    }

    /** What is wrong with what arrived: missing, doubled, out of order, or not expected at all. Empty if it agrees. */
    List<String> differences(List<Outside.Message> arrived) {
        var wrong = new ArrayList<String>();
        for (var one : expected) {
            var hits = arrived.stream().filter(message -> fits(one, message)).toList();
            if (hits.size() != 1 || hits.get(0).repeats() > 0) {
                wrong.add("expected once, arrived " + hits.size() + " times (repeats "
                        + hits.stream().mapToInt(Outside.Message::repeats).sum() + "): " + one);
            }
        }
        for (var message : arrived) {
            if (expected.stream().noneMatch(one -> fits(one, message))) {
                wrong.add("not expected: " + message);
            }
        }
        if (wrong.isEmpty()) {
            outOfOrder(arrived).forEach(to -> wrong.add("not in this order: the messages to " + to));
        }
        return wrong;
    }

    /** Whose messages came in another order; mail and telephone each by themselves. */
    private Set<String> outOfOrder(List<Outside.Message> arrived) {
        var furthest = new HashMap<String, Integer>();
        var late = new TreeSet<String>();
        for (var message : arrived) {
            for (int place = 0; place < expected.size(); place++) {
                if (fits(expected.get(place), message) && furthest.merge(message.to(), place, Math::max) > place) {
                    late.add(message.to());
                }
            }
        }
        return late;
    }

    private static boolean fits(Expected one, Outside.Message message) {
        return one.channel().equals(message.channel())
                && one.to().equals(message.to())
                && ("EMAIL".equals(one.channel())
                        ? message.text().contains(one.text())
                        : message.text().equals(one.text()));
    }

    private static JsonNode file() {
        try (var in = ExpectedMessages.class.getResourceAsStream("expected-messages.json")) {
            return new ObjectMapper().readTree(in);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
