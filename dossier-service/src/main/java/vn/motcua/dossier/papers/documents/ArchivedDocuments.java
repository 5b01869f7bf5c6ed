package vn.motcua.dossier.papers.documents;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import vn.motcua.dossier.archiving.Enclosure;
import vn.motcua.dossier.archiving.Enclosures;
import vn.motcua.dossier.archiving.Forgetting;
import vn.motcua.dossier.papers.documents.DocumentStore.Filed;
import vn.motcua.dossier.papers.store.ObjectKey;
import vn.motcua.dossier.papers.store.ObjectStore;

/** The files of a dossier for the archive, with a list of what each is; and what becomes of them when the dossier is destroyed. */
@ApplicationScoped
class ArchivedDocuments implements Enclosures, Forgetting {

    private final DocumentStore documents;
    private final ObjectStore objects;
    private final ObjectMapper json;

    ArchivedDocuments(DocumentStore documents, ObjectStore objects, ObjectMapper json) {
        this.documents = documents;
        this.objects = objects;
        this.json = json;
    }

    @Override
    public Uni<List<Enclosure>> of(UUID dossier) {
        return documents.of(dossier).map(this::enclosed);
    }

    private List<Enclosure> enclosed(List<Filed> filed) {
        var files = new ArrayList<Enclosure>();
        var list = new ArrayList<LinkedHashMap<String, Object>>();
        for (var one : filed) {
            var document = one.document();
            var key = ObjectKey.parse(document.sha256());
            var path = "documents/" + FileNames.alone(document);
            files.add(Enclosure.kept(path, key.sha256(), document.bytes(), () -> objects.open(key)));
            var line = new LinkedHashMap<String, Object>();
            line.put("path", path);
            line.put("id", document.id());
            line.put("component", document.component());
            line.put("kind", document.kind());
            line.put("result", document.result());
            line.put("mediaType", document.mediaType());
            line.put("pages", document.pages());
            line.put("addedAt", one.addedAt());
            line.put("signature", one.signature());
            list.add(line);
        }
        if (!list.isEmpty()) {
            try {
                files.add(Enclosure.of("documents.json", json.writeValueAsBytes(list)));
            } catch (JsonProcessingException bug) {
                throw new IllegalStateException(bug);
            }
        }
        return files;
    }

    @Override
    public Uni<List<String>> forget(SqlConnection tx, UUID dossier, Instant at) {
        return DocumentStore.forget(tx, dossier, at);
    }
}
