package vn.motcua.dossier.lifecycle;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * How a dossier went until now, beside where it stands: what it waits for, the ledger of its clock, its alarms, where it is in its workflow, and
 * the parts that other agencies do.
 *
 * @param pause what it waits for; null while it does not
 * @param askedBefore how often papers were asked for before acceptance
 * @param askedAfter how often papers were asked for in processing
 * @param extended whether a later date was promised
 * @param clock in order; empty before acceptance
 * @param flow where it is in the workflow, kept until the result is handed over; null without one, before processing and after an end
 * @param legs in order of their numbers
 * @param payments references of payments that were confirmed
 * @param asked every request for papers, in order
 * @param voidedAt when it was set aside as never to have been there; null otherwise
 * @param ratedAt when the applicant said how they were served; null until then
 * @param lateNotice whether the last later date was told later than the law wants it
 * @param bill what has to be paid for it; null where nothing has
 * @param documents how many files it has
 * @param resultFiles ids of the files that are its result as it stands; none after the result was taken back
 * @param destroyedAt when everything but its facts was destroyed; null while it is kept
 * @param signed the signature under the result, where others issue it after that; null until then, and where who signs completes
 */
public record Course(
        Pause pause,
        int askedBefore,
        int askedAfter,
        boolean extended,
        List<ClockEntry> clock,
        Alarms alarms,
        Flow flow,
        List<Leg> legs,
        List<String> payments,
        List<Asked> asked,
        Instant voidedAt,
        Instant ratedAt,
        boolean lateNotice,
        Bill bill,
        int documents,
        List<UUID> resultFiles,
        Instant destroyedAt,
        Signed signed) {

    public static final Course NEW = with(List.of());

    public Course {
        clock = clock == null ? List.of() : List.copyOf(clock);
        alarms = alarms == null ? Alarms.NONE : alarms;
        legs = legs == null ? List.of() : List.copyOf(legs);
        payments = payments == null ? List.of() : List.copyOf(payments);
        asked = asked == null ? List.of() : List.copyOf(asked);
        bill = Bill.NONE.equals(bill) ? null : bill;
        resultFiles = resultFiles == null ? List.of() : List.copyOf(resultFiles);
    }

    /** What has to be paid; never null. */
    public Bill owed() {
        return bill == null ? Bill.NONE : bill;
    }

    /** Of which no more is known than since when its clock stands still. */
    static Course standing(Instant since) {
        return with(List.of(new ClockEntry(ClockEntry.Kind.PAUSE, since, null, null, null, null)));
    }

    private static Course with(List<ClockEntry> clock) {
        return new Course(
                null,
                0,
                0,
                false,
                clock,
                Alarms.NONE,
                null,
                List.of(),
                List.of(),
                List.of(),
                null,
                null,
                false,
                null,
                0,
                List.of(),
                null,
                null);
    }

    /**
     * Since when the clock stands still; empty while it runs and before acceptance. What ended while it waited stood still until the end: a dossier
     * whose papers never came was not late by them.
     */
    public Optional<Instant> pausedSince() {
        if (pause != null) {
            return pause.cause() == Pause.Cause.PAPERS_BEFORE_ACCEPTANCE
                    ? Optional.empty()
                    : Optional.of(pause.since());
        }
        // A date that moved while it waited stands between the two lines.
        Instant since = null;
        for (var entry : clock) {
            switch (entry.kind()) {
                case PAUSE -> since = entry.at();
                case START, RESUME, RESTART, EXTEND, REOPEN -> since = null;
                case STOP, REDATE, CORRECT -> {}
            }
        }
        return Optional.ofNullable(since);
    }

    /** How often a later date was promised. */
    public int extensions() {
        var told = (int) clock.stream()
                .filter(entry -> entry.kind() == ClockEntry.Kind.EXTEND)
                .count();
        return extended ? Math.max(1, told) : told;
    }

    /** Agencies that have an open part, each once, in order. */
    public List<String> holders() {
        return legs.stream()
                .filter(Leg::isOpen)
                .map(Leg::agency)
                .distinct()
                .sorted()
                .toList();
    }

    public Optional<Leg> leg(int number) {
        return legs.stream().filter(leg -> leg.number() == number).findFirst();
    }

    /** Whether a part goes on with one that another agency had until it was reorganised. */
    public boolean goesOn(Leg leg) {
        return leg.after() != null
                && leg(leg.after())
                        .filter(before -> before.outcome() == Leg.Outcome.WITHDRAWN)
                        .filter(before -> Objects.equals(before.finishedAt(), leg.openedAt()))
                        .filter(before -> Objects.equals(before.dueAt(), leg.dueAt()))
                        .isPresent();
    }

    /** Whether a part is open or still to be opened. */
    boolean awaitsOthers() {
        return legs.stream().anyMatch(leg -> !leg.isFinished());
    }

    /** When the dossier has to be woken next; empty if it need not. A part that waits for a finished one is opened at once. */
    public Optional<Instant> wakesAt() {
        return wakesAt(alarms);
    }

    Optional<Instant> wakesAt(Alarms heard) {
        return Stream.concat(heard.first().stream(), legs.stream().flatMap(leg -> rings(leg).stream()))
                .min(Instant::compareTo);
    }

    private Optional<Instant> rings(Leg leg) {
        return opensAt(leg).or(() -> Optional.ofNullable(leg.rings()));
    }

    /**
     * When a part that waits for another can be opened; empty if it does not wait, the other is not finished, the part itself was taken back, or
     * the dossier waits itself.
     */
    Optional<Instant> opensAt(Leg leg) {
        return leg.openedAt() != null || leg.isFinished() || leg.after() == null || pause != null
                ? Optional.empty()
                : leg(leg.after()).map(Leg::finishedAt).filter(Objects::nonNull);
    }
}
