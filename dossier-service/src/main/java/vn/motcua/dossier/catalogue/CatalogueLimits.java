package vn.motcua.dossier.catalogue;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How often the catalogue is looked after, and how much of an import at a time. */
@ConfigMapping(prefix = "motcua.catalogue")
public interface CatalogueLimits {

    /** How often an instance looks whether another one published something. */
    @WithDefault("PT5S")
    Duration refresh();

    /** Bytes of one import at most. */
    @WithDefault("16777216")
    int maxImportBytes();

    /** Entries of one import at most. */
    @WithDefault("10000")
    int maxImportEntries();
}
