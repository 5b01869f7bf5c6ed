package vn.motcua.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

class LocalKafkaIT {

    @Test
    void recordsOutliveAStopAndAKillOnTheSamePort() throws Exception {
        try (LocalKafka kafka = LocalKafka.temporary().start()) {
            kafka.createTopic("notes", 1, Map.of("retention.ms", "-1"));
            kafka.createTopic("notes", 1, Map.of());
            send(kafka, "một");
            kafka.stop();
            assertThat(kafka.isRunning()).isFalse();
            kafka.start();
            send(kafka, "hai");
            kafka.kill();
            assertThat(kafka.isRunning()).isFalse();
            kafka.start();
            send(kafka, "ba");

            assertThat(records(kafka, 3)).containsExactly("một", "hai", "ba");

            kafka.topics().recreate(List.of(new LocalTopics("notes", 1, Map.of())));
            send(kafka, "mới");
            assertThat(records(kafka, 1)).containsExactly("mới");
        }
    }

    private static void send(LocalKafka kafka, String value) throws Exception {
        Map<String, Object> config = Map.of("bootstrap.servers", kafka.bootstrapServers(), "acks", "all");
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(config, new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>("notes", value)).get();
        }
    }

    private static List<String> records(LocalKafka kafka, int count) {
        List<String> values = new ArrayList<>();
        TopicPartition partition = new TopicPartition("notes", 0);
        try (KafkaConsumer<String, String> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", kafka.bootstrapServers()),
                new StringDeserializer(),
                new StringDeserializer())) {
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
            while (values.size() < count && System.nanoTime() < end) {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> values.add(record.value()));
            }
        }
        return values;
    }
}
