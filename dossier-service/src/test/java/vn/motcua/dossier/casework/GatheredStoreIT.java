package vn.motcua.dossier.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.motcua.dossier.casework.StoreUnderTest.of;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.motcua.dossier.casework.CreationWrite.Issued;
import vn.motcua.dossier.testing.Tables;

/** Writes that go together on a real PostgreSQL: what one of them suffers is its own. */
class GatheredStoreIT {

    private static StoreUnderTest store;
    private static CaseStore gathered;

    @BeforeAll
    static void open() {
        store = new StoreUnderTest(12);
        gathered = new GatheredStore(store.pool, 1, new SimpleMeterRegistry());
    }

    @AfterAll
    static void close() {
        store.close();
    }

    @Test
    void creationsOfManyAgenciesTogetherHaveCodesWithoutGaps() {
        var all = IntStream.range(0, 600)
                .mapToObj(i ->
                        later(gathered.create(Writes.submission("H03." + (41 + i % 3), Writes.key("many-" + i, "{}")))))
                .toList();

        var codes = all.stream()
                .map(one -> one.join().orElseThrow().code())
                .sorted()
                .toList();

        var expected = new ArrayList<String>();
        for (int agency = 41; agency < 44; agency++) {
            for (int i = 1; i <= 200; i++) {
                expected.add(String.format("H03.%d-220608-%04d", agency, i));
            }
        }
        assertThat(codes).isEqualTo(expected);
        for (var id : Tables.rows(store.database, "select id from dossier where agency = 'H03.42' limit 20")) {
            assertThat(Histories.verdict(store.database, UUID.fromString(id.get(0)))
                            .why())
                    .isEmpty();
        }
    }

    @Test
    void twinsOfOneKeyMakeOneDossierAlsoWhenTheyArriveTogether() {
        for (int round = 0; round < 20; round++) {
            var key = Writes.key("twins-" + round, "{}");
            var all = IntStream.range(0, 8)
                    .mapToObj(i -> later(gathered.create(Writes.submission("H03.44", key))))
                    .toList();

            var issued = all.stream()
                    .map(CompletableFuture::join)
                    .flatMap(Optional::stream)
                    .toList();

            assertThat(issued).extracting(Issued::code).containsExactly(String.format("H03.44-220608-%04d", round + 1));
        }
    }

    @Test
    void anAgencyWhoseNumbersAreUsedUpFailsAloneAndTheOthersGoOn() {
        Tables.run(store.database, "insert into day_counter values ('H03.45', date '2022-06-08', 9998)");
        var all = IntStream.range(0, 40)
                .mapToObj(i -> later(gathered.create(
                        Writes.submission(i % 2 == 0 ? "H03.45" : "H03.46", Writes.key("full-" + i, "{}")))))
                .toList();

        var failed = all.stream()
                .filter(one -> one.handle((done, failure) -> failure != null).join())
                .count();

        assertThat(failed).isEqualTo(19);
        assertThat(store.number("select count(*) from dossier where agency = 'H03.45'"))
                .isEqualTo(1);
        assertThat(store.number("select count(*) from dossier where agency = 'H03.46'"))
                .isEqualTo(20);
        assertThat(store.number("select last from day_counter where agency = 'H03.46'"))
                .isEqualTo(20);
        assertThat(store.number("select count(*) from creation where request_key like 'full-%'"))
                .isEqualTo(21);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void ofTwoSessionsOnOneDossierTheSecondOnlyWritesIfTheFirstDidNot(boolean firstCommits) {
        var contested = store.submitted("H03.01");
        var quiet = store.submitted("H03.01");
        var first = store.begun();
        of(new DossierStore(first).step(Writes.acceptance(contested, Writes.key("g-1" + firstCommits, "{}"))));

        var blocked = later(gathered.step(Writes.refusal(contested, Writes.key("g-2" + firstCommits, "{}"))));
        store.awaitSomebodyWaiting();
        var behind = later(gathered.step(Writes.acceptance(quiet, Writes.key("g-3" + firstCommits, "{}"))));
        store.end(first, firstCommits);

        assertThat(blocked.join()).isEqualTo(!firstCommits);
        assertThat(behind.join()).isTrue();
        assertThat(store.load(contested.dossier().id(), null).dossier().sequence())
                .isEqualTo(2);
    }

    @Test
    void aLockThatIsNotLetGoHoldsNobodyElseUp() {
        var blocked = store.submitted("H03.01");
        var others =
                IntStream.range(0, 10).mapToObj(i -> store.submitted("H03.01")).toList();
        var impatient = store.impatientPool(8);
        var together = new GatheredStore(impatient, 1, new SimpleMeterRegistry());
        var holder = store.begun();
        of(new DossierStore(holder).step(Writes.acceptance(blocked, Writes.key("hold", "{}"))));

        // The first keeps the line busy, so that the next ones go together with the blocked one among them.
        var all = new ArrayList<CompletableFuture<Boolean>>();
        for (int i = 0; i < others.size(); i++) {
            all.add(later(together.step(Writes.acceptance(others.get(i), Writes.key("other-" + i, "{}")))));
            if (i == 4) {
                all.add(later(together.step(Writes.refusal(blocked, Writes.key("blocked", "{}")))));
            }
        }

        assertThatThrownBy(() -> all.get(5).join()).hasMessageContaining("unavailable");
        all.remove(5);
        assertThat(all).allSatisfy(one -> assertThat(one.join()).isTrue());
        store.end(holder, true);
        of(impatient.close());
    }

    @Test
    void loadsThatGoTogetherAreNotMixedUp() {
        var kept =
                IntStream.range(0, 30).mapToObj(i -> store.submitted("H03.01")).toList();
        var key = Writes.key("loaded", "{}");
        of(gathered.step(Writes.acceptance(kept.get(3), key)));

        List<CompletableFuture<Optional<Kept>>> loads = new ArrayList<>();
        for (int i = 0; i < 120; i++) {
            var id = i % 31 == 30
                    ? UUID.randomUUID()
                    : kept.get(i % 31).dossier().id();
            loads.add(later(gathered.load(id, key)));
        }

        for (int i = 0; i < loads.size(); i++) {
            var found = loads.get(i).join();
            assertThat(found.isPresent()).isEqualTo(i % 31 != 30);
            var at = i % 31;
            found.ifPresent(one -> {
                assertThat(one.dossier().id()).isEqualTo(kept.get(at).dossier().id());
                assertThat(one.earlier() != null).isEqualTo(at == 3);
            });
        }
    }

    private static <T> CompletableFuture<T> later(Uni<T> uni) {
        return uni.subscribeAsCompletionStage();
    }
}
