package vn.motcua.dossier.relay;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where a service's events go; the service produces one as a bean.
 *
 * @param shared topic that holds no personal data
 * @param companion the restricted twin, if there is one
 */
public record RelayTopics(String shared, Optional<Companion> companion) {

    List<String> names() {
        return Stream.concat(Stream.of(shared), companion.map(Companion::topic).stream())
                .toList();
    }
}
