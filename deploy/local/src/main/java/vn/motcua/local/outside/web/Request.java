package vn.motcua.local.outside.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.Headers;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An HTTP request.
 *
 * @param rest the decoded segments of the path after the handler's own
 */
public record Request(String method, List<String> rest, Map<String, String> query, Headers headers, byte[] body) {

    /** A header's first value, or the empty text. */
    public String header(String name) {
        return Optional.ofNullable(headers.getFirst(name)).orElse("");
    }

    /** The body as a JSON object. */
    public JsonNode object() throws Refused {
        try {
            JsonNode node = Json.MAPPER.readTree(body);
            if (node == null || !node.isObject()) {
                throw new Refused(400, "the body is not a JSON object");
            }
            return node;
        } catch (JsonProcessingException e) {
            throw new Refused(400, "the body is not JSON: " + e.getOriginalMessage());
        } catch (IOException e) {
            throw new Refused(400, "the body is not readable");
        }
    }

    /** The body as a record whose every field is known. */
    public <T> T as(Class<T> type) throws Refused {
        try {
            return Json.MAPPER.readValue(body, type);
        } catch (JsonProcessingException e) {
            throw new Refused(400, e.getOriginalMessage());
        } catch (IOException e) {
            throw new Refused(400, "the body is not readable");
        }
    }

    static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
