package vn.motcua.postal;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import vn.motcua.dossier.events.Address;
import vn.motcua.dossier.events.AgencyRef;
import vn.motcua.dossier.events.CatalogueEntry;
import vn.motcua.dossier.events.CatalogueEntry.Names;
import vn.motcua.dossier.events.Channel;
import vn.motcua.dossier.events.DossierEvent;
import vn.motcua.dossier.events.DossierState;
import vn.motcua.dossier.events.EventAttributes;
import vn.motcua.dossier.events.EventFormat;
import vn.motcua.dossier.events.Origin;
import vn.motcua.dossier.events.ProcedureRef;
import vn.motcua.dossier.events.Recipient;
import vn.motcua.dossier.events.ReturnMethod;
import vn.motcua.dossier.events.Status;
import vn.motcua.dossier.events.Topics;
import vn.motcua.local.testing.LocalInfrastructure;

/** Publishes to the real broker what the dossier service would. Each test has agencies of its own, so that their manifests do not meet. */
public final class Province {

    public static final Recipient RECIPIENT = new Recipient(
            "Hoàng Thị Mẫu", "0912345678", null, true, false, "vi", new Address("Tổ 5", "phường Đức Xuân", "Bắc Kạn"));

    private static final AtomicInteger NEXT = new AtomicInteger(1);
    private static final ZoneOffset VIETNAM = ZoneOffset.ofHours(7);

    private static KafkaProducer<String, byte[]> producer;

    private Province() {}

    /** A dossier: its facts are published in order of their sequence. */
    public record Dossier(
            UUID id,
            String code,
            String agency,
            ReturnMethod returnMethod,
            Origin origin,
            /* Whose one-stop shop took it in for that agency; null: its own. */
            String receivingOneStop) {

        public Dossier(UUID id, String code, String agency, ReturnMethod returnMethod, Origin origin) {
            this(id, code, agency, returnMethod, origin, null);
        }

        public Dossier takenInAt(String oneStop) {
            return new Dossier(id, code, agency, returnMethod, origin, oneStop);
        }

        /** The same dossier with another way home. */
        public Dossier by(ReturnMethod other) {
            return new Dossier(id, code, agency, other, origin, receivingOneStop);
        }

        public DossierState state(Status status, Instant completedAt) {
            return new DossierState(
                    code,
                    status,
                    null,
                    Channel.ONLINE,
                    returnMethod,
                    new ProcedureRef("1.900103", 1, "TEST"),
                    new AgencyRef(agency, List.of("H03", agency)),
                    receivingOneStop == null ? null : AgencyRef.of(receivingOneStop),
                    Instant.parse("2022-06-01T02:00:00Z"),
                    Instant.parse("2022-06-01T03:00:00Z"),
                    Instant.parse("2022-06-10T03:00:00Z"),
                    Instant.parse("2022-06-10T03:00:00Z"),
                    null,
                    completedAt,
                    completedAt,
                    null,
                    null,
                    origin,
                    "2022",
                    "sha256:" + "ab".repeat(32));
        }
    }

    /** A new agency in the city of the seat, known to the catalogue. */
    public static String agency() {
        var code = newAgencyCode();
        publishAgency(code, "civil-servants");
        return code;
    }

    public static String newAgencyCode() {
        return "H03.A" + NEXT.getAndIncrement();
    }

    public static void publishAgency(String code, String calendar) {
        publish(new CatalogueEntry.Agency(
                code,
                1,
                new Names("Sở Tư pháp", "Department of Justice"),
                new Names("Bộ phận Một cửa", "One-stop shop"),
                "H03",
                List.of("H03", code),
                2,
                "Quầy 1, thành phố Bắc Kạn",
                "02090000001",
                null,
                calendar,
                LocalDate.of(2018, 6, 21),
                null,
                true));
    }

    /** That agency works on that day in other hours than usual, or not at all where none are given. */
    public static void publishDeparture(String agency, LocalDate day, List<List<String>> sessions) {
        publish(new CatalogueEntry.CalendarOverride(
                agency + "@" + day,
                1,
                agency,
                day,
                sessions != null,
                new Names("mất điện", "power cut"),
                "2/TB-STP",
                sessions));
    }

    public static void publishCalendar() {
        publish(CivilServants.entry());
    }

    public static void publishCalendarOnly(String code, String year) {
        publish(CivilServants.only(code, year));
    }

    /** A live dossier whose result goes by post. */
    public static Dossier byPost(String agency) {
        return dossier(agency, ReturnMethod.POST, Origin.LIVE);
    }

    public static Dossier dossier(String agency, ReturnMethod returnMethod, Origin origin) {
        var number = NEXT.getAndIncrement();
        return new Dossier(
                new UUID(0x0181420000007000L, 0x8000000000000000L + number),
                "%s-220608-%04d".formatted(agency, number),
                agency,
                returnMethod,
                origin);
    }

    public static Instant local(String time) {
        return LocalDateTime.parse(time).toInstant(VIETNAM);
    }

    /** Publishes a fact on the restricted topic. */
    public static void publish(Dossier dossier, long sequence, DossierEvent fact, Recipient recipient) {
        publish(dossier, sequence, fact.type(), EventFormat.restricted(EventFormat.canonical(fact), recipient));
    }

    public static void publish(Dossier dossier, long sequence, String type, byte[] value) {
        var attributes = new EventAttributes(
                UUID.nameUUIDFromBytes((dossier.id() + "#" + sequence).getBytes(StandardCharsets.UTF_8)),
                "urn:motcua:H03:dossier-service",
                type,
                dossier.id().toString(),
                Instant.parse("2022-06-08T07:30:00Z"),
                EventAttributes.schemaOf(type),
                sequence,
                dossier.id().toString(),
                null,
                "sha256:" + "0".repeat(64),
                Instant.parse("2022-06-08T07:30:00Z"),
                null,
                null,
                null);
        var message = new ProducerRecord<>(
                Topics.DOSSIER_LIFECYCLE_RESTRICTED, dossier.id().toString(), value);
        attributes
                .headers()
                .forEach((name, text) -> message.headers().add(name, text.getBytes(StandardCharsets.UTF_8)));
        producer().send(message);
        producer().flush();
    }

    private static void publish(CatalogueEntry entry) {
        producer().send(new ProducerRecord<>(Topics.CATALOGUE, entry.key(), EventFormat.canonical(entry)));
        producer().flush();
    }

    private static synchronized KafkaProducer<String, byte[]> producer() {
        if (producer == null) {
            producer = new KafkaProducer<>(
                    Map.of("bootstrap.servers", LocalInfrastructure.kafka(), "acks", "all"),
                    new StringSerializer(),
                    new ByteArraySerializer());
        }
        return producer;
    }
}
