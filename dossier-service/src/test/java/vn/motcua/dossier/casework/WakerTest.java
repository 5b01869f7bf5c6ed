package vn.motcua.dossier.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class WakerTest {

    /** Its connections close at any moment: a warning on every stop would teach people to overlook warnings. */
    @Test
    void aServiceThatStopsBeginsNoSweep() {
        var connected =
                new Waker(null, null, null, null, null, new SimpleMeterRegistry(), "urn:motcua:H03:dossier-service");
        assertThatThrownBy(connected::sweep)
                .as("a sweep asks for the time and the database")
                .isNotNull();

        connected.stop(new ShutdownEvent());

        assertThat(connected.sweep().await().atMost(Duration.ofSeconds(1))).isNull();
    }
}
