package vn.motcua.local;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.tools.StorageTool;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import vn.motcua.local.machine.Parent;
import vn.motcua.local.machine.ProcessLog;

/** The broker's own JVM: formats its storage once, runs until it is told to stop or its parent is gone. */
public final class KafkaProcess {

    private KafkaProcess() {}

    /** Arguments: the file with the broker's properties, the process id of the parent. */
    public static void main(String[] arguments) throws IOException {
        ProcessLog.toStandardOutput();
        Path file = Path.of(arguments[0]);
        KafkaRaftServer server = broker(file);
        Parent.end(Long.parseLong(arguments[1]));
        Runtime.getRuntime().addShutdownHook(new Thread(server::shutdown, "stop-broker"));
        server.startup();
        server.awaitShutdown();
    }

    /** A broker ready to start, its storage formatted. */
    public static KafkaRaftServer broker(Path file) throws IOException {
        Properties properties = new Properties();
        try (InputStream in = new FileInputStream(file.toFile())) {
            properties.load(in);
        }
        if (!Files.exists(Path.of(properties.getProperty("log.dirs"), "meta.properties"))) {
            format(file);
        }
        return new KafkaRaftServer(new KafkaConfig(properties, false), Time.SYSTEM);
    }

    private static void format(Path file) {
        PrintStream quiet = new PrintStream(PrintStream.nullOutputStream(), true, StandardCharsets.UTF_8);
        String[] arguments = {"format", "-t", Uuid.randomUuid().toString(), "-c", file.toString()};
        if (StorageTool.execute(arguments, quiet) != 0) {
            throw new IllegalStateException("the broker's storage could not be formatted, see " + file);
        }
    }
}
