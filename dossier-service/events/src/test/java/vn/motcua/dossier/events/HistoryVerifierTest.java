package vn.motcua.dossier.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.motcua.dossier.events.HistoryVerifier.Received;

class HistoryVerifierTest {

    private final List<Received> history = chain();

    @Test
    void anUntouchedHistoryIsIntact() {
        assertThat(HistoryVerifier.verify(history).intact()).isTrue();
        assertThat(HistoryVerifier.verify(List.of()).intact()).isTrue();
    }

    @Test
    void theHashIsTheOnePublishedInTheContract() {
        assertThat(history.get(0).attributes().hash())
                .isEqualTo("sha256:"
                        + EventHash.sha256("{\"data\":" + text(history.get(0))
                                + ",\"id\":\"01814200-0000-7000-9000-000000000001\",\"previoushash\":null,"
                                + "\"sequence\":\"0000000001\",\"source\":\"urn:motcua:H03:dossier-service\","
                                + "\"subject\":\"01814200-0000-7000-8000-000000000001\","
                                + "\"time\":\"2022-06-08T02:00:00Z\",\"type\":\"vn.motcua.dossier.submitted.v1\"}"));
    }

    @Test
    void anyAlteredByteIsFoundWhereItIs() {
        for (int at = 0; at < history.size(); at++) {
            var tampered = new ArrayList<>(history);
            var fact = history.get(at);
            tampered.set(at, new Received(fact.attributes(), bytes(text(fact).replace("H03.01-2", "H03.01-3"))));
            assertThat(HistoryVerifier.verify(tampered).brokenAt()).isEqualTo(at);
        }
    }

    @Test
    void anyRemovedFactIsFound() {
        for (int at = 0; at < history.size() - 1; at++) {
            var tampered = new ArrayList<>(history);
            tampered.remove(at);
            assertThat(HistoryVerifier.verify(tampered).intact())
                    .as("without " + at)
                    .isFalse();
        }
    }

    @Test
    void anyTwoFactsSwappedAreFound() {
        for (int a = 0; a < history.size(); a++) {
            for (int b = a + 1; b < history.size(); b++) {
                var tampered = new ArrayList<>(history);
                Collections.swap(tampered, a, b);
                assertThat(HistoryVerifier.verify(tampered).intact()).isFalse();
            }
        }
    }

    @Test
    void aHistoryCutShortIsFoundByWhoHoldsTheLastHash() {
        var last = history.get(history.size() - 1).attributes().hash();
        assertThat(HistoryVerifier.verify(history, last).intact()).isTrue();
        assertThat(HistoryVerifier.verify(history.subList(0, 3), last).intact()).isFalse();
        assertThat(HistoryVerifier.verify(List.of(), last).intact()).isFalse();
    }

    @Test
    void theSameDataWrittenInAnotherFormIsNotAccepted() {
        var fact = history.get(0);
        var spaced = new Received(fact.attributes(), bytes(text(fact).replaceFirst(",", ", ")));
        assertThat(HistoryVerifier.verify(List.of(spaced)).why()).contains("canonical");
    }

    @Test
    void aRewrittenFactWithAFreshHashBreaksTheNext() {
        var facts = new ArrayList<>(history);
        var old = facts.get(1);
        var text = text(old).replace("\"amount\":3", "\"amount\":30");
        var a = old.attributes();
        var forged = Examples.attributes(Examples.facts().get(1), 2, a.previoushash(), EventHash.of(a, text));
        facts.set(1, new Received(forged, bytes(text)));
        assertThat(HistoryVerifier.verify(facts).brokenAt()).isEqualTo(2);
    }

    private static List<Received> chain() {
        var chain = new ArrayList<Received>();
        String previous = null;
        long sequence = 0;
        for (var fact : Examples.facts()) {
            var data = EventFormat.canonicalText(fact);
            var open = Examples.attributes(fact, ++sequence, previous, null);
            previous = EventHash.of(open, data);
            chain.add(new Received(Examples.attributes(fact, sequence, open.previoushash(), previous), bytes(data)));
        }
        return chain;
    }

    private static String text(Received fact) {
        return new String(fact.data(), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
