package vn.motcua.dossier.edge;

import io.quarkus.vertx.http.runtime.VertxHttpRecorder;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/** Turns bodies away that announce themselves too large, before a byte of them is read. */
@Singleton
class BodyLimit {

    /** After authentication (200), before the server's own check (2), which answers without a word. */
    private static final int BEFORE_SERVER_LIMIT = 10;

    /** After the server's own check, which notes its own limit for bodies of unknown length. */
    private static final int AFTER_SERVER_LIMIT = 1;

    private final EdgeLimits limits;
    private final ProblemAnswers answers;

    BodyLimit(EdgeLimits limits, ProblemAnswers answers) {
        this.limits = limits;
        this.answers = answers;
    }

    void register(@Observes Filters filters) {
        filters.register(this::announced, BEFORE_SERVER_LIMIT);
        filters.register(this::unannounced, AFTER_SERVER_LIMIT);
    }

    private void announced(RoutingContext routing) {
        var length = routing.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        if (length != null && Long.parseLong(length) > limits.maxBodyBytes() && !streamed(routing)) {
            if (routing.request().version() != HttpVersion.HTTP_2) {
                routing.response()
                        .endHandler(done -> routing.request().connection().close());
            }
            answers.send(routing, limits.bodyTooLarge());
            return;
        }
        routing.next();
    }

    /**
     * The reader of JSON stops at the limit itself and says so; for other readers twice the limit is the wall, at which
     * the server answers a bare 413.
     */
    private void unannounced(RoutingContext routing) {
        if (routing.get(VertxHttpRecorder.MAX_REQUEST_SIZE_KEY) != null && !streamed(routing)) {
            var type = routing.request().getHeader(HttpHeaders.CONTENT_TYPE);
            if (type != null && type.startsWith("application/json")) {
                routing.remove(VertxHttpRecorder.MAX_REQUEST_SIZE_KEY);
            } else {
                routing.put(VertxHttpRecorder.MAX_REQUEST_SIZE_KEY, 2L * limits.maxBodyBytes());
            }
        }
        routing.next();
    }

    private boolean streamed(RoutingContext routing) {
        return limits.streamed(routing.normalizedPath());
    }
}
