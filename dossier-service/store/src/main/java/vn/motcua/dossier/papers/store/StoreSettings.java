package vn.motcua.dossier.papers.store;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Where the bytes of papers are kept. */
@ConfigMapping(prefix = "motcua.store")
public interface StoreSettings {

    @WithDefault("FOLDER")
    Kind kind();

    /** The folder of the objects, and of what is arriving; with S3 only the latter. It must have room for all uploads under way at once. */
    Path folder();

    /** How long a file may lie where streams arrive before it counts as left behind by a process that was killed. */
    @WithDefault("P1D")
    Duration leftBehindAfter();

    S3 s3();

    /** Which store. */
    enum Kind {
        FOLDER,
        S3
    }

    /** A server of the S3 protocol. */
    interface S3 {

        /** Where the server is; without it Amazon's own for the region. */
        Optional<URI> endpoint();

        @WithDefault("us-east-1")
        String region();

        Optional<String> bucket();

        /** Without a key pair the SDK looks where it usually does: environment, profile, the machine's role. */
        Optional<String> accessKey();

        Optional<String> secretKey();

        /** Whether the bucket stands in the path, as most servers outside Amazon want it. */
        @WithDefault("true")
        boolean pathStyle();

        /** How long one attempt may last, whatever the size. */
        @WithDefault("PT5M")
        Duration attempt();
    }
}
