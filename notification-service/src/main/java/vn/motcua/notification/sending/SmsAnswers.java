package vn.motcua.notification.sending;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import vn.motcua.notification.notices.Answer;

/** Classifies what the SMS gateway says, once. What is not certainly a refusal is in doubt: the gateway can be asked. Pure. */
final class SmsAnswers {

    private static final String ACCEPTED = "100";

    /** Login, brandname, phone, template, network not registered: the same would be refused again. */
    private static final Set<String> FINAL = Set.of("101", "104", "108", "146", "177");

    /** Malformed or out of order, no balance, caller's address not on the list: people can mend it meanwhile. */
    private static final Set<String> PASSING = Set.of("99", "103", "140");

    /** The status of a delivery report that says that the network refused. */
    private static final String REJECTED = "4";

    private static final Pattern SECONDS = Pattern.compile("\\d{1,6}");
    private static final Pattern CODE = Pattern.compile("\\d{1,4}");
    private static final ObjectMapper JSON = new ObjectMapper();

    /** HTTP statuses with which a request is turned away before the gateway looks at it. */
    private static final Map<Integer, Boolean> TURNED_AWAY = Map.of(
            400, false, 401, false, 403, false, 404, false, 405, false, 413, false, 415, false, 429, true, 503, true);

    private SmsAnswers() {}

    /**
     * The answer to a sending.
     *
     * @param retryAfter the header; null without it
     */
    static Answer toSending(int status, String body, String retryAfter) {
        if (status == 200) {
            return toCode(parsed(body));
        }
        var passes = TURNED_AWAY.get(status);
        if (passes == null) {
            return new Answer.InDoubt("HTTP_" + status);
        }
        return passes ? new Answer.TryLater("HTTP_" + status, wait(retryAfter)) : new Answer.GivenUp("HTTP_" + status);
    }

    private static Answer toCode(Optional<JsonNode> body) {
        var code = body.map(json -> json.path("CodeResult").asText("")).orElse("");
        if (!CODE.matcher(code).matches()) {
            return new Answer.InDoubt("SMS_UNREADABLE");
        }
        if (ACCEPTED.equals(code)) {
            return new Answer.Accepted(
                    body.map(json -> json.path("SMSID").asText(null)).orElse(null));
        }
        if (FINAL.contains(code)) {
            return new Answer.GivenUp("SMS_" + code);
        }
        // 124, known already: an earlier try of ours arrived after all; asking gives its number. Unknown codes may mean
        // anything.
        return PASSING.contains(code) ? new Answer.TryLater("SMS_" + code) : new Answer.InDoubt("SMS_" + code);
    }

    /** The answer to the question what became of a message; still in doubt unless the gateway knows. */
    static Answer toAsking(int status, String body) {
        var json = status == 200 ? parsed(body) : Optional.<JsonNode>empty();
        var found = json.map(node -> node.path("found")).filter(JsonNode::isBoolean);
        if (found.isEmpty()) {
            return new Answer.InDoubt("HTTP_" + status);
        }
        if (!found.get().booleanValue()) {
            return new Answer.TryLater("SMS_NOT_FOUND");
        }
        return REJECTED.equals(json.get().path("SendStatus").asText())
                ? new Answer.GivenUp("SMS_REJECTED")
                : new Answer.Accepted(json.get().path("SMSID").asText(null));
    }

    private static Optional<JsonNode> parsed(String body) {
        try {
            return Optional.ofNullable(body == null ? null : JSON.readTree(body))
                    .filter(JsonNode::isObject);
        } catch (JsonProcessingException broken) {
            return Optional.empty();
        }
    }

    private static Duration wait(String retryAfter) {
        return retryAfter != null && SECONDS.matcher(retryAfter.strip()).matches()
                ? Duration.ofSeconds(Long.parseLong(retryAfter.strip()))
                : null;
    }
}
