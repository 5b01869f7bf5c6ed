package vn.motcua.postal.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.motcua.dossier.events.EventAttributes;
import vn.motcua.dossier.events.Topics;

/** The description of the topics agrees with the code that fills them. */
class AsyncApiTest {

    private static final JsonNode API = read();

    @Test
    void everyReferenceLeadsSomewhere() {
        assertThat(API.findValuesAsText("$ref")).isNotEmpty().allSatisfy(reference -> {
            if (reference.startsWith("#")) {
                assertThat(API.at(reference.substring(1)).isMissingNode()).isFalse();
            } else {
                assertThat(AsyncApiTest.class.getResource(reference)).isNotNull();
            }
        });
    }

    @Test
    void theSharedTopicCarriesEveryFactUnderItsOwnSchema() {
        var facts = new ArrayList<String>();
        for (var message : messages("tracking", PostalTopics.TRACKING)) {
            var type = message.path("name").asText();
            assertThat(payload(message).path("$id").asText()).isEqualTo(EventAttributes.schemaOf(type));
            assertThat(message.path("title")).isEqualTo(payload(message).path("title"));
            facts.add(type);
        }
        assertThat(facts)
                .containsExactlyElementsOf(
                        Examples.facts().stream().map(PostalEvent::type).toList());
    }

    @Test
    void theRestrictedTopicCarriesWrappedFactsUnderTheRestrictedSchema() {
        assertThat(messages("restricted", PostalTopics.TRACKING_RESTRICTED))
                .singleElement()
                .satisfies(message -> {
                    assertThat(payload(message).path("$id").asText()).isEqualTo(PostalTopics.RESTRICTED_SCHEMA);
                    assertThat(resolved(message.path("headers")).findValuesAsText("const"))
                            .contains(PostalTopics.RESTRICTED_SCHEMA);
                });
    }

    @Test
    void everyHeaderIsDescribed() {
        var described = API.at("/components/schemas/attributes");
        var names = new ArrayList<String>();
        described.path("properties").fieldNames().forEachRemaining(names::add);
        var all =
                new ArrayList<>(attributes("sha256:1", "c", "c", "t").headers().keySet());
        all.add("traceparent");
        assertThat(names).containsExactlyInAnyOrderElementsOf(all);
        assertThat(described.path("required"))
                .extracting(JsonNode::asText)
                .containsExactlyInAnyOrderElementsOf(
                        attributes(null, null, null, null).headers().keySet());
        assertThat(described.path("properties"))
                .allSatisfy(header ->
                        assertThat(header.path("description").asText()).isNotBlank());
    }

    private static EventAttributes attributes(String previous, String correlation, String causation, String trace) {
        var at = Instant.parse("2022-06-08T02:00:00Z");
        return new EventAttributes(
                new UUID(1, 1),
                "s",
                Delivered.TYPE,
                new UUID(1, 2).toString(),
                at,
                EventAttributes.schemaOf(Delivered.TYPE),
                1,
                new UUID(1, 2).toString(),
                previous,
                "sha256:2",
                at,
                correlation,
                causation,
                trace);
    }

    private static List<JsonNode> messages(String channel, String topic) {
        var described = API.at("/channels/" + channel);
        assertThat(described.path("address").asText()).isEqualTo(topic);
        assertThat(described.path("title").asText()).isNotBlank();
        assertThat(described.at("/bindings/kafka/partitions").asInt()).isEqualTo(Topics.PARTITIONS);
        var messages = new ArrayList<JsonNode>();
        described.path("messages").forEach(message -> messages.add(resolved(message)));
        assertThat(messages).allSatisfy(message -> {
            assertThat(message.path("title").asText()).isNotBlank();
            assertThat(message.path("contentType").asText()).isEqualTo("application/json");
            assertThat(resolved(message.path("bindings"))
                            .at("/kafka/key/format")
                            .asText())
                    .isEqualTo("uuid");
        });
        return messages;
    }

    private static JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? API.at(node.get("$ref").asText().substring(1)) : node;
    }

    private static JsonNode payload(JsonNode message) {
        var file = message.at("/payload/schema/$ref").asText();
        try (var in = AsyncApiTest.class.getResourceAsStream(file)) {
            return new ObjectMapper().readTree(in);
        } catch (IOException bug) {
            throw new AssertionError(bug);
        }
    }

    private static JsonNode read() {
        try (var in = AsyncApiTest.class.getResourceAsStream("asyncapi.yaml")) {
            return new YAMLMapper().readTree(in);
        } catch (IOException bug) {
            throw new AssertionError(bug);
        }
    }
}
