package vn.motcua.dossier.papers.documents;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.logging.Logger;
import vn.motcua.dossier.casework.Acts;
import vn.motcua.dossier.casework.Parties;
import vn.motcua.dossier.casework.Standing;
import vn.motcua.dossier.edge.CurrentRequest;
import vn.motcua.dossier.edge.Problem;
import vn.motcua.dossier.edge.ProblemType;
import vn.motcua.dossier.edge.Role;
import vn.motcua.dossier.edge.Roles;
import vn.motcua.dossier.lifecycle.Document;
import vn.motcua.dossier.lifecycle.Dossier;
import vn.motcua.dossier.lifecycle.Party;
import vn.motcua.dossier.lifecycle.Rights;
import vn.motcua.dossier.papers.access.AccessLog;
import vn.motcua.dossier.papers.access.Purpose;
import vn.motcua.dossier.papers.access.Read;
import vn.motcua.dossier.papers.access.Reader;
import vn.motcua.dossier.papers.documents.DocumentStore.Filed;
import vn.motcua.dossier.papers.store.NoSuchObject;
import vn.motcua.dossier.papers.store.ObjectKey;
import vn.motcua.dossier.papers.store.ObjectStore;

/**
 * The files of a dossier: what is there, and each one to open. 200; 404 for what is unknown or not theirs to know of, in the same words; 503 the
 * store is away, or the file is gone or is another by now. Each time that a file is opened is noted before its first byte goes out. A file of many pieces that
 * turns out to be another is broken off before its last piece: nobody gets a whole one.
 */
@Path("/v1/dossiers/{id}/documents")
@RolesAllowed({Roles.CITIZEN, Roles.RECEPTION, Roles.OFFICER, Roles.LEADER, Roles.CLERK})
@Tag(name = "Documents", description = "Files of dossiers")
public class DocumentResource {

    private static final Logger LOG = Logger.getLogger(DocumentResource.class);
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    /** What is not larger is weighed before its first byte goes out. */
    private static final int ONE_PIECE = 256 * 1024;

    private final DocumentStore documents;
    private final ObjectStore objects;
    private final Checklists checklists;
    private final Acts acts;
    private final Standing standing;
    private final CurrentRequest request;
    private final DocumentMetrics metrics;
    private final AccessLog log;

    DocumentResource(
            DocumentStore documents,
            ObjectStore objects,
            Checklists checklists,
            Acts acts,
            Standing standing,
            CurrentRequest request,
            DocumentMetrics metrics,
            AccessLog log) {
        this.documents = documents;
        this.objects = objects;
        this.checklists = checklists;
        this.acts = acts;
        this.standing = standing;
        this.request = request;
        this.metrics = metrics;
        this.log = log;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "checklist",
            summary = "What belongs to a dossier, and what is there",
            description = "For each component of the procedure: originals, copies and files.")
    public Uni<ChecklistView> checklist(
            @Parameter(example = "01814035-3f80-7cc3-98c4-dc0c0c07398f") @PathParam("id") String id) {
        Party who = Parties.of(request.caller());
        return seen(Ids.read(id), who)
                .chain(seen -> Uni.combine()
                        .all()
                        .unis(documents.of(seen.id()), documents.papers(seen.id()))
                        .asTuple()
                        .map(both -> checklists.of(seen.dossier(), both.getItem1(), both.getItem2(), seen.by())));
    }

    /** On a worker thread: bytes are written as fast as the caller reads them. */
    @GET
    @Path("/{document}")
    @Produces(MediaType.WILDCARD)
    @Blocking
    @Operation(operationId = "openDocument", summary = "Open a file of a dossier", description = "Noted, each time.")
    @Parameter(
            name = Purpose.HEADER,
            in = ParameterIn.HEADER,
            description = "What it is read for; absent: OWN for citizens, CASEWORK for officials",
            schema = @Schema(implementation = Purpose.class))
    public Response open(@PathParam("id") String id, @PathParam("document") String document) {
        Reader reader = log.reader();
        Party who = Parties.of(reader.caller());
        UUID file = Ids.read(document);
        Seen seen = done(seen(Ids.read(id), who));
        Dossier dossier = seen.dossier();
        Filed found = done(documents.one(dossier.id(), file))
                .filter(one ->
                        Rights.mayOpen(seen.by(), dossier, file, one.document().result()))
                .orElseThrow(Ids::notFound);
        InputStream in = bytes(found);
        try {
            note(reader, dossier, found);
        } catch (RuntimeException notNoted) {
            close(in);
            throw notNoted;
        }
        return answer(dossier, found, in);
    }

