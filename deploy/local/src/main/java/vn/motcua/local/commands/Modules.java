package vn.motcua.local.commands;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import vn.motcua.local.LocalService;

/** The project's modules: what the services are made of, and which services are missing or older than their sources. */
final class Modules {

    /** What the services are built and tested with, in the order of building. */
    static final List<String> LIBRARIES = List.of(
            "dossier-service/events",
            "dossier-service/calendar",
            "deploy/local",
            "dossier-service/relay",
            "dossier-service/subscriber",
            "dossier-service/edge",
            "dossier-service/store",
            "postal-service/events");

    private static final Pattern DEPENDENCY = Pattern.compile(
            "<groupId>vn\\.motcua</groupId>\\s*<artifactId>([^<]+)</artifactId>(?:(?!</(?:dependency|parent)>).)*",
            Pattern.DOTALL);

    private final Path project;
    private final Path stamps;

    /** The stamps tell when we built a module last: Maven leaves a file as it is when nothing in it would change. */
    Modules(Path project, Path home) {
        this.project = project;
        this.stamps = home.resolve("build");
    }

    /** The services to build so that every one is as its sources say; empty when all are. */
    List<LocalService> stale() {
        Map<String, FileTime> libraries = new TreeMap<>();
        for (String library : LIBRARIES) {
            libraries.put(artifact(library), sources(library, libraries));
        }
        return Stream.of(LocalService.values())
                .filter(service -> built(service).compareTo(sources(service.module(), libraries)) < 0)
                .toList();
    }

    /** Notes that the services are as their sources were at that time. */
    void built(List<LocalService> services, Instant at) {
        try {
            Files.createDirectories(stamps);
            for (LocalService service : services) {
                Path stamp = stamps.resolve(service.module());
                Files.writeString(stamp, at + "\n");
                Files.setLastModifiedTime(stamp, FileTime.from(at));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write below " + stamps, e);
        }
    }

    private FileTime built(LocalService service) {
        Path packaged = project.resolve(service.module()).resolve("target/quarkus-app/quarkus-run.jar");
        if (!Files.exists(packaged)) {
            return FileTime.fromMillis(0);
        }
        return newest(Stream.of(packaged, stamps.resolve(service.module())));
    }

    /** When the module's own sources or those it is made of were last changed. */
    private FileTime sources(String module, Map<String, FileTime> known) {
        Path directory = project.resolve(module);
        FileTime newest = newest(
                Stream.of(project.resolve("pom.xml"), directory.resolve("pom.xml"), directory.resolve("src/main")));
        Matcher dependencies = DEPENDENCY.matcher(read(directory.resolve("pom.xml")));
        while (dependencies.find()) {
            FileTime upstream = known.get(dependencies.group(1));
            if (upstream != null
                    && !dependencies.group().contains("<scope>test</scope>")
                    && upstream.compareTo(newest) > 0) {
                newest = upstream;
            }
        }
        return newest;
    }

    private static String artifact(String library) {
        return library.replace("-service/", "-");
    }

    private static FileTime newest(Stream<Path> roots) {
        return roots.flatMap(Modules::walk)
                .map(Modules::changed)
                .max(FileTime::compareTo)
                .orElse(FileTime.fromMillis(0));
    }

    private static Stream<Path> walk(Path root) {
        try {
            return Files.exists(root) ? Files.walk(root) : Stream.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + root, e);
        }
    }

    private static FileTime changed(Path path) {
        try {
            return Files.getLastModifiedTime(path);
        } catch (IOException e) {
            return FileTime.fromMillis(0);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException("this is not the project's root: no " + file, e);
        }
    }
}
