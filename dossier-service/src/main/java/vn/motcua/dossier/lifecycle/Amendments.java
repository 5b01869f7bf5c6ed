package vn.motcua.dossier.lifecycle;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What puts mistakes right in the open: what was published stays, the state is what holds from now on. */
public record Amendments(Dossier dossier) {

    /**
     * Another agency answers from now on; code, dates and history stay.
     *
     * @param path codes from the root down to the agency
     * @param competent whether the agency is competent for the procedure
     */
    public Attempt transfer(
            Actor by, String agency, List<String> path, boolean competent, TransferCause cause, Instant at) {
        return dossier.taking(Step.TRANSFER, by, at, transition -> {
            var from = dossier.matter().agency();
            if (agency.equals(from)) {
                return dossier.barred(Bar.SAME_AGENCY);
            }
            if (!competent) {
                return dossier.barred(Bar.NOT_COMPETENT);
            }
            var draft =
                    dossier.draft(transition).matter(moved(agency, path, cause)).officer(null);
            var signed = dossier.course().signed();
            // What the leader of another agency signed is not this one's result.
            if (signed != null && cause != TransferCause.REORGANISATION) {
                draft.flow(signed.again()).signed(null);
            }
            return draft.after(new Fact.Transferred(at, by, from, cause));
        });
    }

    /**
     * Who took paper over the counter for itself has, once another agency answers, taken it in for that one, and hands the result out. An agency that
     * is gone hands nothing out: there its successor's counter does.
     */
    private Matter moved(String agency, List<String> path, TransferCause cause) {
        var before = dossier.matter();
        var after = before.at(agency, path);
        return before.receivingOneStop() != null
                        || before.channel() == Channel.ONLINE
                        || cause == TransferCause.REORGANISATION
                ? after
                : after.takenInAt(before.agency());
    }

    /**
     * What was entered wrongly is put right. The steps of another procedure's workflow are not those that were done: the one that is on ends with
     * the correction, and where processing has begun the new workflow begins with its first step, which is nobody's yet.
     *
     * @param why code of the reason
     */
    public Attempt correct(Actor by, Correction correction, String why, Instant at) {
        return dossier.taking(
                Step.CORRECTION,
                by,
                at,
                transition -> wanting(correction, why)
                        .or(() -> unpaid(correction))
                        .map(dossier::barred)
                        .orElseGet(() -> corrected(dossier.draft(transition), by, correction, why, at)));
    }

    /**
     * A leader confirms what another leader proposed for a dossier that is closed: it stays closed, and nothing that was handed over is undone.
     *
     * @param samePerson whether it is the one who proposed it
     */
    public Attempt correctClosed(Actor by, boolean samePerson, Correction correction, String why, Instant at) {
        var bar = barsClosed(by, samePerson, correction, at).or(() -> wanting(correction, why));
        return bar.map(dossier::barred)
                .orElseGet(() -> corrected(new Draft(dossier, dossier.status()), by, correction, why, at));
    }

    /**
     * Its time is over and somebody ordered it destroyed: who the applicant was, what anybody wrote and every file go. What was published stays, and
     * so does the digest that it carries: without the salt nobody finds out by it who it was.
     */
    public Attempt destroy(Actor by, Instant at) {
        if (dossier.isDestroyed()) {
            return dossier.barred(Bar.DESTROYED);
        }
        if (dossier.matter().origin() == Origin.MIRRORED) {
            return dossier.barred(Bar.MASTERED_ELSEWHERE);
        }
        if (!dossier.isClosed()) {
            return dossier.barred(Bar.NOT_CLOSED);
        }
        return new Draft(dossier, dossier.status())
                .matter(dossier.matter().ownedBy(null, dossier.matter().privateDigest()))
                .destroyed(at)
                .after(new Fact.RecipientErased(at, by));
    }

