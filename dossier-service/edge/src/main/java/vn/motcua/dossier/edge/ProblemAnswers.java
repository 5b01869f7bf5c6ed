package vn.motcua.dossier.edge;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;

/** Writes problems in the caller's language and counts them ({@code motcua_problems_total} by type). */
@Singleton
class ProblemAnswers {

    static final String MEDIA_TYPE = "application/problem+json";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final CurrentVertxRequest request;
    private final MeterRegistry meters;

    ProblemAnswers(CurrentVertxRequest request, MeterRegistry meters) {
        this.request = request;
        this.meters = meters;
    }

    /** The answer of a resource method. */
    Response response(Problem problem) {
        var routing = request.getCurrent();
        var language = language(routing);
        var answer = Response.status(problem.type().status()).entity(body(problem, language));
        headers(problem, routing, language).forEach(answer::header);
        return answer.build();
    }

    /** The answer to a request that never reached a resource. */
    void send(RoutingContext routing, Problem problem) {
        var language = language(routing);
        var response = routing.response().setStatusCode(problem.type().status());
        headers(problem, routing, language).forEach(response::putHeader);
        response.end(Buffer.buffer(body(problem, language)));
    }

    private static Language language(RoutingContext routing) {
        return Language.of(routing.request().getHeader(HttpHeaders.ACCEPT_LANGUAGE));
    }

    private static Map<String, String> headers(Problem problem, RoutingContext routing, Language language) {
        var headers = new LinkedHashMap<String, String>();
        headers.put(HttpHeaders.CONTENT_TYPE, MEDIA_TYPE);
        headers.put(HttpHeaders.CONTENT_LANGUAGE, language.tag());
        headers.put(HttpHeaders.CACHE_CONTROL, "no-store");
        var wait = problem.retryAfter();
        if (wait != null) {
            headers.put(
                    HttpHeaders.RETRY_AFTER,
                    Long.toString(Math.max(1, wait.plusMillis(999).toSeconds())));
        }
        if (problem.type() == ProblemType.TOO_LARGE && routing.request().version() != HttpVersion.HTTP_2) {
            headers.put("Connection", "close");
        }
        headers.putAll(problem.headers());
        return headers;
    }

    private byte[] body(Problem problem, Language language) {
        meters.counter("motcua.problems", "type", problem.type().slug()).increment();
        var body = new LinkedHashMap<String, Object>();
        body.put("type", problem.type().urn());
        body.put("title", problem.type().title(language));
        body.put("status", problem.type().status());
        put(body, "detail", problem.detail(language));
        problem.members().forEach(body::putIfAbsent);
        if (!problem.faults().isEmpty()) {
            var errors = new ArrayList<Map<String, String>>();
            for (var fault : problem.faults()) {
                errors.add(Map.of(
                        fault.place(), fault.where(), "detail", language.pick(fault.vietnamese(), fault.english())));
            }
            body.put("errors", errors);
        }
        put(body, "traceId", Trace.id());
        try {
            return JSON.writeValueAsBytes(body);
        } catch (JsonProcessingException unwritableMember) {
            throw new IllegalStateException(unwritableMember);
        }
    }

    private static void put(Map<String, Object> body, String member, String value) {
        if (value != null) {
            body.put(member, value);
        }
    }
}
