package vn.motcua.local;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import vn.motcua.local.machine.Children;
import vn.motcua.local.machine.Commands;
import vn.motcua.local.machine.Pause;
import vn.motcua.local.machine.Ports;

/** One packaged service as a child JVM: started, stopped, killed and started again on the same port. Not safe for several threads at once. */
public final class ServiceProcess {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(1)).build();

    private final String name;
    private final int port;
    private final Path jar;
    private final List<String> options;
    private final Map<String, String> environment;
    private final Path log;
    private final RunFiles files;
    private Process process;

    ServiceProcess(
            String name,
            int port,
            Path jar,
            List<String> options,
            Map<String, String> environment,
            Path log,
            RunFiles files) {
        this.name = name;
        this.port = port;
        this.jar = jar;
        this.options = List.copyOf(options);
        this.environment = Map.copyOf(environment);
        this.log = log;
        this.files = files;
    }

    /** Starts the service and waits until it says that it is ready, at most 90 s. */
    public ServiceProcess start() {
        return launch().awaitReady();
    }

    /** Starts the service without waiting. */
    public ServiceProcess launch() {
        if (isRunning()) {
            return this;
        }
        if (!Files.exists(jar)) {
            throw new IllegalStateException(name + " is not built: " + jar + " is missing");
        }
        if (!Ports.isFree(port)) {
            throw new IllegalStateException("port " + port + " for " + name + " is taken by another program");
        }
        List<String> command = new ArrayList<>();
        command.add(Commands.java());
        command.addAll(options);
        command.addAll(List.of("-jar", jar.toString()));
        process = Children.start(command, environment, log);
        files.note(name, process.pid());
        return this;
    }

    /**
     * Waits until the service is ready.
     *
     * @throws IllegalStateException when it ended or is not ready after 90 s, with the end of its log
     */
    public ServiceProcess awaitReady() {
        boolean ready = Pause.until(PATIENCE, () -> !process.isAlive() || isReady());
        if (!ready || !process.isAlive()) {
            throw new IllegalStateException(name + (process.isAlive() ? " is not ready after " + PATIENCE : " ended")
                    + "; end of " + log + ":\n" + Commands.lastLines(log, 20));
        }
        return this;
    }

    /** Ends it in good order; {@link #start()} brings it back. */
    public void stop() {
        if (process != null) {
            process.destroy();
            Children.awaitEnd(process);
            files.forget(name);
        }
    }

    /** Ends it at once (kill -9); {@link #start()} brings it back. */
    public void kill() {
        if (process != null) {
            process.destroyForcibly();
            Children.awaitEnd(process);
            files.forget(name);
        }
    }

    public boolean isRunning() {
        return process != null && process.isAlive();
    }

    public boolean isReady() {
        return isReady(url());
    }

    /** Whether the service on this port of the loopback address says that it is ready. */
    public static boolean isReady(int port) {
        return isReady(URI.create("http://127.0.0.1:" + port));
    }

    private static boolean isReady(URI base) {
        try {
            HttpRequest request = HttpRequest.newBuilder(base.resolve("/q/health/ready"))
                    .timeout(Duration.ofSeconds(3))
                    .build();
            return HTTP.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** A word for people: ready, starting, stopped. */
    public String state() {
        return !isRunning() ? "stopped" : isReady() ? "ready" : "starting";
    }

    public String name() {
        return name;
    }

    /** Where it answers, such as {@code http://127.0.0.1:8081}. */
    public URI url() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /** Only after a start. */
    public long pid() {
        return process.pid();
    }

    public Path log() {
        return log;
    }
}
