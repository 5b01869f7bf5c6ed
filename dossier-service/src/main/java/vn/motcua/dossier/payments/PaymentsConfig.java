package vn.motcua.dossier.payments;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Keys and limits of payments: {@code motcua.payments.…}. */
@ConfigMapping(prefix = "motcua.payments")
public interface PaymentsConfig {

    /** What the platform of the national portal signs with, as {@link #gatewayKeys()}; none where the province takes no money through it. */
    Optional<List<String>> nationalGatewayKeys();

    /** What the province's gateway signs with, at least 32 characters each: the present key, and the one before it while both are in use. None: it tells nothing that is taken. */
    Optional<List<String>> gatewayKeys();

    /** How long a payment can be made that was asked for before there is a dossier. */
    @WithDefault("PT24H")
    Duration valid();

    /** How long after its last moment an online payment that was made in time may still be told of before the dossier is stopped. */
    @WithDefault("PT24H")
    Duration toldWithin();

    /** After how long a payment that no dossier has named is put on the cashier's list. */
    @WithDefault("P30D")
    Duration unusedAfter();

    /** Payments that one citizen may have asked for and not made. */
    @WithDefault("20")
    int mostOpen();
}
