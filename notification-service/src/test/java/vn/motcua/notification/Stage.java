package vn.motcua.notification;

import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import vn.motcua.dossier.events.CatalogueEntry;
import vn.motcua.dossier.events.EventFormat;
import vn.motcua.local.outside.OutsideClient;
import vn.motcua.local.outside.mail.MailEntry;
import vn.motcua.local.outside.sms.SmsView;
import vn.motcua.local.testing.LocalInfrastructure;

/** What the tests see and move: the topics, the simulated outside world, the database. */
public final class Stage implements AutoCloseable {

    public static final Duration LONG = Duration.ofSeconds(40);

    private final KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
            Map.of("bootstrap.servers", LocalInfrastructure.kafka(), "acks", "all", "linger.ms", "0"),
            new StringSerializer(),
            new ByteArraySerializer());
    private final OutsideClient outside = LocalInfrastructure.outside();

    /** With the catalogue published: the Department of Justice, a reason to refuse and one to give money back. */
    public static Stage set() {
        var stage = new Stage();
        stage.publishAgency("H03.01", "Sở Tư pháp");
        stage.publish(new CatalogueEntry.Reason(
                "NOT_COMPETENT",
                1,
                "REFUSAL",
                new CatalogueEntry.Names(
                        "không thuộc thẩm quyền giải quyết", "not within the competence of the agency")));
        stage.publish(new CatalogueEntry.Reason(
                "PAID_TWICE", 1, "REFUND", new CatalogueEntry.Names("đã nộp hai lần", "it was paid twice")));
        return stage;
    }

    public void publishAgency(String code, String name) {
        publish(new CatalogueEntry.Agency(
                code,
                1,
                new CatalogueEntry.Names(name, "Department"),
                new CatalogueEntry.Names("Bộ phận Một cửa " + name, "Counter"),
                "H03",
                List.of("H03", code),
                2,
                "Quầy 1",
                "02090000001",
                null,
                "civil-servants",
                LocalDate.of(2018, 6, 21),
                null,
                true));
    }

    private void publish(CatalogueEntry entry) {
        producer.send(new ProducerRecord<>("catalogue.v1", entry.key(), EventFormat.canonical(entry)));
        producer.flush();
    }

    void publish(List<ProducerRecord<String, byte[]>> records) {
        records.forEach(producer::send);
        producer.flush();
    }

    public OutsideClient outside() {
        return outside;
    }

    /** What a phone got, in order. */
    public List<SmsView.Message> sms(String phone) {
        return outside.sms().messages().stream()
                .filter(message -> message.to().equals(phone))
                .toList();
    }

    /** What a mailbox got, in order. */
    public List<MailEntry> mail(String address) {
        return outside.mail().messages().stream()
                .filter(message -> message.to().equals(address))
                .toList();
    }

    /** The notices of a dossier, oldest first: {@code SMS ACCEPTED SENT}. */
    public List<String> notices(UUID dossier) {
        return texts("select channel || ' ' || wording || ' ' || state from notice where dossier_id = '" + dossier
                + "' order by position");
    }

    /** Waits until the dossier's notices stand so. */
    public void awaitNotices(UUID dossier, String... standing) {
        await().atMost(LONG).until(() -> notices(dossier), List.of(standing)::equals);
    }

    public List<String> texts(String sql) {
        try (var connection = LocalInfrastructure.database().connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            var texts = new ArrayList<String>();
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
            return texts;
        } catch (SQLException fault) {
            throw new IllegalStateException(fault);
        }
    }

    public void execute(String sql) {
        try (var connection = LocalInfrastructure.database().connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException fault) {
            throw new IllegalStateException(fault);
        }
    }

    /** A notice as if it had been planned, in any state; {@code more} are further columns and their values. */
    public UUID plant(Story story, String channel, String address, String state, Map<String, String> more) {
        var id = UUID.nameUUIDFromBytes((story.id() + channel + state + more).getBytes(StandardCharsets.UTF_8));
        var columns = new StringBuilder();
        var values = new StringBuilder();
        more.forEach((column, value) -> {
            columns.append(", ").append(column);
            values.append(", ").append(value);
        });
        execute(
                "insert into notice (id, event_id, dossier_id, code, agency, wording, version, language, channel, address, masked,"
                        + " subject, body, state, occurred_at" + columns + ") values ('" + id + "', '" + id + "', '"
                        + story.id() + "', '"
                        + story.code() + "', 'H03.01', 'RESULT_RETURNED', 1, 'VI', '" + channel + "', '" + address
                        + "', 'masked', 'Hồ sơ "
                        + story.code() + "', 'Hồ sơ " + story.code() + " đã trả kết quả.', '" + state + "', now()"
                        + values + ")");
        return id;
    }

    @Override
    public void close() {
        outside.noFaults();
        producer.close(Duration.ofSeconds(5));
    }
}