    /** The result may be taken back while its bytes are fetched: then the applicant does not get it. */
    private void note(Reader reader, Dossier dossier, Filed found) {
        var read = Read.document(dossier.id(), found.document().id());
        if (!found.document().result() || !reader.caller().is(Role.CITIZEN)) {
            done(log.note(reader, read));
        } else if (!done(log.noteGiven(reader, read))) {
            throw Ids.notFound();
        }
    }

    /** A dossier and as whom somebody looks at it. */
    private record Seen(Dossier dossier, Party by) {
        UUID id() {
            return dossier.id();
        }
    }

    private Uni<Seen> seen(UUID id, Party who) {
        return acts.look(id)
                .map(found -> found.orElseThrow(Ids::notFound))
                .chain(dossier -> standing.looking(who, dossier).map(now -> {
                    if (!Rights.maySee(now, dossier)) {
                        throw Ids.notFound();
                    }
                    return new Seen(dossier, now);
                }));
    }

    private InputStream bytes(Filed found) {
        var document = found.document();
        try {
            return whole(document);
        } catch (NoSuchObject gone) {
            lost(document, "gone");
            throw notWhole();
        } catch (WholeBytes.Altered altered) {
            throw notWhole();
        } catch (IOException fault) {
            LOG.errorf(fault, "document=%s cannot be opened", document.id());
            throw Problem.of(ProblemType.UNAVAILABLE)
                    .detail("Kho tệp tạm thời chưa mở được; xin thử lại.", "The file store is away; try again.")
                    .retryAfter(Duration.ofSeconds(10));
        }
    }

    private InputStream whole(Document document) throws IOException {
        var key = ObjectKey.parse(document.sha256());
        if (document.bytes() > ONE_PIECE) {
            var breakOff = request.breakingOff();
            return new WholeBytes(objects.open(key), key.sha256(), document.bytes(), () -> {
                lost(document, "altered");
                breakOff.run();
            });
        }
        try (var in =
                new WholeBytes(objects.open(key), key.sha256(), document.bytes(), () -> lost(document, "altered"))) {
            return new ByteArrayInputStream(in.readAllBytes());
        }
    }

    private void lost(Document document, String how) {
        LOG.errorf("document lost document=%s sha256=%s how=%s", document.id(), document.sha256(), how);
        metrics.lost();
    }

    private static Problem notWhole() {
        return Problem.of(ProblemType.UNAVAILABLE)
                .detail(
                        "Tệp đang không đọc được hoặc không còn nguyên vẹn; đã báo người vận hành.",
                        "The file cannot be read now or is not whole; the operators are told.");
    }

    private static <T> T done(Uni<T> asked) {
        return asked.await().atMost(PATIENCE);
    }

    /** A file is saved, never shown as a page of ours: it may hold whatever its sender put there. */
    private Response answer(Dossier dossier, Filed found, InputStream in) {
        var document = found.document();
        metrics.opened(document.bytes());
        return Response.ok(in, document.mediaType())
                .header(HttpHeaders.CONTENT_LENGTH, document.bytes())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"" + FileNames.of(dossier, document) + "\"")
                .header("Content-Security-Policy", "sandbox; default-src 'none'")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    private static void close(InputStream in) {
        try {
            in.close();
        } catch (IOException nothingToDo) {
            LOG.debug("a file that was not sent could not be closed", nothingToDo);
        }
    }
}
