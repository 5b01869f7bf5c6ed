package vn.motcua.dossier.reading;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.motcua.dossier.events.Actor;
import vn.motcua.dossier.events.EventFormat;

/**
 * One event of a history under the names it has on the topic, so that who holds the last hash can verify the rest.
 *
 * @param actor role and unit, letter for letter as in the data: the offline verifier compares the two
 * @param data the very text that was hashed
 * @param previoushash absent on the first
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "HistoryEvent")
public record HistoryView(
        UUID id,
        String source,
        String type,
        String subject,
        long sequence,
        Instant time,
        @Schema(implementation = Actor.class) JsonNode actor,
        @JsonRawValue @Schema(implementation = Object.class) String data,
        @JsonProperty("previoushash") String previousHash,
        String hash,
        @JsonProperty("recordedtime") Instant recordedTime,
        @JsonProperty("correlationid") String correlationId,
        @JsonProperty("causationid") String causationId) {

    static HistoryView of(HistoryRow row, String source) {
        return new HistoryView(
                row.id,
                source,
                row.type,
                row.subject.toString(),
                row.sequence,
                row.time,
                actor(row.data),
                row.data,
                row.previousHash,
                row.hash,
                row.recordedAt,
                row.correlationId,
                row.causationId);
    }

    private static JsonNode actor(String data) {
        try {
            return EventFormat.mapper().readTree(data).get("actor");
        } catch (JsonProcessingException notWhatWeWrote) {
            throw new IllegalStateException("an event row that is no JSON", notWhatWeWrote);
        }
    }
}
