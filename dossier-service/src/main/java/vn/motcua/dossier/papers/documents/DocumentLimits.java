package vn.motcua.dossier.papers.documents;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Set;

/** What is taken as a file, and how much. */
@ConfigMapping(prefix = "motcua.documents")
public interface DocumentLimits {

    /** Bytes of one file at most. */
    @WithDefault("209715200")
    long maxBytes();

    /** Bytes of a signed PDF whose signatures are looked at, at most: it is read into memory for that. */
    @WithDefault("16777216")
    long maxSignedBytes();

    /** What the bytes of a file may be; a word that is left out here is 415. */
    @WithDefault("application/pdf,image/jpeg,image/png,image/tiff,application/xml,"
            + "application/vnd.openxmlformats-officedocument.wordprocessingml.document,"
            + "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
    Set<String> mediaTypes();

    /** Uploads under way at a time in one instance; one more is told to come later. Each takes a thread and one buffer. */
    @WithDefault("16")
    int uploadsAtOnce();

    /** Uploads of one account that no dossier has, at most. */
    @WithDefault("100")
    int unusedPerAccount();

    /** How long an upload may be used; then it is swept. */
    @WithDefault("PT24H")
    Duration unusedFor();

    /** How often unused uploads are looked for; {@code off}: never, by this instance. */
    @WithDefault("1m")
    String sweepEvery();
}
