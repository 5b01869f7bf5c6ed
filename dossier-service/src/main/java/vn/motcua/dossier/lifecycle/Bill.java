package vn.motcua.dossier.lifecycle;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * What is to be paid for a dossier, line by line, in whole đồng: the fees and charges of the procedure's version, and what was noticed later. A
 * line is settled as a whole by one payment.
 *
 * @param lines in the order of the procedure; what was noticed later comes last
 * @param request reference of the request for payment that is open; null without one
 */
public record Bill(List<Line> lines, String request) {

    /** Nothing to pay. */
    public static final Bill NONE = new Bill(List.of(), null);

    /** What a line is for. */
    public enum Kind {
        /** Phí: for a service rendered. */
        FEE,
        /** Lệ phí: fixed by the state. */
        CHARGE,
        /** A tax or another obligation, found in the course of processing. */
        NOTICE
    }

    /** When a line is paid, and in the view of a whole bill when the next of them is. */
    public enum Timing {
        PREPAID,
        POSTPAID,
        EXEMPT
    }

    /**
     * One line.
     *
     * @param code of the procedure's fee; {@code NOTICE} for what was noticed later
     * @param amount as the tariff has it, 0 or more
     * @param reduction what of it this applicant need not pay, at most the amount
     * @param relief code of the reason why; null where nothing was reduced
     * @param payment reference of the payment that settled it; null while it is open
     * @param refund reference under which that payment was given back; null unless it was
     */
    public record Line(
            String code,
            Kind kind,
            Timing timing,
            long amount,
            long reduction,
            String relief,
            String payment,
            String refund) {

        public Line {
            Objects.requireNonNull(kind, "kind");
            Objects.requireNonNull(timing, "timing");
            if (amount < 0 || reduction < 0 || reduction > amount) {
                throw new IllegalArgumentException("a reduction of " + reduction + " from " + amount);
            }
            if (refund != null && payment == null) {
                throw new IllegalArgumentException("nothing is given back that was not paid");
            }
        }

        /** A line as the tariff has it. */
        public static Line of(String code, Kind kind, Timing timing, long amount) {
            return new Line(code, kind, timing, amount, 0, null, null, null);
        }

        /** What the applicant has to pay; 0 for what nobody pays. */
        public long due() {
            return timing == Timing.EXEMPT ? 0 : amount - reduction;
        }

        boolean isOpen() {
            return payment == null && due() > 0;
        }

        Line settledBy(String reference) {
            return new Line(code, kind, timing, amount, reduction, relief, reference, null);
        }

        Line givenBack(String reference) {
            return new Line(code, kind, timing, amount, reduction, relief, payment, reference);
        }

        Line reducedBy(long less, String why) {
            return new Line(code, kind, timing, amount, less, why, payment, refund);
        }
    }

    /**
     * Why an applicant pays less.
     *
     * @param code of the line
     * @param reduction how much less; null for all of it
     * @param reason code of the reason
     */
    public record Relief(String code, Long reduction, String reason) {}

    public Bill {
        lines = lines == null ? List.of() : List.copyOf(lines);
    }

    /** The lines of a procedure. */
    public static Bill of(List<Line> lines) {
        return lines.isEmpty() ? NONE : new Bill(lines, null);
    }

    /** Everything that has to be paid, whether it was or not. */
    public long total() {
        return sum(line -> true);
    }

    /** What was paid, also where it was given back later. */
    public long paid() {
        return sum(line -> line.payment() != null);
    }

    /** What of it was given back. */
    public long refunded() {
        return sum(line -> line.refund() != null);
    }

    /** What is still to be paid. What was given back is not asked for again. */
    public long outstanding() {
        return sum(Line::isOpen);
    }

    /** What of it is to be paid before the dossier is handed in. */
    public long outstandingBefore() {
        return sum(line -> line.isOpen() && line.timing() == Timing.PREPAID);
    }

    /** What a payment settled and was not given back; 0 for a reference that settled nothing. */
    public long refundable(String payment) {
        return sum(line -> line.refund() == null && payment != null && payment.equals(line.payment()));
    }

    /** The references of payments that could be given back, each once, in order. */
    public List<String> refundable() {
        return lines.stream()
                .filter(line -> line.payment() != null && line.refund() == null)
                .map(Line::payment)
                .distinct()
                .toList();
    }

