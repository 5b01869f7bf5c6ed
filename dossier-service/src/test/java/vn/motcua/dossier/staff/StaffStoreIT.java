package vn.motcua.dossier.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.PoolOptions;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.motcua.dossier.edge.RequestKey;
import vn.motcua.dossier.staff.StaffStore.Saved;
import vn.motcua.dossier.staff.roster.Absence;
import vn.motcua.dossier.staff.roster.Contradiction;
import vn.motcua.dossier.staff.roster.Delegation;
import vn.motcua.dossier.staff.roster.Officer;
import vn.motcua.dossier.staff.roster.Position;
import vn.motcua.dossier.staff.roster.StaffRole;
import vn.motcua.dossier.testing.Tables;
import vn.motcua.local.LocalDatabase;
import vn.motcua.local.testing.LocalInfrastructure;

/** The staff tables on a real PostgreSQL: each write alone decides, and moves the version only if it changed anything. */
class StaffStoreIT {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Instant AT = Instant.parse("2022-06-20T01:00:00Z");

    private static LocalDatabase database;
    private static Vertx vertx;
    private static Pool pool;
    private static StaffStore store;
    private static DelegationStore delegations;
    private static ContradictionStore contradictions;

    @BeforeAll
    static void open() {
        database = LocalInfrastructure.freshDatabase();
        Flyway.configure()
                .dataSource(database.jdbcUrl(), database.role(), database.password())
                .load()
                .migrate();
        vertx = Vertx.vertx();
        pool = Pool.newInstance(PgBuilder.pool()
                .with(new PoolOptions().setMaxSize(8))
                .connectingTo(new PgConnectOptions()
                        .setHost(database.host())
                        .setPort(database.port())
                        .setDatabase(database.name())
                        .setUser(database.role())
                        .setPassword(database.password())
                        .setCachePreparedStatements(true))
                .using(vertx)
                .build());
        store = new StaffStore(pool);
        delegations = new DelegationStore(pool);
        contradictions = new ContradictionStore(pool);
    }

    @AfterAll
    static void close() {
        of(pool.close());
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void theSameLinesChangeNothingTheSecondTime() {
        var lines = List.of(
                post("mover", "H03.01", "2020-01-01", null),
                post("mover", "H03.02", "2022-07-01", null),
                post("mover", "H03.01", "2024-01-01", "2024-12-31"));

        assertThat(saved(lines)).containsExactly(Saved.CREATED, Saved.CREATED, Saved.CREATED);
        var version = of(store.version());
        assertThat(days("mover"))
                .containsExactly("2020-01-01 2022-06-30", "2022-07-01 2023-12-31", "2024-01-01 2024-12-31");

        assertThat(saved(lines)).containsOnly(Saved.UNCHANGED);
        assertThat(of(store.version())).isEqualTo(version);
        assertThat(of(store.person("mover")).orElseThrow().version()).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"012", "021", "102", "120", "201", "210"})
    void theOrderOfLinesDoesNotMatter(String order) {
        var account = "any-order-" + order;
        var lines = List.of(
                post(account, "H03.01", "2020-01-01", null),
                post(account, "H03.02", "2022-07-01", null),
                post(account, "H03.01", "2024-01-01", null));
        var inOrder = order.chars().mapToObj(i -> lines.get(i - '0')).toList();

        assertThat(saved(inOrder)).containsOnly(Saved.CREATED);
        assertThat(days(account)).containsExactly("2020-01-01 2022-06-30", "2022-07-01 2023-12-31", "2024-01-01 null");
        assertThat(saved(inOrder)).containsOnly(Saved.UNCHANGED);
    }

    @Test
    void twoPostsOnOneDayAreRefusedAndNothingIsWritten() {
        saved(List.of(post("double", "H03.01", "2020-01-01", "2022-06-30")));

        assertThat(saved(List.of(
                        post("double", "H03.02", "2022-06-30", null),
                        post("double", "H03.02", "2019-01-01", "2020-01-01"),
                        post("double", "H03.02", "2022-07-01", null))))
                .containsExactly(Saved.OVERLAPS, Saved.OVERLAPS, Saved.CREATED);
        assertThat(of(store.person("double")).orElseThrow().version()).isEqualTo(2);
    }

    @Test
    void whoAdministersOneUnitTakesNobodyOutOfAnother() {
        saved(List.of(post("wanted", "H03.02", "2020-01-01", null)));

        assertThat(of(store.save(post("wanted", "H03.01", "2022-07-01", null), "H03.01")))
                .isEqualTo(Saved.NOT_YOURS);
        assertThat(days("wanted")).containsExactly("2020-01-01 null");
        assertThat(of(store.save(post("wanted", "H03.01", "2022-07-01", null), "H03")))
                .isEqualTo(Saved.CREATED);
    }

