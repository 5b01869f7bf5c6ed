package vn.motcua.dossier.feedback.course;

import static vn.motcua.dossier.feedback.course.Role.CITIZEN;
import static vn.motcua.dossier.feedback.course.Role.LEADER;
import static vn.motcua.dossier.feedback.course.Role.OFFICER;
import static vn.motcua.dossier.feedback.course.Role.PORTAL;
import static vn.motcua.dossier.feedback.course.Role.RECEPTION;
import static vn.motcua.dossier.feedback.course.Role.SYSTEM;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** Which step leads from where to where, and in which role it is taken. One for each step; a transfer, a succession, a rating and lateness lead nowhere. */
enum Arrow {
    CLASSIFIED(Step.CLASSIFICATION, Set.of(Status.RECEIVED), Status.PROCESSING, RECEPTION, OFFICER, LEADER),
    TRANSFERRED(Step.TRANSFER, Set.of(Status.RECEIVED), null, RECEPTION, LEADER),
    REFUSED(Step.REFUSAL, Set.of(Status.RECEIVED, Status.SUPPLEMENT_REQUIRED), Status.REFUSED, RECEPTION, LEADER),
    ASKED(Step.SUPPLEMENT_REQUEST, Set.of(Status.PROCESSING), Status.SUPPLEMENT_REQUIRED, RECEPTION, OFFICER, LEADER),
    SUPPLIED(Step.SUPPLEMENT, Set.of(Status.SUPPLEMENT_REQUIRED), Status.PROCESSING, CITIZEN, PORTAL, RECEPTION),
    ANSWERED(Step.ANSWER, Set.of(Status.PROCESSING), Status.ANSWERED, LEADER),
    PUBLISHED(Step.PUBLICATION, Set.of(Status.ANSWERED), Status.PUBLISHED, RECEPTION, LEADER),
    RATED(Step.RATING, Set.of(Status.ANSWERED, Status.PUBLISHED), null, CITIZEN, PORTAL),
    SUCCEEDED(
            Step.SUCCESSION,
            Set.of(Status.RECEIVED, Status.PROCESSING, Status.SUPPLEMENT_REQUIRED, Status.ANSWERED),
            null,
            SYSTEM),
    OVERDUE(Step.LATENESS, Set.of(Status.RECEIVED, Status.PROCESSING, Status.ANSWERED), null, SYSTEM);

    private final Step step;
    private final Set<Status> from;
    private final Status to;
    private final Set<Role> takers;

    Arrow(Step step, Set<Status> from, Status to, Role first, Role... others) {
        this.step = step;
        this.from = from;
        this.to = to;
        this.takers = EnumSet.of(first, others);
    }

    static Arrow of(Step step) {
        for (var arrow : values()) {
            if (arrow.step == step) {
                return arrow;
            }
        }
        throw new IllegalArgumentException("no arrow for " + step);
    }

    boolean leadsFrom(Status status) {
        return from.contains(status);
    }

    /** Empty where feedback stays where it stands. */
    Optional<Status> to() {
        return Optional.ofNullable(to);
    }

    boolean takenBy(Role role) {
        return takers.contains(role);
    }
}
