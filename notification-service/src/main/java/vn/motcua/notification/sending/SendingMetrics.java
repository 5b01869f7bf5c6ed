package vn.motcua.notification.sending;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import vn.motcua.notification.notices.Answer;
import vn.motcua.notification.notices.Channel;
import vn.motcua.notification.notices.Settlement;

/** What is sent, what fails, what is in doubt and how long the oldest waits. */
@ApplicationScoped
class SendingMetrics {

    private static final String CHANNEL = "channel";

    private final MeterRegistry registry;
    private final Map<Channel, Ledger.Level> levels = new EnumMap<>(Channel.class);

    SendingMetrics(MeterRegistry registry) {
        this.registry = registry;
        for (var channel : Channel.values()) {
            levels.put(channel, new Ledger.Level(channel, 0, 0, 0));
            gauge("motcua.notices.in.doubt", channel, Ledger.Level::inDoubt);
            gauge("motcua.notices.waiting", channel, Ledger.Level::planned);
            gauge("motcua.notices.oldest.planned.seconds", channel, Ledger.Level::oldestSeconds);
        }
    }

    /** One exchange with a provider. */
    void answered(Channel channel, Answer answer, long nanos) {
        registry.timer(
                        "motcua.gateway",
                        CHANNEL,
                        channel.name(),
                        "answer",
                        answer.getClass().getSimpleName())
                .record(nanos, TimeUnit.NANOSECONDS);
    }

    /** One outcome that was written. */
    void settled(Outgoing notice, Settlement settlement) {
        var channel = notice.channel().name();
        switch (settlement.state()) {
            case SENT ->
                registry.counter("motcua.notices.sent", CHANNEL, channel, "wording", notice.wording())
                        .increment();
            case FAILED ->
                registry.counter("motcua.notices.failed", CHANNEL, channel, "reason", settlement.reason())
                        .increment();
            default -> {
                // Seen in the gauges.
            }
        }
    }

    /** The levels as just read. */
    synchronized void show(List<Ledger.Level> read) {
        for (var channel : Channel.values()) {
            levels.put(channel, new Ledger.Level(channel, 0, 0, 0));
        }
        read.forEach(level -> levels.put(level.channel(), level));
    }

    private synchronized Ledger.Level level(Channel channel) {
        return levels.get(channel);
    }

    private void gauge(String name, Channel channel, java.util.function.ToDoubleFunction<Ledger.Level> value) {
        Gauge.builder(name, this, metrics -> value.applyAsDouble(metrics.level(channel)))
                .tag(CHANNEL, channel.name())
                .strongReference(true)
                .register(registry);
    }
}
