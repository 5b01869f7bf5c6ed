package vn.motcua.local;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import vn.motcua.local.machine.Commands;

/** As whom PostgreSQL's programs run: they refuse to run as root. */
enum PostgresUser {
    /** An ordinary user: as is. */
    MYSELF(List.of()),
    /** Root, seen as an ordinary user in a user namespace of its own. */
    NAMESPACE(List.of("unshare", "-U")),
    /** Root where namespaces are forbidden, as in many containers: the user nobody. */
    NOBODY(List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"));

    private final List<String> prefix;

    PostgresUser(List<String> prefix) {
        this.prefix = prefix;
    }

    static PostgresUser here() {
        if (!"root".equals(System.getProperty("user.name"))) {
            return MYSELF;
        }
        return Stream.of(NAMESPACE, NOBODY)
                .filter(user -> Commands.run(user.command("true")).succeeded())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "PostgreSQL does not run as root, and this machine allows root neither a user namespace"
                                + " (unshare -U) nor another user (setpriv): start as an ordinary user"));
    }

    List<String> command(String... program) {
        return Stream.concat(prefix.stream(), Stream.of(program)).toList();
    }

    /** Where the programs are unpacked: root's home is closed to the user nobody. */
    Path cache() {
        if (this == NOBODY) {
            return Path.of(System.getProperty("java.io.tmpdir"), "motcua-root");
        }
        String chosen = System.getenv("XDG_CACHE_HOME");
        Path base = chosen == null || chosen.isBlank()
                ? Path.of(System.getProperty("user.home"), ".cache")
                : Path.of(chosen);
        Path cache = base.resolve("motcua");
        return cache.toFile().mkdirs() || cache.toFile().canWrite()
                ? cache
                : Path.of(System.getProperty("java.io.tmpdir"), "motcua-" + System.getProperty("user.name"));
    }

    /** Gives the directory to the user that PostgreSQL runs as. */
    void own(Path directory) {
        if (this == NOBODY) {
            Commands.run(List.of("chown", "-R", "65534:65534", directory.toString()));
        }
    }
}
