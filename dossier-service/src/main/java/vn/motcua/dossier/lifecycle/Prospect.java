package vn.motcua.dossier.lifecycle;

/**
 * What can be said of a step before it is asked for, from the dossier and the law alone. What is not allowed here is barred by the step itself. What is allowed
 * can still be barred by what only the request, the hour or the workflow tells: whose step is on, whether a deadline has run out, what is missing.
 */
record Prospect(Dossier dossier, LegalRules rules) {

    /** Whether a step that leads from here in this role is worth asking for. */
    boolean allows(Step step, Role role) {
        var course = dossier.course();
        var flow = course.flow();
        return switch (step) {
            case FORWARDING -> flow != null;
            case SENDING_BACK -> flow != null && flow.cameFrom() != null;
            case RECALL -> flow != null && flow.cameFrom() != null && flow.sentBy() != null && !flow.opened();
            case SUPPLEMENT_REQUEST -> mayAsk(role);
            case REFUSAL, STOP -> course.pause() == null || course.pause().deadline() != null;
            case EXTENSION -> dossier.timeline().dueAt() != null && rules.allowsExtensionAfter(course.extensions());
            case COMPLETION -> !course.awaitsOthers() && isTheirsToComplete(role) && mayDenyOrSend(role);
            case WITHDRAWAL -> course.signed() == null;
            case RETURN -> hasWay(role) && course.owed().outstanding() == 0;
            case REFUND -> !course.owed().refundable().isEmpty();
            case DOCUMENT -> course.documents() < Documents.MOST;
            case LEG_RECEIPT -> course.legs().stream().anyMatch(leg -> leg.isOpen() && leg.receivedAt() == null);
            case LEG_COMPLETION -> course.legs().stream().anyMatch(Leg::isOpen);
            case LEG_WITHDRAWAL -> course.awaitsOthers();
            case RATING -> course.ratedAt() == null;
            default -> true;
        };
    }

    /** As often as the law gives, and in processing the leader after that. */
    private boolean mayAsk(Role role) {
        return dossier.timeline().acceptedAt() == null
                ? rules.allowsRequestAfter(dossier.course().askedBefore())
                : rules.allowsRequestAfter(dossier.course().askedAfter()) || role == Role.LEADER;
    }

    /** The leader signs; after that the clerk issues, or the one-stop shop receives. */
    private boolean isTheirsToComplete(Role role) {
        var issuing =
                dossier.status() == DossierStatus.PROCESSING && dossier.course().signed() != null;
        return switch (role) {
            case CLERK -> issuing;
            case RECEPTION -> issuing || dossier.status() != DossierStatus.PROCESSING;
            case LEADER -> !issuing;
            default -> true;
        };
    }

    /** What is not paid can still be denied, by the leader. */
    private boolean mayDenyOrSend(Role role) {
        return role == Role.LEADER || !dossier.owesBeforeItIsSent();
    }

    /** Whether somebody in this role could hand the result over. */
    private boolean hasWay(Role role) {
        var asked = dossier.matter().returnMethod();
        return switch (role) {
            case RECEPTION -> true;
            case POSTAL -> asked == ReturnMethod.POST;
            case CITIZEN -> asked == ReturnMethod.ELECTRONIC;
            case OFFICER, LEADER, CLERK, CASHIER, SYSTEM -> false;
        };
    }
}
