package vn.motcua.local.testing;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.motcua.local.clock.SharedClock;
import vn.motcua.local.machine.Directories;
import vn.motcua.local.outside.OutsideSettings;
import vn.motcua.local.outside.OutsideWorld;
import vn.motcua.local.outside.carrier.CarrierSettings;
import vn.motcua.local.outside.sms.SmsSettings;
import vn.motcua.local.tokens.SigningKey;

/** The simulated outside world on free ports, on the tests' business clock. */
final class OutsideFixture implements Fixture {

    private static final SmsSettings SMS = new SmsSettings("test-api-key", "test-secret-key", "MOTCUA");
    private static final CarrierSettings CARRIER = new CarrierSettings("test-carrier-token", "HCC-H03");

    private final Path directory = Directories.temporary("outside");
    private final SigningKey key = SigningKey.generate();
    private final Path clock;
    private OutsideWorld world;

    OutsideFixture(Path clock) {
        this.clock = clock;
    }

    @Override
    public Map<String, String> start() {
        world = OutsideWorld.open(
                new OutsideSettings(directory, 0, 0, SMS, CARRIER, key, null, SharedClock.in(clock), () -> List.of()));
        String url = "http://127.0.0.1:" + world.port();
        Map<String, String> told = new LinkedHashMap<>();
        told.put("motcua.sms.url", url);
        told.put("motcua.sms.api-key", SMS.apiKey());
        told.put("motcua.sms.secret-key", SMS.secretKey());
        told.put("motcua.sms.brandname", SMS.brandname());
        told.put("quarkus.mailer.host", "127.0.0.1");
        told.put("quarkus.mailer.port", Integer.toString(world.smtpPort()));
        told.put("motcua.carrier.url", url);
        told.put("motcua.carrier.token", CARRIER.token());
        told.put("motcua.carrier.customer-code", CARRIER.customerCode());
        told.put("motcua.carrier.public-key", key.publicBase64());
        return told;
    }

    @Override
    public void close() {
        if (world != null) {
            world.close();
        }
        Directories.delete(directory);
    }
}
