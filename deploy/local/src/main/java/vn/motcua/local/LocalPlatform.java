package vn.motcua.local;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import vn.motcua.local.clock.SharedClock;
import vn.motcua.local.machine.Directories;
import vn.motcua.local.outside.OutsideClient;
import vn.motcua.local.outside.OutsideWorld;
import vn.motcua.local.tokens.LocalTokens;

/**
 * The whole system on this machine: {@link #startInfrastructure()}, then {@link #startServices()}; {@link #close()} leaves no process. Single parts can be killed and brought back.
 * What it keeps below its home directory outlives it. One thread at a time.
 */
public final class LocalPlatform implements AutoCloseable {

    private final PlatformSettings settings;
    private final Progress progress;
    private final RunFiles files;
    private final Accounts accounts;
    private final LocalPostgres postgres;
    private final LocalKafka kafka;
    private final ServiceGroup services;
    private final Map<LocalService, LocalDatabase> databases = new ConcurrentHashMap<>();
    private volatile Guardian guardian;
    private volatile OutsideWorld outside;
    private volatile boolean closed;

    private LocalPlatform(PlatformSettings settings, Progress progress) {
        this.settings = settings;
        this.progress = progress;
        Path home = Directories.owned(settings.home());
        Directories.owned(home.resolve("logs"));
        this.files = new RunFiles(home);
        this.accounts = Accounts.keptIn(home);
        this.postgres =
                LocalPostgres.keptIn(settings.data("postgres"), settings.ports().postgres());
        this.kafka = LocalKafka.keptIn(settings.data("kafka"), settings.ports().kafka());
        kafka.with("-XX:TieredStopAtLevel=1");
        settings.jvmOptions().forEach(kafka::with);
        this.services = new ServiceGroup(settings, new ServiceConfig(settings, accounts), files, databases::get);
    }

    /** A platform that is set up and not started. */
    public static LocalPlatform of(PlatformSettings settings, Progress progress) {
        return new LocalPlatform(settings, progress);
    }

    /** Everything, up to services that are ready. */
    public LocalPlatform start() {
        startInfrastructure();
        startServices();
        return this;
    }

    /**
     * Starts PostgreSQL, Kafka and the outside world; what an earlier run left behind is ended first, and said.
     *
     * @throws IllegalStateException when another platform runs on the same home or a port is taken
     */
    public void startInfrastructure() {
        new LeftOvers(files, postgres, progress).end();
        settings.ports().requireFree();
        files.note(RunFiles.PLATFORM, ProcessHandle.current().pid());
        guardian = Guardian.ofPlatform(files, settings.log("guardian"));
        CompletableFuture<Void> broker = Futures.run(this::startKafka);
        startPostgres();
        outside = accounts.open(settings, services::lines);
        progress.say("the page is ready at " + page());
        Futures.join(broker);
    }

    /** Starts the services two at a time and waits until all are ready. */
    public void startServices() {
        services.start(progress);
    }

    /** The service's process: to be stopped, killed and started again. */
    public ServiceProcess service(LocalService service) {
        return services.of(service);
    }

    /** Starts one more instance of the service on a free port, over the same database and in the same group. */
    public ServiceProcess startAnother(LocalService service) {
        return services.another(service).start();
    }

    /** Starts the broker and makes what is missing of the topics. */
    public void startKafka() {
        synchronized (kafka) {
            requireOpen();
            kafka.start();
            files.note("kafka", kafka.pid());
        }
        kafka.topics().create(LocalTopics.ALL);
        progress.say("Kafka is ready at " + kafka.bootstrapServers());
    }

    /** Stops the broker in good order; {@link #startKafka()} brings it back. */
    public void stopKafka() {
        kafka.stop();
    }

    /** Ends the broker at once (kill -9); {@link #startKafka()} brings it back. */
    public void killKafka() {
        kafka.kill();
    }

    /** Starts the database server and makes what is missing of the four databases. */
    public void startPostgres() {
        synchronized (postgres) {
            requireOpen();
            postgres.start();
            files.note(RunFiles.POSTGRES, postgres.pid());
        }
        for (LocalService service : LocalService.values()) {
            String name = service.database();
            databases.put(
                    service,
                    postgres.createDatabase(name, name, accounts.secrets().of("database." + name)));
        }
        progress.say("PostgreSQL is ready at 127.0.0.1:" + postgres.port());
    }

    /** Ends the database server as a power cut would; {@link #startPostgres()} brings it back. */
    public void killPostgres() {
        postgres.kill();
    }

    /** The server and its superuser, for looking at what the services wrote. */
    public LocalPostgres postgres() {
        return postgres;
    }

    public LocalDatabase database(LocalService service) {
        return databases.get(service);
    }

    public String bootstrapServers() {
        return kafka.bootstrapServers();
    }

    /** Where the service answers, such as {@code http://127.0.0.1:8081}. */
    public URI url(LocalService service) {
        return settings.ports().url(service);
    }

    /** Where the page and the simulators answer. */
    public URI page() {
        return settings.ports().pageUrl();
    }

    public OutsideClient outside() {
        return new OutsideClient(page());
    }

    /** What the payment gateway signs its call-backs with. */
    public String gatewayKey() {
        return accounts.gatewayKey();
    }

    public LocalTokens tokens() {
        return accounts.tokens();
    }

    public SharedClock clock() {
        return accounts.clock();
    }

    public PlatformSettings settings() {
        return settings;
    }

    /** Stops everything that was started, services first; also while another thread is still starting things. */
    @Override
    public void close() {
        closed = true;
        services.stop();
        Optional.ofNullable(outside).ifPresent(OutsideWorld::close);
        synchronized (kafka) {
            kafka.close();
        }
        synchronized (postgres) {
            postgres.close();
        }
        if (guardian != null) {
            List.of("kafka", RunFiles.POSTGRES, RunFiles.PLATFORM).forEach(files::forget);
            guardian.close();
        }
    }

    private void requireOpen() {
        if (closed) {
            throw new IllegalStateException("the platform is being stopped");
        }
    }
}
