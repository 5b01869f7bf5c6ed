package vn.motcua.notification.planning;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import vn.motcua.notification.notices.Channel;
import vn.motcua.notification.notices.NoticeState;

/** Counts what is planned and what is not. A transaction that is rolled back and tried again counts again. */
@ApplicationScoped
class PlanningMetrics {

    private final MeterRegistry registry;

    PlanningMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    void written(Channel channel, String wording, NoticeState state, String reason) {
        if (state == NoticeState.PLANNED) {
            registry.counter("motcua.notices.planned", "channel", channel.name(), "wording", wording)
                    .increment();
        } else {
            suppressed(reason, 1);
        }
    }

    /** Events that would have been told, were they live and their recipient not erased. */
    void suppressed(String reason, int events) {
        if (events > 0) {
            registry.counter("motcua.notices.suppressed", "reason", reason).increment(events);
        }
    }
}
