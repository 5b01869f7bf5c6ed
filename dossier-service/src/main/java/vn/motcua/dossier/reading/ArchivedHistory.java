package vn.motcua.dossier.reading;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import vn.motcua.dossier.archiving.Enclosure;
import vn.motcua.dossier.archiving.Enclosures;
import vn.motcua.dossier.edge.Page;
import vn.motcua.dossier.proving.ProofStore;

/** The whole history, and the proof of it where a root covers the dossier: as files that the offline verifier reads. */
@ApplicationScoped
class ArchivedHistory implements Enclosures {

    private final ReadingStore store;
    private final ProofStore proofs;
    private final ObjectMapper json;
    private final String source;

    ArchivedHistory(
            ReadingStore store,
            ProofStore proofs,
            ObjectMapper json,
            @ConfigProperty(name = "motcua.source", defaultValue = "urn:motcua:H03:dossier-service") String source) {
        this.store = store;
        this.proofs = proofs;
        this.json = json;
        this.source = source;
    }

    @Override
    public Uni<List<Enclosure>> of(UUID dossier) {
        return facts(dossier, new ArrayList<>())
                .chain(facts -> proofs.of(dossier).map(proof -> {
                    var files = new ArrayList<Enclosure>();
                    files.add(file("history.json", new Page<>(facts, null)));
                    proof.ifPresent(found -> files.add(file("proof.json", found)));
                    return files;
                }));
    }

    private Uni<List<HistoryView>> facts(UUID dossier, List<HistoryView> before) {
        return store.history(dossier, before.size(), Page.MAX_LIMIT).chain(rows -> {
            rows.forEach(row -> before.add(HistoryView.of(row, source)));
            return rows.size() < Page.MAX_LIMIT ? Uni.createFrom().item(before) : facts(dossier, before);
        });
    }

    private Enclosure file(String name, Object content) {
        try {
            return Enclosure.of(name, json.writeValueAsBytes(content));
        } catch (JsonProcessingException bug) {
            throw new IllegalStateException(bug);
        }
    }
}
