package vn.motcua.local;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import vn.motcua.local.machine.Ports;
import vn.motcua.local.outside.ServiceLine;

/** The service processes of one platform; once stopped, none is started any more. */
final class ServiceGroup {

    private final PlatformSettings settings;
    private final ServiceConfig config;
    private final RunFiles files;
    private final Function<LocalService, LocalDatabase> databases;
    private final Map<LocalService, ServiceProcess> first = new ConcurrentHashMap<>();
    private final List<ServiceProcess> others = new CopyOnWriteArrayList<>();
    private volatile boolean closed;

    ServiceGroup(
            PlatformSettings settings,
            ServiceConfig config,
            RunFiles files,
            Function<LocalService, LocalDatabase> databases) {
        this.settings = settings;
        this.config = config;
        this.files = files;
        this.databases = databases;
    }

    /** The service's own instance, on its own port. */
    ServiceProcess of(LocalService service) {
        return first.computeIfAbsent(
                service, s -> process(s, s.module(), settings.ports().of(s)));
    }

    /** One more instance on a free port. */
    ServiceProcess another(LocalService service) {
        ServiceProcess other = process(service, service.module() + "-" + (others.size() + 2), Ports.free());
        others.add(other);
        return other;
    }

    /** Starts all, two at a time, and waits until they are ready. */
    void start(Progress progress) {
        ExecutorService two = Executors.newFixedThreadPool(2);
        try {
            List<CompletableFuture<Void>> started = new ArrayList<>();
            for (LocalService service : LocalService.values()) {
                ServiceProcess process = of(service);
                started.add(CompletableFuture.runAsync(
                        () -> {
                            launch(process).awaitReady();
                            progress.say(service.module() + " is ready at " + process.url());
                        },
                        two));
            }
            started.forEach(Futures::join);
        } finally {
            two.shutdownNow();
        }
    }

    /** Stops all at once, also those that are being started. */
    void stop() {
        closed = true;
        List<ServiceProcess> all = new ArrayList<>(others);
        all.addAll(first.values());
        all.stream()
                .map(process -> Futures.run(() -> {
                    synchronized (process) {
                        process.stop();
                    }
                }))
                .toList()
                .forEach(Futures::join);
    }

    /** For the page. */
    List<ServiceLine> lines() {
        List<ServiceLine> lines = new ArrayList<>();
        for (LocalService service : LocalService.values()) {
            ServiceProcess process = first.get(service);
            String state = process == null ? "not started" : process.state();
            lines.add(new ServiceLine(
                    service.module(), settings.ports().url(service).toString(), state));
        }
        return lines;
    }

    private ServiceProcess launch(ServiceProcess process) {
        synchronized (process) {
            if (closed) {
                throw new IllegalStateException("the platform is being stopped");
            }
            return process.launch();
        }
    }

    private ServiceProcess process(LocalService service, String name, int port) {
        LocalDatabase database = databases.apply(service);
        if (database == null) {
            throw new IllegalStateException(name + " has no database yet: start the infrastructure first");
        }
        return new ServiceProcess(
                name,
                port,
                config.jar(service),
                config.options(service),
                config.environment(service, port, database),
                settings.log(name),
                files);
    }
}
