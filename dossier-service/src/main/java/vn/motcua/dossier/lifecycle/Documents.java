package vn.motcua.dossier.lifecycle;

import java.time.Instant;

/** The files of a dossier: papers that were scanned or sent, and the result as a file. */
public record Documents(Dossier dossier) {

    /** Files of one dossier at most. */
    public static final int MOST = 200;

    /**
     * One file more. The applicant's own come with the submission, and later when papers were asked for; a result is the agency's, and comes when
     * there can be one.
     */
    public Attempt add(Actor by, Document document, Instant at) {
        return dossier.taking(Step.DOCUMENT, by, at, transition -> {
            if (document.result() && by.role() == Role.CITIZEN) {
                return dossier.barred(Bar.OTHER_ROLE);
            }
            if (document.result() && !mayHaveResult()) {
                return dossier.barred(Bar.NO_RESULT_YET);
            }
            if (dossier.course().documents() >= MOST) {
                return dossier.barred(Bar.TOO_MANY_DOCUMENTS);
            }
            return dossier.draft(transition).document(document).after(new Fact.DocumentAdded(at, by, document));
        });
    }

    private boolean mayHaveResult() {
        return switch (dossier.status()) {
            case PROCESSING, COMPLETED -> true;
            case ACCEPTED -> dossier.matter().immediate();
            case SUBMITTED, REFUSED, SUPPLEMENT_REQUIRED, PAYMENT_REQUIRED, WITHDRAWN, STOPPED, RETURNED -> false;
        };
    }
}
