package vn.motcua.dossier.events;

import java.util.List;

/**
 * An agency, as it was at the time of the fact.
 *
 * @param code identification code by Decision 20/2020/QĐ-TTg, such as {@code H03.01}
 * @param path codes from the root down to this agency, both included, so that a reader can add up subtrees without the
 *     catalogue; null where the field says that it has none
 */
public record AgencyRef(String code, List<String> path) {
    public AgencyRef {
        path = path == null ? null : List.copyOf(path);
    }

    /** Without its path. */
    public static AgencyRef of(String code) {
        return new AgencyRef(code, null);
    }
}
