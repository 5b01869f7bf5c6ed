package vn.motcua.local;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How a platform is set up.
 *
 * @param project the root of the project, whose packaged services are run
 * @param home where everything is kept that outlives a run: data, keys, logs
 * @param config configuration of single services, over what the platform gives them
 * @param jvmOptions options for the JVMs of the services and the broker, over what the platform gives them; {@code -XX:TieredStopAtLevel=4} where speed is measured rather than a quick
 *     start wanted
 */
public record PlatformSettings(
        Path project,
        Path home,
        PlatformPorts ports,
        Map<LocalService, Map<String, String>> config,
        List<String> jvmOptions) {

    public PlatformSettings {
        project = project.toAbsolutePath().normalize();
        home = home.toAbsolutePath().normalize();
        config = Map.copyOf(config);
        jvmOptions = List.copyOf(jvmOptions);
    }

    public static PlatformSettings of(Path project, Path home, PlatformPorts ports) {
        return new PlatformSettings(project, home, ports, Map.of(), List.of());
    }

    /** Gives one service one more property, such as {@code motcua.relay.enabled}. */
    public PlatformSettings with(LocalService service, String property, String value) {
        Map<LocalService, Map<String, String>> more = new EnumMap<>(LocalService.class);
        more.putAll(config);
        Map<String, String> of = new HashMap<>(config.getOrDefault(service, Map.of()));
        of.put(property, value);
        more.put(service, Map.copyOf(of));
        return new PlatformSettings(project, home, ports, more, jvmOptions);
    }

    /** Gives the JVMs of the services and the broker one more option. */
    public PlatformSettings withJvmOption(String option) {
        List<String> more = new ArrayList<>(jvmOptions);
        more.add(option);
        return new PlatformSettings(project, home, ports, config, more);
    }

    Path data(String part) {
        return home.resolve("data").resolve(part);
    }

    Path log(String part) {
        return home.resolve("logs").resolve(part + ".log");
    }
}
