package vn.motcua.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import vn.motcua.local.tokens.TokenRequest;

/**
 * Waits until the whole system has come to rest, so that whatever is counted afterwards stays as it is: nothing committed that is not published,
 * nothing published that a consumer has not applied, nothing planned, being sent or in doubt, no call-back of the carrier that was not taken.
 */
public final class Stillness {

    /** Longer than the oldest gauge is old. */
    private static final Duration LASTING = Duration.ofSeconds(3);

    private static final TokenRequest OPERATOR = TokenRequest.of("operator", "H03", 1);
    private static final TokenRequest CLERK = TokenRequest.of("clerk", "H03", 1);
    private static final List<String> UNDER_WAY = List.of("PLANNED", "SENDING", "IN_DOUBT");

    private final Caller caller;
    private final World world;
    private long publishedBefore = -1;
    private long calmSinceNanos;
    private String last = "";

    public Stillness(Caller caller, World world) {
        this.caller = caller;
        this.world = world;
    }

    /**
     * Waits for three seconds on end in which nothing was under way and nothing was published.
     *
     * @throws IllegalStateException when they do not come within three minutes, with what was still under way
     */
    public void await() {
        try (var admin = Admin.create(Map.of("bootstrap.servers", world.bootstrapServers()))) {
            var lag = new Lag(admin);
            calmSinceNanos = System.nanoTime();
            Await.until("everything to come to rest", () -> look(lag));
        } catch (IllegalStateException inVain) {
            throw new IllegalStateException(inVain.getMessage() + ": " + last, inVain);
        }
    }

    private Optional<Boolean> look(Lag lag) {
        var underWay = underWayOrAway(lag);
        underWay.ifPresent(what -> last = what);
        if (underWay.isPresent()) {
            calmSinceNanos = System.nanoTime();
            return Optional.empty();
        }
        return System.nanoTime() - calmSinceNanos < LASTING.toNanos() ? Optional.empty() : Optional.of(true);
    }

    /** Who cannot be asked is not at rest. */
    private Optional<String> underWayOrAway(Lag lag) {
        try {
            return underWay(lag).or(() -> news(lag));
        } catch (UncheckedIOException | IllegalStateException away) {
            return Optional.of(away.toString());
        }
    }

    private Optional<String> news(Lag lag) {
        var published = lag.published();
        if (published == publishedBefore) {
            return Optional.empty();
        }
        publishedBefore = published;
        return Optional.of("something was published");
    }

    /** The first thing that is found under way; in the order in which things go, so that what moves on meanwhile is met later. */
    private Optional<String> underWay(Lag lag) {
        return Stream.<Supplier<Optional<String>>>of(
                        this::unpublished, lag::behind, this::waiting, this::notices, this::orders, this::callbacks)
                .map(Supplier::get)
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Optional<String> unpublished() {
        return Stream.of(world.dossier(), world.postal())
                .filter(service -> Metrics.sum(Metrics.of(caller, service), "motcua_relay_backlog") > 0)
                .map(service -> service + " has not published everything")
                .findFirst();
    }

    private Optional<String> waiting() {
        return Stream.of(world.dossier(), world.kpi(), world.notification(), world.postal())
                .flatMap(service -> Stream.of("waiting-events", "parked-events").map(list -> service + "/v1/" + list))
                .filter(list -> any(list, OPERATOR))
                .map(list -> list + " is not empty")
                .findFirst();
    }

    private Optional<String> notices() {
        return UNDER_WAY.stream()
                .filter(state -> any(world.notification() + "/v1/notices?state=" + state, OPERATOR))
                .map(state -> "there are messages " + state)
                .findFirst();
    }

    private Optional<String> orders() {
        return UNDER_WAY.stream()
                .filter(state -> any(world.postal() + "/v1/postal-returns?agency=H03&state=" + state, CLERK))
                .map(state -> "there are orders " + state)
                .findFirst();
    }

    private Optional<String> callbacks() {
        return LivePlay.items(seen().path("parcels"))
                .flatMap(parcel -> LivePlay.items(parcel.path("track")))
                .filter(step -> step.path("taken").asInt() < step.path("copies").asInt())
                .map(step -> "the carrier has not got through with " + step.path("name"))
                .findFirst();
    }

    private JsonNode seen() {
        return caller.get(world.outside().resolve("/outside/parcels"), null).body();
    }

    private boolean any(String list, TokenRequest who) {
        return !caller.get(URI.create(list), who).body().path("items").isEmpty();
    }
}
