package vn.motcua.dossier.imports;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How much of an import at a time. Memory is bounded by lines in flight times their size, plus the answers not yet read. */
@ConfigMapping(prefix = "motcua.imports")
public interface ImportLimits {

    /** Lines of one import at most. */
    @WithDefault("100000")
    int maxLines();

    /** Bytes of one line at most. */
    @WithDefault("65536")
    int maxLineBytes();

    /** Lines on their way to the database at a time. */
    @WithDefault("16")
    int inFlight();

    /** Imports at a time; one more is told to come later. */
    @WithDefault("2")
    int atOnce();
}
