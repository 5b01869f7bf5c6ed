package vn.motcua.dossier.events;

import java.time.Instant;

/**
 * An online dossier was neither accepted nor refused nor sent back in time. Source: Decree 45/2020.
 *
 * @param dossier the dossier after the fact
 * @param actor who acted
 * @param replyDueAt until when it should have been, UTC
 */
public record ReplyOverdue(DossierState dossier, Actor actor, Instant replyDueAt) implements DossierEvent {

    /** The wire name, for good. */
    public static final String TYPE = "vn.motcua.dossier.reply-overdue.v1";

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public <R> R fold(Cases<R> cases) {
        return cases.replyOverdue(this);
    }
}
