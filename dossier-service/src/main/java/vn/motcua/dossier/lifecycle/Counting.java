package vn.motcua.dossier.lifecycle;

import java.time.Instant;
import vn.motcua.dossier.calendar.TimeLimit;

/** When a limit ends in the working time of whoever it binds. */
@FunctionalInterface
public interface Counting {

    /** @return null without a limit */
    Instant due(Instant start, TimeLimit limit);
}
