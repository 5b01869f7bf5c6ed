package vn.motcua.dossier.lifecycle;

/** What the competent agency decided. {@link #DENIED} is the refusal on the merits, with a reason. Source: Decree 61/2018, art. 19 §8. */
public enum Outcome {
    GRANTED,
    DENIED
}
