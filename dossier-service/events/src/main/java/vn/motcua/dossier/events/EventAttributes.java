package vn.motcua.dossier.events;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/**
 * The CloudEvents 1.0 attributes of a published fact, as carried in the headers of a Kafka record ({@code ce_…}).
 *
 * @param id the same on every redelivery
 * @param source absolute URI of the publishing service
 * @param type wire name of the fact
 * @param subject dossier id, lower-case UUID
 * @param time when it became true, UTC, whole milliseconds
 * @param dataschema URI of the JSON Schema of the data
 * @param sequence 1, 2, 3 … per source and subject, without gaps
 * @param partitionkey equals subject
 * @param previoushash hash of the fact before; null on the first
 * @param hash see {@link EventHash}
 * @param recordedtime when it was committed; not hashed
 * @param correlationid ties together what one request set off; null if unknown
 * @param causationid id of the event or request that caused it; null if unknown
 * @param traceparent W3C trace context; null if not traced
 */
public record EventAttributes(
        UUID id,
        String source,
        String type,
        String subject,
        Instant time,
        String dataschema,
        long sequence,
        String partitionkey,
        String previoushash,
        String hash,
        Instant recordedtime,
        String correlationid,
        String causationid,
        String traceparent) {

    /** Digits of the sequence on the wire, so that text order is number order. */
    private static final int SEQUENCE_DIGITS = 10;

    private static final int LONGEST_HEADER = 1_024;

    /** The subject as an id. */
    public UUID subjectId() {
        return UUID.fromString(subject);
    }

    /** The sequence as on the wire: zero-padded to 10 digits. */
    public String paddedSequence() {
        return pad(sequence);
    }

    static String pad(long sequence) {
        var digits = Long.toString(sequence);
        return "0".repeat(Math.max(0, SEQUENCE_DIGITS - digits.length())) + digits;
    }

    /** Schema of a fact, by its wire name. */
    public static String schemaOf(String type) {
        return "urn:motcua:schema:" + type;
    }

    /** The headers of binary mode, in a fixed order; absent attributes are left out. */
    public Map<String, String> headers() {
        var headers = new LinkedHashMap<String, String>(24);
        headers.put("content-type", "application/json");
        headers.put("ce_specversion", "1.0");
        headers.put("ce_id", id.toString());
        headers.put("ce_source", source);
        headers.put("ce_type", type);
        headers.put("ce_subject", subject);
        headers.put("ce_time", EventFormat.text(time));
        headers.put("ce_dataschema", dataschema);
        headers.put("ce_sequence", paddedSequence());
        headers.put("ce_partitionkey", partitionkey);
        putIfPresent(headers, "ce_previoushash", previoushash);
        headers.put("ce_hash", hash);
        putIfPresent(headers, "ce_recordedtime", recordedtime == null ? null : EventFormat.text(recordedtime));
        putIfPresent(headers, "ce_correlationid", correlationid);
        putIfPresent(headers, "ce_causationid", causationid);
        putIfPresent(headers, "ce_traceparent", traceparent);
        return headers;
    }

    private static void putIfPresent(Map<String, String> headers, String name, String value) {
        if (value != null) {
            headers.put(name, value);
        }
    }

    /**
     * Reads the attributes of a record.
     *
     * @param header the value of a header by its name, or null
     * @throws UnreadableEvent if one that ordering or claiming needs is missing or broken
     */
    public static EventAttributes read(Function<String, String> header) {
        if (!"1.0".equals(header.apply("ce_specversion"))) {
            throw new UnreadableEvent("ce_specversion is not 1.0");
        }
        try {
            var subject = UUID.fromString(required(header, "ce_subject")).toString();
            return new EventAttributes(
                    UUID.fromString(required(header, "ce_id")),
                    required(header, "ce_source"),
                    required(header, "ce_type"),
                    subject,
                    Instant.parse(required(header, "ce_time")),
                    header.apply("ce_dataschema"),
                    sequence(required(header, "ce_sequence")),
                    subject,
                    header.apply("ce_previoushash"),
                    header.apply("ce_hash"),
                    instant(header.apply("ce_recordedtime")),
                    header.apply("ce_correlationid"),
                    header.apply("ce_causationid"),
                    header.apply("ce_traceparent"));
        } catch (IllegalArgumentException | DateTimeException broken) {
            throw new UnreadableEvent(
                    "an attribute cannot be read: " + broken.getClass().getSimpleName());
        }
    }

    private static String required(Function<String, String> header, String name) {
        var value = header.apply(name);
        if (value == null || value.isBlank()) {
            throw new UnreadableEvent(name + " is missing");
        }
        if (value.length() > LONGEST_HEADER) {
            throw new UnreadableEvent(name + " is longer than " + LONGEST_HEADER);
        }
        return value;
    }

    private static long sequence(String digits) {
        var sequence = Long.parseLong(digits);
        if (sequence < 1) {
            throw new UnreadableEvent("ce_sequence is below 1");
        }
        return sequence;
    }

    private static Instant instant(String text) {
        return text == null ? null : Instant.parse(text);
    }
}