    private Optional<Bar> barsClosed(Actor by, boolean samePerson, Correction correction, Instant at) {
        if (dossier.isDestroyed()) {
            return Optional.of(Bar.DESTROYED);
        }
        if (dossier.matter().origin() == Origin.MIRRORED) {
            return Optional.of(Bar.MASTERED_ELSEWHERE);
        }
        if (dossier.course().voidedAt() != null) {
            return Optional.of(Bar.VOIDED);
        }
        if (!dossier.isClosed()) {
            return Optional.of(Bar.STILL_OPEN);
        }
        if (by.role() != Role.LEADER) {
            return Optional.of(Bar.OTHER_ROLE);
        }
        if (samePerson) {
            return Optional.of(Bar.FOUR_EYES);
        }
        if (at.isBefore(dossier.changedAt())) {
            return Optional.of(Bar.BEFORE_LAST_STEP);
        }
        return correction.fields().contains(CorrectedField.RETURN_METHOD)
                ? Optional.of(Bar.NO_WAY_HOME_LEFT)
                : Optional.empty();
    }

    /** A result that waits at the counter for its fee does not get away from it by another way home. A denial costs nobody their way. */
    private Optional<Bar> unpaid(Correction correction) {
        var tariff = correction.tariff();
        var owed = dossier.course().owed();
        var sent = dossier.status() == DossierStatus.COMPLETED
                && dossier.outcome() == Outcome.GRANTED
                && correction.fields().contains(CorrectedField.RETURN_METHOD)
                && dossier.owesIfReturnedBy(
                        correction.matter().returnMethod(), tariff == null ? owed : owed.under(tariff));
        return sent ? Optional.of(Bar.FEES_BEFORE_ANOTHER_WAY) : Optional.empty();
    }

    private static Optional<Bar> wanting(Correction correction, String why) {
        if (correction.fields().isEmpty()) {
            return Optional.of(Bar.NOTHING_CORRECTED);
        }
        return why == null ? Optional.of(Bar.REASON_MISSING) : Optional.empty();
    }

    private Attempt corrected(Draft draft, Actor by, Correction correction, String why, Instant at) {
        draft.matter(correction.matter());
        var anew = correction.fields().contains(CorrectedField.PROCEDURE);
        var next = anew && hasBegun() ? begun(correction.first()) : null;
        if (anew) {
            draft.flow(next).signed(null).officer(next == null ? dossier.officer() : null);
        }
        if (correction.tariff() != null && !isAwaitingPayment()) {
            draft.bill(dossier.course().owed().under(correction.tariff()));
        }
        var appointment = correction.appointment();
        if (appointment != null && dossier.timeline().acceptedAt() != null) {
            draft.timeline(times -> times.under(appointment.dueAt())).corrected(appointment, next, at, why);
            if (!isRunning()) {
                draft.alarms(dossier.course().alarms());
            }
        }
        var ended = anew ? dossier.course().flow() : null;
        var limit = appointment == null ? null : appointment.limit();
        return draft.after(new Fact.Corrected(
                at, by, correction.fields(), why, dossier.timeline().dueAt(), limit, ended, next));
    }

    /** What was asked for is being paid as it was asked. */
    private boolean isAwaitingPayment() {
        var pause = dossier.course().pause();
        return pause != null && pause.cause() == Pause.Cause.PAYMENT;
    }

    /** While the clock stands still, whoever will have the step is not measured by it. */
    private Flow begun(Flow first) {
        return first == null || dossier.status() == DossierStatus.PROCESSING ? first : first.undated();
    }

    private boolean hasBegun() {
        var pause = dossier.course().pause();
        return switch (dossier.status()) {
            case PROCESSING -> true;
            // A result that is taken back goes on in the workflow of the procedure that it should have had.
            case COMPLETED -> dossier.course().flow() != null;
            case SUPPLEMENT_REQUIRED, PAYMENT_REQUIRED, STOPPED ->
                pause != null && pause.from() == DossierStatus.PROCESSING;
            case SUBMITTED, ACCEPTED, REFUSED, WITHDRAWN, RETURNED -> false;
        };
    }

