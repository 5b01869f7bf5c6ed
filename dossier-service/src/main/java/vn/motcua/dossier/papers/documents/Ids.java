package vn.motcua.dossier.papers.documents;

import java.util.UUID;
import vn.motcua.dossier.edge.Problem;
import vn.motcua.dossier.edge.ProblemType;

/** Ids in addresses: what is none is as unknown as one that nobody has. */
final class Ids {

    private Ids() {}

    static UUID read(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException noId) {
            throw notFound();
        }
    }

    static Problem notFound() {
        return Problem.of(ProblemType.NOT_FOUND)
                .detail("Không có hồ sơ hoặc tài liệu này.", "There is no such dossier or document.");
    }
}
