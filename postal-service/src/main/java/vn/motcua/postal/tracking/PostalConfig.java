package vn.motcua.postal.tracking;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.time.LocalTime;

/** Hours and limits of the postal service: {@code motcua.postal.…}. */
@ConfigMapping(prefix = "motcua.postal")
public interface PostalConfig {

    /** When the day's manifests close, local time of the agency's calendar. */
    @WithDefault("15:00")
    LocalTime cutOff();

    /** How often is looked for orders to send and manifests to close. */
    @WithDefault("1s")
    Duration sweep();

    /** How long an order belongs to the instance that took it. Longer than the carrier may take to answer. */
    @WithDefault("30s")
    Duration lease();

    /** Most orders that one instance has under way. */
    @WithDefault("20")
    int ordersAtOnce();

    /** How long is waited before the carrier is asked about an order in doubt: the request may still be on its way. */
    @WithDefault("3s")
    Duration doubtGrace();

    /** Pause after the first refusal; doubles up to the longest. */
    @WithDefault("1s")
    Duration shortestPause();

    @WithDefault("5m")
    Duration longestPause();

    /** How long an order is tried before a person has to look. */
    @WithDefault("72h")
    Duration giveUpAfter();
}
