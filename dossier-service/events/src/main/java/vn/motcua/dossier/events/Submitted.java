package vn.motcua.dossier.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.time.Instant;
import java.util.List;

/**
 * A citizen or business handed a dossier in online; nobody has looked at it yet.
 *
 * @param dossier the dossier after the fact
 * @param actor who acted
 * @param replyDueAt until when the agency must answer (8 working hours); null while the calendar of that year is not published
 * @param prepaid what was paid before; null where nothing is paid in advance
 * @param documents files that came with it; null without any
 */
public record Submitted(
        DossierState dossier, Actor actor, Instant replyDueAt, Prepayment prepaid, List<Document> documents)
        implements DossierEvent {

    /** The wire name, for good. */
    public static final String TYPE = "vn.motcua.dossier.submitted.v1";

    @JsonCreator
    public Submitted {
        documents = documents == null || documents.isEmpty() ? null : List.copyOf(documents);
    }

    /** Without files, of a dossier for which nothing was paid in advance. */
    public Submitted(DossierState dossier, Actor actor, Instant replyDueAt) {
        this(dossier, actor, replyDueAt, null, null);
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public <R> R fold(Cases<R> cases) {
        return cases.submitted(this);
    }
}
