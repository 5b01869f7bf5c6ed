package vn.motcua.dossier.papers.forms;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import vn.motcua.dossier.archiving.Enclosure;
import vn.motcua.dossier.archiving.Enclosures;
import vn.motcua.dossier.archiving.Forgetting;
import vn.motcua.dossier.papers.store.ObjectKey;
import vn.motcua.dossier.papers.store.ObjectStore;

/**
 * The papers of a dossier for the archive, those too that nobody has asked for and that are made for it; and what becomes of them when the dossier is
 * destroyed.
 */
@ApplicationScoped
class ArchivedForms implements Enclosures, Forgetting {

    private final FormDesk desk;
    private final FormStore forms;
    private final ObjectStore objects;

    ArchivedForms(FormDesk desk, FormStore forms, ObjectStore objects) {
        this.desk = desk;
        this.forms = forms;
        this.objects = objects;
    }

    @Override
    public Uni<List<Enclosure>> of(UUID dossier) {
        return desk.makeAll(dossier)
                .flatMap(made -> forms.originals(dossier))
                .map(all -> all.stream().map(this::enclosed).toList());
    }

    private Enclosure enclosed(FormStore.Original original) {
        var key = new ObjectKey(original.sha256());
        return Enclosure.kept(
                "papers/" + original.kind() + "-" + original.sequence() + ".pdf",
                original.sha256(),
                original.bytes(),
                () -> objects.open(key));
    }

    @Override
    public Uni<List<String>> forget(SqlConnection tx, UUID dossier, Instant at) {
        return FormStore.forget(tx, dossier, at);
    }
}
