package vn.motcua.dossier.reading;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import vn.motcua.dossier.archiving.Enclosure;
import vn.motcua.dossier.archiving.Enclosures;
import vn.motcua.dossier.lifecycle.Party;
import vn.motcua.dossier.lifecycle.Role;

/** The dossier as it stands, with its applicant, and the ledger of its clock, as files of the archive. */
@ApplicationScoped
class ArchivedDossier implements Enclosures {

    private final ReadingStore store;
    private final Shown shown;
    private final ClockResource clocks;
    private final ObjectMapper json;

    ArchivedDossier(ReadingStore store, Shown shown, ClockResource clocks, ObjectMapper json) {
        this.store = store;
        this.shown = shown;
        this.clocks = clocks;
        this.json = json;
    }

    @Override
    public Uni<List<Enclosure>> of(UUID dossier) {
        return store.byId(dossier).map(found -> found.map(this::files).orElse(List.of()));
    }

    private List<Enclosure> files(ReadingStore.Found found) {
        // An archive is whole: as whoever may see all of it sees it, without what they could do next.
        var everything = new Party("archive", Set.of(Role.LEADER), found.dossier().agency, null);
        ObjectNode tree = json.valueToTree(shown.whole(found, everything));
        tree.remove("nextSteps");
        var clock = clocks.view(found.dossier().dossier(), Locale.forLanguageTag("vi"));
        return List.of(file("dossier.json", tree), file("clock.json", clock));
    }

    private Enclosure file(String name, Object content) {
        try {
            return Enclosure.of(name, json.writeValueAsBytes(content));
        } catch (JsonProcessingException bug) {
            throw new IllegalStateException(bug);
        }
    }
}
