package vn.motcua.dossier.subscriber;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;

class RecordReaderTest {

    private static final UUID SUBJECT = Events.subject(0, 1);

    private final RecordReader reader = new RecordReader(100, 4);

    @Test
    void anEventIsReadWithItsPlace() {
        var poll = reader.read(List.of(Events.event(SUBJECT, 3, "word")));

        assertThat(poll.undecodable()).isEmpty();
        var delivery = poll.deliveries().get(0);
        assertThat(delivery.attributes()).isEqualTo(Events.attributes(SUBJECT, 3));
        assertThat(delivery.value()).isEqualTo("word".getBytes(StandardCharsets.UTF_8));
        assertThat(delivery).hasToString(Events.TYPE + " " + SUBJECT + "#3 at dossier.lifecycle.v1/0/3");
    }

    @Test
    void whatIsNoEventIsNamedByItsPlaceAndKeptInPart() {
        assertThat(reason(Events.record(new RecordHeaders(), "k", "garbage".getBytes(StandardCharsets.UTF_8), 5)))
                .isEqualTo("ce_specversion is not 1.0");
        var poll = reader.read(List.of(Events.record(new RecordHeaders(), "k", new byte[] {1, 2, 3, 4, 5, 6}, 5)));
        var undecodable = poll.undecodable().get(0);
        assertThat(undecodable.offset()).isEqualTo(5);
        assertThat(undecodable.length()).isEqualTo(6);
        assertThat(undecodable.start()).containsExactly(1, 2, 3, 4);
    }

    @Test
    void everyBrokenAttributeIsFoundHereAndNotInTheDatabase() {
        for (var broken : Map.of(
                        "ce_id", "7",
                        "ce_subject", "not-a-uuid",
                        "ce_sequence", "0",
                        "ce_time", "yesterday",
                        "ce_source", "x".repeat(401),
                        "ce_type", "type\u0000",
                        "ce_specversion", "2.0")
                .entrySet()) {
            assertThat(reason(with(broken.getKey(), broken.getValue())))
                    .as(broken.getKey())
                    .isNotBlank();
        }
    }

    @Test
    void aValueThatIsMissingOrTooLargeIsNoEvent() {
        assertThat(reason(Events.event(SUBJECT, 1, "x".repeat(101)))).isEqualTo("a value of 101 bytes is above 100");
        var event = Events.event(SUBJECT, 1);
        assertThat(reason(Events.record((RecordHeaders) event.headers(), event.key(), null, 1)))
                .isEqualTo("a record without a value");
    }

    private String reason(ConsumerRecord<String, byte[]> each) {
        var poll = reader.read(List.of(each));
        assertThat(poll.deliveries()).isEmpty();
        return poll.undecodable().get(0).reason();
    }

    private static ConsumerRecord<String, byte[]> with(String header, String value) {
        var event = Events.event(SUBJECT, 1);
        event.headers().remove(header).add(header, value.getBytes(StandardCharsets.UTF_8));
        return event;
    }
}
