package vn.motcua.dossier.subscriber;

import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.flywaydb.core.api.ResourceProvider;
import org.flywaydb.core.api.resource.LoadableResource;

/** Migrations by name. They are not searched for: a packaged service's class loader does not list folders. */
final class MigrationFiles implements ResourceProvider {

    private final List<LoadableResource> files;

    MigrationFiles(String folder, String... names) {
        this.files = Arrays.stream(names)
                .<LoadableResource>map(name -> new MigrationFile(folder + name, name))
                .toList();
    }

    @Override
    public LoadableResource getResource(String name) {
        return files.stream()
                .filter(file -> file.getRelativePath().equals(name))
                .findFirst()
                .orElse(null);
    }

    @Override
    public Collection<LoadableResource> getResources(String prefix, String[] suffixes) {
        return files.stream()
                .filter(file -> file.getFilename().startsWith(prefix)
                        && Stream.of(suffixes).anyMatch(file.getFilename()::endsWith))
                .toList();
    }

    private static final class MigrationFile extends LoadableResource {

        private final String path;
        private final String name;

        private MigrationFile(String path, String name) {
            this.path = path;
            this.name = name;
        }

        @Override
        public Reader read() {
            var bytes = MigrationFiles.class.getClassLoader().getResourceAsStream(path);
            return new InputStreamReader(Objects.requireNonNull(bytes, path), StandardCharsets.UTF_8);
        }

        @Override
        public String getAbsolutePath() {
            return path;
        }

        @Override
        public String getAbsolutePathOnDisk() {
            return path;
        }

        @Override
        public String getFilename() {
            return name;
        }

        @Override
        public String getRelativePath() {
            return path;
        }
    }
}
