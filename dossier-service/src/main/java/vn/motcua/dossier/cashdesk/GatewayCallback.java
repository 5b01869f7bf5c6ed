package vn.motcua.dossier.cashdesk;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;
import vn.motcua.dossier.edge.Problem;
import vn.motcua.dossier.edge.ProblemType;
import vn.motcua.dossier.events.EventFormat;

/**
 * What the gateway tells of one movement of money. It may say more than is read here.
 *
 * @param reference that was given out for the payment
 * @param transaction the gateway's own number of the movement
 * @param amount in whole đồng
 * @param paidAt UTC, whole milliseconds
 */
record GatewayCallback(String reference, String transaction, long amount, Instant paidAt, Outcome outcome) {

    private static final Pattern NUMBER = Pattern.compile("[\\x21-\\x7e]{1,100}");
    private static final long MOST_DONG = 1_000_000_000_000L;

    /** How it ended at the gateway. */
    enum Outcome {
        PAID,
        FAILED
    }

    /** @throws Problem 400 for what is no call-back */
    static GatewayCallback read(byte[] body) {
        JsonNode tree;
        try {
            tree = EventFormat.mapper().readTree(body);
        } catch (IOException notJson) {
            throw wrong("", "Không phải JSON.", "Not JSON.");
        }
        if (tree == null || !tree.isObject()) {
            throw wrong("", "Phải là một đối tượng.", "Has to be an object.");
        }
        return new GatewayCallback(
                number(tree, "reference"),
                number(tree, "transaction"),
                amount(tree.path("amount")),
                time(tree.path("paidAt")),
                outcome(tree.path("outcome")));
    }

    private static String number(JsonNode tree, String field) {
        var value = tree.path(field);
        if (!value.isTextual() || !NUMBER.matcher(value.textValue()).matches()) {
            throw wrong("/" + field, "Từ 1 đến 100 ký tự ASCII nhìn thấy được.", "1 to 100 visible ASCII characters.");
        }
        return value.textValue();
    }

    private static long amount(JsonNode value) {
        if (!value.isIntegralNumber()
                || !value.canConvertToLong()
                || value.longValue() < 1
                || value.longValue() > MOST_DONG) {
            throw wrong("/amount", "Số nguyên đồng, từ 1.", "In whole đồng, from 1.");
        }
        return value.longValue();
    }

    private static Instant time(JsonNode value) {
        try {
            return OffsetDateTime.parse(value.asText("")).toInstant().truncatedTo(ChronoUnit.MILLIS);
        } catch (DateTimeException broken) {
            throw wrong("/paidAt", "Không phải thời điểm ISO 8601.", "Not an ISO 8601 time with offset.");
        }
    }

    private static Outcome outcome(JsonNode value) {
        for (var outcome : Outcome.values()) {
            if (outcome.name().equals(value.asText())) {
                return outcome;
            }
        }
        throw wrong("/outcome", "PAID hoặc FAILED.", "PAID or FAILED.");
    }

    private static Problem wrong(String pointer, String vietnamese, String english) {
        return Problem.of(ProblemType.MALFORMED).pointer(pointer, vietnamese, english);
    }
}
