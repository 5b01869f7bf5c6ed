package vn.motcua.dossier.keeping.rules;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How a dossier stands towards its destruction.
 *
 * @param mirrored whether a ministry's system masters it
 * @param closedOn day in Vietnam; null while it is open
 * @param rule null where nobody has said how long it is kept
 * @param held whether a legal hold is on it
 * @param moneyOpen whether money that came for it is due back or unexplained
 * @param ordered whether another order that is open names it
 */
public record Standing(
        boolean destroyed,
        boolean mirrored,
        LocalDate closedOn,
        KeepingRule rule,
        boolean held,
        boolean moneyOpen,
        HandedOver handedOver,
        boolean ordered) {

    /** The last day of keeping; empty for ever, while it is open, and where nobody has said. */
    public Optional<LocalDate> keepUntil() {
        return closedOn == null || rule == null ? Optional.empty() : rule.until(closedOn);
    }

    /** Everything that bars its destruction on that day, in the order of {@link KeepingBar}; empty if nothing does. */
    public List<KeepingBar> bars(LocalDate today) {
        if (destroyed) {
            return List.of(KeepingBar.DESTROYED);
        }
        var bars = new ArrayList<KeepingBar>();
        add(bars, closedOn == null, KeepingBar.NOT_CLOSED);
        add(bars, mirrored, KeepingBar.MASTERED_ELSEWHERE);
        add(bars, held, KeepingBar.HELD);
        term(today).ifPresent(bars::add);
        add(bars, moneyOpen, KeepingBar.MONEY_OPEN);
        switch (handedOver) {
            case NO -> bars.add(KeepingBar.NOT_HANDED_OVER);
            case OUTDATED -> bars.add(KeepingBar.HANDED_OVER_OUTDATED);
            case YES -> {}
        }
        add(bars, ordered, KeepingBar.ORDERED_ALREADY);
        return List.copyOf(bars);
    }

    private Optional<KeepingBar> term(LocalDate today) {
        if (closedOn == null) {
            return Optional.empty();
        }
        if (rule == null) {
            return Optional.of(KeepingBar.NO_RULE);
        }
        if (rule.isPermanent()) {
            return Optional.of(KeepingBar.PERMANENT);
        }
        return keepUntil().filter(last -> !today.isAfter(last)).map(last -> KeepingBar.NOT_RUN_OUT);
    }

    private static void add(List<KeepingBar> bars, boolean applies, KeepingBar bar) {
        if (applies) {
            bars.add(bar);
        }
    }
}
