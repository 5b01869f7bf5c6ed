package vn.motcua.dossier.staff.roster;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** Delegations by who acts and by whose right it is. */
final class Substitutes {

    /** Hands through which a right goes, at most: a bound for the walk, whatever {@link Delegation.Mode#mayBePassedOnAs} allows. */
    static final int LONGEST_CHAIN = 3;

    /** What is asked for. */
    record Matter(String agency, String procedure, String sector, LocalDate day) {}

    private static final Comparator<Delegation> NARROWEST_THEN_NEWEST = Comparator.comparingInt(Delegation::narrowness)
            .thenComparing(Delegation::validFrom)
            .reversed()
            .thenComparing(Delegation::id);

    private final Map<String, List<Delegation>> byTo = new HashMap<>();
    private final Map<String, List<Delegation>> byFrom = new HashMap<>();

    Substitutes(Collection<Delegation> delegations) {
        for (var delegation : delegations) {
            byTo.computeIfAbsent(delegation.to(), account -> new ArrayList<>()).add(delegation);
            byFrom.computeIfAbsent(delegation.from(), account -> new ArrayList<>())
                    .add(delegation);
        }
        byTo.values().forEach(received -> received.sort(NARROWEST_THEN_NEWEST));
        byFrom.values().forEach(given -> given.sort(NARROWEST_THEN_NEWEST));
    }

    List<Delegation> givenBy(String account, LocalDate day) {
        return byFrom.getOrDefault(account, List.of()).stream()
                .filter(delegation -> delegation.holdsOn(day))
                .toList();
    }

    /**
     * The shortest way to somebody who holds the right themselves; of two the one by the narrower scope.
     *
     * @param holdsIt whether the person who gave a delegation holds the right themselves
     */
    List<Delegation> chain(String account, Matter matter, Predicate<Delegation> holdsIt) {
        for (int length = 1; length <= LONGEST_CHAIN; length++) {
            var found = chain(account, null, matter, holdsIt, length, new HashSet<>(Set.of(account)));
            if (!found.isEmpty()) {
                return found;
            }
        }
        return List.of();
    }

    private List<Delegation> chain(
            String account,
            Delegation passedOn,
            Matter matter,
            Predicate<Delegation> holdsIt,
            int length,
            Set<String> onTheWay) {
        for (var delegation : byTo.getOrDefault(account, List.of())) {
            var fits = delegation.holdsOn(matter.day())
                    && delegation.covers(matter.agency(), matter.procedure(), matter.sector())
                    && (passedOn == null || delegation.mode().mayBePassedOnAs(passedOn.mode()));
            if (!fits) {
                continue;
            }
            if (length == 1 && !onTheWay.contains(delegation.from()) && holdsIt.test(delegation)) {
                return List.of(delegation);
            }
            if (length > 1 && onTheWay.add(delegation.from())) {
                var above = chain(delegation.from(), delegation, matter, holdsIt, length - 1, onTheWay);
                onTheWay.remove(delegation.from());
                if (!above.isEmpty()) {
                    var whole = new ArrayList<Delegation>();
                    whole.add(delegation);
                    whole.addAll(above);
                    return List.copyOf(whole);
                }
            }
        }
        return List.of();
    }
}
