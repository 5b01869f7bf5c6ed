package vn.motcua.postal.tracking;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;

/** The account at the carrier: {@code motcua.carrier.…}. */
@ConfigMapping(prefix = "motcua.carrier")
public interface CarrierConfig {

    /** Base address without a slash at its end; orders are below {@code /carrier/v1/orders}. */
    URI url();

    /** Secret that opens the account. */
    String token();

    String customerCode();

    /** RSA key that signs call-backs, base64 of its DER form. */
    String publicKey();

    /** The carrier's name for the service that is ordered. */
    @WithDefault("HCC")
    String service();

    /** Weight that orders state: results are a few sheets. */
    @WithDefault("50")
    int weightGrams();

    /** Longest wait for a connection: nothing was sent if it does not come. */
    @WithDefault("5s")
    Duration connectTimeout();

    /** Longest wait for the whole answer: beyond it nobody knows. Shorter than {@link PostalConfig#lease()}. */
    @WithDefault("10s")
    Duration timeout();
}
