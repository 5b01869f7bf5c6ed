package vn.motcua.notification;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** The service with pauses of moments instead of minutes. */
public class QuickSending implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.ofEntries(
                Map.entry("motcua.sending.backoff", "PT0.2S,PT0.3S"),
                Map.entry("motcua.sending.most-tries", "4"),
                Map.entry("motcua.sending.lease", "PT6S"),
                Map.entry("motcua.sending.ask-after", "PT0.3S"),
                Map.entry("motcua.sending.longest-ask-pause", "PT1S"),
                Map.entry("motcua.sending.doubt-pause", "PT0.1S"),
                Map.entry("motcua.sending.longest-doubt-pause", "PT0.2S"),
                Map.entry("motcua.sending.per-second", "500"),
                Map.entry("motcua.sending.shutdown", "PT3S"),
                Map.entry("motcua.sms.timeout", "PT1S"),
                Map.entry("motcua.mail.timeout", "PT2S"),
                Map.entry("motcua.subscriber.sweep", "100ms"),
                Map.entry("motcua.subscriber.first-retry", "100ms"),
                Map.entry("motcua.subscriber.longest-retry", "500ms"));
    }
}