    @Test
    void twinsThatSaveTheSamePostsLeaveOneOfEach() {
        for (int round = 0; round < 20; round++) {
            var account = "twin-" + round;
            var one = post(account, "H03.01", "2020-01-01", null);
            var two = post(account, "H03.02", "2022-07-01", null);
            var three = post(account, "H03.01", "2023-07-01", null);
            var outcomes = together(
                    store.save(one, "H03"),
                    store.save(two, "H03"),
                    store.save(three, "H03"),
                    store.save(three, "H03"),
                    store.save(two, "H03"),
                    store.save(one, "H03"));

            assertThat(outcomes).doesNotContain(Saved.OVERLAPS, Saved.NOT_YOURS);
            assertThat(outcomes.stream().filter(Saved.CREATED::equals)).hasSize(3);
            assertThat(days(account))
                    .containsExactly("2020-01-01 2022-06-30", "2022-07-01 2023-06-30", "2023-07-01 null");
        }
    }

    @Test
    void ofTwinsThatSayOtherwiseAboutOneDayOneIsRefused() {
        for (int round = 0; round < 20; round++) {
            var account = "rival-" + round;
            var outcomes = together(
                    store.save(post(account, "H03.01", "2022-01-01", "2022-12-31"), "H03"),
                    store.save(post(account, "H03.02", "2022-06-01", "2023-05-31"), "H03"));

            assertThat(outcomes).containsExactlyInAnyOrder(Saved.CREATED, Saved.OVERLAPS);
        }
    }

    @Test
    void ofTwoWhoChangeAbsencesFromTheSameReadingOneIsToldThatItIsStale() {
        saved(List.of(post("away", "H03.01", "2020-01-01", null)));
        var today = day("2022-06-20");
        var first = List.of(absence("away", "2022-06-20", "2022-06-22"), absence("away", "2022-07-01", "2022-07-01"));

        assertThat(of(store.replaceAbsences("away", 1, today, first))).contains(2L);
        // The same days again are no overlap with themselves, and what is over stays.
        assertThat(of(store.replaceAbsences(
                        "away", 2, day("2022-06-25"), List.of(absence("away", "2022-07-01", "2022-07-02")))))
                .contains(3L);
        assertThat(of(store.person("away")).orElseThrow().absences())
                .containsExactly(
                        absence("away", "2022-06-20", "2022-06-22"), absence("away", "2022-07-01", "2022-07-02"));
        assertThatThrownBy(() -> of(store.replaceAbsences(
                        "away", 3, day("2022-06-25"), List.of(absence("away", "2022-06-22", "2022-06-30")))))
                .satisfies(failure -> assertThat(StaffStore.isOverlap(failure)).isTrue());

        var outcomes = together(
                store.replaceAbsences(
                        "away", 3, day("2022-06-25"), List.of(absence("away", "2022-08-01", "2022-08-01"))),
                store.replaceAbsences(
                        "away", 3, day("2022-06-25"), List.of(absence("away", "2022-08-01", "2022-08-02"))));
        assertThat(outcomes.stream().filter(java.util.Optional::isPresent)).hasSize(1);
        assertThat(of(store.replaceAbsences("nobody", 1, today, List.of()))).isEmpty();
    }

    @Test
    void aCompleteListMakesTodayTheLastDayOfWhomItDoesNotName() {
        saved(List.of(
                post("stays", "H03.31", "2020-01-01", null),
                post("goes", "H03.31", "2020-01-01", null),
                post("goes-below", "H03.31.02", "2022-06-20", "2023-01-01"),
                post("comes", "H03.31", "2022-07-01", null),
                post("elsewhere", "H03.310", "2020-01-01", null)));

        assertThat(of(store.endOthers("H03.31", day("2022-06-20"), List.of("stays"))))
                .containsExactly("goes", "goes-below");
        assertThat(days("goes")).containsExactly("2020-01-01 2022-06-20");
        assertThat(days("comes")).containsExactly("2022-07-01 null");
        var version = of(store.version());
        assertThat(of(store.endOthers("H03.31", day("2022-06-20"), List.of("stays"))))
                .isEmpty();
        assertThat(of(store.version())).isEqualTo(version);
    }

