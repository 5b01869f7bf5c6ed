package vn.motcua.dossier.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.motcua.dossier.events.feedback.FeedbackEvent;

/** The descriptions of the topics agree with the code that fills them. */
class AsyncApiTest {

    private static final String DOSSIERS = "";
    private static final String FEEDBACK = "feedback/";

    @ParameterizedTest
    @ValueSource(strings = {DOSSIERS, FEEDBACK})
    void everyReferenceLeadsSomewhere(String folder) {
        var api = read(folder);
        assertThat(api.findValuesAsText("$ref")).isNotEmpty().allSatisfy(reference -> {
            if (reference.startsWith("#")) {
                assertThat(api.at(reference.substring(1)).isMissingNode())
                        .as(reference)
                        .isFalse();
            } else {
                assertThat(AsyncApiTest.class.getResource(folder + reference))
                        .as(reference)
                        .isNotNull();
            }
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {DOSSIERS, FEEDBACK})
    void everyHeaderIsDescribedWithItsSize(String folder) {
        var described = read(folder).at("/components/schemas/attributes");
        var all =
                new ArrayList<>(attributes("sha256:1", "c", "c", "t").headers().keySet());
        all.add("traceparent");
        assertThat(described.path("properties").properties())
                .extracting(one -> one.getKey())
                .containsExactlyInAnyOrderElementsOf(all);
        assertThat(described.path("required"))
                .extracting(JsonNode::asText)
                .containsExactlyInAnyOrderElementsOf(
                        attributes(null, null, null, null).headers().keySet());
        assertThat(described.path("properties")).allSatisfy(header -> {
            assertThat(header.path("description").asText()).isNotBlank();
            assertThat(header.has("maxLength") || header.has("const"))
                    .as(header.toString())
                    .isTrue();
        });
    }

    @Test
    void everyFactStandsOnItsTopicUnderTheTitleOfItsSchema() {
        assertThat(names(DOSSIERS, "lifecycle")).containsExactlyInAnyOrderElementsOf(wireNames(DossierEvent.class));
        assertThat(names(FEEDBACK, "feedback")).containsExactlyInAnyOrderElementsOf(wireNames(FeedbackEvent.class));
    }

    @Test
    void everyTopicIsDescribedWithItsPartitions() {
        var topics = Stream.concat(channels(DOSSIERS), channels(FEEDBACK)).toList();
        assertThat(topics)
                .extracting(one -> one.path("address").asText())
                .containsExactlyInAnyOrderElementsOf(Topics.ALL);
        assertThat(topics).allSatisfy(one -> {
            var address = one.path("address").asText();
            var single = address.equals(Topics.CATALOGUE) || address.equals(Topics.HISTORY_ROOT);
            assertThat(one.at("/bindings/kafka/partitions").asInt()).isEqualTo(single ? 1 : Topics.PARTITIONS);
            assertThat(one.path("title").asText()).isNotBlank();
        });
    }

    private static Stream<JsonNode> channels(String folder) {
        var channels = new ArrayList<JsonNode>();
        read(folder).path("channels").forEach(channels::add);
        return channels.stream();
    }

    private static List<String> names(String folder, String channel) {
        var api = read(folder);
        var names = new ArrayList<String>();
        api.at("/channels/" + channel + "/messages").forEach(one -> {
            var message = api.at(one.path("$ref").asText().substring(1));
            var schema = schema(folder + message.at("/payload/schema/$ref").asText());
            assertThat(message.path("title")).isEqualTo(schema.path("title"));
            assertThat(message.at("/bindings/$ref").asText()).endsWith("/keyed");
            assertThat(schema.path("$id").asText())
                    .isEqualTo(EventAttributes.schemaOf(message.path("name").asText()));
            names.add(message.path("name").asText());
        });
        return names;
    }

    private static List<String> wireNames(Class<?> facts) {
        return Stream.of(facts.getPermittedSubclasses())
                .filter(kind -> !kind.getSimpleName().equals("Unrecognised"))
                .map(kind -> {
                    try {
                        return (String) kind.getField("TYPE").get(null);
                    } catch (ReflectiveOperationException bug) {
                        throw new AssertionError(bug);
                    }
                })
                .toList();
    }

    private static EventAttributes attributes(String previous, String correlation, String causation, String trace) {
        var at = Instant.parse("2022-06-08T02:00:00Z");
        var subject = new UUID(1, 2).toString();
        return new EventAttributes(
                new UUID(1, 1),
                "s",
                Accepted.TYPE,
                subject,
                at,
                EventAttributes.schemaOf(Accepted.TYPE),
                1,
                subject,
                previous,
                "sha256:2",
                at,
                correlation,
                causation,
                trace);
    }

    private static JsonNode schema(String file) {
        try (var in = AsyncApiTest.class.getResourceAsStream(file)) {
            return EventFormat.mapper().readTree(in);
        } catch (IOException bug) {
            throw new AssertionError(bug);
        }
    }

    private static JsonNode read(String folder) {
        try (var in = AsyncApiTest.class.getResourceAsStream(folder + "asyncapi.yaml")) {
            return new YAMLMapper().readTree(in);
        } catch (IOException bug) {
            throw new AssertionError(bug);
        }
    }
}
