package vn.motcua.postal.ordering;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscribers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;
import vn.motcua.postal.ordering.CarrierKnowledge.Kind;
import vn.motcua.postal.returns.TrackingNumber;
import vn.motcua.postal.tracking.CarrierConfig;

/**
 * Talks to the carrier, and tells its faults apart. What happened before a connection stood was not sent; what happened after may have
 * arrived. Never inside a database transaction. Thread-safe.
 */
@ApplicationScoped
class CarrierGateway {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ORDERS = "/carrier/v1/orders";
    private static final int LONGEST_ANSWER = 65_536;
    private static final int LONGEST_REASON = 200;
    private static final String ORDERED = "100";
    private static final String ORDERED_BEFORE = "101";

    /** A wrong token is ours to mend, and all orders wait for it together. */
    private static final Duration UNTIL_MENDED = Duration.ofMinutes(1);

    private final CarrierConfig config;
    private final HttpClient http;

    private record Reply(int status, JsonNode body, Duration retryAfter) {
        String text(String field) {
            return body.path(field).asText("");
        }

        String reason() {
            var message = text("message");
            var why = "HTTP " + status + (message.isEmpty() ? "" : ": " + message);
            return why.substring(0, Math.min(why.length(), LONGEST_REASON));
        }
    }

    CarrierGateway(CarrierConfig config) {
        this.config = config;
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(config.connectTimeout())
                .executor(Infrastructure.getDefaultWorkerPool())
                .build();
    }

    /** Orders a parcel. */
    Uni<CarrierAnswer> place(CarrierOrder order) {
        return send("POST", ORDERS, body(order))
                .map(CarrierGateway::placed)
                .onFailure()
                .recoverWithItem(fault -> neverConnected(fault)
                        ? new CarrierAnswer.TryLater(Duration.ZERO, "no connection")
                        : new CarrierAnswer.InDoubt(brief(fault)));
    }

    /** Asks for an order. */
    Uni<CarrierKnowledge> ask(String orderNumber) {
        return send("GET", path(orderNumber), null)
                .map(CarrierGateway::known)
                .onFailure()
                .recoverWithItem(fault -> CarrierKnowledge.noAnswer(Duration.ZERO, brief(fault)));
    }

    /** Takes an order back. Asking twice is harmless. */
    Uni<CarrierKnowledge> cancel(String orderNumber) {
        return send("DELETE", path(orderNumber), null)
                .map(CarrierGateway::cancelled)
                .onFailure()
                .recoverWithItem(fault -> CarrierKnowledge.noAnswer(Duration.ZERO, brief(fault)));
    }

    private static CarrierAnswer placed(Reply reply) {
        if (reply.status() == 200 || reply.status() == 201) {
            var taken = ORDERED.equals(reply.text("status")) || ORDERED_BEFORE.equals(reply.text("status"));
            if (!taken) {
                return new CarrierAnswer.GivenUp(reply.reason());
            }
            return TrackingNumber.plausible(reply.text("itemCode"))
                    ? new CarrierAnswer.Accepted(new TrackingNumber(reply.text("itemCode")))
                    : new CarrierAnswer.InDoubt("taken without a usable item code");
        }
        return switch (reply.status()) {
            case 401, 403 -> new CarrierAnswer.TryLater(UNTIL_MENDED, "our token is refused");
            case 408, 425, 429, 503 -> new CarrierAnswer.TryLater(reply.retryAfter(), reply.reason());
            default ->
                reply.status() >= 400 && reply.status() < 500
                        ? new CarrierAnswer.GivenUp(reply.reason())
                        : new CarrierAnswer.InDoubt(reply.reason());
        };
    }

    private static CarrierKnowledge known(Reply reply) {
        if (reply.status() == 404) {
            return CarrierKnowledge.of(Kind.NOTHING);
        }
        if (reply.status() != 200 || !TrackingNumber.plausible(reply.text("itemCode"))) {
            return CarrierKnowledge.noAnswer(reply.retryAfter(), reply.reason());
        }
        return reply.body().path("cancelled").asBoolean(false)
                ? CarrierKnowledge.of(Kind.CANCELLED)
                : CarrierKnowledge.there(new TrackingNumber(reply.text("itemCode")));
    }

    private static CarrierKnowledge cancelled(Reply reply) {
        return switch (reply.status()) {
            case 200, 204, 404, 410 -> CarrierKnowledge.of(Kind.CANCELLED);
            case 409 -> CarrierKnowledge.of(Kind.TOO_LATE);
            default -> CarrierKnowledge.noAnswer(reply.retryAfter(), reply.reason());
        };
    }

    private Uni<Reply> send(String method, String path, byte[] body) {
        var request = HttpRequest.newBuilder(URI.create(config.url() + path))
                .timeout(config.timeout())
                .header("token", config.token())
                .header("Content-Type", "application/json")
                .header("Accept", "application/json")
                .method(
                        method,
                        body == null
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
        // The request's own time-out ends with the headers; the second one covers the body too.
        return Uni.createFrom()
                .completionStage(() -> http.sendAsync(request, bounded()))
                .ifNoItem()
                .after(config.timeout())
                .fail()
                .map(CarrierGateway::reply);
    }

    private static Reply reply(HttpResponse<byte[]> response) {
        JsonNode body;
        try {
            body = JSON.readTree(response.body());
        } catch (IOException notJson) {
            body = JSON.missingNode();
        }
        var after = response.headers().firstValue("Retry-After").filter(text -> text.matches("\\d{1,5}"));
        return new Reply(
                response.statusCode(),
                body == null ? JSON.missingNode() : body,
                after.map(text -> Duration.ofSeconds(Long.parseLong(text))).orElse(Duration.ZERO));
    }

    /** Keeps so much of an answer and drops the rest. */
    private static BodyHandler<byte[]> bounded() {
        return head -> {
            var kept = new ByteArrayOutputStream();
            return BodySubscribers.mapping(
                    BodySubscribers.ofByteArrayConsumer(part -> part.ifPresent(
                            bytes -> kept.write(bytes, 0, Math.min(bytes.length, LONGEST_ANSWER - kept.size())))),
                    done -> kept.toByteArray());
        };
    }

    private static byte[] body(CarrierOrder order) {
        try {
            return JSON.writeValueAsBytes(order);
        } catch (JsonProcessingException bug) {
            throw new IllegalStateException(bug);
        }
    }

    private static String path(String orderNumber) {
        return ORDERS + "/" + URLEncoder.encode(orderNumber, StandardCharsets.UTF_8);
    }

    private static boolean neverConnected(Throwable fault) {
        var cause = cause(fault);
        return cause instanceof ConnectException || cause instanceof HttpConnectTimeoutException;
    }

    private static String brief(Throwable fault) {
        var cause = cause(fault);
        // Whichever of the two time-outs comes first.
        return cause instanceof HttpTimeoutException
                        || cause instanceof TimeoutException
                        || cause instanceof io.smallrye.mutiny.TimeoutException
                ? "no answer in time"
                : cause.getClass().getSimpleName();
    }

    private static Throwable cause(Throwable fault) {
        return fault instanceof CompletionException && fault.getCause() != null ? fault.getCause() : fault;
    }
}
