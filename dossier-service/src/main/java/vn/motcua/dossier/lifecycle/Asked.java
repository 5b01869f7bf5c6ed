package vn.motcua.dossier.lifecycle;

import java.time.Instant;
import java.util.List;

/**
 * What an applicant was asked for, kept when the answer has long come: the paper that asks can be printed at any time.
 *
 * @param at time of the request's fact
 * @param missing codes of components, or words
 */
public record Asked(Instant at, List<String> missing) {
    public Asked {
        missing = missing == null ? List.of() : List.copyOf(missing);
    }
}
