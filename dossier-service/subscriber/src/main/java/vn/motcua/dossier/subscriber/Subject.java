package vn.motcua.dossier.subscriber;

import java.util.Comparator;
import java.util.UUID;

/** Whose events are in order: a subject of a source. */
record Subject(String source, UUID id) implements Comparable<Subject> {

    private static final Comparator<Subject> ORDER =
            Comparator.comparing(Subject::source).thenComparing(Subject::id);

    @Override
    public int compareTo(Subject other) {
        return ORDER.compare(this, other);
    }
}
