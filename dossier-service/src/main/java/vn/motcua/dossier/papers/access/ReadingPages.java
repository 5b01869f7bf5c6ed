package vn.motcua.dossier.papers.access;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.motcua.dossier.edge.Cursor;
import vn.motcua.dossier.edge.Page;
import vn.motcua.dossier.papers.access.ReadingStore.Noted;

/** Readings a page at a time, newest first; that somebody looks is noted first. Says nothing about rights. */
@ApplicationScoped
class ReadingPages {

    static final String EXAMPLE = """
            {"items": [{"at": "2022-06-08T02:05:00Z", "what": "FORM", "paper": "RECEIPT/2", "account": "officer-1", "roles": "officer", "agency": "H03.01", \
            "purpose": "CASEWORK", "address": "10.3.1.17", "device": "Mozilla/5.0", "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"}]}""";

    private final ReadingStore store;
    private final AccessLog log;

    ReadingPages(ReadingStore store, AccessLog log) {
        this.store = store;
        this.log = log;
    }

    /** Readings, newest first. */
    @Schema(name = "Readings")
    public record ReadingPage(List<ReadingView> items, String next) {}

    /** What a caller asked for. @param limit null for the usual @param cursor null for the first page */
    record Asked(Reader reader, Integer limit, String cursor, UriInfo uri) {}

    Uni<Response> ofDossier(UUID dossier, Asked asked) {
        return page(
                "readings|" + dossier,
                Read.readingsOf(dossier),
                asked,
                (before, most) -> store.ofDossier(dossier, before, most));
    }

    Uni<Response> ofRegisters(String agency, Asked asked) {
        return page(
                "register-readings|" + agency,
                Read.readingsOf(agency),
                asked,
                (before, most) -> store.ofRegisters(agency, before, most));
    }

    private Uni<Response> page(
            String list, Read looking, Asked asked, BiFunction<Long, Integer, Uni<List<Noted>>> read) {
        int size = Page.limit(asked.limit());
        Long before =
                asked.cursor() == null ? null : Cursor.read(list, 1, asked.cursor(), at -> Long.valueOf(at.get(0)));
        return log.note(asked.reader(), looking)
                .chain(() -> read.apply(before, size + 1))
                .map(found -> Page.of(found, size, last -> Cursor.write(list, Long.toString(last.id())))
                        .map(Noted::view)
                        .response(asked.uri()));
    }
}
