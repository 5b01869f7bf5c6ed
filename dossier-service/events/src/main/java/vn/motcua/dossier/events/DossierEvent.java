package vn.motcua.dossier.events;

import com.fasterxml.jackson.annotation.JsonIgnore;

/**
 * One fact in the life of a dossier, a record each. What never changes: the wire name, the meaning of each field, and that a field
 * once published stays. New facts and fields come; readers meet unknown facts as {@link Unrecognised}.
 */
public sealed interface DossierEvent
        permits Submitted,
                Accepted,
                Refused,
                ProcessingStarted,
                Withdrawn,
                Completed,
                Returned,
                RecipientChanged,
                RecipientErased,
                Unrecognised {

    /** The CloudEvents type, written out. */
    @JsonIgnore
    String type();

    /** The dossier after the fact. Null only on {@link Unrecognised} facts that do not carry it. */
    DossierState dossier();

    /** Who acted. Null only on {@link Unrecognised} facts that do not say. */
    Actor actor();

    /** Answers by kind of fact. A forgotten kind does not compile. */
    <R> R fold(Cases<R> cases);

    /** One answer per kind of fact. */
    interface Cases<R> {
        R submitted(Submitted fact);

        R accepted(Accepted fact);

        R refused(Refused fact);

        R processingStarted(ProcessingStarted fact);

        R withdrawn(Withdrawn fact);

        R completed(Completed fact);

        R returned(Returned fact);

        R recipientChanged(RecipientChanged fact);

        R recipientErased(RecipientErased fact);

        R unrecognised(Unrecognised fact);
    }
}
