package vn.motcua.dossier.events;

import java.util.List;

/** The topics of the province's event stream. Created explicitly, never by a first write. */
public final class Topics {

    /** Shared: every dossier fact, no personal data, kept without limit. Key = dossier id. */
    public static final String DOSSIER_LIFECYCLE = "dossier.lifecycle.v1";

    /** Restricted: the same facts with the recipient, 7 days, own ACL. Key = dossier id. */
    public static final String DOSSIER_LIFECYCLE_RESTRICTED = "dossier.lifecycle.restricted.v1";

    /** Shared: what people report and propose, no personal data, kept without limit. Key = feedback id. */
    public static final String FEEDBACK = "feedback.v1";

    /** Shared, compacted: agencies, procedures, calendars, reasons. Key = kind|code|version. */
    public static final String CATALOGUE = "catalogue.v1";

    /** Shared, compacted: what all histories were at the end of each day, in one hash. Key = source|day. */
    public static final String HISTORY_ROOT = "history-root.v1";

    /** Partitions of every stream keyed by its subject; the catalogue and the roots have one. */
    public static final int PARTITIONS = 12;

    /** Those this library describes. */
    public static final List<String> ALL =
            List.of(DOSSIER_LIFECYCLE, DOSSIER_LIFECYCLE_RESTRICTED, FEEDBACK, CATALOGUE, HISTORY_ROOT);

    private Topics() {}
}