    /** Messages and parcels go to another address of the same owner. @param digest of the private part as it is now */
    public Attempt readdress(Actor by, String digest, Instant at) {
        return dossier.taking(
                Step.RECIPIENT_CHANGE,
                by,
                at,
                transition -> dossier.draft(transition)
                        .matter(dossier.matter().ownedBy(dossier.matter().citizen(), digest))
                        .after(new Fact.RecipientChanged(at, by)));
    }

    /** It should never have been there: closed, and counts nowhere. */
    public Attempt setAside(Actor by, String why, Instant at) {
        return dossier.taking(
                Step.VOIDING,
                by,
                at,
                transition -> why == null
                        ? dossier.barred(Bar.REASON_MISSING)
                        : aside(transition, why, at).after(new Fact.Voided(at, by, why)));
    }

    /** It is in another dossier: closed, and counts nowhere. @param into id of the one that stays */
    public Attempt merge(Actor by, UUID into, String code, Instant at) {
        return dossier.taking(
                Step.MERGER,
                by,
                at,
                transition -> into.equals(dossier.id())
                        ? dossier.barred(Bar.INTO_ITSELF)
                        : aside(transition, null, at).after(new Fact.Merged(at, by, into, code)));
    }

    private Draft aside(Transition transition, String why, Instant at) {
        var draft = dossier.draft(transition)
                .closed()
                .timeline(times -> times.voided(at))
                .decided(null, why, null)
                .voided(at);
        var ran = dossier.timeline().acceptedAt() != null && dossier.timeline().endedAt() == null;
        return ran ? draft.stands(ClockEntry.Kind.STOP, at, "VOIDED") : draft;
    }

    /**
     * What was imported or mirrored becomes live: from now on it is processed here, and the applicant is told. Where it waits for the applicant
     * elsewhere, and nobody here knows what for, that comes first.
     *
     * @param appointment as it was promised elsewhere; null where nothing was
     */
    public Attempt adopt(Actor by, Appointment appointment, Instant at) {
        return dossier.taking(Step.ADOPTION, by, at, transition -> {
            if (dossier.course().pause() == null && isWaiting()) {
                return dossier.barred(Bar.WAITS_ELSEWHERE);
            }
            var draft = dossier.draft(transition).matter(dossier.matter().as(Origin.LIVE));
            var mirrored = dossier.matter().origin() == Origin.MIRRORED;
            var times =
                    mirrored ? dossier.timeline().agreeing(dossier.status(), dossier.changedAt()) : dossier.timeline();
            draft.timeline(told -> times);
            if (times.acceptedAt() != null && dossier.course().clock().isEmpty()) {
                shows(draft, appointment == null ? Appointment.OPEN_ENDED : appointment, times);
            }
            if (mirrored) {
                wakes(draft);
            }
            return draft.after(new Fact.Adopted(at, by, dossier.matter().origin()));
        });
    }

    /** The ledger tells from now on what it would have told. */
    private void shows(Draft draft, Appointment promised, Timeline times) {
        var pause = dossier.course().pause();
        draft.movesTo(ClockEntry.Kind.START, promised, times.acceptedAt(), null);
        if (pause != null) {
            draft.stands(ClockEntry.Kind.PAUSE, pause.since(), pause.cause().name());
        } else if (times.endedAt() != null) {
            draft.stands(ClockEntry.Kind.STOP, times.endedAt(), dossier.status().name());
        }
        if (!isRunning()) {
            draft.silent();
        }
    }

    /** What is awaited is awaited here from now on. */
    private void wakes(Draft draft) {
        var pause = dossier.course().pause();
        if (pause != null) {
            draft.awaits(pause.deadline());
        } else if (dossier.status() == DossierStatus.SUBMITTED) {
            draft.alarms(Alarms.awaitingReply(dossier.timeline().replyDueAt()));
        }
    }

    private boolean isWaiting() {
        return dossier.status() == DossierStatus.SUPPLEMENT_REQUIRED
                || dossier.status() == DossierStatus.PAYMENT_REQUIRED;
    }

    private boolean isRunning() {
        return dossier.status() == DossierStatus.ACCEPTED || dossier.status() == DossierStatus.PROCESSING;
    }
}
