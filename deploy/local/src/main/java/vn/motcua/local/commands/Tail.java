package vn.motcua.local.commands;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import vn.motcua.local.PlatformSettings;
import vn.motcua.local.machine.Ports;

/** {@code deploy/tail [--all]}: the events on the shared topics as they come, one line each; {@code --all} begins with those that were. It is in no group and moves nobody's place. */
final class Tail {

    private static final List<String> TOPICS = List.of("dossier.lifecycle.v1", "postal.tracking.v1", "feedback.v1");
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm:ss", Locale.ROOT).withZone(ZoneId.of("Asia/Ho_Chi_Minh"));

    private final PlatformSettings settings;
    private final boolean all;
    private final ObjectMapper mapper = new ObjectMapper();

    Tail(PlatformSettings settings, List<String> arguments) {
        if (!arguments.isEmpty() && !arguments.equals(List.of("--all"))) {
            throw new IllegalArgumentException("deploy/tail [--all]");
        }
        this.settings = settings;
        this.all = !arguments.isEmpty();
    }

    int run() {
        if (!Ports.answers(settings.ports().kafka())) {
            throw new IllegalStateException(
                    "Kafka does not answer on port " + settings.ports().kafka() + ": deploy/up starts it");
        }
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        "127.0.0.1:" + settings.ports().kafka(),
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = TOPICS.stream()
                    .flatMap(topic -> consumer.partitionsFor(topic).stream())
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            if (all) {
                consumer.seekToBeginning(partitions);
            } else {
                consumer.seekToEnd(partitions);
            }
            while (!System.out.checkError()) {
                consumer.poll(Duration.ofSeconds(1)).forEach(record -> System.out.println(line(record)));
            }
            return 0;
        }
    }

    /** Time in Viet Nam, the dossier's code, the fact, the status that it led to. */
    String line(ConsumerRecord<byte[], byte[]> record) {
        String fact =
                header(record, "ce_type").replaceFirst("^vn\\.motcua\\.", "").replaceFirst("\\.v\\d+$", "");
        try {
            JsonNode data = mapper.readTree(record.value());
            JsonNode dossier = data.path("dossier");
            JsonNode postal = data.path("postal");
            String code = dossier.path("code").asText(postal.path("dossierCode").asText("?"));
            String status = dossier.path("status").asText(postal.path("status").asText("?"));
            return String.format("%s  %-22s %-28s %s", time(header(record, "ce_time")), code, fact, status);
        } catch (IOException notJson) {
            return record.topic() + " partition " + record.partition() + " offset " + record.offset()
                    + ": not an event";
        }
    }

    private static String time(String text) {
        try {
            return TIME.format(Instant.parse(text));
        } catch (DateTimeParseException e) {
            return "(no time)          ";
        }
    }

    private static String header(ConsumerRecord<byte[], byte[]> record, String name) {
        Header header = record.headers().lastHeader(name);
        return header == null || header.value() == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }
}
