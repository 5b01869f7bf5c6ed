package vn.motcua.dossier.staff;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** The stated limits of the staff list. */
@ConfigMapping(prefix = "motcua.staff")
public interface StaffLimits {

    /** Bytes of one import at most. */
    @WithDefault("4194304")
    int maxBytes();

    /** Lines of one import at most, without its head. */
    @WithDefault("20000")
    int maxLines();

    /** Characters of one line at most. */
    @WithDefault("2000")
    int maxLineLength();

    /** Imports at a time; one more is told to come later. */
    @WithDefault("2")
    int importsAtOnce();

    /** How often an instance asks whether another one has changed the list. */
    @WithDefault("PT2S")
    Duration poll();

    /** How old the copy in memory may be before an answer waits for a look at the database. */
    @WithDefault("PT1M")
    Duration oldest();
}
