package vn.motcua.dossier.reading;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import vn.motcua.dossier.edge.Caching;
import vn.motcua.dossier.edge.Cursor;
import vn.motcua.dossier.edge.Page;
import vn.motcua.dossier.edge.Problem;
import vn.motcua.dossier.edge.ProblemType;
import vn.motcua.dossier.proving.ProofStore;

/** A history and its proof, the same for everybody who may see it: with a token by their rights, without one by what stands on the slip. */
@ApplicationScoped
class Histories {

    static final String PROOF = """
            {"subject": "01814035-3f80-7cc3-98c4-dc0c0c07398f", "sequence": 6,
             "hash": "sha256:5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328", "place": 1,
             "path": ["6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d"],
             "root": {"day": "2026-07-01", "source": "urn:motcua:H03:dossier-service", "histories": 2,
               "tree": "sha256:9dab3a2aa9c17b473f64e573490370cbb8967af3fa2126886e1cee11df6db74e",
               "root": "sha256:29eb30f389ebe71be4ddd702a566665feef5f6b4cf93d8c3c548a1e1a169a81b"}}""";

    /** One page of one history, as asked. @param after the last fact of the page before; 0 for the first page */
    record Asked(UUID subject, int size, String list, long after) {}

    private final ReadingStore store;
    private final ProofStore proofs;
    private final String source;

    Histories(
            ReadingStore store,
            ProofStore proofs,
            @ConfigProperty(name = "motcua.source", defaultValue = "urn:motcua:H03:dossier-service") String source) {
        this.store = store;
        this.proofs = proofs;
        this.source = source;
    }

    /** 400 for a size or a cursor that is none. */
    static Asked asked(UUID subject, Integer limit, String cursor) {
        String list = "history|" + subject;
        Long place = Places.read(list, 1, cursor, position -> Long.valueOf(position.get(0)));
        return new Asked(subject, Page.limit(limit), list, place == null ? 0 : place);
    }

    Uni<Response> page(Asked asked, UriInfo uri) {
        return store.history(asked.subject(), asked.after(), asked.size() + 1)
                .map(rows -> Page.of(rows, asked.size(), row -> Cursor.write(asked.list(), Long.toString(row.sequence)))
                        .map(row -> HistoryView.of(row, source))
                        .response(uri));
    }

    Uni<Response> proof(UUID subject) {
        return proofs.of(subject)
                .map(found -> found.map(proof -> Response.ok(proof)
                                .cacheControl(Caching.unkept())
                                .build())
                        .orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND)
                                .detail(
                                        "Hồ sơ chưa có trong gốc nào; gốc của một ngày được lập sau nửa đêm.",
                                        "No root covers the dossier yet; a day's root is made after midnight.")));
    }
}
