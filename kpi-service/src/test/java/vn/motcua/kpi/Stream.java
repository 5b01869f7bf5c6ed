package vn.motcua.kpi;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import vn.motcua.dossier.events.Accepted;
import vn.motcua.dossier.events.Actor;
import vn.motcua.dossier.events.AgencyRef;
import vn.motcua.dossier.events.CatalogueEntry;
import vn.motcua.dossier.events.CatalogueEntry.Names;
import vn.motcua.dossier.events.Channel;
import vn.motcua.dossier.events.Completed;
import vn.motcua.dossier.events.DossierEvent;
import vn.motcua.dossier.events.DossierState;
import vn.motcua.dossier.events.EventAttributes;
import vn.motcua.dossier.events.EventFormat;
import vn.motcua.dossier.events.Limit;
import vn.motcua.dossier.events.Origin;
import vn.motcua.dossier.events.Outcome;
import vn.motcua.dossier.events.ProcedureRef;
import vn.motcua.dossier.events.Refused;
import vn.motcua.dossier.events.ReturnMethod;
import vn.motcua.dossier.events.Role;
import vn.motcua.dossier.events.Status;
import vn.motcua.dossier.events.Submitted;
import vn.motcua.dossier.events.Topics;
import vn.motcua.local.testing.LocalInfrastructure;
import vn.motcua.postal.events.PostalEvent;
import vn.motcua.postal.events.PostalFormat;
import vn.motcua.postal.events.PostalTopics;

/** Publishes to the real broker what the dossier service would. */
public final class Stream implements AutoCloseable {

    private static final ZoneOffset VIETNAM = ZoneOffset.ofHours(7);
    private static final Actor RECEPTION = new Actor(Role.RECEPTION, null);

