package vn.motcua.dossier.edge;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class AllowancesTest {

    private final AtomicLong nanos = new AtomicLong();
    private final TimeMeter time = new TimeMeter() {
        @Override
        public long currentTimeNanos() {
            return nanos.get();
        }

        @Override
        public boolean isWallClockBased() {
            return false;
        }
    };
    private final Allowances allowances = new Allowances(3, Duration.ofSeconds(30), 100, time);

    @Test
    void anAllowanceIsUsedUpAndComesBackBitByBit() {
        for (int i = 0; i < 3; i++) {
            assertThat(allowances.take("192.0.2.1")).isZero();
        }
        assertThat(allowances.take("192.0.2.1")).isEqualTo(Duration.ofSeconds(10));
        assertThat(allowances.take("192.0.2.2")).isZero();
        nanos.addAndGet(Duration.ofSeconds(10).toNanos());
        assertThat(allowances.take("192.0.2.1")).isZero();
        assertThat(allowances.take("192.0.2.1")).isPositive();
    }

    @Test
    void onlySoManyAddressesAreRemembered() {
        for (int i = 0; i < 10_000; i++) {
            allowances.take("10.0." + i / 256 + "." + i % 256);
            allowances.take("192.0.2.1");
        }
        assertThat(allowances.remembered()).isEqualTo(100);
        assertThat(allowances.take("192.0.2.1"))
                .as("who keeps asking is not forgotten")
                .isPositive();
    }

    @Test
    void oneHouseholdOfIpv6IsOneCaller() {
        assertThat(Allowances.network("2001:db8:1:2:aaaa:bbbb:cccc:dddd"))
                .isEqualTo(Allowances.network("2001:db8:1:2:1:2:3:4"))
                .isNotEqualTo(Allowances.network("2001:db8:1:3:1:2:3:4"));
        assertThat(Allowances.network("192.0.2.1")).isEqualTo("192.0.2.1");
    }
}
