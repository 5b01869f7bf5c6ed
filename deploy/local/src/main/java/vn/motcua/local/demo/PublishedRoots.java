package vn.motcua.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import vn.motcua.local.tokens.TokenRequest;

/** The roots of all histories as everybody can have them: by HTTP, and from the topic, where whoever copied it holds them for good. */
final class PublishedRoots {

    private static final TokenRequest OPERATOR = TokenRequest.of("operator", "H03", 1);
    private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final String TOPIC = "history-root.v1";

    private final World world;
    private final Caller caller;

    PublishedRoots(World world, Caller caller) {
        this.world = world;
        this.caller = caller;
    }

    /** Lets the day of the histories end, as it does each midnight. Real time, by which facts are recorded, cannot be moved. */
    JsonNode endTheDay() {
        var last = caller.get(roots("?limit=1"), null).body().path("items").path(0);
        var next = last.isMissingNode()
                ? LocalDate.now(VIETNAM)
                : LocalDate.parse(last.path("day").asText()).plusDays(1);
        return caller.put(roots("/" + next), OPERATOR).body();
    }

    /** As they are downloaded. */
    String saved() {
        return caller.text(roots("?limit=200"), null, "application/json");
    }

    /** What a subscriber of the topic holds of that day; empty if nothing. */
    Optional<JsonNode> onTopic(JsonNode root) {
        var key = root.path("source").asText() + "|" + root.path("day").asText();
        var settings = Map.<String, Object>of("bootstrap.servers", world.bootstrapServers());
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            var partition = new TopicPartition(TOPIC, 0);
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            var end = consumer.endOffsets(List.of(partition)).get(partition);
            JsonNode found = null;
            while (consumer.position(partition) < end) {
                for (var one : consumer.poll(Duration.ofMillis(200))) {
                    found = key.equals(one.key()) ? Caller.parsed(one.value()) : found;
                }
            }
            return Optional.ofNullable(found);
        }
    }

    private URI roots(String rest) {
        return world.dossier().resolve("/v1/history-roots" + rest);
    }
}
