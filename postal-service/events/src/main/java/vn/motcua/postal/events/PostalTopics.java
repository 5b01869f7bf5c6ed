package vn.motcua.postal.events;

import java.util.List;
import vn.motcua.dossier.events.EventAttributes;

/** The topics of the postal service, {@link vn.motcua.dossier.events.Topics#PARTITIONS} partitions each, created explicitly. */
public final class PostalTopics {

    /** Shared: what became of each parcel, no tracking number, kept for years. Key = dossier id. */
    public static final String TRACKING = "postal.tracking.v1";

    /** Restricted: the same facts with the tracking number, 7 days, own ACL. Key = dossier id. */
    public static final String TRACKING_RESTRICTED = "postal.tracking.restricted.v1";

    /** Schema of every value of {@link #TRACKING_RESTRICTED}, whatever its fact. */
    public static final String RESTRICTED_SCHEMA = EventAttributes.schemaOf("vn.motcua.postal.restricted.v1");

    public static final List<String> ALL = List.of(TRACKING, TRACKING_RESTRICTED);

    private PostalTopics() {}
}
