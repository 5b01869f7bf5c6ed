package vn.motcua.local;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The services, in the order in which they are started. */
public enum LocalService {
    DOSSIER(8081, 256),
    KPI(8082, 192),
    NOTIFICATION(8083, 192),
    POSTAL(8084, 192);

    private final int port;
    private final int heapMegabytes;

    LocalService(int port, int heapMegabytes) {
        this.port = port;
        this.heapMegabytes = heapMegabytes;
    }

    /** The name of its module, its log and its Kafka group, such as {@code dossier-service}. */
    public String module() {
        return database() + "-service";
    }

    /** The name of its database and of the role that owns it. */
    public String database() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The port where nothing else is chosen. */
    public int port() {
        return port;
    }

    int heapMegabytes() {
        return heapMegabytes;
    }

    /** By its module's name or by the short one. */
    public static Optional<LocalService> named(String name) {
        return Arrays.stream(values())
                .filter(service ->
                        service.module().equals(name) || service.database().equals(name))
                .findFirst();
    }
}
