package vn.motcua.dossier.casework;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** Rings what is due by the business clock: in tests nothing rings by itself. */
@ApplicationScoped
public class Timers {

    private final Waker waker;

    Timers(Waker waker) {
        this.waker = waker;
    }

    public void ring() {
        waker.sweep().await().atMost(Duration.ofSeconds(60));
    }
}
