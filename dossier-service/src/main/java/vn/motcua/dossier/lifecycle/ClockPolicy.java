package vn.motcua.dossier.lifecycle;

/** How the clock goes on once what was awaited has come. */
public enum ClockPolicy {
    /** The whole limit is counted anew. Source: Decree 61/2018, art. 19 §4. */
    RESTART,
    /** What was left of it is counted. */
    RESUME
}
