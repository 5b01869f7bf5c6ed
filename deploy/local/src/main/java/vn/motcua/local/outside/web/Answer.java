package vn.motcua.local.outside.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;

/**
 * What a handler answers.
 *
 * @param delay how long the client is kept waiting
 * @param silent after the delay the connection is closed without a word
 */
public record Answer(int status, String contentType, byte[] body, Duration delay, boolean silent) {

    /** Longer than any client waits. */
    private static final Duration UNTIL_THE_CLIENT_GAVE_UP = Duration.ofSeconds(60);

    public static Answer json(int status, Object value) {
        try {
            return new Answer(status, "application/json", Json.MAPPER.writeValueAsBytes(value), Duration.ZERO, false);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot write an answer", e);
        }
    }

    public static Answer html(String page) {
        return new Answer(200, "text/html; charset=utf-8", page.getBytes(StandardCharsets.UTF_8), Duration.ZERO, false);
    }

    public static Answer error(int status, String reason) {
        return json(status, Map.of("error", reason));
    }

    /** Says nothing until the client has given up. */
    public static Answer none() {
        return new Answer(0, "", new byte[0], UNTIL_THE_CLIENT_GAVE_UP, true);
    }

    public Answer after(Duration newDelay) {
        return new Answer(status, contentType, body, newDelay, silent);
    }
}
