package vn.motcua.dossier.archiving;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.UUID;

/** Who has something that belongs into a dossier's archive package: a bean of this type is asked for every package. */
public interface Enclosures {

    /** What there is of it; whether the caller may have it was decided before. */
    Uni<List<Enclosure>> of(UUID dossier);
}
