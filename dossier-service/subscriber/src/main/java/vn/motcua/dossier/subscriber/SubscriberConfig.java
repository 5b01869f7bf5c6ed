package vn.motcua.dossier.subscriber;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Limits of the kit: {@code motcua.subscriber.…}. */
@ConfigMapping(prefix = "motcua.subscriber")
public interface SubscriberConfig {

    /** Most deliveries applied in one transaction; a larger poll is cut. 1 to 5,000. */
    @WithDefault("1000")
    int batch();

    /** Largest value of a record that is taken for an event, in bytes. Up to 16 MiB. */
    @WithDefault("1048576")
    int largestValue();

    /** How many bytes of an undecodable record are kept. Up to 64 KiB. */
    @WithDefault("4096")
    int keptOfUndecodable();

    /** How long they are kept. */
    @WithDefault("7d")
    Duration undecodableKept();

    /**
     * Most events of one subject whose values are kept while they wait; of those beyond it only the place in the topic is. 1 to
     * 100,000.
     */
    @WithDefault("1000")
    int mostHeld();

    /** Most waiting events that are loaded and applied in one transaction. 1 to 5,000. */
    @WithDefault("500")
    int drain();

    /** Pause after the first infrastructure fault; doubles up to the longest. */
    @WithDefault("100ms")
    Duration shortestPause();

    /** Longest pause between attempts while the database is away. */
    @WithDefault("5s")
    Duration longestPause();

    /** First pause of a subject that waits for something which is not here yet; doubles up to the longest. */
    @WithDefault("1s")
    Duration firstRetry();

    /** Longest pause of a subject that waits for something which is not here yet. */
    @WithDefault("1m")
    Duration longestRetry();

    /** How long a subject waits for something which is not here yet before its event is parked. */
    @WithDefault("15m")
    Duration patience();

    /** How often subjects that wait are looked for, and how old the gauges may be. */
    @WithDefault("1s")
    Duration sweep();

    /** How often the view of the catalogue is compared with its table. */
    @WithDefault("30s")
    Duration catalogueRefresh();
}
