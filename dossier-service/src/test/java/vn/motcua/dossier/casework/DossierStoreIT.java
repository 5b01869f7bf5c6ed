package vn.motcua.dossier.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.motcua.dossier.casework.StoreUnderTest.of;

import io.vertx.pgclient.PgException;
import java.time.LocalDate;
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
import vn.motcua.dossier.edge.Problem;
import vn.motcua.dossier.lifecycle.DossierStatus;
import vn.motcua.dossier.testing.Tables;

/** Two sessions meet on a real PostgreSQL, the first one committing and rolling back. */
class DossierStoreIT {

    private static StoreUnderTest store;

    @BeforeAll
    static void open() {
        store = new StoreUnderTest(12);
    }

    @AfterAll
    static void close() {
        store.close();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void ofTwoOfficersTheSecondOnlyWritesIfTheFirstDidNot(boolean firstCommits) {
        var kept = store.submitted("H03.01");
        var first = store.begun();
        assertThat(of(new DossierStore(first).step(Writes.acceptance(kept, Writes.key("k-1", "{}")))))
                .isTrue();

        var second = later(new DossierStore(store.pool).step(Writes.refusal(kept, Writes.key("k-2", "{}"))));
        store.awaitSomebodyWaiting();
        store.end(first, firstCommits);

        assertThat(second.join()).isEqualTo(!firstCommits);
        var after = store.load(kept.dossier().id(), null);
        assertThat(after.dossier().status()).isEqualTo(firstCommits ? DossierStatus.ACCEPTED : DossierStatus.REFUSED);
        assertThat(after.dossier().sequence()).isEqualTo(2);
        assertThat(events(kept)).isEqualTo(2);
        assertThat(pointers(kept)).isEqualTo(2);
        assertThat(Histories.verdict(store.database, kept.dossier().id()).intact())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void oneKeySentTwiceAtOnceWritesOnce(boolean firstCommits) {
        var kept = store.submitted("H03.01");
        var key = Writes.key("k-twice", "{}");
        var first = store.begun();
        of(new DossierStore(first).step(Writes.acceptance(kept, key)));

        var second = later(new DossierStore(store.pool).step(Writes.acceptance(kept, key)));
        store.awaitSomebodyWaiting();
        store.end(first, firstCommits);

        assertThat(second.join()).isEqualTo(!firstCommits);
        assertThat(events(kept)).isEqualTo(2);
        var after = store.load(kept.dossier().id(), key);
        assertThat(after.earlier().sequence()).isEqualTo(2);
        assertThat(key.sameRequest(after.earlier().requestDigest())).isTrue();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void oneKeyOnTwoDossiersIsTwoRequests(boolean firstCommits) {
        var one = store.submitted("H03.01");
        var other = store.submitted("H03.01");
        var key = Writes.key("k-both", "{}");
        var first = store.begun();
        of(new DossierStore(first).step(Writes.acceptance(one, key)));

        assertThat(of(new DossierStore(store.pool).step(Writes.acceptance(other, key))))
                .isTrue();
        store.end(first, firstCommits);

        assertThat(store.load(one.dossier().id(), key).earlier() != null).isEqualTo(firstCommits);
        assertThat(store.load(other.dossier().id(), key).earlier()).isNotNull();
        assertThat(events(one)).isEqualTo(firstCommits ? 2 : 1);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aStaleStepLeavesNothingBehindAlsoNotItsKey(boolean firstCommits) {
        var kept = store.submitted("H03.01");
        of(new DossierStore(store.pool).step(Writes.acceptance(kept, Writes.key("k-quick", "{}"))));
        var stale = Writes.key("k-stale", "{}");
        var first = store.begun();

        assertThat(of(new DossierStore(first).step(Writes.refusal(kept, stale))))
                .isFalse();
        store.end(first, firstCommits);

        assertThat(store.load(kept.dossier().id(), stale).earlier()).isNull();
        assertThat(events(kept)).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void ofTwinCreationsOneCreates(boolean firstCommits) {
        var key = Writes.key("c-" + firstCommits, "{}");
        var first = store.begun();
        assertThat(of(new DossierStore(first).create(Writes.submission("H03.02", key))))
                .isPresent();

        var second = later(new DossierStore(store.pool).create(Writes.submission("H03.02", key)));
        store.awaitSomebodyWaiting();
        store.end(first, firstCommits);

        assertThat(second.join().isPresent()).isEqualTo(!firstCommits);
        assertThat(store.number("select count(*) from creation where request_key = ?", key.key()))
                .isEqualTo(1);
        assertThat(of(new DossierStore(store.pool).created(key))).isPresent();
    }

    @Test
    void theDatabasePutsTheCodeIntoTheEventAndHashesWhatItWrote() {
        var kept = store.submitted("H03.04");

        assertThat(kept.dossier().code()).isEqualTo("H03.04-220608-0001");
        var data = Tables.rows(
                        store.database,
                        "select data from event where subject = ?",
                        kept.dossier().id())
                .get(0)
                .get(0);
        assertThat(data).contains("\"code\":\"H03.04-220608-0001\"").doesNotContain(CreationWrite.CODE, "Nguyễn");
        var verdict = Histories.verdict(store.database, kept.dossier().id());
        assertThat(verdict.why()).isEmpty();
    }

    @Test
    void whatWasKeptIsWhatWasWritten() {
        var write = Writes.submission("H03.04", Writes.key("k-whole", "{}"));
        var issued = of(new DossierStore(store.pool).create(write)).orElseThrow();

        var kept = store.load(write.dossier().id(), null);

        assertThat(kept.dossier()).isEqualTo(write.dossier().named(issued.code()));
        assertThat(kept.lastHash()).isEqualTo(issued.hash());
        assertThat(kept.part()).usingRecursiveComparison().isEqualTo(write.part());
        assertThat(kept.part().digest()).isEqualTo(kept.dossier().matter().privateDigest());
    }

    @Test
    void codesHaveNoGapsWhateverFails() {
        var failing = IntStream.range(0, 200).mapToObj(i -> later(create(i))).toList();
        failing.forEach(CompletableFuture::join);

        var numbers = Tables.rows(
                        store.database,
                        "select right(code, 4)::int from dossier where code like 'H03.05-220608-%' order by code")
                .stream()
                .map(row -> Integer.parseInt(row.get(0)))
                .toList();
        assertThat(numbers)
                .isEqualTo(IntStream.rangeClosed(1, numbers.size()).boxed().toList());
        assertThat(numbers).hasSize(150);
    }

    /** Every fourth uses a key again and creates nothing. */
    private static io.smallrye.mutiny.Uni<Optional<CreationWrite.Issued>> create(int i) {
        var key = Writes.key("gap-" + (i % 4 == 3 ? i - 1 : i), "{}");
        return new DossierStore(store.pool).create(Writes.submission("H03.05", key));
    }

    @Test
    void theDaysTenThousandthDossierFailsAsAWholeAndLoudly() {
        Tables.run(store.database, "insert into day_counter values ('H03.31', date '2022-06-08', 9999)");
        var key = Writes.key("k-9999", "{}");

        assertThatThrownBy(() -> of(new DossierStore(store.pool).create(Writes.submission("H03.31", key))))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("unavailable");

        assertThat(store.number("select count(*) from dossier where agency = 'H03.31'"))
                .isZero();
        assertThat(store.number("select count(*) from creation where request_key = 'k-9999'"))
                .isZero();
        // The next day begins anew.
        var tomorrow = Writes.submission("H03.31", Writes.NINE.plusSeconds(86_400), key);
        assertThat(of(new DossierStore(store.pool).create(tomorrow))
                        .orElseThrow()
                        .code())
                .isEqualTo("H03.31-220609-0001");
    }

    @Test
    void aNumberThatTheCounterDoesNotKnowIsAnAlarmOfItsOwn() {
        var kept = store.submitted("H03.32");
        assertThat(kept.dossier().code()).isEqualTo("H03.32-220608-0001");
        Tables.run(store.database, "delete from day_counter where agency = 'H03.32'");

        assertThatThrownBy(() -> store.submitted("H03.32")).isInstanceOf(Problem.class);
    }

    @Test
    void theDayOfACodeIsTheDayInVietnam() {
        var beforeMidnight =
                Writes.submission("H03.33", java.time.Instant.parse("2022-06-08T16:59:59Z"), Writes.key("d-1", "{}"));
        var afterMidnight =
                Writes.submission("H03.33", java.time.Instant.parse("2022-06-08T17:00:00Z"), Writes.key("d-2", "{}"));

        assertThat(of(new DossierStore(store.pool).create(beforeMidnight))
                        .orElseThrow()
                        .code())
                .isEqualTo("H03.33-220608-0001");
        assertThat(of(new DossierStore(store.pool).create(afterMidnight))
                        .orElseThrow()
                        .code())
                .isEqualTo("H03.33-220609-0001");
        assertThat(Tables.rows(store.database, "select day from day_counter where agency = 'H03.33' order by day"))
                .isEqualTo(List.of(
                        List.of("2022-06-08"), List.of(LocalDate.of(2022, 6, 9).toString())));
    }

    @Test
    void anEventTooLargeToSendIsBarredAtCommit() {
        var kept = store.submitted("H03.01");
        var step = Writes.acceptance(kept, Writes.key("k-large", "{}"));
        var event = step.event();
        var large = new EventRow(
                event.id(),
                event.subject(),
                event.sequence(),
                event.type(),
                event.time(),
                "\"" + "x".repeat(262_144) + "\"",
                event.previousHash(),
                event.hashed());

        assertThatThrownBy(() -> of(new DossierStore(store.pool)
                        .step(new StepWrite(
                                step.dossier(),
                                step.stepSequence(),
                                large,
                                step.provenance(),
                                false,
                                null,
                                null,
                                null))))
                .isInstanceOf(PgException.class);
        assertThat(store.load(kept.dossier().id(), null).dossier().sequence()).isEqualTo(1);
    }

    private static <T> CompletableFuture<T> later(io.smallrye.mutiny.Uni<T> uni) {
        return uni.subscribeAsCompletionStage();
    }

    private static long events(Kept kept) {
        return count("event", kept.dossier().id());
    }

    private static long pointers(Kept kept) {
        return count("outgoing", kept.dossier().id());
    }

    private static long count(String table, UUID subject) {
        return store.number("select count(*) from " + table + " where subject = ?", subject);
    }
}
