package vn.motcua.dossier.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.erdtman.jcs.JsonCanonicalizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventFormatTest {

    static List<DossierEvent> facts() {
        return Examples.facts();
    }

    @ParameterizedTest
    @MethodSource("facts")
    void writingIsWhatAnIndependentCanonicaliserWouldWrite(DossierEvent fact) throws IOException {
        var written = EventFormat.canonical(fact);
        assertThat(new JsonCanonicalizer(written).getEncodedUTF8()).isEqualTo(written);
    }

    @Property(tries = 300)
    void anyWordsOfAPersonAreWrittenCanonically(@ForAll String name, @ForAll String text) throws IOException {
        var written = EventFormat.canonicalText(printable(name) + printable(text));
        assertThat(new JsonCanonicalizer("[" + written + "]").getEncodedString())
                .isEqualTo("[" + written + "]");
    }

    @Test
    void aRestrictedValueHoldsTheExactBytesOfTheSharedOne() {
        var fact = Examples.facts().get(0);
        var shared = EventFormat.canonicalText(fact);
        var restricted = EventFormat.restricted(shared.getBytes(StandardCharsets.UTF_8), Examples.recipient());
        assertThat(new String(restricted, StandardCharsets.UTF_8)).startsWith("{\"event\":" + shared);
        assertThat(EventFormat.readRestricted(fact.type(), restricted))
                .isEqualTo(new Restricted(fact, Examples.recipient()));
    }

    @Test
    void aFactThatObligesNobodyHasNoRecipient() {
        var fact = Examples.facts().get(2);
        assertThat(EventFormat.readRestricted(fact.type(), EventFormat.restricted(EventFormat.canonical(fact), null)))
                .isEqualTo(new Restricted(fact, null));
    }

    @Test
    void aLaterFieldAndALaterWordPass() {
        var json = EventFormat.canonicalText(Examples.facts().get(0))
                .replaceFirst("\\{", "{\"newField\":{\"a\":1},")
                .replace("\"ONLINE\"", "\"HOLOGRAM\"");
        var read = EventFormat.read(Submitted.TYPE, json.getBytes(StandardCharsets.UTF_8));
        assertThat(read.dossier().channel()).isEqualTo(Channel.UNKNOWN);
    }

    @Test
    void aLaterFactIsUnrecognisedButItsDossierIsKnown() {
        var data = EventFormat.canonical(Examples.facts().get(0));
        var read = EventFormat.read("vn.motcua.dossier.teleported.v1", data);
        assertThat(read).isInstanceOf(Unrecognised.class);
        assertThat(read.dossier()).isEqualTo(Examples.facts().get(0).dossier());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "7", "{", "{\"actor\":1}", "{}", "{\"dossier\":{}}", "\u0000"})
    void whatIsNotAFactIsUnreadableAndNotQuoted(String data) {
        assertThatThrownBy(() -> EventFormat.read(Submitted.TYPE, data.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(UnreadableEvent.class)
                .hasNoCause();
    }

    @Test
    void attributesSurviveTheirHeaders() {
        var fact = Examples.facts().get(1);
        var attributes = Examples.attributes(fact, 2, "sha256:" + "0".repeat(64), "sha256:" + "1".repeat(64));
        assertThat(EventAttributes.read(attributes.headers()::get)).isEqualTo(attributes);
        assertThat(attributes.headers()).containsEntry("ce_sequence", "0000000002");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ce_id", "ce_source", "ce_type", "ce_subject", "ce_time", "ce_sequence", "ce_specversion"})
    void withoutWhatOrderingNeedsItIsNotAnEvent(String missing) {
        var headers =
                new HashMap<String, String>(Examples.attributes(Examples.facts().get(0), 1, null, "sha256:x")
                        .headers());
        var broken = new ArrayList<>(List.of("", "   ", "x".repeat(2_000)));
        if (!Set.of("ce_source", "ce_type").contains(missing)) {
            broken.addAll(List.of("garbage", "0", "-1"));
        }
        for (var value : broken) {
            headers.put(missing, value);
            assertThatThrownBy(() -> EventAttributes.read(headers::get))
                    .as(missing + "=" + value)
                    .isInstanceOf(UnreadableEvent.class);
        }
        headers.remove(missing);
        assertThatThrownBy(() -> EventAttributes.read(headers::get)).isInstanceOf(UnreadableEvent.class);
    }

    @Test
    void aPersonIsNeverInTheLog() {
        assertThat(Examples.recipient().toString()).doesNotContain("Mẫu", "849", "@");
        assertThat(Examples.recipient().address().toString()).doesNotContain("Tổ");
    }

    /** Lone surrogates are not text and cannot be written as UTF-8. */
    private static String printable(String text) {
        return text.replaceAll("\\p{Cs}", "");
    }
}
