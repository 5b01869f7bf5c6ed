package vn.motcua.dossier.relay;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where a service's events go; the service produces one as a bean.
 *
 * @param shared topic that holds no personal data
 * @param companion the restricted twin, if there is one
 * @param routes events that go elsewhere, and have no twin
 */
public record RelayTopics(String shared, Optional<Companion> companion, List<Route> routes) {

    public RelayTopics {
        routes = List.copyOf(routes);
    }

    /** Everything to one topic and its twin. */
    public RelayTopics(String shared, Optional<Companion> companion) {
        this(shared, companion, List.of());
    }

    /**
     * Events of another language under the same roof. All of a subject's events take one route, so that they stay in order.
     *
     * @param types what their types begin with
     * @param topic shared: holds no personal data
     */
    public record Route(String types, String topic) {}

    List<String> names() {
        return Stream.of(
                        Stream.of(shared),
                        companion.map(Companion::topic).stream(),
                        routes.stream().map(Route::topic))
                .flatMap(each -> each)
                .toList();
    }

    /** The topic that an event goes to. */
    String topicOf(StoredEvent event) {
        return route(event).map(Route::topic).orElse(shared);
    }

    /** The twin that an event has; empty for what takes a route of its own. */
    Optional<Companion> companionOf(StoredEvent event) {
        return route(event).isPresent() ? Optional.empty() : companion;
    }

    private Optional<Route> route(StoredEvent event) {
        for (var route : routes) {
            if (event.attributes().type().startsWith(route.types())) {
                return Optional.of(route);
            }
        }
        return Optional.empty();
    }
}
