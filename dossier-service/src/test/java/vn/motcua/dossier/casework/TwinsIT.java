package vn.motcua.dossier.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.motcua.dossier.testing.Api.JUSTICE;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.motcua.dossier.testing.Api;
import vn.motcua.dossier.testing.Api.Answer;
import vn.motcua.dossier.testing.BusinessDay;
import vn.motcua.dossier.testing.Tables;
import vn.motcua.local.testing.LocalInfrastructure;

/** Requests that arrive at one instant. */
@QuarkusTest
@QuarkusTestResource(LocalInfrastructure.class)
@QuarkusTestResource(BusinessDay.class)
class TwinsIT {

    private static final int TWINS = 16;

    private final Api citizen = Api.citizen("c-20");
    private final Api reception = Api.as("reception", JUSTICE);

    @BeforeEach
    void onAMonday() {
        BusinessDay.standAt("2022-06-20T09:00");
    }

    @AfterEach
    void goOn() {
        BusinessDay.backToRealTime();
    }

    @Test
    void twinsOfACreationGetTheSameAnswerAndMakeOneDossier() {
        for (int round = 0; round < 5; round++) {
            var before = Tables.state();
            var key = Api.key();

            var answers = atOnce(
                    TWINS, i -> citizen.post("/v1/dossiers", Examples.ONLINE).header("Idempotency-Key", key));

            assertThat(answers).allSatisfy(answer -> {
                assertThat(answer.status()).as(String.valueOf(answer.body())).isEqualTo(201);
                assertThat(answer).isEqualTo(answers.get(0));
            });
            assertThat(Tables.state().get("dossier")).isEqualTo(before.get("dossier") + 1);
            assertThat(Tables.state().get("numbers")).isEqualTo(before.get("numbers") + 1);
        }
    }

    @Test
    void twinsOfAStepGetTheSameAnswerAndTakeOneStep() {
        for (int round = 0; round < 5; round++) {
            var submitted = citizen.open(Examples.ONLINE);
            var key = Api.key();

            var answers = atOnce(
                    TWINS, i -> reception.stepRequest(submitted.id(), "acceptance", submitted.etag(), key, "{}"));

            assertThat(answers).allSatisfy(answer -> {
                assertThat(answer.status()).as(String.valueOf(answer.body())).isEqualTo(200);
                assertThat(answer).isEqualTo(answers.get(0));
            });
            assertThat(sequence(submitted)).isEqualTo(2);
        }
    }

    @Test
    void ofTwoOfficersOneIsToldThatTheOtherWasQuicker() {
        for (int round = 0; round < 10; round++) {
            var submitted = citizen.open(Examples.ONLINE);

            var answers = atOnce(
                    TWINS,
                    i -> i % 2 == 0
                            ? reception.stepRequest(submitted.id(), "acceptance", submitted.etag(), Api.key(), "{}")
                            : reception.stepRequest(
                                    submitted.id(), "refusal", submitted.etag(), Api.key(), Examples.REFUSAL));

            assertThat(answers.stream().filter(answer -> answer.status() == 200))
                    .hasSize(1);
            assertThat(answers.stream().filter(answer -> answer.status() == 412))
                    .hasSize(TWINS - 1);
            assertThat(sequence(submitted)).isEqualTo(2);
            assertThat(Histories.verdict(submitted.id()).why()).isEmpty();
        }
    }

    @Test
    void codesHaveNoGapsUnderLoadWithFailuresBetween() {
        var agency = "H03.31.02";
        var town = Api.as("reception", agency);
        var good = Examples.COUNTER
                .replace("H03.01", agency)
                .replace("1.900101", "2.900702")
                .replace("\"components\": [{\"code\": \"TK\", \"copies\": 1}], ", "");
        var bad = good.replace("2.900702", "1.900101");
        var answers = new ArrayList<Answer>();
        for (int round = 0; round < 6; round++) {
            answers.addAll(atOnce(
                    32, i -> town.post("/v1/dossiers", i % 4 == 3 ? bad : good).header("Idempotency-Key", Api.key())));
        }

        assertThat(answers.stream().filter(answer -> answer.status() == 201)).hasSize(6 * 24);
        assertThat(answers.stream().filter(answer -> answer.status() == 422)).hasSize(6 * 8);
        var codes = answers.stream()
                .filter(answer -> answer.status() == 201)
                .map(answer -> answer.text("code"))
                .sorted()
                .toList();
        assertThat(codes)
                .isEqualTo(IntStream.rangeClosed(1, 6 * 24)
                        .mapToObj(i -> String.format("%s-220620-%04d", agency, i))
                        .toList());
    }

    private static long sequence(Answer dossier) {
        return Tables.number("select sequence from dossier where id = ?::uuid", dossier.id());
    }

    private interface Request {
        HttpRequest.Builder number(int i);
    }

    /** Builds all requests first and lets them go together. */
    private static List<Answer> atOnce(int count, Request request) {
        var threads = Executors.newFixedThreadPool(count);
        try {
            var go = new CountDownLatch(1);
            var sent = new ArrayList<CompletableFuture<Answer>>();
            for (int i = 0; i < count; i++) {
                var one = request.number(i);
                sent.add(CompletableFuture.supplyAsync(
                        () -> {
                            await(go);
                            return Api.send(one);
                        },
                        threads));
            }
            go.countDown();
            return sent.stream().map(CompletableFuture::join).toList();
        } finally {
            threads.shutdown();
        }
    }

    private static void await(CountDownLatch go) {
        try {
            go.await();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }
}