    /** When it is paid: before, as long as something of that is open or was paid so; exempt where nothing has to be paid. */
    public Timing timing() {
        if (total() == 0) {
            return Timing.EXEMPT;
        }
        return lines.stream().anyMatch(line -> line.timing() == Timing.PREPAID && line.due() > 0)
                ? Timing.PREPAID
                : Timing.POSTPAID;
    }

    /**
     * How it stands; empty where nothing has to be paid.
     *
     * @param awaited whether it was asked for and is awaited
     * @param ended whether the dossier ended without a result: then nothing more is paid
     */
    public Optional<PaymentState> state(boolean awaited, boolean ended) {
        if (total() == 0) {
            return Optional.empty();
        }
        var paid = paid();
        if (paid > 0 && paid == refunded() && (outstanding() == 0 || ended)) {
            return Optional.of(PaymentState.REFUNDED);
        }
        if (outstanding() == 0 || (ended && paid > 0)) {
            return Optional.of(PaymentState.PAID);
        }
        if (ended) {
            return Optional.of(PaymentState.CANCELLED);
        }
        return Optional.of(awaited ? PaymentState.PENDING : PaymentState.UNPAID);
    }

    /** The same for an applicant who pays less; lines that are settled, or that it does not have, stay as they are. */
    public Bill relieved(List<Relief> reliefs) {
        var now = this;
        for (var relief : reliefs) {
            now = now.changed(
                    line -> line.payment() == null && line.code().equals(relief.code()),
                    line -> line.reducedBy(
                            relief.reduction() == null ? line.amount() : Math.min(relief.reduction(), line.amount()),
                            relief.reason()));
        }
        return now;
    }

    /**
     * The same by another tariff: what was settled stays as it was settled and is not asked for again, what is open is as the tariff has it, with the
     * reliefs that were granted. Who was relieved of all of a fee still is.
     */
    public Bill under(Bill tariff) {
        var settled = lines.stream().filter(line -> line.payment() != null).toList();
        var open = tariff.lines().stream()
                .filter(line -> settled.stream().noneMatch(one -> one.code().equals(line.code())))
                .map(this::relievedAsBefore);
        var all = Stream.concat(settled.stream(), open).toList();
        return all.isEmpty() ? NONE : new Bill(all, request);
    }

    private Line relievedAsBefore(Line line) {
        return lines.stream()
                .filter(before -> before.code().equals(line.code()) && before.relief() != null)
                .findFirst()
                .map(before -> line.reducedBy(
                        before.reduction() == before.amount()
                                ? line.amount()
                                : Math.min(before.reduction(), line.amount()),
                        before.relief()))
                .orElse(line);
    }

    /** With something more to pay. */
    Bill noticed(long amount) {
        return new Bill(
                Stream.concat(
                                lines.stream(),
                                Stream.of(Line.of(Kind.NOTICE.name(), Kind.NOTICE, Timing.POSTPAID, amount)))
                        .toList(),
                request);
    }

    /** With a request for payment that is open. */
    Bill asked(String reference) {
        return new Bill(lines, reference);
    }

    /** All that was open is settled. */
    Bill settled(String reference) {
        return new Bill(changed(Line::isOpen, line -> line.settledBy(reference)).lines(), null);
    }

    /** What is paid before is settled. */
    Bill settledBefore(String reference) {
        return changed(line -> line.isOpen() && line.timing() == Timing.PREPAID, line -> line.settledBy(reference));
    }

    /** What a payment settled is given back. */
    Bill givenBack(String payment, String reference) {
        return changed(line -> payment.equals(line.payment()), line -> line.givenBack(reference));
    }

    /** What a payment settled is owed again: it was not this dossier's. */
    Bill reopened(String payment) {
        return changed(line -> payment.equals(line.payment()), line -> line.settledBy(null));
    }

    private Bill changed(Predicate<Line> which, UnaryOperator<Line> how) {
        var changed = new ArrayList<Line>();
        lines.forEach(line -> changed.add(which.test(line) ? how.apply(line) : line));
        return new Bill(changed, request);
    }

    private long sum(Predicate<Line> which) {
        return lines.stream().filter(which).mapToLong(Line::due).sum();
    }
}
