package vn.motcua.dossier.papers.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.motcua.dossier.edge.Problem;
import vn.motcua.dossier.edge.ProblemType;

/** What happens to papers when too many are wanted at once. */
class PressTest {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private final Press press = new Press(new OneAndOne(), metrics);
    private final CountDownLatch release = new CountDownLatch(1);

    @AfterEach
    void end() {
        release.countDown();
        press.end();
    }

    @Test
    void whoComesWhenThePressAndItsQueueAreFullIsToldToComeLater() {
        var begun = new CountDownLatch(1);
        var first = press.take(() -> {
                    begun.countDown();
                    release.await();
                    return "first";
                })
                .subscribeAsCompletionStage();
        assertThat(begun).satisfies(latch -> latch.await());
        var second = press.take(() -> "second").subscribeAsCompletionStage();
        var third = press.take(() -> "third");

        assertThatThrownBy(() -> third.await().atMost(PATIENCE))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.type()).isEqualTo(ProblemType.UNAVAILABLE));
        assertThat(metrics.get("motcua.form.waiting").gauge().value()).isEqualTo(1);
        assertThat(metrics.get("motcua.form.turned.away").counter().count()).isEqualTo(1);

        release.countDown();
        assertThat(first.join()).isEqualTo("first");
        assertThat(second.join()).isEqualTo("second");
        assertThat(press.take(() -> "later").await().atMost(PATIENCE)).isEqualTo("later");
    }

    @Test
    void aPaperThatCannotBeMadeFailsAloneAndTheNextIsMade() {
        var broken = press.take(() -> {
            throw new IllegalStateException("no such template");
        });

        assertThatThrownBy(() -> broken.await().atMost(PATIENCE)).hasMessage("no such template");
        assertThat(press.take(() -> "next").await().atMost(PATIENCE)).isEqualTo("next");
        assertThat(metrics.get("motcua.form.rendering").timer().count()).isEqualTo(2);
    }

    private static final class OneAndOne implements FormLimits {
        @Override
        public int atOnce() {
            return 1;
        }

        @Override
        public int waiting() {
            return 1;
        }

        @Override
        public int maxBytes() {
            return 1;
        }

        @Override
        public int maxRegisterLines() {
            return 1;
        }

        @Override
        public int maxRegisterDays() {
            return 1;
        }

        @Override
        public int maxRegistersADay() {
            return 1;
        }
    }
}
