package vn.motcua.local.commands;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import vn.motcua.local.PlatformPorts;
import vn.motcua.local.PlatformSettings;
import vn.motcua.local.machine.ProcessLog;

/** The one entry of all commands: {@code up down status tail token}. The scripts tell project, home and port offset by system properties. */
public final class Deploy {

    private Deploy() {}

    public static void main(String[] arguments) {
        ProcessLog.toStandardOutput();
        int status;
        try {
            List<String> rest = new ArrayList<>(List.of(arguments));
            String command = rest.isEmpty() ? "" : rest.remove(0);
            PlatformSettings settings = settings();
            status = switch (command) {
                case "up" -> new Up(settings, rest).run();
                case "down" -> new Down(settings.home()).run();
                case "status" -> new Status(settings).run();
                case "tail" -> new Tail(settings, rest).run();
                case "token" -> new Token(settings.home(), rest).run();
                default -> usage();
            };
        } catch (IllegalArgumentException | IllegalStateException e) {
            System.err.println(e.getMessage());
            status = 1;
        } catch (RuntimeException e) {
            // Not foreseen: whoever mends it needs the trace. Without an exit the servers' threads would keep us
            // running.
            e.printStackTrace();
            status = 1;
        }
        System.exit(status);
    }

    private static PlatformSettings settings() {
        Path project = Path.of(System.getProperty("motcua.project", "."));
        Path home = Path.of(System.getProperty("motcua.home", ".motcua"));
        String offset = System.getProperty("motcua.port-offset", "0");
        if (!offset.matches("-?\\d{1,5}")) {
            throw new IllegalArgumentException("MOTCUA_PORT_OFFSET is a whole number, not " + offset);
        }
        return PlatformSettings.of(project, home, PlatformPorts.standard(Integer.parseInt(offset)));
    }

    private static int usage() {
        System.err.println("one of: up down status tail token");
        return 2;
    }
}
