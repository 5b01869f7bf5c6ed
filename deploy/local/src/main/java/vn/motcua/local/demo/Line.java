package vn.motcua.local.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One past dossier as a line of the import file, being written step by step. */
final class Line {

    /** Sorted: the order of {@link Map#of} differs from one start of the JVM to the next, and a line imported again must be the same bytes. */
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    private static final ZoneOffset VIETNAM = ZoneOffset.ofHours(7);

    private final Map<String, Object> head = new LinkedHashMap<>();
    private final List<Map<String, Object>> steps = new ArrayList<>();

    Line(String sourceId, String code, String procedure, String agency, String channel) {
        head.put("source", "one-stop-2019");
        head.put("sourceId", sourceId);
        head.put("code", code);
        head.put("procedure", procedure);
        head.put("agency", agency);
        head.put("channel", channel);
        head.put("returnMethod", "COUNTER");
    }

    /** A made-up owner who asked for messages: that none is sent is part of what the demonstration shows. */
    Line owner(int number) {
        head.put(
                "applicant",
                Map.of(
                        "name", "Chủ hồ sơ " + number,
                        "phone", "09" + (10_000_000 + number),
                        "email", "chu-ho-so-" + number + "@example.vn",
                        "notifyBySms", true,
                        "notifyByEmail", true));
        return this;
    }

    Line step(String step, LocalDateTime at, String by, Map<String, Object> body) {
        var written = new LinkedHashMap<String, Object>();
        written.put("step", step);
        written.put("at", at.atOffset(VIETNAM).format(DateTimeFormatter.ISO_OFFSET_DATE_TIME));
        written.put("by", by);
        written.putAll(body);
        steps.add(written);
        return this;
    }

    String json() {
        var line = new LinkedHashMap<>(head);
        line.put("steps", steps);
        try {
            return JSON.writeValueAsString(line);
        } catch (JsonProcessingException bug) {
            throw new IllegalStateException(bug);
        }
    }
}
