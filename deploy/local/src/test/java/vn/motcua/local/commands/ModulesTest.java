package vn.motcua.local.commands;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.motcua.local.LocalService;

class ModulesTest {

    private static final Instant WRITTEN = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant BUILT = WRITTEN.plusSeconds(60);
    private static final Instant CHANGED = BUILT.plusSeconds(60);

    @TempDir
    private Path project;

    private Modules modules;

    @BeforeEach
    void aProjectThatIsBuilt() throws IOException {
        modules = new Modules(project, project.resolve(".motcua"));
        for (String library : Modules.LIBRARIES) {
            pom(library, List.of());
        }
        pom("dossier-service", List.of("dossier-events", "dossier-calendar"));
        pom("kpi-service", List.of("dossier-events"));
        pom("notification-service", List.of("dossier-events"));
        pom("postal-service", List.of("dossier-events", "postal-events"));
        write("pom.xml", "<project/>");
        for (LocalService service : LocalService.values()) {
            write(service.module() + "/src/main/java/Code.java", "");
            write(service.module() + "/target/quarkus-app/quarkus-run.jar", "");
        }
        try (Stream<Path> all = Files.walk(project)) {
            for (Path path : all.toList()) {
                Files.setLastModifiedTime(path, FileTime.from(path.endsWith("quarkus-run.jar") ? BUILT : WRITTEN));
            }
        }
    }

    @Test
    void whatIsNewerThanItsSourcesIsNotBuiltAgain() {
        assertThat(modules.stale()).isEmpty();
    }

    @Test
    void aChangedServiceIsBuilt() throws IOException {
        change("kpi-service/src/main/java/Code.java");

        assertThat(modules.stale()).containsExactly(LocalService.KPI);
    }

    @Test
    void aChangedLibraryIsAReasonForThoseThatUseIt() throws IOException {
        change("postal-service/events/pom.xml");
        assertThat(modules.stale()).containsExactly(LocalService.POSTAL);

        change("dossier-service/events/pom.xml");
        assertThat(modules.stale()).containsExactly(LocalService.values());
    }

    @Test
    void whatIsUsedInTestsOnlyIsNoReason() throws IOException {
        change("deploy/local/pom.xml");

        assertThat(modules.stale()).isEmpty();
    }

    @Test
    void whatIsMissingIsBuilt() throws IOException {
        Files.delete(project.resolve("notification-service/target/quarkus-app/quarkus-run.jar"));

        assertThat(modules.stale()).containsExactly(LocalService.NOTIFICATION);
    }

    @Test
    void whatMavenLeftAsItWasIsNotBuiltForEver() throws IOException {
        change("pom.xml");
        modules.built(modules.stale(), CHANGED.plusSeconds(1));

        assertThat(modules.stale()).isEmpty();
    }

    private void change(String file) throws IOException {
        Files.setLastModifiedTime(project.resolve(file), FileTime.from(CHANGED));
    }

    private void pom(String module, List<String> dependencies) throws IOException {
        StringBuilder pom =
                new StringBuilder("<parent><groupId>vn.motcua</groupId>\n<artifactId>motcua</artifactId></parent>");
        dependencies.forEach(artifact -> pom.append(
                "<dependency><groupId>vn.motcua</groupId>\n  <artifactId>" + artifact + "</artifactId></dependency>"));
        pom.append("<dependency><groupId>vn.motcua</groupId><artifactId>motcua-local</artifactId>"
                + "<scope>test</scope></dependency>");
        write(module + "/pom.xml", pom.toString());
    }

    private void write(String file, String text) throws IOException {
        Path path = project.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }
}