    @Test
    void aKeyGivesOnceAndRevokesOnce() {
        var given = new Delegation(
                new UUID(0, 1),
                "director",
                "deputy",
                Delegation.Mode.DEPUTY,
                "H03.01",
                null,
                null,
                day("2022-06-20"),
                null,
                null,
                "15/QĐ");
        var key = key("k-1");
        var outcomes = together(delegations.add(given, AT, key), delegations.add(other(given, 2), AT, key));

        assertThat(outcomes).containsExactlyInAnyOrder(true, false);
        var id = of(delegations.byKey(key)).orElseThrow().delegation().id();
        assertThat(of(delegations.revoke(id, day("2022-06-21"), AT, null, key))).isFalse();
        assertThat(together(
                        delegations.revoke(id, day("2022-06-21"), AT, "về sớm", key("k-2")),
                        delegations.revoke(id, day("2022-06-21"), AT, "về sớm", key("k-3"))))
                .containsExactlyInAnyOrder(true, false);
        assertThat(of(delegations.byId(id)).orElseThrow().revokedFrom()).isEqualTo("2022-06-21");
    }

    @Test
    void theWholeListIsReadAsOfOneMomentWithoutWhatIsLongOver() {
        saved(List.of(post("loaded", "H03.41", "2020-01-01", null)));
        of(store.replaceAbsences(
                "loaded",
                1,
                day("2020-01-01"),
                List.of(absence("loaded", "2022-04-01", "2022-05-20"), absence("loaded", "2022-06-01", "2022-06-02"))));

        var loaded = of(store.load(day("2022-05-21")));

        assertThat(loaded.version()).isEqualTo(of(store.version()));
        assertThat(loaded.roster().officer("loaded", day("2022-06-01"))).isPresent();
        assertThat(loaded.roster().absentUntil("loaded", day("2022-06-01"))).contains(day("2022-06-02"));
        assertThat(loaded.roster().absentUntil("loaded", day("2022-05-20"))).isEmpty();
    }

    @Test
    void aContradictionIsOneRowPerAccountAndKindAndWrittenOnceAMinute() {
        var agency = new Contradiction(Contradiction.Kind.AGENCY, "H03.02", "H03.01");
        of(contradictions.seen("odd", List.of(agency), AT));
        of(contradictions.seen(
                "odd", List.of(new Contradiction(Contradiction.Kind.AGENCY, "H03.04", "H03.01")), AT.plusSeconds(59)));

        assertThat(of(contradictions.list(Instant.EPOCH, "", "", 10)))
                .containsExactly(new ContradictionView("odd", Contradiction.Kind.AGENCY, "H03.02", "H03.01", AT, AT));

        of(contradictions.seen(
                "odd",
                List.of(agency, new Contradiction(Contradiction.Kind.ROLES, "leader", "officer")),
                AT.plusSeconds(60)));
        assertThat(of(contradictions.list(AT.plusSeconds(1), "", "", 10)))
                .extracting(ContradictionView::kind, ContradictionView::firstSeen)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(Contradiction.Kind.AGENCY, AT),
                        org.assertj.core.groups.Tuple.tuple(Contradiction.Kind.ROLES, AT.plusSeconds(60)));
    }

    private static Delegation other(Delegation one, int id) {
        return new Delegation(
                new UUID(0, id),
                one.from(),
                one.to(),
                one.mode(),
                one.agency(),
                null,
                null,
                one.validFrom(),
                null,
                null,
                one.document());
    }

    private static RequestKey key(String key) {
        return new RequestKey("director", key, new byte[32]);
    }

    private static List<Saved> saved(List<Officer> posts) {
        return posts.stream().map(post -> of(store.save(post, "H03"))).toList();
    }

    private static List<String> days(String account) {
        return Tables.rows(
                        database,
                        "select valid_from || ' ' || coalesce(valid_to::text, 'null') from officer where account = ? order by valid_from",
                        account)
                .stream()
                .map(row -> row.get(0))
                .toList();
    }

    @SafeVarargs
    private static <T> List<T> together(Uni<T>... all) {
        var running = new ArrayList<CompletableFuture<T>>();
        for (var one : all) {
            running.add(one.subscribeAsCompletionStage());
        }
        return running.stream().map(CompletableFuture::join).toList();
    }

    private static Officer post(String account, String unit, String from, String to) {
        return new Officer(
                account,
                "Nông Thị Thử",
                unit,
                new Position("CV", "Chuyên viên", null),
                Set.of(StaffRole.OFFICER),
                day(from),
                to == null ? null : day(to));
    }

    private static Absence absence(String account, String from, String to) {
        return new Absence(account, day(from), day(to), Absence.Reason.LEAVE);
    }

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }

    private static <T> T of(Uni<T> uni) {
        return uni.await().atMost(PATIENCE);
    }
}
