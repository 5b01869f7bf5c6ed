package vn.motcua.kpi.collecting;

import java.util.List;
import vn.motcua.dossier.events.Completed;
import vn.motcua.dossier.events.Document;
import vn.motcua.dossier.events.DocumentAdded;
import vn.motcua.dossier.events.DocumentKind;
import vn.motcua.dossier.events.DossierEvent;
import vn.motcua.dossier.events.Outcome;
import vn.motcua.dossier.events.Reported;
import vn.motcua.dossier.events.ResultRecalled;
import vn.motcua.dossier.events.Submitted;

/**
 * What some events of a dossier tell of its files and its result, in their order; null where they do not tell.
 *
 * @param certified true if a paper came as a copy that was certified electronically
 * @param granted whether a result was granted; false again once it was taken back
 * @param digitised whether a result came as a file; false again once it was taken back
 */
record Filed(Boolean certified, Boolean granted, Boolean digitised) {

    static final Filed NOTHING = new Filed(null, null, null);

    /** With one more event. */
    Filed then(DossierEvent event) {
        return event.fold(new DossierEvent.SomeCases<>() {
            @Override
            public Filed submitted(Submitted fact) {
                return with(fact.documents() == null ? List.of() : fact.documents());
            }

            @Override
            public Filed documentAdded(DocumentAdded fact) {
                return with(List.of(fact.document()));
            }

            @Override
            public Filed completed(Completed fact) {
                return new Filed(certified, fact.outcome() == Outcome.GRANTED, digitised);
            }

            /** Of a dossier that another system masters, the result is told where that system told it. */
            @Override
            public Filed reported(Reported fact) {
                return fact.outcome() == null
                        ? Filed.this
                        : new Filed(certified, fact.outcome() == Outcome.GRANTED, digitised);
            }

            @Override
            public Filed resultRecalled(ResultRecalled fact) {
                return new Filed(certified, false, false);
            }

            @Override
            public Filed other(DossierEvent fact) {
                return Filed.this;
            }
        });
    }

    private Filed with(List<Document> documents) {
        var more = this;
        for (var each : documents) {
            if (each.result()) {
                more = new Filed(more.certified, more.granted, true);
            } else if (each.kind() == DocumentKind.CERTIFIED_COPY) {
                more = new Filed(true, more.granted, more.digitised);
            }
        }
        return more;
    }
}
