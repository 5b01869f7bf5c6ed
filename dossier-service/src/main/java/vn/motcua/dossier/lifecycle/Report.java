package vn.motcua.dossier.lifecycle;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * What a ministry's system, which masters a dossier, tells of it. Recorded as told and never barred; what could not have happened here is marked.
 * Nothing rings for such a dossier, and of its clock no more is kept than since when it waits, until an officer adopts it. Source: Decree 224/2026, art. 15.
 *
 * @param word of the fact that it would be here: {@code accepted}
 * @param at when it became true there, UTC, whole milliseconds
 * @param matter what the dossier is about by what is told; the private digest and the owner are those kept here
 * @param dates by what is told
 * @param outcome null until completed
 * @param unknown what the catalogue of here says against it; may be empty
 */
public record Report(
        String word,
        Instant at,
        Matter matter,
        DossierStatus status,
        Dates dates,
        Outcome outcome,
        Set<Irregularity> unknown) {

    /** Nobody here took the step. */
    private static final Actor BY = new Actor(Role.SYSTEM, null);

    public Report {
        Objects.requireNonNull(status, "status");
        unknown = Set.copyOf(unknown);
    }

    /**
     * When what happened there; null until it did, or where it was not told.
     *
     * @param pausedSince since when it waits for the applicant or stands still; where that is not told, since the first fact that says it waits
     */
    public record Dates(
            Instant submittedAt,
            Instant acceptedAt,
            Instant dueAt,
            Instant pausedSince,
            Instant completedAt,
            Instant endedAt,
            Instant returnedAt) {
        public Dates {
            Objects.requireNonNull(submittedAt, "submittedAt");
        }
    }

    /**
     * The first that is told of a dossier.
     *
     * @param code by which that system knows it; kept
     * @param privateDigest salted digest of a private part that says nothing
     */
    public Attempt.Done first(UUID id, String code, String privateDigest) {
        return new Attempt.Done(
                new Dossier(
                        id,
                        code,
                        matter.ownedBy(null, privateDigest),
                        status,
                        null,
                        1,
                        at,
                        timeline(dates.dueAt()),
                        outcome,
                        null,
                        null,
                        null,
                        course(null)),
                fact(null));
    }

    /** What is told of a dossier that is known; empty if it was adopted: then it is ours, and nothing changes. */
    public Optional<Attempt.Done> after(Dossier before) {
        if (before.matter().origin() != Origin.MIRRORED) {
            return Optional.empty();
        }
        var promised = before.timeline().originalDueAt();
        return Optional.of(new Attempt.Done(
                new Dossier(
                        before.id(),
                        before.code(),
                        matter.ownedBy(
                                before.matter().citizen(), before.matter().privateDigest()),
                        status,
                        before.status(),
                        before.sequence() + 1,
                        at,
                        timeline(promised == null ? dates.dueAt() : promised),
                        outcome,
                        null,
                        null,
                        null,
                        course(before)),
                fact(before)));
    }

    private Course course(Dossier before) {
        return waits() ? Course.standing(since(before)) : Course.NEW;
    }

    private boolean waits() {
        return dates.acceptedAt() != null
                && dates.endedAt() == null
                && switch (status) {
                    case SUPPLEMENT_REQUIRED, PAYMENT_REQUIRED, STOPPED -> true;
                    case SUBMITTED, ACCEPTED, REFUSED, PROCESSING, WITHDRAWN, COMPLETED, RETURNED -> false;
                };
    }

    private Instant since(Dossier before) {
        if (dates.pausedSince() != null) {
            return dates.pausedSince();
        }
        return before == null ? at : before.course().pausedSince().orElse(at);
    }

    private Fact.Reported fact(Dossier before) {
        return new Fact.Reported(at, BY, word, outcome, irregularities(before));
    }

    private Timeline timeline(Instant promised) {
        // What has a result runs no more.
        var ended = dates.endedAt() == null && dates.acceptedAt() != null ? dates.completedAt() : dates.endedAt();
        return new Timeline(
                dates.submittedAt(),
                null,
                dates.acceptedAt(),
                dates.dueAt(),
                promised,
                dates.completedAt(),
                ended,
                dates.returnedAt());
    }

    private Set<Irregularity> irregularities(Dossier before) {
        var found = EnumSet.noneOf(Irregularity.class);
        found.addAll(unknown);
        if (before != null
                && before.status() != status
                && !before.status().next().contains(status)) {
            found.add(Irregularity.NO_SUCH_ARROW);
        }
        if (before != null && at.isBefore(before.changedAt())) {
            found.add(Irregularity.BEFORE_LAST_FACT);
        }
        if (dates.acceptedAt() == null && isPastAcceptance()) {
            found.add(Irregularity.NOT_ACCEPTED);
        }
        if (!datesAgree()) {
            found.add(Irregularity.TIMES_OUT_OF_ORDER);
        }
        return found;
    }

    private boolean isPastAcceptance() {
        return switch (status) {
            case ACCEPTED, PROCESSING, PAYMENT_REQUIRED, COMPLETED, RETURNED -> true;
            case SUBMITTED, REFUSED, SUPPLEMENT_REQUIRED, WITHDRAWN, STOPPED ->
                dates.completedAt() != null || dates.returnedAt() != null;
        };
    }

    private boolean datesAgree() {
        return inOrder(dates.submittedAt(), dates.acceptedAt(), dates.completedAt(), dates.returnedAt())
                && inOrder(dates.submittedAt(), dates.acceptedAt(), dates.endedAt())
                && inOrder(dates.submittedAt(), dates.acceptedAt(), dates.dueAt())
                && inOrder(dates.submittedAt(), dates.acceptedAt(), dates.pausedSince())
                && happened().noneMatch(one -> one.isAfter(at))
                && (status != DossierStatus.COMPLETED || dates.completedAt() != null)
                && (status != DossierStatus.RETURNED || dates.returnedAt() != null);
    }

    private Stream<Instant> happened() {
        return Stream.of(
                        dates.submittedAt(),
                        dates.acceptedAt(),
                        dates.pausedSince(),
                        dates.completedAt(),
                        dates.endedAt(),
                        dates.returnedAt())
                .filter(Objects::nonNull);
    }

    /** Whether none lies before the one ahead of it; those that are not there are passed over. */
    private static boolean inOrder(Instant... times) {
        Instant last = null;
        for (var time : times) {
            if (time != null && last != null && time.isBefore(last)) {
                return false;
            }
            last = time == null ? last : time;
        }
        return true;
    }
}
