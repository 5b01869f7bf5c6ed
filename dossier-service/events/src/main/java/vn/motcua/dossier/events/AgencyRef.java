package vn.motcua.dossier.events;

import java.util.List;

/**
 * The agency that answers for the dossier.
 *
 * @param code identification code by Decision 20/2020/QĐ-TTg, such as {@code H03.01}
 * @param path codes from the root down to this agency, both included, so that a reader can add up subtrees without the catalogue
 */
public record AgencyRef(String code, List<String> path) {
    public AgencyRef {
        path = path == null ? List.of() : List.copyOf(path);
    }
}
