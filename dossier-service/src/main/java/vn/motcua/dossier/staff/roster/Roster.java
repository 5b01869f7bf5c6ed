package vn.motcua.dossier.staff.roster;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The staff of a province as known at one moment: answers for any day from memory. Immutable, safe to share. Says who is there, never who may: rights
 * are the token's.
 */
public final class Roster {

    /** Knows nobody and nothing. */
    public static final Roster EMPTY = of(List.of(), List.of(), List.of());

    private final Map<String, List<Officer>> byAccount = new HashMap<>();
    private final Map<String, List<Officer>> byUnit = new HashMap<>();
    private final Map<String, LocalDate> listedSince = new HashMap<>();
    private final Map<String, List<Absence>> absences = new HashMap<>();
    private final Substitutes substitutes;

    private Roster(Collection<Officer> posts, Collection<Absence> away, Collection<Delegation> delegations) {
        posts.stream()
                .sorted(Comparator.comparing(Officer::account).thenComparing(Officer::validFrom))
                .forEach(post -> {
                    byAccount
                            .computeIfAbsent(post.account(), account -> new ArrayList<>())
                            .add(post);
                    byUnit.computeIfAbsent(post.unit(), unit -> new ArrayList<>())
                            .add(post);
                    listedSince.merge(post.unit(), post.validFrom(), (a, b) -> a.isBefore(b) ? a : b);
                });
        away.stream()
                .sorted(Comparator.comparing(Absence::from))
                .forEach(absence -> absences.computeIfAbsent(absence.account(), account -> new ArrayList<>())
                        .add(absence));
        substitutes = new Substitutes(delegations);
    }

    /** @param posts of one account no two on a day, and so its absences */
    public static Roster of(
            Collection<Officer> posts, Collection<Absence> absences, Collection<Delegation> delegations) {
        return new Roster(posts, absences, delegations);
    }

    /** Whether the unit itself has a list: from the first day of the first post ever listed for it, also when all have left. */
    public boolean isManaged(String unit, LocalDate day) {
        var since = listedSince.get(unit);
        return since != null && !day.isBefore(since);
    }

    /** The post that the account holds on that day. */
    public Optional<Officer> officer(String account, LocalDate day) {
        return posts(account).stream().filter(post -> post.holdsOn(day)).findFirst();
    }

    /** The last day of the absence that the day lies in; empty for somebody who is there. */
    public Optional<LocalDate> absentUntil(String account, LocalDate day) {
        LocalDate until = null;
        for (var absence : absences.getOrDefault(account, List.of())) {
            if (until == null ? absence.contains(day) : absence.from().equals(until.plusDays(1))) {
                until = absence.to();
            }
        }
        return Optional.ofNullable(until);
    }

    /** Whether they can be given a dossier that lies with the unit. */
    public Presence presence(String account, String unit, LocalDate day) {
        if (!isManaged(unit, day)) {
            return Presence.of(Presence.State.UNMANAGED);
        }
        if (posts(account).isEmpty()) {
            return Presence.of(Presence.State.UNKNOWN);
        }
        if (officer(account, day).filter(post -> post.covers(unit)).isEmpty()) {
            return Presence.of(Presence.State.NOT_OF_UNIT);
        }
        return absentUntil(account, day)
                .map(until -> new Presence(Presence.State.ABSENT, until))
                .orElseGet(() -> Presence.of(Presence.State.THERE));
    }

    /** Who of the unit itself is there, by account. */
    public List<Officer> there(String unit, LocalDate day) {
        return byUnit.getOrDefault(unit, List.of()).stream()
                .filter(post ->
                        post.holdsOn(day) && absentUntil(post.account(), day).isEmpty())
                .toList();
    }

    /** Who holds a post in that role in the unit itself, there or not, by account. */
    public List<Officer> holders(String unit, StaffRole role, LocalDate day) {
        return byUnit.getOrDefault(unit, List.of()).stream()
                .filter(post -> post.holdsOn(day) && post.roles().contains(role))
                .toList();
    }

    /**
     * Whom to give the next dossier: of those who are there in that role the one with the fewest open, of equals the first by account.
     *
     * @param open dossiers by account; who is not named has none
     */
    public Optional<Officer> best(String unit, StaffRole role, LocalDate day, Map<String, Integer> open) {
        return there(unit, day).stream()
                .filter(post -> post.roles().contains(role))
                .min(Comparator.comparingInt(post -> open.getOrDefault(post.account(), 0)));
    }

    /**
     * By which delegations the account acts in a matter: the first is its own, the last was given by somebody who holds the right, that is who leads
     * the agency or one above it on that day by the list, or of whom the list cannot know. Empty if there is no such way.
     *
     * @param sector of the procedure; null where it is not known
     */
    public List<Delegation> actingFor(String account, String agency, String procedure, String sector, LocalDate day) {
        return substitutes.chain(
                account,
                new Substitutes.Matter(agency, procedure, sector, day),
                delegation -> holdsTheRight(delegation, agency, day));
    }

    /** Who stands in for the account on that day and is there themselves: the delegations that say so, the narrowest first. */
    public List<Delegation> standInsFor(String account, LocalDate day) {
        return substitutes.givenBy(account, day).stream()
                .filter(delegation -> absentUntil(delegation.to(), day).isEmpty()
                        && (posts(delegation.to()).isEmpty()
                                || officer(delegation.to(), day).isPresent()))
                .toList();
    }

    /**
     * What a token says otherwise than this list.
     *
     * @param agency of the token; null where it names none
     * @param roles of the token, those that are roles of a post
     */
    public List<Contradiction> contradictions(String account, String agency, Set<StaffRole> roles, LocalDate day) {
        var tokenAgency = agency == null ? "nothing" : agency;
        var listed = officer(account, day);
        if (listed.isEmpty()) {
            var shouldBe = !posts(account).isEmpty() || (agency != null && isManaged(agency, day));
            return shouldBe
                    ? List.of(new Contradiction(
                            Contradiction.Kind.NOT_LISTED, tokenAgency + " " + StaffRole.words(roles), "nothing"))
                    : List.of();
        }
        var found = new ArrayList<Contradiction>();
        var post = listed.get();
        if (!post.unit().equals(agency)) {
            found.add(new Contradiction(Contradiction.Kind.AGENCY, tokenAgency, post.unit()));
        }
        if (!post.roles().equals(roles)) {
            found.add(
                    new Contradiction(Contradiction.Kind.ROLES, StaffRole.words(roles), StaffRole.words(post.roles())));
        }
        return List.copyOf(found);
    }

    private boolean holdsTheRight(Delegation delegation, String agency, LocalDate day) {
        if (posts(delegation.from()).isEmpty()) {
            return !isManaged(delegation.agency(), day);
        }
        return officer(delegation.from(), day)
                .filter(post -> post.roles().contains(StaffRole.LEADER) && post.covers(agency))
                .isPresent();
    }

    private List<Officer> posts(String account) {
        return byAccount.getOrDefault(account, List.of());
    }
}
