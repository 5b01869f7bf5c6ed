package vn.motcua.local.outside;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import vn.motcua.local.clock.SharedClock;
import vn.motcua.local.outside.carrier.CarrierSettings;
import vn.motcua.local.outside.sms.SmsSettings;
import vn.motcua.local.tokens.SigningKey;

/**
 * How the outside world is set up.
 *
 * @param directory where it keeps what it has seen
 * @param port of the page and the HTTP simulators, 0 for a free one; {@code smtpPort} likewise
 * @param carrierKey signs the carrier's call-backs
 * @param callback where the carrier's customer listens; null when that is told later
 * @param services what the page shows about the services; asked at every look
 */
public record OutsideSettings(
        Path directory,
        int port,
        int smtpPort,
        SmsSettings sms,
        CarrierSettings carrier,
        SigningKey carrierKey,
        URI callback,
        SharedClock clock,
        Supplier<List<ServiceLine>> services) {}