    private final KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
            Map.of("bootstrap.servers", LocalInfrastructure.kafka(), "acks", "all"),
            new StringSerializer(),
            new ByteArraySerializer());

    /** The life of a dossier: days are local; null leaves that part of the life out. */
    public record Life(
            UUID id,
            String agency,
            String procedure,
            Channel channel,
            LocalDate submitted,
            LocalDate accepted,
            LocalDate due,
            LocalDate ended) {

        public List<DossierEvent> facts() {
            var facts = new ArrayList<DossierEvent>();
            facts.add(new Submitted(state(Status.SUBMITTED, false, false), RECEPTION, null));
            if (accepted == null) {
                facts.add(new Refused(state(Status.REFUSED, false, false), RECEPTION, "NOT_COMPETENT"));
            } else {
                facts.add(new Accepted(
                        state(Status.ACCEPTED, true, false), RECEPTION, new Limit(3, Limit.Unit.WORKING_DAYS)));
                if (ended != null) {
                    facts.add(new Completed(state(Status.COMPLETED, true, true), RECEPTION, Outcome.GRANTED, 1));
                }
            }
            return facts;
        }

        private DossierState state(Status status, boolean isAccepted, boolean isEnded) {
            return new DossierState(
                    agency + "-220101-0001",
                    status,
                    null,
                    channel,
                    ReturnMethod.COUNTER,
                    new ProcedureRef(procedure, 1, "TEST"),
                    new AgencyRef(agency, List.of("H03", agency)),
                    null,
                    at(submitted),
                    isAccepted ? at(accepted) : null,
                    isAccepted ? at(due) : null,
                    isAccepted ? at(due) : null,
                    null,
                    isEnded ? at(ended) : null,
                    isEnded ? at(ended) : null,
                    null,
                    null,
                    Origin.IMPORTED,
                    "2022",
                    "sha256:" + "0".repeat(64));
        }

        /** Half an hour after midnight of that day in the province: the day before in UTC. */
        private static Instant at(LocalDate day) {
            return day == null ? null : day.atTime(LocalTime.of(0, 30)).toInstant(VIETNAM);
        }
    }

    public void publish(UUID dossier, long sequence, DossierEvent fact) {
        publish(dossier, sequence, fact, fact.dossier().submittedAt());
    }

    public void publish(UUID dossier, long sequence, DossierEvent fact, Instant at) {
        publish(
                Topics.DOSSIER_LIFECYCLE,
                attributes("dossier-service", dossier, sequence, fact.type(), at),
                EventFormat.canonical(fact));
    }

    /** As the postal service does: its facts have a numbering of their own. */
    public void publish(UUID dossier, long sequence, PostalEvent fact) {
        publish(
                PostalTopics.TRACKING,
                attributes("postal-service", dossier, sequence, fact.type(), Instant.parse("2022-06-08T02:00:00Z")),
                PostalFormat.canonical(fact));
    }

    private static EventAttributes attributes(String service, UUID dossier, long sequence, String type, Instant at) {
        return new EventAttributes(
                UUID.nameUUIDFromBytes((service + dossier + "#" + sequence).getBytes(StandardCharsets.UTF_8)),
                "urn:motcua:H03:" + service,
                type,
                dossier.toString(),
                at,
                EventAttributes.schemaOf(type),
                sequence,
                dossier.toString(),
                null,
                "sha256:" + "0".repeat(64),
                Instant.parse("2022-06-08T02:00:00Z"),
                null,
                null,
                null);
    }

    private void publish(String topic, EventAttributes attributes, byte[] data) {
        var message = new ProducerRecord<>(topic, attributes.subject(), data);
        attributes
                .headers()
                .forEach((name, value) -> message.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        producer.send(message);
    }

    /** All walks, mixed at random: each in its own order, some facts told again. */
    public void interleave(List<Walk> walks, Random random) {
        var next = new int[walks.size()];
        var open = new ArrayList<>(IntStream.range(0, walks.size()).boxed().toList());
        while (!open.isEmpty()) {
            var at = random.nextInt(open.size());
            var which = open.get(at);
            var walk = walks.get(which);
            tell(walk, next[which]);
            if (random.nextInt(4) == 0) {
                tell(walk, random.nextInt(next[which] + 1));
            }
            if (++next[which] == walk.steps.size()) {
                open.remove(at);
            }
        }
    }

    private void tell(Walk walk, int which) {
        var step = walk.steps.get(which);
        publish(walk.id, which + 1L, step.fact(), step.at());
    }

    /** A procedure that the catalogue has, and that costs nothing. */
    public void procedure(String code) {
        procedure(code, 1, 0, LocalDate.of(2021, 1, 1));
    }

    /** A version of a procedure with a fee of that amount, valid from that day on. */
    public void procedure(String code, int version, long fee, LocalDate from) {
        var names = new Names("Thủ tục " + code, "Procedure " + code);
        entry(new CatalogueEntry.Procedure(
                code,
                version,
                names,
                "TEST",
                names,
                new Limit(3, Limit.Unit.WORKING_DAYS),
                "FULL",
                true,
                false,
                List.of("H03"),
                List.of(),
                from,
                null,
                true,
                null,
                List.of(new CatalogueEntry.Fee(
                        "PHI", names, CatalogueEntry.FeeKind.FEE, fee, CatalogueEntry.FeeTiming.POSTPAID)),
                null,
                null,
                null));
    }

    public void agency(String code, String name) {
        agency(code, name, "H03", null);
    }

    /** @param type null where nobody has said what it is */
    public void agency(String code, String name, String parent, CatalogueEntry.AgencyType type) {
        entry(new CatalogueEntry.Agency(
                code,
                1,
                new Names(name, name),
                new Names("Bộ phận Một cửa", "One-stop shop"),
                parent,
                List.of("H03", code),
                2,
                null,
                null,
                null,
                "civil-servants",
                LocalDate.of(2021, 1, 1),
                null,
                true,
                type,
                null));
    }

    private void entry(CatalogueEntry entry) {
        producer.send(new ProducerRecord<>(Topics.CATALOGUE, entry.key(), EventFormat.canonical(entry)));
    }

    @Override
    public void close() {
        producer.close();
    }
}
