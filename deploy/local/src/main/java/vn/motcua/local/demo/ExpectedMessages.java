package vn.motcua.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The messages that the citizens of the live play must get, each exactly once, as the file {@code expected-messages.json} has them. */
final class ExpectedMessages {

    /** A message that must arrive: the text must be, or for an email contain, these words. */
    record Expected(String dossier, String channel, String to, String text) {}

    private final List<Expected> expected = new ArrayList<>();

    /**
     * @param codes of the dossiers by their names in the file
     * @param trackingNumber of the parcel
     */
    ExpectedMessages(Map<String, LivePlay.Seen> codes, String trackingNumber) {
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

    /** What is wrong with what arrived: missing, doubled, or not expected at all. Empty if it agrees. */
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
        return wrong;
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
