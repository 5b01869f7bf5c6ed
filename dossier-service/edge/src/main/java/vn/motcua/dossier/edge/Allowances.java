package vn.motcua.dossier.edge;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** One allowance per address, for a bounded number of addresses: memory is limited whoever asks. Thread-safe. */
@Singleton
class Allowances {

    private final int requests;
    private final Duration period;
    private final TimeMeter time;
    private final Map<String, Bucket> byAddress;

    @Inject
    Allowances(EdgeLimits limits) {
        this(
                limits.rateLimit().requests(),
                limits.rateLimit().period(),
                limits.rateLimit().addresses(),
                TimeMeter.SYSTEM_NANOTIME);
    }

    Allowances(int requests, Duration period, int addresses, TimeMeter time) {
        this.requests = requests;
        this.period = period;
        this.time = time;
        this.byAddress = new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
                return size() > addresses;
            }
        };
    }

    /** Takes one request from the address's allowance; zero when it may pass, otherwise how long to wait. */
    Duration take(String address) {
        var probe = bucket(network(address)).tryConsumeAndReturnRemaining(1);
        return probe.isConsumed() ? Duration.ZERO : Duration.ofNanos(probe.getNanosToWaitForRefill());
    }

    int remembered() {
        synchronized (byAddress) {
            return byAddress.size();
        }
    }

    /** One household has 2^64 addresses of IPv6: they share one allowance. */
    static String network(String address) {
        if (address == null || address.indexOf(':') < 0) {
            return String.valueOf(address);
        }
        var groups = address.split(":", -1);
        return String.join(":", java.util.Arrays.copyOf(groups, Math.min(4, groups.length)));
    }

    private Bucket bucket(String network) {
        synchronized (byAddress) {
            return byAddress.computeIfAbsent(
                    network,
                    unseen -> Bucket.builder()
                            .addLimit(limit -> limit.capacity(requests).refillGreedy(requests, period))
                            .withCustomTimePrecision(time)
                            .build());
        }
    }
}
