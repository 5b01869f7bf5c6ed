package vn.motcua.dossier.sweeping;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import vn.motcua.dossier.catalogue.Catalogue;
import vn.motcua.dossier.edge.Caller;
import vn.motcua.dossier.edge.Problem;
import vn.motcua.dossier.edge.ProblemType;
import vn.motcua.dossier.edge.Role;
import vn.motcua.dossier.events.CatalogueEntry.Agency;

/** Agencies with everything below them, for those who may give orders there. */
@ApplicationScoped
class Subtrees {

    private final Catalogue catalogue;

    Subtrees(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** Codes of the agency and of all below it, by their latest versions. @throws Problem 400 without one, 403, 404 */
    List<String> of(String agency, Caller caller) {
        if (agency == null) {
            throw Problem.of(ProblemType.MALFORMED)
                    .parameter("agency", "Mã cơ quan, ví dụ H03.01.", "The code of an agency: H03.01.");
        }
        if (!caller.is(Role.ADMIN) && !caller.covers(agency)) {
            throw Problem.of(ProblemType.FORBIDDEN)
                    .parameter("agency", "Không thuộc cơ quan của bạn.", "Not an agency of yours.");
        }
        if (catalogue.agency(agency).isEmpty()) {
            throw Problem.of(ProblemType.NOT_FOUND).detail("Không có cơ quan này.", "There is no such agency.");
        }
        return catalogue.agencies().stream()
                .filter(one -> one.path().contains(agency))
                .map(Agency::code)
                .toList();
    }
}
