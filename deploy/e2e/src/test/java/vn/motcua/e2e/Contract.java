package vn.motcua.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import vn.motcua.dossier.events.EventAttributes;
import vn.motcua.dossier.events.EventFormat;
import vn.motcua.dossier.events.Topics;
import vn.motcua.postal.events.PostalTopics;

/** The schemas as a subscriber has them, who holds against them what really arrives. */
final class Contract {

    /** Every topic of the province; with the schema of its values where they do not name it themselves. */
    static final Map<String, String> ALL = Map.of(
            Topics.DOSSIER_LIFECYCLE, "",
            Topics.DOSSIER_LIFECYCLE_RESTRICTED, "",
            Topics.FEEDBACK, "",
            PostalTopics.TRACKING, "",
            PostalTopics.TRACKING_RESTRICTED, "",
            Topics.CATALOGUE, EventAttributes.schemaOf("vn.motcua.catalogue.v1"),
            Topics.HISTORY_ROOT, EventAttributes.schemaOf("vn.motcua.history-root.v1"));

    private static final List<String> FOLDERS = List.of(
            "/vn/motcua/dossier/events/schemas/",
            "/vn/motcua/dossier/events/feedback/schemas/",
            "/vn/motcua/postal/events/schemas/");

    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12, builder -> builder.schemas(Contract::schema));

    private Contract() {}

    /** What is wrong with a record; empty if nothing. A twin's inner event is held against the schema of its type too. */
    static List<String> complaints(ConsumerRecord<String, byte[]> one, String ofTopic) {
        var value = new String(one.value(), UTF_8);
        var named = ofTopic.isEmpty() ? header(one, "ce_dataschema") : ofTopic;
        var complaints = new ArrayList<String>();
        check(named, value).forEach(complaints::add);
        if (named.contains(".restricted.")) {
            check(EventAttributes.schemaOf(header(one, "ce_type")), event(value))
                    .forEach(complaints::add);
        }
        if (value.contains(":null")) {
            complaints.add("null instead of absent: " + value);
        }
        return complaints;
    }

    private static Stream<String> check(String schema, String json) {
        return SCHEMAS.getSchema(SchemaLocation.of(schema)).validate(json, InputFormat.JSON).stream()
                .map(complaint -> schema + ": " + complaint + " in " + json);
    }

    private static String event(String twin) {
        try {
            return EventFormat.mapper().readTree(twin).path("event").toString();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static String header(ConsumerRecord<String, byte[]> one, String name) {
        var header = one.headers().lastHeader(name);
        return header == null ? "no " + name : new String(header.value(), UTF_8);
    }

    private static String schema(String id) {
        for (var folder : FOLDERS) {
            var file = folder + id.replace("urn:motcua:schema:", "") + ".json";
            try (var in = Contract.class.getResourceAsStream(file)) {
                if (in != null) {
                    return new String(in.readAllBytes(), UTF_8);
                }
            } catch (IOException bug) {
                throw new UncheckedIOException(bug);
            }
        }
        return null;
    }
}
