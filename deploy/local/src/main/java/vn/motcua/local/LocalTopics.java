package vn.motcua.local;

import java.util.List;
import java.util.Map;

/** The topics of the system, as operations create them; nothing is created by being used. */
public record LocalTopics(String name, int partitions, Map<String, String> config) {

    private static final String FOR_YEARS = "-1";
    private static final String SEVEN_DAYS = "604800000";

    /** Shared topics are kept, restricted ones for a week; the catalogue and the roots of histories keep the last entry of each key. */
    public static final List<LocalTopics> ALL = List.of(
            events("dossier.lifecycle.v1", FOR_YEARS),
            events("dossier.lifecycle.restricted.v1", SEVEN_DAYS),
            events("feedback.v1", FOR_YEARS),
            events("postal.tracking.v1", FOR_YEARS),
            events("postal.tracking.restricted.v1", SEVEN_DAYS),
            compacted("catalogue.v1"),
            compacted("history-root.v1"));

    private static LocalTopics compacted(String name) {
        return new LocalTopics(name, 1, Map.of("cleanup.policy", "compact", "segment.ms", "86400000"));
    }

    private static LocalTopics events(String name, String retentionMillis) {
        return new LocalTopics(name, 12, Map.of("retention.ms", retentionMillis));
    }
}
