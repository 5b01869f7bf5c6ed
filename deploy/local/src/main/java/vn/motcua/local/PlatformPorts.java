package vn.motcua.local;

import java.net.URI;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import vn.motcua.local.machine.Ports;

/** Which part listens where, all on the loopback address. */
public record PlatformPorts(int postgres, int kafka, int page, int smtp, Map<LocalService, Integer> services) {

    public PlatformPorts {
        services = Map.copyOf(services);
    }

    /** The documented ports, each moved by the offset. */
    public static PlatformPorts standard(int offset) {
        Map<LocalService, Integer> services = new EnumMap<>(LocalService.class);
        for (LocalService service : LocalService.values()) {
            services.put(service, service.port() + offset);
        }
        return new PlatformPorts(15432 + offset, 19092 + offset, 8090 + offset, 8025 + offset, services);
    }

    /** Ports that are free now, for tests. */
    public static PlatformPorts free() {
        Map<LocalService, Integer> services = new EnumMap<>(LocalService.class);
        for (LocalService service : LocalService.values()) {
            services.put(service, Ports.free());
        }
        return new PlatformPorts(Ports.free(), Ports.free(), Ports.free(), Ports.free(), services);
    }

    public int of(LocalService service) {
        return services.get(service);
    }

    /** Where the service answers. */
    URI url(LocalService service) {
        return URI.create("http://127.0.0.1:" + of(service));
    }

    /** Where the page and the simulators answer. */
    URI pageUrl() {
        return URI.create("http://127.0.0.1:" + page);
    }

    /**
     * Looks at every port before anything is started.
     *
     * @throws IllegalStateException naming the first that another program holds, and the way out
     */
    void requireFree() {
        Map<String, Integer> all = new LinkedHashMap<>();
        all.put("PostgreSQL", postgres);
        all.put("Kafka", kafka);
        all.put("the page and the simulators", page);
        all.put("the mail server", smtp);
        services.forEach((service, port) -> all.put(service.module(), port));
        all.forEach((what, port) -> {
            if (!Ports.isFree(port)) {
                throw new IllegalStateException("port " + port + " for " + what + " is taken by another program;"
                        + " MOTCUA_PORT_OFFSET=100 moves all ports by 100");
            }
        });
    }
}
