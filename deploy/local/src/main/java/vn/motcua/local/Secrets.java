package vn.motcua.local;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Properties;
import java.util.TreeMap;
import vn.motcua.local.machine.Directories;

/** Passwords and keys that were drawn by lot at the first start and are kept in one file that only its owner may read. */
final class Secrets {

    private static final SecureRandom RANDOM = new SecureRandom();

    private final Path file;
    private final Properties known = new Properties();

    Secrets(Path file) {
        this.file = file;
        if (Files.exists(file)) {
            try {
                known.load(new StringReader(Files.readString(file)));
            } catch (IOException e) {
                throw new UncheckedIOException("cannot read " + file, e);
            }
        }
    }

    /** The secret of this name: 24 random bytes in letters, digits, - and _. */
    synchronized String of(String name) {
        String secret = known.getProperty(name);
        if (secret == null) {
            byte[] bytes = new byte[24];
            RANDOM.nextBytes(bytes);
            secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
            known.setProperty(name, secret);
            StringBuilder lines = new StringBuilder();
            new TreeMap<>(known)
                    .forEach((key, value) ->
                            lines.append(key).append('=').append(value).append('\n'));
            Directories.writeSecret(file, lines.toString());
        }
        return secret;
    }
}
