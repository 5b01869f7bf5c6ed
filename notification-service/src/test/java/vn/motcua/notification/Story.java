package vn.motcua.notification;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.apache.kafka.clients.producer.ProducerRecord;
import vn.motcua.dossier.events.DossierEvent;
import vn.motcua.dossier.events.DossierState;
import vn.motcua.dossier.events.EventAttributes;
import vn.motcua.dossier.events.EventFormat;
import vn.motcua.dossier.events.Origin;
import vn.motcua.dossier.events.Recipient;
import vn.motcua.dossier.events.ReturnMethod;
import vn.motcua.dossier.events.Status;
import vn.motcua.dossier.events.Topics;
import vn.motcua.notification.planning.Facts;
import vn.motcua.postal.events.PostalEvent;
import vn.motcua.postal.events.PostalFormat;
import vn.motcua.postal.events.PostalTopics;

/** One dossier whose facts are told to the restricted topics, in order, and can be told again. */
public final class Story {

    private final Stage stage;
    private final UUID id;
    private final String code;
    private final List<ProducerRecord<String, byte[]>> told = new ArrayList<>();
    private ReturnMethod way = ReturnMethod.COUNTER;
    private Origin origin = Origin.LIVE;
    private String agency = Facts.JUSTICE;
    private Instant recorded = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    private long sequence;
    private long postalSequence;

    /** @param number tells the dossiers of all tests apart */
    public Story(Stage stage, int number) {
        this.stage = stage;
        this.id = new UUID(0x0181420000007000L, 0x8000000000000000L | number);
        this.code = String.format("H03.01-220608-%04d", number);
    }

    public UUID id() {
        return id;
    }

    public String code() {
        return code;
    }

    /** A mobile number of this dossier's own. */
    public String phone() {
        return "+849123" + code.substring(code.length() - 4) + "1";
    }

    /** A mailbox of this dossier's own. */
    public String email() {
        return "to." + code.substring(code.length() - 4) + "@example.vn";
    }

    public Story by(ReturnMethod newWay) {
        way = newWay;
        return this;
    }

    public Story of(Origin newOrigin) {
        origin = newOrigin;
        return this;
    }

    public Story at(String newAgency) {
        agency = newAgency;
        return this;
    }

    public Story recordedAt(Instant at) {
        recorded = at.truncatedTo(ChronoUnit.MILLIS);
        return this;
    }

    /** Tells the next fact with a recipient, or with null. */
    public Story tell(Function<DossierState, DossierEvent> fact, Recipient recipient) {
        var event = fact.apply(Facts.state(code, agency, Status.COMPLETED, way, origin));
        var attributes = Facts.attributes(Facts.DOSSIER_SOURCE, event.type(), id, ++sequence, recorded);
        return publish(
                Topics.DOSSIER_LIFECYCLE_RESTRICTED,
                attributes,
                EventFormat.restricted(EventFormat.canonical(event), recipient));
    }

    /** Tells the next fact of the parcel. */
    public Story tell(PostalEvent event) {
        var attributes = Facts.attributes(Facts.POSTAL_SOURCE, event.type(), id, ++postalSequence, recorded);
        return publish(
                PostalTopics.TRACKING_RESTRICTED,
                attributes,
                PostalFormat.restricted(PostalFormat.canonical(event), Facts.TRACKING_NUMBER));
    }

    /** Everything once more, as a relay does that lost its place. */
    public Story repeat() {
        stage.publish(told);
        return this;
    }

    private Story publish(String topic, EventAttributes attributes, byte[] value) {
        var record = new ProducerRecord<>(topic, id.toString(), value);
        attributes.headers().forEach((name, text) -> record.headers().add(name, text.getBytes(StandardCharsets.UTF_8)));
        told.add(record);
        stage.publish(List.of(record));
        return this;
    }
}
