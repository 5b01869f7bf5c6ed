package vn.motcua.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import vn.motcua.local.machine.Children;
import vn.motcua.local.machine.Commands;
import vn.motcua.local.machine.Directories;
import vn.motcua.local.machine.Pause;
import vn.motcua.local.machine.Ports;

/**
 * A real PostgreSQL server from Maven artifacts, on the loopback address, with commits on disk before they are answered. Not safe for several threads at once.
 */
public final class LocalPostgres implements AutoCloseable {

    private static final Map<String, String> SETTINGS = Map.of(
            "listen_addresses", "127.0.0.1",
            "unix_socket_directories", "",
            "fsync", "on",
            "synchronous_commit", "on",
            "max_connections", "200",
            "shared_buffers", "96MB",
            "jit", "off",
            "timezone", "UTC",
            "log_timezone", "UTC",
            "lc_messages", "C");
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Path directory;
    private final int port;
    private final boolean temporary;
    private final Map<String, String> settings = new TreeMap<>(SETTINGS);
    private Guardian guardian;
    private Process process;

    private LocalPostgres(Path directory, int port, boolean temporary) {
        this.directory = directory;
        this.port = port;
        this.temporary = temporary;
    }

    /** A server on a free port whose data are deleted when it is closed. Not started yet. */
    public static LocalPostgres temporary() {
        return new LocalPostgres(Directories.temporary("postgres"), Ports.free(), true);
    }

    /** A server whose data, password and log stay in the directory. Not started yet. */
    public static LocalPostgres keptIn(Path directory, int port) {
        return new LocalPostgres(Directories.owned(directory), port, false);
    }

    /** Changes one server setting before {@link #start()}. */
    public LocalPostgres with(String setting, String value) {
        settings.put(setting, value);
        return this;
    }

    /**
     * Starts the server and waits until it answers; data of an earlier start are found again.
     *
     * @throws IllegalStateException when an orphan holds the data, the port is taken or the server does not come up: the message says which
     */
    public LocalPostgres start() {
        if (isRunning()) {
            return this;
        }
        orphan().ifPresent(orphan -> {
            throw new IllegalStateException(orphan + ": stop it first");
        });
        if (!Ports.isFree(port)) {
            throw new IllegalStateException("port " + port + " for PostgreSQL is taken by another program");
        }
        PostgresUser user = PostgresUser.here();
        PostgresBinaries binaries = PostgresBinaries.unpackedIn(user.cache());
        initialise(user, binaries);
        launch(user, binaries);
        awaitAnswer();
        return this;
    }

    /** What an earlier run left running on these data. */
    public Optional<OrphanedPostmaster> orphan() {
        return isRunning() ? Optional.empty() : OrphanedPostmaster.of(data());
    }

    /** Makes a database and its owner, see {@link DatabaseServer#createDatabase}. */
    public LocalDatabase createDatabase(String name, String role, String password) {
        return server().createDatabase(name, role, password);
    }

    /** Where and as whom to reach the running server. */
    public DatabaseServer server() {
        try {
            return new DatabaseServer("127.0.0.1", port, "postgres", Files.readString(passwordFile()));
        } catch (IOException e) {
            throw new UncheckedIOException("this server was never started: no " + passwordFile(), e);
        }
    }

    public int port() {
        return port;
    }

    /** The server's process; only while it runs. */
    public long pid() {
        return process.pid();
    }

    public boolean isRunning() {
        return process != null && process.isAlive();
    }

    /** Stops the server in good order and cuts off clients; {@link #start()} brings it back. */
    public void stop() {
        if (isRunning()) {
            Commands.signal("INT", process.pid());
            Children.awaitEnd(process);
        }
    }

    /** Ends the server at once, as a power cut would; {@link #start()} recovers what was committed. */
    public void kill() {
        if (isRunning()) {
            Commands.signal("QUIT", process.pid());
            Children.awaitEnd(process);
        }
    }

    @Override
    public void close() {
        stop();
        if (guardian != null) {
            guardian.close();
        }
        if (temporary) {
            Directories.delete(directory);
        }
    }

    private void initialise(PostgresUser user, PostgresBinaries binaries) {
        if (Files.exists(data().resolve("postgresql.conf"))) {
            return;
        }
        Directories.delete(data());
        byte[] secret = new byte[24];
        new SecureRandom().nextBytes(secret);
        Directories.writeSecret(
                passwordFile(), Base64.getUrlEncoder().withoutPadding().encodeToString(secret));
        user.own(directory);
        List<String> command = new ArrayList<>(user.command(
                binaries.program("initdb"),
                "-D",
                data().toString(),
                "-U",
                "postgres",
                "-E",
                "UTF8",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--locale=C",
                "-A",
                "scram-sha-256",
                "--pwfile=" + passwordFile(),
                "--no-instructions"));
        if (temporary) {
            command.add("--no-sync");
        }
        Commands.Outcome outcome = Commands.run(command);
        if (!outcome.succeeded()) {
            Directories.delete(temporary ? directory : data());
            throw new IllegalStateException("initdb failed in " + directory + ":\n" + outcome.output());
        }
    }

    private void launch(PostgresUser user, PostgresBinaries binaries) {
        List<String> command = new ArrayList<>(
                user.command(binaries.program("postgres"), "-D", data().toString(), "-p", Integer.toString(port)));
        settings.forEach((name, value) -> command.addAll(List.of("-c", name + "=" + value)));
        process = Children.start(command, Map.of(), log());
        if (temporary && guardian == null) {
            guardian = Guardian.ofTemporary(directory);
        }
    }

    private void awaitAnswer() {
        long end = System.nanoTime() + PATIENCE.toNanos();
        SQLException last = null;
        while (process.isAlive() && System.nanoTime() < end) {
            try {
                server().connect().close();
                return;
            } catch (SQLException notYet) {
                last = notYet;
                Pause.millis(30);
            }
        }
        process.destroyForcibly();
        throw new IllegalStateException(
                "PostgreSQL did not come up on port " + port + "; end of its log:\n" + Commands.lastLines(log(), 15),
                last);
    }

    private Path data() {
        return directory.resolve("data");
    }

    private Path passwordFile() {
        return directory.resolve("superuser.password");
    }

    private Path log() {
        return directory.resolve("postgres.log");
    }
}
