package vn.motcua.dossier.staff.roster;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import vn.motcua.dossier.staff.roster.Delegation.Mode;

/** Random staff of three units over forty days, against answers found by looking at everything. */
class RosterPropertiesTest {

    private static final LocalDate FIRST = LocalDate.of(2022, 6, 1);
    private static final List<String> UNITS = List.of("H03", "H03.01", "H03.01.02");
    private static final List<String> ACCOUNTS = List.of("a", "b", "c", "d", "e", "f");

    private record World(List<Officer> posts, List<Absence> absences, List<Delegation> delegations, Random random) {

        static World of(long seed) {
            var random = new Random(seed);
            var posts = new ArrayList<Officer>();
            var absences = new ArrayList<Absence>();
            for (var account : ACCOUNTS.subList(0, 5)) {
                for (int at = random.nextInt(10); at < 35; ) {
                    int length = 1 + random.nextInt(20);
                    posts.add(new Officer(
                            account,
                            "",
                            UNITS.get(random.nextInt(3)),
                            new Position("X", "x", null),
                            List.of(StaffRole.values()[random.nextInt(4)], StaffRole.values()[random.nextInt(2) * 2])
                                    .stream()
                                    .collect(Collectors.toSet()),
                            FIRST.plusDays(at),
                            random.nextInt(4) == 0 ? null : FIRST.plusDays(at + length)));
                    if (posts.get(posts.size() - 1).validTo() == null) {
                        break;
                    }
                    at += length + 1 + random.nextInt(5);
                }
                for (int at = random.nextInt(10); at < 40; at += 1 + random.nextInt(9)) {
                    int length = random.nextInt(3);
                    absences.add(new Absence(
                            account, FIRST.plusDays(at), FIRST.plusDays(at + length), Absence.Reason.LEAVE));
                    at += length;
                }
            }
            var delegations = new ArrayList<Delegation>();
            for (int i = 0; i < random.nextInt(9); i++) {
                var from = ACCOUNTS.get(random.nextInt(6));
                var to = ACCOUNTS.get(random.nextInt(6));
                if (!from.equals(to)) {
                    int at = random.nextInt(30);
                    delegations.add(new Delegation(
                            new UUID(0, i),
                            from,
                            to,
                            Mode.values()[random.nextInt(3)],
                            UNITS.get(random.nextInt(3)),
                            random.nextBoolean() ? null : "P",
                            null,
                            FIRST.plusDays(at),
                            random.nextBoolean() ? null : FIRST.plusDays(at + random.nextInt(10)),
                            random.nextInt(4) == 0 ? FIRST.plusDays(at + random.nextInt(5)) : null,
                            "1"));
                }
            }
            return new World(posts, absences, delegations, random);
        }

        Roster roster() {
            return Roster.of(posts, absences, delegations);
        }

        boolean isAway(String account, LocalDate day) {
            return absences.stream()
                    .anyMatch(one ->
                            one.account().equals(account) && !day.isBefore(one.from()) && !day.isAfter(one.to()));
        }
    }

    @Property(tries = 2_000)
    void whoIsThereIsWhoHoldsAPostAndIsNotAway(@ForAll long seed) {
        var world = worldOf(seed);
        var roster = world.roster();
        for (int i = 0; i < 45; i++) {
            var day = FIRST.plusDays(i);
            for (var unit : UNITS) {
                var expected = world.posts().stream()
                        .filter(post ->
                                post.unit().equals(unit) && post.holdsOn(day) && !world.isAway(post.account(), day))
                        .map(Officer::account)
                        .collect(Collectors.toSet());
                assertThat(roster.there(unit, day).stream()
                                .map(Officer::account)
                                .collect(Collectors.toSet()))
                        .isEqualTo(expected);
                for (var account : ACCOUNTS) {
                    var presence = roster.presence(account, unit, day);
                    if (expected.contains(account)) {
                        assertThat(presence.state()).isEqualTo(Presence.State.THERE);
                    }
                    if (presence.state() == Presence.State.ABSENT) {
                        assertThat(world.isAway(account, presence.until())).isTrue();
                        assertThat(world.isAway(account, presence.until().plusDays(1)))
                                .isFalse();
                    }
                    if (presence.state() == Presence.State.THERE) {
                        assertThat(world.isAway(account, day)).isFalse();
                    }
                }
            }
        }
    }

