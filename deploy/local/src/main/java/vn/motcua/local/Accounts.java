package vn.motcua.local;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import vn.motcua.local.clock.SharedClock;
import vn.motcua.local.outside.OutsideSettings;
import vn.motcua.local.outside.OutsideWorld;
import vn.motcua.local.outside.ServiceLine;
import vn.motcua.local.outside.carrier.CarrierSettings;
import vn.motcua.local.outside.sms.SmsSettings;
import vn.motcua.local.tokens.LocalTokens;
import vn.motcua.local.tokens.SigningKey;

/** What the parts of one platform must agree on: keys, passwords and the clock, kept below its home and the same at every start. */
record Accounts(
        Secrets secrets,
        LocalTokens tokens,
        SigningKey carrierKey,
        SharedClock clock,
        SmsSettings sms,
        CarrierSettings carrier) {

    static Accounts keptIn(Path home) {
        Secrets secrets = new Secrets(home.resolve("secrets.properties"));
        return new Accounts(
                secrets,
                LocalTokens.keptIn(home.resolve("token.key")),
                SigningKey.keptIn(home.resolve("carrier.key")),
                SharedClock.in(home.resolve("clock")),
                new SmsSettings(secrets.of("sms.api-key"), secrets.of("sms.secret-key"), "MOTCUA"),
                new CarrierSettings(secrets.of("carrier.token"), "HCC-H03"));
    }

    /** What the payment gateway signs its call-backs with. */
    String gatewayKey() {
        return secrets.of("payments.gateway");
    }

    /** The outside world that knows these accounts and calls back where postal-service listens. */
    OutsideWorld open(PlatformSettings settings, Supplier<List<ServiceLine>> services) {
        return OutsideWorld.open(new OutsideSettings(
                settings.data("outside"),
                settings.ports().page(),
                settings.ports().smtp(),
                sms,
                carrier,
                carrierKey,
                settings.ports().url(LocalService.POSTAL).resolve("/v1/carrier/callbacks"),
                clock,
                services));
    }
}