    @Property(tries = 2_000)
    void theBestIsThereInThatRoleAndNobodySuchHasFewer(@ForAll long seed) {
        var world = worldOf(seed);
        var roster = world.roster();
        Map<String, Integer> open = new HashMap<>();
        ACCOUNTS.forEach(account -> open.put(account, world.random().nextInt(4)));
        for (int i = 0; i < 45; i += 3) {
            var day = FIRST.plusDays(i);
            for (var unit : UNITS) {
                for (var role : StaffRole.values()) {
                    var able = roster.there(unit, day).stream()
                            .filter(post -> post.roles().contains(role))
                            .toList();
                    var best = roster.best(unit, role, day, open);
                    assertThat(best.isPresent()).isEqualTo(!able.isEmpty());
                    best.ifPresent(one -> assertThat(able)
                            .contains(one)
                            .allSatisfy(other -> assertThat(open.get(other.account()))
                                    .isGreaterThanOrEqualTo(open.get(one.account()))));
                }
            }
        }
    }

    @Property(tries = 3_000)
    void aRightComesThroughFewHandsWithoutACircleFromWhoHoldsIt(@ForAll long seed) {
        var world = worldOf(seed);
        var roster = world.roster();
        for (int i = 0; i < 45; i += 2) {
            var day = FIRST.plusDays(i);
            for (var agency : UNITS) {
                for (var account : ACCOUNTS) {
                    var chain = roster.actingFor(account, agency, "P", null, day);
                    assertThat(!chain.isEmpty()).isEqualTo(reaches(world, roster, account, agency, day));
                    if (chain.isEmpty()) {
                        continue;
                    }
                    assertThat(chain).hasSizeLessThanOrEqualTo(Substitutes.LONGEST_CHAIN);
                    var people = new HashSet<>(Set.of(account));
                    var hand = account;
                    for (var one : chain) {
                        assertThat(one.to()).isEqualTo(hand);
                        assertThat(one.holdsOn(day) && one.covers(agency, "P", null))
                                .isTrue();
                        hand = one.from();
                        assertThat(people.add(hand)).as("no circle").isTrue();
                    }
                }
            }
        }
    }

    /** By the rule as it reads: directly from who holds the right, or as deputy of who signs by order of such a person. */
    private static boolean reaches(World world, Roster roster, String account, String agency, LocalDate day) {
        for (var one : world.delegations()) {
            if (!one.to().equals(account) || !one.holdsOn(day) || !one.covers(agency, "P", null)) {
                continue;
            }
            if (holds(world, roster, one, agency, day)) {
                return true;
            }
            for (var upper : world.delegations()) {
                if (one.mode() == Mode.DEPUTY
                        && upper.mode() == Mode.BY_ORDER
                        && upper.to().equals(one.from())
                        && !upper.from().equals(account)
                        && upper.holdsOn(day)
                        && upper.covers(agency, "P", null)
                        && holds(world, roster, upper, agency, day)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean holds(World world, Roster roster, Delegation one, String agency, LocalDate day) {
        if (world.posts().stream().noneMatch(post -> post.account().equals(one.from()))) {
            return !roster.isManaged(one.agency(), day);
        }
        return world.posts().stream()
                .anyMatch(post -> post.account().equals(one.from())
                        && post.holdsOn(day)
                        && post.roles().contains(StaffRole.LEADER)
                        && (agency.equals(post.unit()) || agency.startsWith(post.unit() + ".")));
    }

    private static World worldOf(long seed) {
        return World.of(seed);
    }
}
